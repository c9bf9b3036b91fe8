"""Documents cited: numbers not in the prescribed form, and documents that are unknown or repealed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from engine.facts.fact import Evidence, Fact, Value
from engine.patterns import lazy
from engine.requirement import Repeal
from engine.review.page import Page
from engine.review.repealed import repeals
from engine.wording import Text, phrase

# GB/T 9704-2012, 7.2.5: the office's sign, the year in four digits within 〔〕, the number without 第 or leading zeros.
_NUMBER = lazy(
    r"(?P<open>[〔\[(【]?)[ ]*(?<!\d)(?P<year>\d{2,4})[ ]*(?P<close>[〕\])】]?)[ ]*(?P<ordinal>第?)[ ]*(?P<no>\d{1,4})[ ]*号"
    r"(?!楼|院|地|线|门|机|桥|路|泵|井|坝|标|点|车|店|小区)",
    needs="号",
)
_ORGAN = lazy(r"[一-龥]{1,12}(?=[ ]*$)")
_LONGEST_ORGAN = 14
_BEFORE_ORGAN = lazy(r"的|通知|文件|根据|按照|依据|参照|印发|转发|关于|现将|字号|文号|[由见和与及以]")
_SIGN = lazy(r"[发办字函政委文令电通规教民财]$")
_NO_PAPER = lazy(r"(?:地块|宗地|合同|公告|批次|编号|证|备案|项目|标段|招标|路|街|楼|栋|线|电话|邮编|省道|国道)$")
_CITED = lazy(r"《(?P<title>[^《》\n]{2,80}(?:《[^《》\n]{2,60}》[^《》\n]{0,20})?)》")
_BEHIND_TITLE = lazy(r"[ ]*\((?P<number>[^()\n]{1,16}[〔\[(【]\d{4}[〕\])】][ ]*第?[ ]*\d{1,4}[ ]*号)\)")


def number_facts(page: Page) -> Iterator[Fact]:
    """Yield an ``oddity`` fact (document-number) for each document number not written as prescribed, each once."""
    seen = set()
    for match in _NUMBER.finditer(page.text):
        before = _ORGAN.search(page.text, max(0, match.start() - _LONGEST_ORGAN), match.start())
        organ = _BEFORE_ORGAN.split(before.group())[-1] if before else ""
        written = page.text[before.end() - len(organ) : match.end()] if before else ""
        if written in seen or not _is_paper(organ, match):
            continue
        faults = list(_faults(match))
        if not faults:
            continue
        seen.add(written)
        prescribed = _prescribed(organ, match)
        detail = phrase("review.number-faults", faults=_joined(faults), prescribed=prescribed)
        yield page.oddity("document-number", written, detail, page.given(match.end() - len(written), match.end()))


def _is_paper(organ: str, match: re.Match[str]) -> bool:
    """Whether it is the number of a document and not of a building, a plot or a contract."""
    if not (match["open"] or match["close"]) or not organ or _NO_PAPER.search(organ):
        return False
    full = len(match["year"]) == 4 and match["year"][:2] in ("19", "20")
    return full or _SIGN.search(organ) is not None


def _faults(match: re.Match[str]) -> Iterator[Text]:
    if not match["open"] or not match["close"]:
        yield phrase("review.number-half")
    elif (match["open"], match["close"]) != ("〔", "〕"):
        yield phrase("review.number-brackets")
    if len(match["year"]) != 4:
        yield phrase("review.number-year")
    if match["ordinal"]:
        yield phrase("review.number-ordinal")
    if match["no"].startswith("0"):
        yield phrase("review.number-zero")


def _prescribed(organ: str, match: re.Match[str]) -> str:
    year = match["year"] if len(match["year"]) == 4 else "××××"
    return f"{organ}〔{year}〕{match['no'].lstrip('0') or '×'}号"


def _joined(parts: list[Text]) -> Text:
    return Text("，".join(part.zh for part in parts), ", ".join(part.en for part in parts))


def plain_number(number: str) -> str:
    """Return a document number in the prescribed spelling, so that two spellings of one number are the same key."""
    bare = re.sub(r"\s", "", number)
    return re.sub(r"[〔\[(【（［](\d{4})[〕\])】）］]第?0*(\d+)号", r"〔\1〕\2号", bare)


def plain_title(title: str) -> str:
    """Return a title without blanks and quotation marks, as a key."""
    return re.sub(r"[\s“”\"《》〈〉]", "", title)


def cited_facts(page: Page, known: Mapping[str, bool | Repeal] | None, ended: Collection[str] = ()) -> Iterator[Fact]:
    """Yield a ``reference`` fact for each document cited by title and number, or known by its title.

    ``known`` leads from number or title (:func:`plain_number`, :func:`plain_title`) to whether the document is
    repealed, or since when and by what. Without it, and for a title without a number that it does not hold, there is no fact.
    ``ended`` are titles and numbers that the higher document puts out of force. A sentence that itself does so cites nothing.
    """
    held_documents: dict[str, bool | Repeal] = {**dict.fromkeys(_keys(ended), True), **(known or {})}
    if known is None and not held_documents:
        return
    closing = list(repeals(page.text))
    own = {plain_number(page.extraction.metadata.number), plain_title(page.extraction.metadata.title)}
    seen = set()
    for match in _CITED.finditer(page.text):
        numbered = _BEHIND_TITLE.match(page.text, match.end())
        number = plain_number(numbered["number"]) if numbered else ""
        title = plain_title(match["title"])
        key = number or title
        held = next((name for name in (number, title) if name and name in held_documents), None)
        if key in seen or {number, title} & (own - {""}) or (held is None and (known is None or not number)):
            continue
        if any(start <= match.start() < stop for start, stop in closing):
            continue
        seen.add(key)
        end = numbered.end() if numbered else match.end()
        fields: dict[str, Value] = {
            "kind": "reference", "id": f"reference:document:{page.given(match.start(), end)[0]}", "plan": page.plan, "target": "document",
            "label": number or match["title"], "found": held is not None, "named": True,
            "repealed": held is not None and bool(held_documents[held]),
        }  # fmt: skip
        said = {"repeal": _repeal(held_documents[held])} if held is not None and held_documents[held] else None
        yield Fact(fields, (Evidence("plan", page.span(match.start(), end)),), said=said)


def _keys(ended: Collection[str]) -> Iterator[str]:
    for name in ended:
        yield plain_number(name) if name.endswith("号") else plain_title(name)


def _repeal(repeal: bool | Repeal) -> Text:
    """Return since when a document is no longer in force and by what, as far as that is known."""
    if not isinstance(repeal, Repeal):
        return phrase("review.repealed")
    key = "repealed-by" if repeal.by else "repealed-on"
    return phrase(f"review.{key}", day=repeal.day.isoformat(), by=repeal.by)
