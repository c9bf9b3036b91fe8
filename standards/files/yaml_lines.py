"""Safe YAML that remembers where everything stands.

Only mappings, lists and scalars are read, straight from the parser's events. Nothing is resolved, so that ``no``,
``on`` and ``2022-03-01`` stay the text that was written and no amount ever becomes a float. Aliases, anchors and tags
are refused at the event, before anything could be expanded or built.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from msgspec import Struct, field
from yaml import events as ev

from engine.errors import why_of
from engine.patterns import lazy
from standards.files.faults import Fault, FaultyStandard, fault

MAX_BYTES = 1_000_000
MAX_DEPTH = 10
MAX_NODES = 20_000

Trail = tuple[str | int, ...]
Place = tuple[int, int]

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NUMBER = lazy(r"[-+]?(\d[\d_,]*\.?\d*|\.\d+)(e[-+]?\d+)?|[-+]?\.inf|\.nan|0[xo][\da-f]+", re.IGNORECASE)
_BLANK = frozenset({"", "~", "null", "Null", "NULL"})
# A key or a mark typed with the Chinese input method on: the commonest slip in these files.
_FULL_WIDTH = lazy(r"^\s*(?:-\s*)?[A-Za-z_]+\s*：|[｛｝［］]|[A-Za-z_]：")


class Number(str):
    """A number that was written without quotation marks."""

    __slots__ = ()


class Source(Struct):
    """A file that was read: its tree of dict, list and str, and the (line, column) of every value and key, from 1."""

    file: str
    tree: Any = None
    values: dict[Trail, Place] = field(default_factory=dict)
    keys: dict[Trail, Place] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def place(self, path: Trail) -> Place:
        """Return where the value at ``path`` stands, or the nearest thing around it that is there."""
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path, (1, 1))

    def key_place(self, path: Trail) -> Place:
        """Return where the key at ``path`` stands, or its value where it has no key."""
        return self.keys.get(path) or self.place(path)


def read_yaml(path: Path, name: str | None = None) -> Source:
    """Read a file into a :class:`Source` that calls it ``name``; raises FaultyStandard when it is no safe YAML.

    Duplicate keys are collected in ``faults`` so that they can be told together with what else is wrong.
    """
    file = name or str(path)
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise FaultyStandard([fault(file, (1, 1), "not-a-file")])
        if size > MAX_BYTES:
            raise FaultyStandard([fault(file, (1, 1), "too-big", size=f"{size / 1e6:.1f}")])
        data = path.read_bytes()
    except OSError as error:
        raise FaultyStandard([fault(file, (1, 1), "cannot-read", reason=why_of(error))]) from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FaultyStandard([fault(file, (line, 1), "not-utf8")]) from error
    return parse_yaml(text, file)


def parse_yaml(text: str, file: str) -> Source:
    """Read YAML text into a :class:`Source`; raises FaultyStandard when it is no safe YAML."""
    tab = text.find("\t")
    if tab >= 0:
        raise FaultyStandard([fault(file, _place_of(text, tab), "tab")])
    builder = _Builder(text, file)
    try:
        return builder.document()
    except yaml.YAMLError as error:
        raise FaultyStandard([_syntax_fault(error, text, file)]) from error


class _Builder:
    """Builds the tree from events; anything unsafe ends it."""

    def __init__(self, text: str, file: str) -> None:
        self.events: Iterator[Any] = iter(yaml.parse(text, Loader=_LOADER))
        self.source = Source(file)
        self.nodes = 0

    def document(self) -> Source:
        next(self.events)
        if isinstance(next(self.events), ev.StreamEndEvent):
            raise FaultyStandard([fault(self.source.file, (1, 1), "empty")])
        self.source.tree = self.node(next(self.events), (), 0)
        next(self.events)
        following = next(self.events)
        if not isinstance(following, ev.StreamEndEvent):
            self.refuse(following, "second-document")
        return self.source

    def refuse(self, event: Any, key: str, **values: object) -> None:
        raise FaultyStandard([fault(self.source.file, _place(event), key, **values)])

    def node(self, event: Any, path: Trail, depth: int) -> Any:
        self.guard(event, depth)
        self.source.values[path] = _place(event)
        if isinstance(event, ev.ScalarEvent):
            return _scalar(event)
        if isinstance(event, ev.SequenceStartEvent):
            return self.sequence(path, depth)
        return self.mapping(path, depth)

    def guard(self, event: Any, depth: int) -> None:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self.refuse(event, "too-many-nodes", limit=MAX_NODES)
        if depth > MAX_DEPTH:
            self.refuse(event, "too-deep", limit=MAX_DEPTH)
        if isinstance(event, ev.AliasEvent):
            self.refuse(event, "alias", name=event.anchor)
        if event.anchor:
            self.refuse(event, "anchor", name=event.anchor)
        if event.tag:
            self.refuse(event, "tag", name=event.tag)

    def sequence(self, path: Trail, depth: int) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self.events), ev.SequenceEndEvent):
            items.append(self.node(event, (*path, len(items)), depth + 1))
        return items

    def mapping(self, path: Trail, depth: int) -> dict[str, Any]:
        pairs: dict[str, Any] = {}
        key = ""
        while not isinstance(event := next(self.events), ev.MappingEndEvent):
            self.guard(event, depth)
            if not isinstance(event, ev.ScalarEvent):
                self.refuse(event, "key-no-text")
            following = next(self.events)
            if _is_bare(event, following):
                self.continue_text(event, pairs, key)
                continue
            self.pair(event, following, pairs, path, depth)
            key = event.value if _is_plain_text(following) else ""
        return pairs

    def pair(self, event: Any, following: Any, pairs: dict[str, Any], path: Trail, depth: int) -> None:
        key = event.value
        if key in pairs:
            first = self.source.keys[(*path, key)][0]
            found = fault(self.source.file, _place(event), "duplicate-key", entry=key, first=first)
            self.source.faults.append(found)
            self.node(following, (*path, key, "again"), depth + 1)
            return
        self.source.keys[(*path, key)] = _place(event)
        pairs[key] = self.node(following, (*path, key), depth + 1)

    def continue_text(self, event: Any, pairs: dict[str, Any], key: str) -> None:
        """Take ``b`` of ``{note: a, b}`` as the rest of the text: the comma was meant as one of its marks."""
        if not key or event.value.isascii():
            self.refuse(event, "bare-word", text=event.value)
        pairs[key] = f"{pairs[key]}, {event.value}"


def _scalar(event: Any) -> str:
    text: str = event.value
    if event.style or not event.implicit[0]:
        return text
    if text in _BLANK:
        return ""
    return Number(text) if _NUMBER.fullmatch(text) else text


def _is_plain_text(event: Any) -> bool:
    return isinstance(event, ev.ScalarEvent) and not event.style and type(_scalar(event)) is str and event.value != ""


def _is_empty(event: Any) -> bool:
    return isinstance(event, ev.ScalarEvent) and not event.value and not event.style


def _is_bare(key: Any, following: Any) -> bool:
    """Say whether no colon stood behind a key: its empty value then begins where the key ends."""
    if not _is_empty(following) or key.style:
        return False
    start, end = following.start_mark, key.end_mark
    return bool((start.line, start.column) == (end.line, end.column))


def _place(event: Any) -> Place:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _place_of(text: str, offset: int) -> Place:
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1


def _syntax_fault(error: yaml.YAMLError, text: str, file: str) -> Fault:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return fault(file, _place_of(text, getattr(error, "position", 0)), "control-character")
    # Some builds of libyaml give up on nesting before the tree gets there.
    if "nesting" in (getattr(error, "problem", "") or ""):
        return fault(file, (mark.line + 1, mark.column + 1), "too-deep", limit=MAX_DEPTH)
    lines = text.splitlines()
    for number in range(min(mark.line, len(lines) - 1), max(-1, mark.line - 3), -1):
        if found := _FULL_WIDTH.search(lines[number]):
            return fault(file, (number + 1, found.end()), "full-width", mark=lines[number][found.end() - 1])
    return fault(file, (mark.line + 1, mark.column + 1), "syntax", problem=getattr(error, "problem", "") or "")
