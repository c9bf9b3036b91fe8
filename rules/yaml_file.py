"""YAML files that people write: their text, their tree, and the line of whatever is wrong in them.

Parsing is slow to import: a run that finds its cards in the table of what the parser made of them does without.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from engine.errors import RuleError
from engine.wording import Text, phrase

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Loc = tuple[str | int, ...]
# For finding lines every value is as good as the text that was written.
_PLAIN: type[Any] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def text_of(file: Path) -> str:
    """Return the text of a file; raises RuleError for one that there is not, cannot be read or is no UTF-8."""
    try:
        return file.read_text("utf-8")
    except FileNotFoundError as error:
        raise RuleError("rules.missing-file", file=file) from error
    except UnicodeDecodeError as error:
        raise RuleError("rules.not-text", file=file) from error
    except OSError as error:
        raise RuleError("rules.unreadable", file=file) from error


def mapping_in(file: Path, loader: type[Any], otherwise: Text) -> Mapping[str, Any]:
    """Return the keys and values of a file, read by ``loader``.

    Raises RuleError, with the line, for what is no YAML, for a key that stands twice, and with the words ``otherwise``
    for a file that is no list of keys and values.
    """
    text = text_of(file)
    try:
        node = yaml.compose(text, Loader=loader)
        raw = yaml.load(text, Loader=loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = phrase("rules.yaml", cause=getattr(error, "problem", None) or "")
        raise RuleError("rules.at", file=file, line=mark.line + 1 if mark else 1, problem=problem) from error
    if not isinstance(raw, dict):
        raise RuleError("rules.at", file=file, line=1, problem=otherwise)
    _refuse_twice(file, node)
    return raw


def _refuse_twice(file: Path, node: yaml.Node | None) -> None:
    """YAML keeps the last of two equal keys without a word; a person meant something by each."""
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                problem = phrase("rules.key-twice", name=key.value)
                raise RuleError("rules.at", file=file, line=key.start_mark.line + 1, problem=problem)
            seen.add(key.value)
            _refuse_twice(file, value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            _refuse_twice(file, value)


def choices_in(error: ErrorDetails) -> str:
    """Return the words of which one may stand there, in a row that is read in either language."""
    return str(error["ctx"]["expected"]).replace("'", "").replace(" or ", ", ")


def line_of(file: Path, loc: Loc) -> int:
    """Return the line of the innermost part of ``loc`` that the file has."""
    node, line = yaml.compose(text_of(file), Loader=_PLAIN), 1
    for step in loc:
        if isinstance(node, yaml.MappingNode):
            pair = next((pair for pair in node.value if pair[0].value == step), None)
            if pair is None:
                break
            line, node = pair[0].start_mark.line + 1, pair[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = node.start_mark.line + 1
        else:
            break
    return line
