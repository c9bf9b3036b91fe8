"""What a higher document keeps for its own level or only tells: no lower plan has to answer it.

市气象局：建设自动站24个, 市级安排资金3.2亿元, 附则, 2025年情况 and 名词解释 are in the document but ask nothing of a county.
"""

from __future__ import annotations

import re
from functools import lru_cache

from engine.commitment import Extraction, Item
from engine.patterns import lazy

_LETTERS = {"province": "省", "city": "市州盟", "county": "县区旗", "township": "镇乡"}
_ORGANS = "局|委|办|院|厅|中心|集团|公司|支队|总队|大队|馆|会|联|行|社|队|站|部门|单位|企业"
_LOWER = lazy(
    r"各县|各区|各市|县\(?市、?区\)?|县区|每县|每个?县|各地|各乡镇|各镇|各街道|每个?乡镇|乡镇\(?街道\)?|各村|各级|区县|辖区内"
)
_NOT_FOR_THEM = lazy("不列入|不纳入|不得转|不含县|不分解")
_CLOSING = lazy(
    r"(?:第[一二三四五六七八九十\d]+[条章]\s*)?(?:附则|名词解释|有关说明|领导小组(?:办公室)?设在)|.{0,40}由.{2,20}负责解释|.{0,30}(?:办公室|[一-龥]办)设在"
)
_TOLD = lazy(
    r"(?:(?P<year>20\d\d)年|上年|上一年|去年)(?:度|末|底)?(?:全[省市县区])?(?:基本|有关|主要|工作)?(?:情况|完成情况|基数)"
)
_YEAR_FIRST = lazy(r"^(?:截至)?(?P<year>20\d\d)年(?:度|末|底)?[^。；;\n]{0,60}\d")
_SENTENCES = lazy(r"[。;；\n]")


def kept_for_itself(item: Item, extraction: Extraction) -> bool:
    """Whether an item of a higher document is the business of its own level, told of the past, or a closing provision."""
    text = extraction.document.text[item.start : item.end]
    words = text[text.find(item.title[:4]) :].strip() if item.title[:4] in text else text.strip()
    if _CLOSING.match(item.title) or _is_told(words, item.title, extraction.metadata.year):
        return True
    letters = _letters(extraction)
    if not letters:
        return False
    done_by = _done_above(letters)
    if _NOT_FOR_THEM.search(words) and done_by.search(words):
        return True
    return not _LOWER.search(words) and bool(_own_organ(letters).match(words) or done_by.search(words))


def _letters(extraction: Extraction) -> str:
    """Return the words for the level that issued the document: 市 of a city, and of a county that is called one."""
    metadata = extraction.metadata
    return "".join(dict.fromkeys(_LETTERS.get(metadata.level, "") + metadata.place[-1:]))


@lru_cache(maxsize=16)
def _own_organ(letters: str) -> re.Pattern[str]:
    level = f"[{letters}]"
    return re.compile(
        rf"(?:(?:{level}|{level}直|{level}属)[一-龥]{{1,10}}?(?:{_ORGANS})|团{level}委|共青团{level}委|{level}(?:本级|级)(?:财政)?)"
        rf"(?:[:：、,，]|开展|建设|负责|实施|组织|安排|新增|设立|设置|举办|完成|采购|购置|配备|投入|改造|出台|制定)"
    )


@lru_cache(maxsize=16)
def _done_above(letters: str) -> re.Pattern[str]:
    return re.compile(
        rf"由[{letters}](?:级|直|本级|属)(?:有关)?(?:部门|单位|企业)?(?:统一|直接|负责)?(?:组织)?(?:实施|承担|负责|落实)"
    )


def _is_told(words: str, title: str, year: int | None) -> bool:
    told = _TOLD.match(title)
    if told:
        return not told["year"] or year is None or int(told["year"]) < year
    if year is None:
        return False
    sentences = [s for s in map(str.strip, _SENTENCES.split(words)) if re.search(r"\d", s)]
    years = [_YEAR_FIRST.match(s) for s in sentences]
    return bool(years) and years[0] is not None and all(y is None or int(y["year"]) < year for y in years)
