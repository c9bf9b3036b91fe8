"""Reading our own JSON back: ``gouji/findings/1`` and ``gouji/audit/1`` as the audit that they were written from.

A report holds one language, so both sides of a text read back are the same. What a report does not hold (the plan's
text, the values of the standards) is not there afterwards. Further fields are passed over, so that results of a later
program with the same schema can be read.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal, TypeVar

from pydantic import ValidationError

from engine.errors import GoujiError, why_of
from engine.judge.finding import Audit
from engine.patterns import lazy
from engine.wording import phrase
from reports.results.forms import AuditForm, Form, PlanForm

PLAN: Literal["gouji/findings/1"] = "gouji/findings/1"
SEVERAL: Literal["gouji/audit/1"] = "gouji/audit/1"
_SCHEMA = lazy(r"gouji/(findings|audit)/([1-9]\d*)")
_HEAD = lazy(rb"\s*\{\s*\"")
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")

Model = TypeVar("Model", bound=Form)
_Path = tuple[int | str, ...]


def is_result(path: Path) -> bool:
    """Whether a file is to be read as JSON: by its name, or by how it begins. A file that is not there counts by name."""
    if path.suffix.lower() == ".json":
        return True
    try:
        with path.open("rb") as file:
            head = file.read(64)
    except OSError:
        return False
    for mark in _MARKS:
        head = head.removeprefix(mark)
    return bool(_HEAD.match(head.replace(b"\x00", b"")))


def lone_result(files: Sequence[Path]) -> Path | None:
    """Return the result that one draft is given as, None where it is given as documents.

    Raises GoujiError for a result among several files: one result holds several plans.
    """
    results = [file for file in files if is_result(file)]
    if results and len(files) > 1:
        raise GoujiError("compare.one-result", file=results[0])
    return results[0] if results else None


def read_result(path: Path) -> Audit:
    """Return the audit that a JSON report was written from.

    Raises GoujiError for a file that is not there, is no JSON, has another or a newer schema, or lacks something.
    """
    raw = _parsed(path)
    schema = _schema_of(path, raw)
    if schema == PLAN:
        plans, findings = [_fitting(path, PlanForm, raw)], []
    else:
        whole = _fitting(path, AuditForm, raw)
        plans, findings = whole.plans, whole.findings
    tool = plans[0].tool
    left_out = tuple(sorted({rule for plan in plans for rule in plan.tool.rules_left_out}))
    results = tuple(plan.result() for plan in plans)
    return Audit(results, tuple(f.finding() for f in findings), tool.rules, tool.version, left_out)


def _parsed(path: Path) -> Any:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise GoujiError("compare.file-missing", file=path) from None
    except OSError as error:
        raise GoujiError("compare.not-opened", file=path, why=why_of(error)) from error
    try:
        return json.loads(data)
    except json.JSONDecodeError as error:
        raise GoujiError("compare.not-json", file=path, where=phrase("compare.where", line=error.lineno)) from None
    except (ValueError, RecursionError):  # not in any Unicode, a number of endless digits, brackets without end
        raise GoujiError("compare.not-json", file=path, where=phrase("compare.where-unknown")) from None


def _schema_of(path: Path, raw: Any) -> Literal["gouji/findings/1", "gouji/audit/1"]:
    schema = raw.get("schema") if isinstance(raw, dict) else None
    if schema == PLAN:
        return PLAN
    if schema == SEVERAL:
        return SEVERAL
    if not isinstance(schema, str):
        raise GoujiError("compare.not-a-result", file=path)
    known = _SCHEMA.fullmatch(schema)
    if known:
        raise GoujiError("compare.newer-schema", file=path, schema=schema, known=f"gouji/{known[1]}/1")
    raise GoujiError("compare.other-schema", file=path, schema=schema)


def _fitting(path: Path, model: type[Model], raw: Any) -> Model:
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        key = "compare.key-missing" if first["type"] == "missing" else "compare.key-wrong"
        raise GoujiError(key, file=path, path=_spelt(first["loc"])) from None


def _spelt(loc: _Path) -> str:
    """Return where something stands in the file: ``plans[0].findings[3].actual.value``."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in loc).lstrip(".")
