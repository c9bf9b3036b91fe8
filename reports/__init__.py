"""Reports: one module, one format. A module with ``name``, ``suffix``, ``binary`` and ``render`` is a format.

The name of the module is the name of the format, so that a run imports only the format it writes.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from types import ModuleType

from engine.errors import GoujiError
from reports.renderer import Renderer

_PARTS = ("name", "suffix", "binary", "render")


class ReportError(GoujiError):
    """A report cannot be written: its format is unknown or its module is incomplete."""


@cache
def _modules(package: str) -> tuple[str, ...]:
    return tuple(sorted(m.name for m in pkgutil.iter_modules(import_module(package).__path__) if not m.ispkg))


@cache
def _format_in(package: str, module: str) -> ModuleType | None:
    found = import_module(f"{package}.{module}")
    if not hasattr(found, "render") or not hasattr(found, "suffix"):
        return None
    missing = [part for part in _PARTS if not hasattr(found, part)]
    if missing or found.name != module:
        place = f"{package.replace('.', '/')}/{module}.py"
        raise ReportError("report.module-incomplete", place=place, missing=", ".join(missing) or f'name = "{module}"')
    return found


def available(package: str = __name__) -> tuple[str, ...]:
    """Return the names of the formats of a package that can be written, sorted."""
    return tuple(module for module in _modules(package) if _format_in(package, module) is not None)


def format_named(name: str, package: str = __name__) -> ModuleType:
    """Return the module of the format ``name``; raises ReportError with the formats that there are."""
    found = _format_in(package, name) if name in _modules(package) else None
    if found is None:
        raise ReportError("report.format-unknown", name=name, available=", ".join(available(package)))
    return found


def renderer_named(name: str) -> Renderer:
    """Return the renderer of the format ``name``; raises ReportError with the formats that there are."""
    renderer: Renderer = format_named(name)
    return renderer
