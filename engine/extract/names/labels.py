"""What a figure measures, in words that stand by themselves: 集中供养孤儿基本生活保障标准.

The label is put together from the words left of the figure (the subject) and right of it (what is counted), without the
verbs and connectives around them; an amount gets the word for what its unit counts (人数, 户数, 里程).
"""

from __future__ import annotations

from functools import lru_cache

from engine.extract.names.naming import before_names, done_to, is_deed, is_thing, names_nothing, without_place
from engine.extract.names.nouns import MONEY_HEAD, with_noun, without_noun
from engine.extract.numbers.each import paid_for_one, places_alone, without_each_place
from engine.extract.numbers.scan import Figure
from engine.patterns import lazy
from engine.quantity.dates import DATE
from engine.words.change import CHANGED, CHANGED_TO, FALL, RISE
from engine.words.periods import STAGE_OF_YEAR, YEAR_BEFORE

_TIME = rf"(?:(?:到|至|截至)?{DATE}|每年|每月|每季度|每周|每天)"
# A stage of the year is told apart from the others first (see ``stages``).
_TIME_BEHIND = rf"(?:于|在|到|至)?(?!{STAGE_OF_YEAR}){DATE}"
_AREA = r"(?:(?:在|对|为|向|全)?(?:全[省市县区镇乡州]|[我本][省市县区镇乡]|辖区内?|各县区|各乡镇|各县市区)(?:范围内)?)"
# 完成年度目标3000人: what the year's target is of stands before what is done of it.
_AIM = r"(?:年度|全年|年初|既定|总)(?:目标|任务|计划)(?:任务|数|值)?(?:为|是|:)?"
# A Chinese item number; 一、二级残疾人 are two grades.
_ORDINAL = r"[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十](?:级|本|类|档|期))"
_LEAD = lazy(
    rf"^(?:{_AIM}|(?:目标|任务)(?:为|是)|{_TIME}|(?:用|在)?[一二两三四五六七八九十]{{1,2}}年(?:左右)?(?:时间|内)|[一二三四五六七八九十]{{1,2}}是"
    r"|(?:配合|协助|联合|会同)[一-龥]{2,12}?(?:院|局|所|中心|站|办|联|会|公司|委|校)(?=为|对|给|组织|开展|做好|完成|免费)"
    r"|(?:按照?[一-龥]{2,8}?)?(?:划?分为|具体为)(?=.)"
    r"|按照?(?:月|季度?|年|学期|学年|有关规定|规定|政策|时|期)(?![度龄级份间限])(?:足额|及时|准时|全额|统一|定期|按时)*(?:发放|发给|补助|拨付|支付|给予)?(?=.)"
    rf"|{_AREA}|[,、;:。)\]”+ ◆◇■□●○▲△★☆▪•]|\d{{1,2}}[.、)](?!\d)|\([一二三四五六七八九十\d]{{1,3}}\)|{_ORDINAL}"
    r"|其中|以及|并且?|同时|另|还|再|将|把|对(?![应口接标外])|为|使|让|从|由|以|按(?![时期])|用|向|给予|"
    r"确保|必须|务必|力争|争取|原则上|努力|实现|继续|进一步|逐步|着力|积极|加快|大力|全面|切实|重点(?!人群|群体|对象|场所|优抚)|计划|支持|鼓励|引导|推进|推动|稳步|持续|深入|统筹|不断|预计|拟|共(?![有同享建产])|累计|总计|"
    r"(?:经[^,。;]{0,6})?决定|确定|要求|做到|保证|保障(?=.{4})|启动|实施|开展|组织|完成(?!率|比例|投资|时限)|举办|提供(?=.{4})|落实|具体措施|主要内容|目标任务|工作目标|年度目标|任务目标"
    r"|规划(?=实施|新?建)|“?十[三四五六]五”?期间|和(?![美谐平睦])|及|与|至少|现有|约|即|下一步|我们|坚持|要|发放|每(?:名|个|位)?(?:人|户|生|孩|床|亩|(?:县区?|区县|市县)(?:\([市县区旗、]{1,6}\))?|乡镇|镇街?|街道|社区|行政村|村|所|座|处|家|例|台|套|间)(?!口|均))+"
)
# Number and mark of the item that a clause begins with; a star or triangle sets some items apart.
_ITEM_NUMBER = lazy(
    r"^(?:(?:第[一二三四五六七八九十百\d]{1,4}[条章节项][ ]|"
    rf"{_ORDINAL}|\([一二三四五六七八九十\d]{{1,3}}\)|\d{{1,2}}[.、)](?!\d))[ ]*)?[*★☆▲△※]?(?=[^\d])"
)
# Who is to do it: 县教育局要确保….
_WHO = lazy(
    r"^(?:[省市县区镇乡州各][一-龥]{1,14}?(?:局|委|办|联|中心|院|所|公司|部门|单位|乡镇|社区\))(?:[、和与及][一-龥()]{2,14}?(?:局|委|办|联|中心|院|所|公司|部门|单位))*"
    r"|[牵实承主]\w单位)(?:要(?![求闻素点])|应当?(?!急)|须|负责)(?:在)?"
)
# 此次行动的目标任务是…: what follows is meant.
_AIM_IS = lazy(r"^[^,。;:]{0,30}(?:目标任务|[主要工作总体]{2,4}目标|主要任务|工作任务)(?:是|为):?")
_TRAIL = lazy(
    rf"(?>(?:\d[\d.]*(?:万|亿)?[一-龥]{{1,2}}[,、(]?)?(?:完成|占|达到?)?{_AIM}\(?|"
    rf"[,、;:(“ ¥￥-]|{_TIME_BEHIND}|统一|同步|相应|(?<=标准)为?(?:[户人生]均|[户人]平)"
    r"|不断|逐步|原则上|仍然?|保证|分别|(?<![人户生村校亩床])均|再|都|各|也|已|(?<![主需重])要|(?<![供响适效对])应|必?须|务必|将|可|(?<![扩功智节产职性势])能|力争|争取|确保|努力|总体|全部|按计划|按规定|计划|一律|"
    rf"达到|达|{CHANGED_TO}|{RISE}|{FALL}|(?:核定|确定)(?:到|至|为)|定为|稳定在|稳定|保持在|保持|控制在|控制|维持在|"
    r"不低于|不少于|不超过|为|是|(?<![国所拥保])有|到|至|超过|突破|高于|低于|累计|总计|合计|共计|共|从|由|在|按|以|每(?:名|个|位)?(?:人|户|生|月|年|学期|学年|村|天|日|季度|次|床|亩|家|处|所|座|个|张|平方米|平米|㎡)|"
    r"发放|(?<!均)补助(?!每)|确定|执行|落实|完成|实现|安排|投入(?=$))+$"
)
# Changes by a share or an amount, and the words that only say against what.
_CHANGE = lazy(
    rf"(?P<verb>{CHANGED})(?:了|约|幅度|额)?"
    r"(?:每(?:人|月|年|生|户|天|亩|名|个|学期|床)|人均|户均|生均|[ ])*(?:不低于|不少于|超过|达到?|至少|约|不超过|控制在|为|各)?[ ]*$"
)
_AGAINST = lazy(
    rf"(?:同比|总体|年均|再|继续|进一步|(?:比|较|与)(?:{YEAR_BEFORE}|同期|现行标准)(?:相比)?|"
    r"(?:在|按)?(?:现行|现有|原有?|上年|去年|20\d\d年)[^,。;\n]{0,6}(?:基础上?|标准(?=每)))+$"
)
_CHANGE_NOUN = lazy(
    rf"(?:{RISE}|{FALL})(?:幅度|额)$",
    needs="幅度|额",
)
_DEED = lazy(
    r"^(?P<deed>(?:免费|集中|统一)?(?:建设改造|改造建设|维修更换|更新改造|改造提升|提升改造|开工改造|开工建设|开工|改造|整治提升|整治|治理|修缮|维修|安装|招录|"
    r"招聘|招募|选派|引进|购置|采购|配备|配置|设置|设立|增设|更新|更换|"
    r"开通|打通|硬化|加宽|铺设|敷设|办理|放映|创建|打造|培育|培训|新培养|培养|奖励|建成|建设|修建|开发|筹集|补充|种植|栽植|补贴(?=.*人)|帮扶|解决|清理|清运|疏浚|选树|评选))"
    r"(?P<thing>(?!活动|会|班|区|率|后|机构|服务|工作|中心|基地|项目|工程|资金|任务|植树)(?![和与及、的标资补]).{2,16})$"
)
# 校舍面积 is renewed as 校舍改造面积.
_MEASURE = lazy(r"(?<=..)(?:面积|里程|长度)$")
_EACH_DOES = lazy(
    r"各(?:自)?(?=(?:免费|统一|集中)?(?:新建|改建|扩建|建|配备|安装|设立|设置|安排|发放|打造|改造|培训|招))"
)
_RAISED = lazy(
    rf"(?:{RISE}|{FALL}|调整)(?P<thing>[^,。;:、\d]{{4,30}}?)(?<![提调升加高低])(?:至|到)[ ]*$",
    needs=f"{RISE}|{FALL}|调整",
)
_OFFICES_BEGIN = frozenset("省市县区镇乡州各牵实承主")
_AHEAD = lazy(r"(?:新建改扩建|新改扩建|新改建|新建改建|改扩建|新建|改建|扩建|新增|新开通|新开)")
_EACH_OF = lazy(
    rf"(?P<name>[^,。;:]{{4,24}}?(?:标准|补贴|津贴|补助|费|率|比例|经费))分别(?:达到?|{CHANGED_TO}|为|按|不低于)(?P<own>[一-龥]{{2,10}})",
    needs="分别",
)
_BUILT_BEFORE = lazy(r"(?:20|19)\d\d年[底末]?(?:以?前)?(?:建成|竣工)[^的]{0,4}的")
_PLAIN_VERB = lazy(r"(?:完成|开展|实施|组织|举办|提供|实现|对|为|在|将|新增|达成|有)$")
_RIGHT_STOP = lazy(
    r"[,。;:!?|\n]|、|(?:记|扣|得|加)\d|\((?:责任|牵头|[^()]{0,20}(?:牵头|负责))|(?<=.{3})(?:已|正在|将(?!军)|必须|务必|应当|要(?=提前|按|在|逐|全部|严格|实行|及时|做到|落实|建立|于|纳入|确保|统一))(?=.{2})|(?<=.{4})(?:并|从而|以便|为(?![老民农侨主期]))(?=.{4})"
)
# 年度目标3000人的60.7%: what follows is a share of the figure, and names nothing.
_SHARE_OF_IT = lazy(r"的?\d[\d.]*(?:%|个?百分点|倍|成)|的\d")
_RIGHT_DROP = lazy(
    r"^(?:以上|的|个|左右|及以上|\)|等)+|(?:进行|给予|予以)(?=.)|(?:的?(?:任务|目标任务|目标|工作))$|(?:等|以及|和|(?<!普)及|(?<!参)与|并|一次|提供)$"
    r"|(?<=[一-龥]{2})(?:[春秋]季(?:学期)?(?:开学)?(?:前|时)?)(?:投用|投入使用|启用|招生)?$"
)
_MONEY_END = lazy(r"(?:标准|补贴|补助|津贴|救助金|经费|费用|养老金|生活费|护理费|助学金|慰问金|低保|[金费])$")
_RATE_HEAD = lazy(r"率|折扣|[增涨降]幅|增速|比例|占比|覆盖面|比重|比|度|份额|面$|水平")
# A share that is named by what bears it, and payments whose rate a figure per head is.
_SHARE_OF = lazy(r"(?:承担|负担|用于[一-龥]{2,6}|分担)$", needs="承担|负担|用于|分担")
_RATE_OF_PAY = lazy(r"(?:补贴|补助|津贴|奖励|奖补|助学金)$")
_GRANTED = lazy(r"(?:(?:一律|统一|平均|全部|均|可)?(?:享受?|实行|给予|执行|打|予以|按照?))+$")
_PAID_PER = lazy(
    r"(?<=[一-龥]{2})(?:补助|补贴|奖励)(?=每[人户生名个月年亩床孩村])|(?<=[人户生]均)(?:补助|补贴|奖补|奖励)(?=[达为约不]|$)"
)
_PAID_SHARE = lazy(r"[一-龥](?:补助|补贴|投入|配套|资助)$", needs="补助|补贴|投入|配套|资助")
_SHORT, _SHORTEST_NAME, _PAID_LENGTH = 4, 3, 2
_OPEN_ENDS = ("在", "对", "向", "为")
_SCHEME = lazy(r"^(?:建立|健全|完善|落实|实行|执行|实施)*(?P<paid>.{3,}(?:津贴|补贴|补助|奖励|救助金|保障))制度$")
_WHOSE = lazy(
    r"(?:儿童|孤儿|老年人|老人|残疾人|人员|对象|家庭|学生|妇女|职工|居民|群众|农民|患者|幼儿|村民|岁|以上|以下|[全半]护理|自理|小学|初中|高中|城市|农村)$"
)
_EACH_INSIDE = lazy(r"(?<=[一-龥])每(?:人|户|生|村|孩|亩|月|年|天|床)(?:每(?:月|年|天|学期))?(?=[一-龥])", needs="每")
_BENEFIT = lazy("(?<!最)低保|最低生活|特困|孤儿|残疾|高龄|优抚|困境")
_BRACKET = lazy(r"\([^()]*\)?|\[[^\[\]]*\]?")
_EDGES = " ,、:;”“)」的"
_LONGEST = 40
# A subject is never longer; a clause may be, where the text has lost its punctuation.
_REACH = 200


@lru_cache(maxsize=64)
def subject(text: str) -> str:
    """Return the words left of a figure without connectives before and verbs behind them."""
    words = _ITEM_NUMBER.sub("", text[-_REACH:].strip())
    words = _WHO.sub("", words) if words[:1] in _OFFICES_BEGIN else words
    words = _AIM_IS.sub("", words) if "目标" in words or "任务" in words else words
    last = None
    while words != last:
        last = words
        words = _TRAIL.sub("", words)
        words = _LEAD.sub("", words)
    return words[-_LONGEST:]


def counted(text: str, start: int, limit: int) -> str:
    """Return the words right of a figure that name what is counted, up to the end of the clause or ``limit``."""
    if text[start : start + 1] == ")" or _SHARE_OF_IT.match(text, start):
        return ""
    stop = _RIGHT_STOP.search(text, start, min(limit, start + _LONGEST))
    words = text[start : stop.start() if stop else min(limit, start + _LONGEST)]
    words = words if words.count("(") <= words.count(")") else words[: words.rindex("(")]
    return _RIGHT_DROP.sub("", places_alone(words.strip(" ,、")))


def lacks_payment(label: str) -> bool:
    """Whether the label of a sum per head does not say what is paid: 散居孤儿标准."""
    own = label.removesuffix("标准").removesuffix("金额")
    if own.endswith("资助"):
        return False
    return not MONEY_HEAD.search(own) and (len(own) <= _SHORT or _WHOSE.search(own) is not None)


def of_others(label: str, named: str) -> bool:
    """Whether a standard named before is one of other people's: 农村低保标准 for 散居孤儿."""
    own = set(_BENEFIT.findall(label))
    return bool(own) and not own.issuperset(_BENEFIT.findall(named))


def rate_of_pay(label: str) -> str:
    """Return the label of a sum per head with 标准 behind a payment: 高龄津贴标准."""
    return f"{label}标准" if _RATE_OF_PAY.search(label) else label


def names_rate(label: str) -> bool:
    """Whether a label ends in the name of a rate."""
    return _RATE_HEAD.search(label) is not None


def pays(words: str) -> bool:
    """Whether words end in the name of a payment or standard."""
    return _MONEY_END.search(words) is not None


def joined(own: str, name: str) -> str:
    """Return two names as one, what they share said once: 散居孤儿 and 孤儿基本生活保障标准."""
    shared = next((size for size in range(min(len(own), len(name)), 0, -1) if own.endswith(name[:size])), 0)
    return f"{own}{name[shared:]}"


def compose(left: str, right: str, figure: Figure) -> str:
    """Return the label of a figure from the words on both sides."""
    if figure.relative:
        return changed(left, figure)
    paid = paid_for_one(left) if figure.unit == "元" and figure.per else ""
    return f"{paid}标准" if paid else _composed(left, right, figure)


def _composed(left: str, right: str, figure: Figure) -> str:
    left = without_each_place(_BUILT_BEFORE.sub("", left) if "的" in left else left)
    left = _EACH_DOES.sub("", left) if "各" in left else left
    left = _RAISED.sub(r"\g<thing>", left)
    core = subject(_PAID_PER.sub(r"\g<0>标准", left) if figure.unit == "元" else left)
    if figure.base:
        return f"{core}与{subject(figure.base)}之比" if core else figure.base
    core = _one_of(core)
    if figure.unit == "元" and core.endswith("制度"):
        core = _SCHEME.sub(r"\g<paid>", core)
    if figure.raw_unit == "折":
        return f"{_GRANTED.sub('', core)}折扣"
    if figure.unit in ("%", "‰", "倍", "百分点"):
        if _PAID_SHARE.search(left):
            return f"{subject(left[:-_PAID_LENGTH])}{left[-_PAID_LENGTH:]}比例"
        named = core if core and (_RATE_HEAD.search(core[-6:]) or not right) else f"{core}{right}"
        return f"{named}比例" if _SHARE_OF.search(named) and figure.unit == "%" else named
    if figure.unit == "元" and MONEY_HEAD.search(core):
        core = _EACH_INSIDE.sub("", core)
        return rate_of_pay(core) if figure.per else core
    core = without_place(before_names(core, figure.value, right)) if right else core
    doing = _LEAD.sub("", left.strip(" ,、:"))
    core = doing if is_deed(doing) else core
    if core and is_deed(core):
        return with_noun(done_to(core, right) if right else core, figure)
    if (
        not core
        or _PLAIN_VERB.search(left.rstrip(" "))
        or len(core) < _SHORTEST_NAME
        or core.endswith(_OPEN_ENDS)
        or (names_nothing(core) and is_thing(right))
    ):
        core = f"{core}{right}"
    return with_noun(_thing_first(core), figure)


def _one_of(core: str) -> str:
    """Return 散居孤儿基本生活保障标准 for 孤儿基本生活保障标准分别达到散居孤儿: the name stands before the list of whose."""
    found = _EACH_OF.fullmatch(core)
    return joined(found["own"], found["name"]) if found else core


def deed_of(left: str) -> str:
    """Return what the words left of a figure say is done to what they name (改造, 新增), which a list goes on from."""
    core = subject(left)
    ahead = _AHEAD.match(core)
    deed = _DEED.match(core)
    return ahead.group() if ahead and len(core) > len(ahead.group()) else deed["deed"] if deed else ""


def with_deed(label: str, deed: str, figure: Figure) -> str:
    """Return a label with the deed that its list began with: 充电桩数量 after 新增 is 新增充电桩数量."""
    if _AHEAD.fullmatch(deed):
        return f"{deed}{label}"
    bare = without_noun(label, figure)
    return f"{bare}{deed}{label[len(bare) :]}"


def _thing_first(core: str) -> str:
    """Return 危桥改造 for 改造危桥: an indicator is named by its thing; 新建, 新增 stay in front as plans print them."""
    deed = _DEED.match(core)
    if not deed or deed["thing"].endswith(deed["deed"]):
        return core
    measure = _MEASURE.search(deed["thing"])
    thing = deed["thing"][: measure.start()] if measure else deed["thing"]
    return f"{joined(thing, deed['deed'])}{measure.group() if measure else ''}"


def changed(left: str, figure: Figure) -> str:
    """Return the label of a change from the words left of it: 低保标准提高幅度, 基础养老金增加额."""
    change = _CHANGE.search(left[-_REACH:])
    if not change:
        return subject(left)
    before = left[-_REACH:][: change.start()]
    core = subject(_AGAINST.sub("", before.rstrip(" ,、")))
    return f"{core}{change_noun(left, figure)}"


def change_noun(left: str, figure: Figure) -> str:
    """Return what the words left of a change call it (提高幅度, 增加额), nothing where they do not."""
    change = _CHANGE.search(left[-_REACH:])
    if not change:
        return ""
    return f"{change['verb']}{'幅度' if figure.unit in ('%', '‰', '倍', '百分点') else '额'}"


def without_change(label: str) -> str:
    """Return what a change is a change of: 低保标准 for 低保标准提高幅度."""
    return _CHANGE_NOUN.sub("", label)


_SINCE = lazy(
    r"(?<=[一-龥]{4})(?:自|从)(?:20\d\d年|今年|当年|本年)?(?:\d{1,2}月)?(?:\d{1,2}日)?起(?:执行|实施|调整为)?$",
    needs="起",
)


def tidy(label: str) -> str:
    """Return a label without brackets, blanks and quotation left open."""
    words = _BRACKET.sub("", label) if "(" in label or "[" in label else label
    words = _SINCE.sub("", words.strip(_EDGES).replace(" ", ""))
    unopened = words.find("”")
    if unopened >= 0 and "“" not in words[:unopened]:
        words = f"“{words}"
    return words if words.count("“") <= words.count("”") else words.replace("“", "")
