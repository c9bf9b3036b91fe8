"""Completing labels that lean on what stands before them: 惠及户数, 总投资, 80-89周岁标准 say of what only in context."""

from __future__ import annotations

from collections.abc import Sequence

from engine.commitment import Item
from engine.extract.draft import Draft
from engine.extract.names.labels import joined, lacks_payment, names_rate, pays, without_change
from engine.extract.names.nouns import without_noun
from engine.extract.names.scopes import CONTRAST_GROUP
from engine.patterns import lazy
from engine.words.change import FALL, RISE

# Words with which a label begins that says only what else is meant of the thing named before.
_LEANS = lazy(
    r"^(?:(?:路面|路基)?(?:宽度|厚度)|(?:每[一-龥])?(?:工程)?造价|日处理能力|(?:户均|人均|平均|每[户人个村])(?:补助|补贴|奖补|奖励)|惠及|涉及|受益|带动|解决|完工|竣工|总投资|投资|计划投资|完成投资|投入资金|总?建筑面积|房屋(?=面积|间数|$)|占地|总面积|覆盖面|覆盖率$|覆盖服务|满意度|服务(?=企业|群众)|"
    r"(?:县级|市级|省级|中央|区级|上级|县|市|省|区)(?:财政)?(?:资金|补助|配套|投资|金额|投入)|个人缴费|收费(?:标准)?$|奖励标准|奖补标准|补助标准|补贴标准|(?:补助|补贴|资助|奖补)$|"
    rf"(?:{RISE}|{FALL})(?:幅度|额)$|(?:[增涨降]幅|增速)$)"
)
_GENERIC = lazy(
    r"^(?:项目|概况|工作|重点|主要|目标|总体|年度|具体|建设|任务|内容|实施|保障|组织|资金|绩效|质量|数量|时效|成本|效益|满意度)+(?:任务|目标|内容|要求|指标|措施|安排|标准|概况)?$"
)
_OPENING = lazy(
    r"^(?:新建改建|新改扩建|改扩建|新改建|新建|改建|扩建|新增|实施|推进|推动|加强|加快|完善|开展|着力|提高|提升|扩大|强化|健全|办好|做好|抓好)"
    r"(?:[、和及与](?:新建|改扩建|改建|扩建|改造))*"
)
_CLOSING = lazy(r"(?:项目|行动|方面|情况|工作)$")
_BARE_RATE = lazy(
    "(?:完好|合格|优良|达标|入住|使用|在线|联网|成活|利用|整改|兑现|到位|通过|体检|筛查|签约|清运|竣工|建成)率"
)
_OF_ALL = lazy(r"总投资|投资|计划投资|投入资金|总资金")
# What an insurance pays, and from where to where: of which insurance stands once.
_INSURED = lazy(r"(?:住院|门诊|年度)?(?:起付线|起付标准|封顶线|最高支付限额|支付限额|(?:报销|支付|补偿)比例)$")
_INSURANCE = lazy("医保|保险|医疗|救助|报销|合作")
# Who pays is no part of what is paid for: 个人缴费 behind 居民医保财政补助 is that of 居民医保.
_PAID_BY = lazy(r"(?:人均)?(?:各级|中央|[省市县区]级|[省市县区])?(?:财政|政府)(?:人均)?(?:补助|补贴)$")
# 完成86户 below 家庭无障碍改造: how many, and of what only the title says.
_COUNTED = lazy("(?:户|人|件|处|张|套|座|场|个)数|数量|人次|里程|面积|场次")
# 高龄津贴80-89周岁每人100元、90-99周岁每人200元: what the first tier is paid is what the others are paid.
_OF_AGE = ("岁", "岁以上", "岁以下", "岁及以上", "岁及以下")
_AGES = r"\d{1,3}(?:周岁|岁)?(?:[-~至到]\d{1,3}(?:周岁|岁)|及?以[上下])"
_OF_TIER = lazy(
    rf"(?P<ahead>[一-龥]{{2,14}}(?:津贴|补贴|补助|养老金))(?:标准)?{_AGES}(?:标准)?"
    rf"|{_AGES}(?P<behind>[一-龥]{{2,14}}(?:津贴|补贴|补助|养老金))标准",
    needs="津贴|补贴|补助|养老金",
)
_NOTHING = frozenset({"标准", "金额"})
_SEVERAL = lazy(r"[和、及与]")
_OWN = lazy(rf"{_LEANS.pattern}|[本该各]")
_BARE = 6
_CLAUSES = 60
_LONGEST_TOPIC = 22
_SHORTEST_TOPIC = 3


# 老年人体检面向城乡居民，覆盖率…: the clause before a bare rate names a thing, and whom it is for.
_FOR_WHOM = lazy(r"(?:^|[。;\n])[^一-龥\d]{0,3}([^,。;:\n]{3,22}?)(?:面向|覆盖到|惠及)[^,。;:\n\d]{2,14},(?:其?中)?$")


def complete(drafts: Sequence[Draft], homes: Sequence[Item | None], text: str) -> None:
    """Give each label that leans on its context the thing that its sentence in ``text``, or else its item's title, is about."""
    topic, insurance, sentence = "", "", (-1, -1)
    for index, (draft, home) in enumerate(zip(drafts, homes, strict=True)):
        if draft.sentence != sentence:
            topic, insurance, sentence = "", "", draft.sentence
        before = drafts[index - 1] if index and drafts[index - 1].sentence == sentence else None
        label = draft.label
        if draft.figure.unit == "元" and draft.figure.per and lacks_payment(label):
            draft.label = label = _paid(label, before, home)
        if (
            draft.figure.unit == "%"
            and topic
            and len(label) <= _BARE
            and not names_rate(label)
            and not label.endswith("标准")
        ):
            draft.label = f"{joined(topic, label)}占比"
        elif named := _of_nothing(label, draft, topic, home):
            draft.label = named
        elif terms := _INSURED.search(label):
            insurance = label[: terms.start()] or insurance or _title_insurance(home)
            draft.label = joined(insurance, terms.group())
        elif topic and _BARE_RATE.fullmatch(label):
            draft.label = joined(topic, label)
        elif _LEANS.match(label):
            title = _title_topic(home)
            topic = topic or (_for_whom(text, draft) if names_rate(label) else "")
            draft.label = joined((title or topic) if _OF_ALL.match(label) else (topic or title), label)
        elif not draft.figure.relative and draft.part_of is None:
            topic = _topic_of(draft)


def _of_nothing(label: str, draft: Draft, topic: str, home: Item | None) -> str:
    """Return the name of a figure whose label says only what is counted (标准, 户数), else nothing."""
    title = _title_topic(home)
    if label in _NOTHING and draft.figure.unit == "元" and (topic or title):
        return f"{(topic or title).removesuffix('标准')}{label}"
    return joined(title, label) if title and _COUNTED.fullmatch(label) and not _SEVERAL.search(title) else ""


def _title_insurance(home: Item | None) -> str:
    title = _title_topic(home)
    return title if _INSURANCE.search(title) else ""


def _for_whom(text: str, draft: Draft) -> str:
    head = text[max(0, draft.figure.lead - _CLAUSES) : draft.figure.lead].removesuffix(draft.label)
    found = _FOR_WHOM.search(head)
    return found[1] if found else ""


def _paid(label: str, before: Draft | None, home: Item | None) -> str:
    """Return the label of a sum per head with what is paid: as the figure before, or the title, names it."""
    own = label.removesuffix("标准")
    group = CONTRAST_GROUP.get(own)
    if before is not None and group is not None:
        other = next((word for word in CONTRAST_GROUP if CONTRAST_GROUP[word] == group and word in before.label), "")
        if other and other != own:
            return before.label.replace(other, own, 1)
    if before is not None and own.endswith(_OF_AGE) and (tier := _OF_TIER.fullmatch(before.label)):
        return f"{own}{tier['ahead'] or tier['behind']}标准"
    title = _title_topic(home)
    if pays(title) and title not in label and not _SEVERAL.search(title):
        whole = joined(own, title)
        return whole if whole.endswith("标准") else f"{whole}标准"
    return label


def _topic_of(draft: Draft) -> str:
    bare = without_change(without_noun(draft.label, draft.figure)).partition("与")[0]
    words = _OPENING.sub("", bare.removesuffix("数量").removesuffix("标准")).removesuffix("建成")
    words = _PAID_BY.sub("", words)
    return words if _SHORTEST_TOPIC <= len(words) <= _LONGEST_TOPIC and not _OWN.match(words) else ""


def _title_topic(home: Item | None) -> str:
    title = _OPENING.sub("", _CLOSING.sub("", home.title.strip())) if home else ""
    named = _SHORTEST_TOPIC <= len(title) <= _LONGEST_TOPIC and not _GENERIC.match(title) and not _PROSE.search(title)
    return title if named else ""


_PROSE = lazy(r"[,。;:\d()]")
