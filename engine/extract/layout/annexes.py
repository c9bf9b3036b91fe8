"""The annexes that a plan lists, and where each of them begins."""

from __future__ import annotations

import re

from engine.patterns import lazy
from engine.tables.words import CORNER

_ANNEX_HEAD = lazy(
    r"^[ ]*附[ ]*[件表][ ]*(?P<no>[\d一二三四五六七八九十]{0,2})[ ]*[:：]?[ ]*$", re.MULTILINE, needs="附"
)
_ANNEX_LIST = lazy(r"^[ ]*(?:附[ ]*[件表][ ]*)?:[ ]*(?=\S)", re.MULTILINE)
_TABLE_BEHIND = lazy(
    rf"\s*(?:[(]?单位[::][^\n]{{1,20}}\n\s*)?(?:{CORNER.pattern})(?:[(:/][^\n ]{{0,12}})?(?:[ ]*[\n|]|[ ]+(?=[^\n。,;]{{1,20}}\n))"
)
_ANNEX_LINE = lazy(
    r"^[ ]*附[ ]*[件表][ ]*(?P<no>\d{1,2})[ ]*[:.、 ][ ]*(?P<title>[^\n,。;]{4,60}?)[ ]*$", re.MULTILINE, needs="附"
)
_LIST_NUMBER = lazy(r"^\s*\d{1,2}[.、]\s*")


def listed_annexes(text: str) -> tuple[tuple[str, ...], tuple[int, int] | None]:
    """Return the annex titles that the document lists (附件：1.… 2.…) and where the list stands."""
    for match in _ANNEX_LIST.finditer(text):
        titles: list[str] = []
        at = end = match.end()
        for line in text[match.end() : match.end() + 800].split("\n"):
            at += len(line) + 1
            bare = _LIST_NUMBER.sub("", line).strip()
            if not bare:
                continue
            if titles and bare == line.strip():
                break
            titles.append(bare.rstrip("。;"))
            end = min(at, len(text))
            if bare == line.strip():
                break
        if len(titles) == 1 and _TABLE_BEHIND.match(text, end):
            continue  # 附表:任务分解表 above its table is the caption of that
        if titles and all(4 <= len(title) <= 60 for title in titles) and not re.search("[,。]", titles[0]):
            return tuple(titles), (match.start(), end)
    return _annex_lines(text)


def _annex_lines(text: str) -> tuple[tuple[str, ...], tuple[int, int] | None]:
    """Return the annexes listed in lines of their own, each with its number, two or more one after another."""
    lines: list[re.Match[str]] = []
    for line in _ANNEX_LINE.finditer(text):
        if lines and (text[lines[-1].end() : line.start()].strip() or int(line["no"]) != len(lines) + 1):
            break
        lines.append(line)
    if len(lines) > 1 and int(lines[0]["no"]) == 1:
        return tuple(line["title"] for line in lines), (lines[0].start(), lines[-1].end())
    return (), None


def annex_heads(text: str, titles: tuple[str, ...], listed: tuple[int, int] | None) -> list[int]:
    """Return where the annexes begin: at a head of its own (附件1), or at a line that is a title listed, behind the list."""
    after = listed[1] if listed else 0
    heads = [m.start() for m in _ANNEX_HEAD.finditer(text) if m.start() >= after]
    wanted = [_squeezed(title) for title in titles]
    for match in re.finditer(r"^.{4,70}$", text[after:], re.MULTILINE) if wanted else ():
        line = _squeezed(match.group())
        if any(line == w or (len(line) > 8 and (line in w or w in line or _close(line, w))) for w in wanted):
            heads.append(after + match.start())
    return sorted(set(heads))


def _squeezed(text: str) -> str:
    return re.sub(r"[\s《》“”]", "", text).removeprefix("附件").lstrip("0123456789.、:")


def _close(line: str, title: str) -> bool:
    """Whether a line is a title with a few characters lost (2023全县… for 2023年全县…)."""
    if abs(len(line) - len(title)) > 3:
        return False
    rest = iter(title)
    return all(character in rest for character in line)
