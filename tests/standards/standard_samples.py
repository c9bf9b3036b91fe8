"""A small standard of a place that there is not, for tests to change."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from engine.quantity.bounds import Bound
from engine.requirement import DatedValue, Requirement, Standard

HEAD = """\
title: 云溪市2022年民生实事工作方案
number: 云政办〔2022〕8号
issuer: 云溪市人民政府办公室
level: city
place: 青岚省/云溪市
published: 2022-03-01
source: {confidence: primary, checked: 2026-01-15}
requirements:
"""
FLOOR = """\
  - id: orphan-scattered
    label: 散居孤儿基本生活保障标准
    scope: [散居]
    binding: floor
    values:
      - {from: 2021-01-01, to: 2021-12-31, op: ">=", value: "1050", unit: 元/人/月}
      - {from: 2022-01-01, op: ">=", value: "1100", unit: 元/人/月}
"""


def write(folder: Path, text: str = HEAD + FLOOR, name: str = "2022-livelihood.yaml") -> Path:
    """Write a standard's file and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def value(amount: str, since: str, until: str | None = None, *, unit: str = "元/人/月", op: str = ">=", **more: object):
    """Return a dated value from texts."""
    last = date.fromisoformat(until) if until else None
    return DatedValue(Bound(op, Decimal(amount)), unit, date.fromisoformat(since), last, **more)


def requirement(*values: DatedValue, **more: object) -> Requirement:
    """Return a floor with these values."""
    return Requirement(
        **{"id": "orphan-scattered", "label": "散居孤儿基本生活保障标准", "binding": "floor", "values": values, **more}
    )


def standard(place: str, level: str, id: str = "") -> Standard:
    """Return an empty standard of a place."""
    return Standard(id=id or f"{place}/2022-livelihood", title="示例", place=place, level=level)
