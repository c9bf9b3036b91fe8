"""Annexes that are named and not there, and annexes there that nothing names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from engine.facts.fact import Evidence, Fact, Value
from engine.patterns import lazy
from engine.quantity.numerals import whole_number
from engine.review.page import Page

_NO = r"(?P<no>\d{1,2}|[一二三四五六七八九十]{1,2}(?![并起同律次]))?"
_HEAD = lazy(rf"^[ ]*附[ ]*[件表][ ]*{_NO}[ ]*:?[ ]*$", re.MULTILINE, needs="附")
_MENTION = lazy(
    rf"(?:(?:详|参|另)?见|\()(?:本[通意方办][知见案法]|文后|后附)?附(?P<kind>[件表])[ ]*{_NO}(?!\d)", needs="附"
)
# 按附件3执行, 依据附件2《评分细则》, 附件1所列任务: an annex that the text goes by.
_GONE_BY = lazy(
    r"(?:(?:按照?|依照?|根据|依据|对照|参照|适用|执行|填写|填报|列入|落实|完成)(?:本[通意方办][知见案法]|后附|所附)?"
    r"附(?P<kind>[件表])[ ]*(?P<no>\d{1,2}|[一二三四五六七八九十]{1,2})(?![\d并起同律次])"
    r"|(?<=[^\n \d])附(?P<kind2>[件表])[ ]*(?P<no2>\d{1,2}|[一二三四五六七八九十]{1,2})"
    r"(?=《[^《》\n]{2,40}》|所列|所附|规定的?|明确的?))",
    needs="附",
)
_ANY_MENTION = lazy(rf"附[件表][ ]*{_NO}", needs="附")
# 附表2 资金安排表 above its table.
_CAPTION = lazy(
    r"^[ ]*附[ ]*表[ ]*(?P<no>\d{1,2}|[一二三四五六七八九十]{1,2})(?=[:.、 一-龥])[^\n,。;]{4,60}$",
    re.MULTILINE,
    needs="附",
)
_LISTED_LINE = lazy(r"[ ]*\d{1,2}[.、][ ]*(?P<title>\S.{3,58}\S)[ ]*$")
_NEXT_NUMBER = lazy(r"[ ]+\d{1,2}[.、][ ]*(?=[一-龥])|(?<=表)\d{1,2}[.、][ ]*(?=[一-龥])")
_FILE = lazy(r"\.(?:docx?|pdf|xlsx?|wps|et|zip|rar|ofd)$", re.IGNORECASE)
_OTHER_PAPER = lazy(r"[》号]")
_CLAUSE_END = lazy("[,。;:\n]")


class _Named(Struct, frozen=True):
    title: str
    number: int
    start: int
    end: int


class _Head(Struct, frozen=True):
    number: int | None
    start: int
    end: int


def annex_facts(page: Page) -> Iterator[Fact]:
    """Yield a ``reference`` fact for each annex that is listed, mentioned and not there, or there and not named."""
    listed = _listed(page)
    heads = _heads(page, listed)
    for named in listed:
        yield _fact(page, named.title, (named.start, named.end), found=_is_there(page, named, listed, heads))
    yield from _mentioned(page, listed, heads)
    yield from _unnamed(page, listed, heads)


def _fact(page: Page, label: str, place: tuple[int, int], *, found: bool, named: bool = True) -> Fact:
    fields: dict[str, Value] = {
        "kind": "reference", "id": f"reference:annex:{page.given(*place)[0]}", "plan": page.plan,
        "label": label, "target": "annex", "found": found, "named": named,
    }  # fmt: skip
    return Fact(fields, (Evidence("plan", page.span(*place)),))


def _number(words: str | None) -> int | None:
    if not words:
        return None
    return whole_number(words)


def _listed(page: Page) -> list[_Named]:
    """Return the annexes that the list behind the text names (附件：1.… 2.…), also one that begins on the next line."""
    skeleton, text = page.skeleton, page.text
    if skeleton.annex_list:
        start, end = skeleton.annex_list
        at = start
        found: list[_Named] = []
        for title in (part for line in skeleton.annexes for part in _NEXT_NUMBER.split(line)):
            at = text.find(title, at, end + len(title))
            if at < 0:
                return []
            found.append(_Named(title, len(found) + 1, at, at + len(title)))
            at += len(title)
        return found
    for head in _HEAD.finditer(text):
        lines = _lines_below(text, head.end())
        if lines and head["no"] is None:
            return lines
    return []


def _lines_below(text: str, start: int) -> list[_Named]:
    found: list[_Named] = []
    at = start
    for line in text[start : start + 800].split("\n"):
        match = _LISTED_LINE.match(line)
        if match and "。" not in line:
            found.append(_Named(match["title"], len(found) + 1, at + match.start("title"), at + match.end("title")))
        elif line.strip():
            break
        at += len(line) + 1
    # A table of tasks may begin with such lines too; a list of annexes names tables and papers.
    papers = all(re.search(r"[表单图册录案稿法]$", _FILE.sub("", named.title)) for named in found)
    return found if papers else []


def _heads(page: Page, listed: list[_Named]) -> list[_Head]:
    """Return the heads 附件1 behind the plan's first item, or behind its list of annexes.

    One before either heads the plan itself; behind the list the plan may be an annex of the letter that sends it.
    """
    items = [item.start for item in page.skeleton.items]
    first = items[0] if items else 0
    after = max([named.end for named in listed], default=0)
    found = []
    for match in _HEAD.finditer(page.text):
        if match.start() >= after and (listed or match.start() > first) and not _lines_below(page.text, match.end()):
            found.append(_Head(_number(match["no"]), match.start(), match.end()))
    return found


def _is_there(page: Page, named: _Named, listed: list[_Named], heads: list[_Head]) -> bool:
    numbers = {head.number for head in heads}
    if named.number in numbers or (len(listed) == 1 and heads) or len(heads) >= len(listed):
        return True
    title = _bare(named.title)
    titles = [page.line_at(start) for start in page.skeleton.annex_heads if start > named.end]
    titles += [table.title for table in page.extraction.tables]
    if any(_alike(_bare(line), title) for line in titles):
        return True
    return _tables_behind(page, named.end) >= len(listed)


def _tables_behind(page: Page, offset: int) -> int:
    given = page.given(offset, offset)[0]
    tables = page.extraction.document.tables
    return sum(1 for table in tables if table.cells and table.cells[0].start > given)


def _bare(title: str) -> str:
    return re.sub(r"[\s《》“”\"():.、]|^附件?\d*", "", _FILE.sub("", title))


def _alike(line: str, title: str) -> bool:
    """Whether a line is the title, or the title with a few characters lost."""
    if not line or not title:
        return False
    if line == title or (min(len(line), len(title)) > 8 and (line in title or title in line)):
        return True
    if abs(len(line) - len(title)) > 3:
        return False
    shorter, longer = sorted((line, title), key=len)
    rest = iter(longer)
    return all(character in rest for character in shorter)


def _mentioned(page: Page, listed: list[_Named], heads: list[_Head]) -> Iterator[Fact]:
    """Yield a fact for each 见附件2 that neither the list nor a head answers."""
    numbers = {named.number for named in listed} | {head.number for head in heads}
    captions = {_number(caption["no"]) for caption in _CAPTION.finditer(page.text)}
    anything = bool(numbers or page.extraction.tables or page.extraction.document.tables)
    seen = set()
    for match in sorted((*_MENTION.finditer(page.text), *_GONE_BY.finditer(page.text)), key=_place):
        told = match.groupdict()
        number, kind = _number(told["no"] or told.get("no2")), told["kind"] or told.get("kind2")
        clause = _CLAUSE_END.split(page.text[max(0, match.start() - 60) : match.start()])[-1]
        plain = number is None or (kind == "表" and not captions) or None in numbers
        there = anything if plain else number in numbers or (kind == "表" and number in captions)
        if number in seen or there or _OTHER_PAPER.search(clause):
            continue
        seen.add(number)
        start = page.text.index("附", match.start())
        yield _fact(page, page.text[start : match.end()].strip(), (start, match.end()), found=False)


def _place(match: re.Match[str]) -> int:
    return match.start()


def _unnamed(page: Page, listed: list[_Named], heads: list[_Head]) -> Iterator[Fact]:
    """Yield a fact for each head of an annex that no list and no other words of the plan speak of."""
    named = {entry.number for entry in listed}
    spoken = set()
    for match in _ANY_MENTION.finditer(page.text):
        if not any(head.start <= match.start() < head.end for head in heads):
            spoken.add(_number(match["no"]))
    for head in heads:
        if page.text.startswith("附表", page.text.index("附", head.start)) and head.number is None:
            continue  # a table set into the text needs no mention
        # 详见附件 names every annex where no list says how many there are.
        vaguely = (None in spoken and not listed) or (head.number is None and listed)
        if vaguely or head.number in named or head.number in spoken - {None}:
            continue
        label = page.text[head.start : head.end].strip(" :")
        at = page.text.index("附", head.start)
        yield _fact(page, label, (at, at + len(label)), found=True, named=False)
