"""Reports: one module, one format. A module with ``name``, ``suffix``, ``binary`` and ``render`` is a format.

The name of the module is the name of the format, so that a run imports only the format it writes.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from engine.errors import GoujiError
from reports.renderer import Renderer

_PARTS = ("name", "suffix", "binary", "render")


class ReportError(GoujiError):
    """A report cannot be written: its format is unknown or its module is incomplete."""


@cache
def _modules() -> tuple[str, ...]:
    return tuple(sorted(m.name for m in pkgutil.iter_modules(__path__) if not m.ispkg))


@cache
def _renderer_in(module: str) -> Renderer | None:
    found = import_module(f"{__name__}.{module}")
    if not hasattr(found, "render") or not hasattr(found, "suffix"):
        return None
    missing = [part for part in _PARTS if not hasattr(found, part)]
    if missing or found.name != module:
        raise ReportError("report.module-incomplete", module=module, missing=", ".join(missing) or f'name = "{module}"')
    renderer: Renderer = found
    return renderer


def available() -> tuple[str, ...]:
    """Return the names of the formats that can be written, sorted."""
    return tuple(module for module in _modules() if _renderer_in(module) is not None)


def renderer_named(name: str) -> Renderer:
    """Return the renderer of the format ``name``; raises ReportError with the formats that there are."""
    renderer = _renderer_in(name) if name in _modules() else None
    if renderer is None:
        raise ReportError("report.format-unknown", name=name, available=", ".join(available()))
    return renderer
