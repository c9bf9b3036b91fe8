"""Responsible units in every form: （责任单位：…）, (县教育局牵头), 牵头单位：…, and cells of a flattened table."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from engine.extract.layout.words import paragraph_at
from engine.patterns import lazy

_ROLE = (
    "责任单位|牵头单位|责任部门|牵头部门|主管部门|主责单位|主责部门|实施单位|承办单位|主办单位|牵头责任单位|负责单位|责任主体|牵头责任部门|"
    "责任科室|牵头科室|责任处室|责任股室|主管科室"
)
_NEXT_ITEM = r"\d{1,2}[.、]|[一二三四五六七八九十]{1,2}、|\([一二三四五六七八九十]"
_NAMED = lazy(
    rf"(?:{_ROLE})(?:及配合单位|和配合单位)?(?:\([一-龥]{{2,6}}\))?"
    rf"(?:[ ]*[:为】\]〕][ ]*|[ ]+(?=[省市县区镇乡]))(?P<units>(?:(?!{_NEXT_ITEM}|[ ]*[【\[〔])[^)\]】〕\n。;]){{2,80}})"
)
_LED = lazy(
    r"[(【\[](?P<units>[^()【】\[\]\n:]{2,60}?)(?:牵头|负责|主办|承办|实施|落实|组织实施)(?:[,;、][^()【】\[\]\n]{0,60})?[)】\]]"
)
_SIGNED = lazy(
    r"(?:^|[。;,])由?(?P<units>[一-龥、]{2,40}?[局委办联院会部站中心所股室公司])(?:牵头)?负责(?:落实|实施)?(?=[。;\n]|$)",
    re.MULTILINE,
    needs="负责",
)
_BRACKETED = lazy(r"[(【\[](?P<units>[一-龥、, ]{2,60})[)】\]](?=[。;\n ]|$)", re.MULTILINE)
# 县教育局要…: who is told to do what the sentences behind it say, up to the end of its line.
_TOLD = lazy(
    r"(?:^|[。;:)、.])[ ]*(?P<units>[省市县区镇乡州][一-龥]{1,14}?(?:局|委|办公室|办|联|中心|院|所|公司)"
    r"(?:[、和与及][一-龥]{2,14}?(?:局|委|办公室|办|联|中心|院|所|公司))*)(?:等[一-龥]{0,4})?(?:要(?![求闻素点])|应当?|须|负责|牵头)",
    re.MULTILINE,
)
# A row printed on a line, under a head with 责任单位: 1 收入增长6%。 区财政局 收入同比增长4%。
_OFFICE_NAME = r"[省市县区镇乡旗州][一-龥]{1,14}?(?:局|委|办|办公室|联|联社|中心|院|公司)"
_IN_LINE = lazy(rf"(?<=[。%;)上下右]) +(?P<units>{_OFFICE_NAME}(?:[ \n]{_OFFICE_NAME})*)(?=[ \n]|$)")
_ROLE_HEADS = lazy("责任单位|牵头单位|责任部门")
# 牵头单位:甲局 then 责任单位:乙局, 丙局: both answer.
_AND_ROLE = lazy(rf"等?[ \n;,、)]*(?:协同|配合|协同配合)?(?:{_ROLE})[ ]*[:为][ ]*")
_SPLIT = lazy(r"[、,，;\s]+|(?<=[局委办会院股室])(?:和|与|及|会同)")
_OFFICE = lazy(
    r"(?:局|委|委员会|办|办公室|院|联合会|联|会|部|站|中心|所|股|室|公司|集团|政府|党委|政法委|大队|支队|总队|队|学校|医院|银行|社|协会|工会|"
    r"团委|科|处|厅|专班|管委会|街道|镇|乡|分局|税务|残联|妇联|单位|部门|组|团队|学院|馆|校|专干)$"
)
# A bracket without 责任单位 names offices only where nothing else it holds could be one (农村幸福院).
_PLAINLY = lazy(r"(?:局|委|办|联|厅|政府|公司|总工会|联合会|妇联|残联|办公室|管委会|大队|支队|总队)$")
# A village has no offices: 责任人:村委会副主任某某. Elsewhere he is named beside the office that answers.
_NAMED_PERSON = lazy(
    r"(?<!第一)(?<!直接)(?:责任人|负责人|责任领导|牵头领导|(?:包抓|包联|包保)(?:领导|干部)|责任干部)(?:[ ]*[:】\]〕][ ]*|为)"
    r"(?P<persons>[一-龥·、]{2,40})",
    needs="责任人|负责人|领导|干部",
)
# Who answers for an office stands in brackets behind it: 县住建局(张某).
_PERSON = lazy(r"\([^()]{2,10}(?:\)|$)", needs="(")
_SUPPORTING = lazy(
    r"(?:[,;、 ]|^)(?:配合单位|协办单位|配合部门|责任人|分管领导|完成时限|时限|配合|参与单位|协同单位|时间)[ ]*[:].*$",
    needs=":",
)
_OFFICE_LINE = lazy(
    r"^[ ]*(?P<units>[县市区镇省州乡]?[一-龥]{1,18}(?:局|委|办|联|公司|分局|管委会|中心|政府|总工会|团委)(?:牵头)?)(?:,[一-龥]{2,20}参与)?[ ]*$",
    re.MULTILINE,
)
_ROW_NUMBER = lazy(r"^[ ]*\d{1,2}[ ]*$", re.MULTILINE)
_ASSESSING = lazy(r"统计局|督查")


def split_units(words: str) -> tuple[str, ...]:
    """Return the offices that a list of them names, in order; what is no office is left out."""
    words = _SUPPORTING.sub("", _PERSON.sub("", words))
    names = (
        re.sub(
            r"^(?:由|牵头:|责任:|(?:协同配合|协同|配合|共同)?责任单位:)|(?:牵头|负责|分别|等|配合|按职责分工)+$",
            "",
            w.strip(" :、"),
        )
        for w in _SPLIT.split(words)
    )
    return tuple(dict.fromkeys(n for n in names if len(n) > 1 and _OFFICE.search(n)))


def _bracketed(text: str) -> list[tuple[int, tuple[str, ...]]]:
    """Return the offices in brackets at the ends of sentences, each with its place.

    Where offices are named so more than once, others of the same place (乡文化站 beside 乡妇联) are offices too.
    """
    named = [(m.start("units"), split_units(m["units"])) for m in _BRACKETED.finditer(text)]
    named = [(place, units) for place, units in named if units]
    plain = [(place, units) for place, units in named if all(_PLAINLY.search(unit) for unit in units)]
    places = {units[0][0] for _, units in plain} & set("县市区镇乡街") if len(plain) > 1 else set()
    return [one for one in named if one in plain or one[1][0][0] in places]


class Responsibility:
    """Who answers for what: every naming of responsible units in a text, looked up by place."""

    def __init__(self, text: str) -> None:
        self._text = text
        found: dict[int, tuple[str, ...]] = {}
        printed = (_IN_LINE,) if _ROLE_HEADS.search(text) else ()
        for pattern in (_NAMED, _LED, _SIGNED, *printed):
            before, ended = -1, -1
            for match in pattern.finditer(text):
                units = split_units(match["units"])
                if not units:
                    continue
                if before >= 0 and _AND_ROLE.fullmatch(text, ended, match.start("units")):
                    units = found[before] = (*found[before], *(u for u in units if u not in found[before]))
                found.setdefault(match.start("units"), units)
                before, ended = match.start("units"), match.end("units")
        for place, units in _bracketed(text):
            found.setdefault(place, units)
        told = [(m.start("units"), split_units(m["units"])) for m in _TOLD.finditer(text)]
        self._told = [(place, units) for place, units in told if units and place not in found]
        self._places = sorted(found)
        self._units = [found[place] for place in self._places]
        self._persons = [(m.start(), tuple(m["persons"].strip("、").split("、"))) for m in _NAMED_PERSON.finditer(text)]
        lines = list(_OFFICE_LINE.finditer(text)) if len(_ROW_NUMBER.findall(text)) > 1 else []
        self._rows = [m.start() for m in _ROW_NUMBER.finditer(text)] if lines else []
        cells = [(m.start(), split_units(m["units"])) for m in lines if not _ASSESSING.search(m["units"])]
        self._cells = [(place, units) for place, units in cells if units]
        self._cell_places = [place for place, _ in self._cells]

    def within(self, start: int, end: int) -> tuple[str, ...]:
        """Return all units named between two offsets, in order."""
        first, last = bisect_left(self._places, start), bisect_left(self._places, end)
        return tuple(dict.fromkeys(u for units in self._units[first:last] for u in units))

    def persons(self, start: int, end: int) -> tuple[str, ...]:
        """Return who is named between two offsets as answering in person (责任人), where no unit does."""
        first, last = bisect_left(self._persons, (start, ())), bisect_left(self._persons, (end, ()))
        return tuple(dict.fromkeys(name for _, names in self._persons[first:last] for name in names))

    def for_figure(self, at: int, start: int, end: int) -> tuple[str, ...]:
        """Return the units that answer for a figure at ``at`` in an item ``start:end``: the next named, else the last."""
        index = bisect_left(self._places, at)
        if index < len(self._places) and self._places[index] < end:
            return self._units[index]
        if index and self._places[index - 1] >= start:
            return self._units[index - 1]
        return self._told_before(at, max(start, self._text.rfind("\n", 0, at) + 1))

    def _told_before(self, at: int, start: int) -> tuple[str, ...]:
        index = bisect_left(self._told, (at, ())) - 1
        return self._told[index][1] if index >= 0 and self._told[index][0] >= start else ()

    def paragraph(self, at: int) -> tuple[int, int]:
        """Return the line that holds ``at``, with the lines behind it that are fields of it (责任单位:…)."""
        return paragraph_at(self._text, at)

    def in_heading(self, start: int, end: int) -> tuple[str, ...]:
        """Return the units that the first line of an item names, which answer for all that the item is divided into."""
        stop = self._text.find("\n", start, end)
        return self.within(start, stop if stop >= 0 else start)

    def in_row(self, at: int) -> tuple[str, ...]:
        """Return the units named in the same row of a flattened table: rows begin with their number on a line."""
        if not self._cells:
            return ()
        index = bisect_right(self._rows, at)
        first = self._rows[index - 1] if index else 0
        last = self._rows[index] if index < len(self._rows) else self._cells[-1][0] + 1
        for begin in (bisect_right(self._cell_places, max(at, first - 1)), bisect_left(self._cell_places, first)):
            if begin < len(self._cells) and self._cell_places[begin] < last:
                return self._cells[begin][1]
        return ()
