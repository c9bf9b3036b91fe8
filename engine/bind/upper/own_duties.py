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
# 乡镇不承担建设任务 spares them the work, 乡镇不承担配套资金 its cost alone.
_SPARED = lazy(
    r"(?:[县市区旗镇乡村地]|街道|地方|[)）])(?:级)?(?:均|都|可|原则上)*"
    r"(?:(?:不|无需|无须|不需|不必|不用)(?:再|另行|另外|单独|重复|自行)*(?:建设|新建|实施|安排建设|组织实施)(?!资金|经费|用地)"
    r"|(?:不|无需|无须)(?:再)?承担(?!(?:[一-龥、]{0,8})(?:资金|经费|费用|配套|支出|投资))|(?:没有|无)(?:建设|工作)?任务)"
    r"|不(?:再)?(?:向下)?(?:分解|下达)(?:到|至|给)?各?[县市区旗乡镇]"
)
_CLOSING = lazy(
    r"(?:第[一二三四五六七八九十\d]+[条章]\s*)?(?:附则|名词解释|有关说明|领导小组(?:办公室)?设在)|.{0,40}由.{2,20}负责解释|.{0,30}(?:办公室|[一-龥]办)设在"
)
_TOLD = lazy(
    r"(?:(?P<year>20\d\d)年|上年|上一年|去年)(?:度|末|底)?(?:全[省市县区])?(?:基本|有关|主要|工作)?(?:情况|完成情况|基数)"
)
_YEAR_FIRST = lazy(r"^(?:截至)?(?P<year>20\d\d)年(?:度|末|底)?[^。；;\n]{0,60}\d")
_ALL_OF_IT = lazy("(?:该|本|此|上述|以上)(?:项|工程|任务|事|建设)|以上|上述")
_FOR_ALL = lazy(r"全[省市州盟县区旗镇乡](?!统一)[^,，]{0,30}\d")
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
    above = _is_done_above(words, letters)
    if (above and _NOT_FOR_THEM.search(words)) or _said_of_all_of_it(words, _SPARED):
        return True
    return not _LOWER.search(words) and (above or bool(_own_organ(letters).match(words)))


def _is_done_above(words: str, letters: str) -> bool:
    """Whether the level itself does the work, and not only what one sentence of several is about.

    由市民政局统一建设信息平台。全市新增护理型床位1000张。 leaves the beds to the counties.
    """
    return _said_of_all_of_it(words, _done_above(letters))


def _said_of_all_of_it(words: str, pattern: re.Pattern[str]) -> bool:
    """Whether words say something of the whole item: of 该项目, or beside no figure for the whole place."""
    sentences = _SENTENCES.split(words)
    told = [sentence for sentence in sentences if pattern.search(sentence)]
    rest = [sentence for sentence in sentences if sentence not in told]
    return bool(told) and (any(map(_ALL_OF_IT.match, told)) or not any(map(_FOR_ALL.search, rest)))


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
    """Return what says that the level itself does the work: as a level (由市级统筹实施), or by one office for all (由市民政局统一建设).

    Who pays for it (资金由市级承担) does not do it, and an office that only leads (由市民政局负责) does not do it alone.
    """
    level = rf"(?<!资金)(?<!经费)(?<!费用)(?<!补助)(?<!所需)由[{letters}]"
    return re.compile(
        rf"{level}(?:级|直|本级|属)(?:有关)?(?:部门|单位|企业)?(?:统一|统筹|直接|负责|集中|投资)*(?:组织)?(?:实施|承担|负责|落实|建设)"
        rf"|(?:系|为|属于?)[{letters}](?:本)?级(?:统筹|统建|直管|实施|投资|建设)*(?:的)?(?:项目|工程)(?![^,，。;；]{{0,4}}(?:的|之一))"
        rf"|{level}[一-龥]{{1,12}}?(?:{_ORGANS})(?:统一|集中|直接)(?:负责)?(?:组织)?(?:实施|建设|新建|承建|开发|采购)"
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
