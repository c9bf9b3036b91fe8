"""What a figure measures, in words that stand by themselves: 集中供养孤儿基本生活保障标准.

The label is put together from the words left of the figure (the subject) and right of it (what is counted), without the
verbs and connectives around them; an amount gets the word for what its unit counts (人数, 户数, 里程).
"""

from __future__ import annotations

import re

from engine.extract.scan import Figure
from engine.patterns import lazy

_TIME = (
    r"(?:到|至|截至)?(?:20\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:底|末)?前?|\d{1,2}月(?:底|\d{1,2}日)?前|年内|年底前?|全年|当年|"
    r"今年|本年度?|上半年|下半年|每年|每月|每季度|每周|每天)"
)
_AREA = r"(?:(?:在|对|为|向|全)?(?:全[省市县区镇乡州]|我[省市县区镇乡]|[省市县区]域内|辖区内?|各县区|各乡镇|各县市区)(?:范围内)?)"
_LEAD = lazy(
    rf"^(?:{_TIME}|{_AREA}|[,、;:。)\]” ]|其中|以及|并且?|同时|另|还|再|将|把|对|为|使|让|从|由|以|按|用|向|给予|"
    r"确保|力争|争取|原则上|努力|实现|继续|进一步|逐步|着力|积极|加快|大力|全面|切实|重点|计划|支持|鼓励|引导|推进|推动|稳步|持续|深入|统筹|不断|预计|拟|共|累计|总计|"
    r"确定|要求|做到|保证|保障(?=.{4})|启动|实施|开展|组织|完成|举办|提供(?=.{4})|落实|具体措施|主要内容|目标任务|工作目标|年度目标|任务目标|和|及|与|至少|现有|约)+"
)
_TRAIL = lazy(
    r"(?>[,、;:(“ ]|不断|逐步|分别|均|都|各|也|已|要|应|须|将|可|能|力争|争取|确保|努力|总体|全部|按计划|按规定|计划|一律|"
    r"达到|达|提高到|提高至|提高|提升到|提升至|提升|提标至|提标到|增加到|增加至|增加|增至|增长到|增长|扩大到|扩大至|扩至|调整为|调整到|调整至|上调至|稳定在|稳定|保持在|保持|控制在|控制|维持在|压减到|"
    r"下降到|下降至|降至|降低到|降低至|降到|降低|下降|不低于|不少于|不超过|为|是|有|到|至|超过|突破|高于|低于|累计|总计|合计|共计|共|从|由|在|按|以|每(?:名|个|位)?(?:人|户|生|月|年|学期|学年|村|天|日|季度|次|床|亩|家|处|所|座|个|张)|"
    r"发放|补助|确定|执行|落实|完成|实现|安排|投入(?=$))+$"
)
_PLAIN_VERB = lazy(r"(?:完成|开展|实施|组织|举办|提供|实现|对|为|在|将|新增|达成|有)$")
_VERB_ONLY = lazy(
    r"^(?:统筹)?(?:新建改扩建|新改扩建|新改建|新建和?改扩建|改扩建|新建|改建|扩建|建设改造|建设|建成|改造提升|改造|创建|打造|培育|设立|新增|增加|培训|资助|救助|发放|整治|治理|修缮|修建|维修|加装|安装|"
    r"补充|招聘|招募|选派|引进|购置|配备|配置|支持建成|开工改造|开工建设|开工|启动建设|启动|免费|接收|办理|计划办理|建立|扶持|安置|帮扶|服务|选择|集成|检查|发展|培养|投放|更新|种植|栽植|新开通|开通|推广|覆盖|惠及|受益|涉及)$"
)
_RIGHT_STOP = lazy(r"[,。;:!?\n]|、|\((?:责任|牵头|[^()]{0,20}(?:牵头|负责))|(?<=.{4})(?:并|从而|以便|为)(?=.{4})")
_RIGHT_DROP = lazy(
    r"^(?:以上|的|个|左右|及以上|\)|等)+|(?:进行|给予|予以)(?=.)|(?:的?(?:任务|目标任务|目标|工作))$|等$"
)
_NOUN: dict[str, str] = {
    "人": "人数", "人次": "人次", "户": "户数", "户次": "户次", "公里": "里程", "米": "长度", "件": "件数", "张": "张数",
    "平方米": "面积", "亩": "面积",
    "公顷": "面积", "平方公里": "面积", "场次": "场次", "场": "场次", "次": "次数", "元": "金额",
    "例": "例数", "针次": "针次", "篇": "篇数", "条": "条数",
    "立方米": "", "吨": "数量", "套": "套数", "处": "处数", "批次": "批次", "种": "种数", "类": "种类数", "棵": "棵数", "株": "株数",
    "月": "时长", "年": "时长", "天": "时长", "小时": "时长", "学时": "学时", "千瓦": "容量",
}  # fmt: skip
_MONEY_HEAD = lazy(
    r"标准|补贴|补助|津贴|救助金|资金|投入|经费|费用|待遇|养老金|奖励|额|价格|收入|低保|公用经费|定额|基金|工资|限额|限价|投资|金$|费$|款$"
)
_RATE_HEAD = lazy(r"率|比例|占比|覆盖面|比重|比|度|份额|面$|水平")
_PEOPLE = lazy(r".*(?:儿童|孤儿|老年人|老人|残疾人|人员|对象|家庭|学生|妇女|职工|居民|群众|农民|五保户|患者|幼儿|村民)")
_STANDARD = lazy(r"([^,。;:!?\n]{0,40}?)((?:最低)?[^,。;:!?\n、]{0,12}(?:标准|补贴|津贴|补助))(?=[,。;:!?\n(“”]|$)")
_BRACKET = lazy(r"\([^()]*\)?|\[[^\[\]]*\]?")
_EDGES = " ,、:;”“)」的"
_LONGEST = 40
# A subject is never longer; a clause may be, where the text has lost its punctuation.
_REACH = 200


def subject(text: str) -> str:
    """Return the words left of a figure without connectives before and verbs behind them."""
    words = text[-_REACH:].strip()
    last = None
    while words != last:
        last = words
        words = _TRAIL.sub("", words)
        words = _LEAD.sub("", words)
    return words[-_LONGEST:]


def counted(text: str, start: int, limit: int) -> str:
    """Return the words right of a figure that name what is counted, up to the end of the clause or ``limit``."""
    stop = _RIGHT_STOP.search(text, start, min(limit, start + _LONGEST))
    words = text[start : stop.start() if stop else min(limit, start + _LONGEST)]
    return _RIGHT_DROP.sub("", words.strip(" ,、"))


def _noun_of(figure: Figure) -> str:
    return _NOUN.get(figure.unit, "数量") if figure.unit else "数"


def compose(left: str, right: str, figure: Figure) -> str:
    """Return the label of a figure from the words on both sides."""
    core = subject(left)
    if figure.unit in ("%", "‰", "倍", "百分点"):
        return core if core and (_RATE_HEAD.search(core[-6:]) or not right) else f"{core}{right}"
    if figure.unit == "元" and _MONEY_HEAD.search(core):
        return core
    if core and _VERB_ONLY.match(core):
        verb, core = core, ""
        core = f"{right}{verb}" if len(verb) <= 2 and right and not right.endswith(verb) else f"{verb}{right}"
    elif not core or _PLAIN_VERB.search(left.rstrip(" ")) or len(core) < 3 or re.search(r"[在对向为]|选择$", core[-2:]):
        core = f"{core}{right}"
    return _with_noun(core, figure)


def _with_noun(core: str, figure: Figure) -> str:
    noun = _noun_of(figure)
    if figure.unit == "元":
        noun = "" if _MONEY_HEAD.search(core) else ("标准" if figure.per else "金额")
    if noun and core.endswith(("数", "数量", noun, "面积", "里程", "能力", "人数", "总量", "规模", "次数")):
        noun = ""
    return f"{core}{noun}"


def without_noun(label: str, figure: Figure) -> str:
    """Return a label without the word for what its unit counts: 职业技能培训人次 is 职业技能培训."""
    noun = _noun_of(figure)
    return label[: -len(noun)] if noun and label.endswith(noun) and len(label) > len(noun) + 1 else label


def standard_named_before(text: str, start: int, end: int) -> str:
    """Return the last standard that the words before a figure name (…基本生活最低保障标准), without whose it is."""
    found = ""
    for match in _STANDARD.finditer(text, start, end):
        whole = match.group().lstrip("”“")
        whose = _PEOPLE.match(whole)
        found = whole[whose.end() :] if whose and whose.end() < len(whole) else whole
    return subject(found) if found else ""


def tidy(label: str) -> str:
    """Return a label without brackets, blanks and quotation left open."""
    words = _BRACKET.sub("", label) if "(" in label or "[" in label else label
    return words.strip(_EDGES).replace(" ", "")
