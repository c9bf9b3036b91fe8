"""Comparisons of two drafts: one module, one format, found as the reports are; here a format also gets the old audit."""

from __future__ import annotations

from collections.abc import Iterable
from types import ModuleType

from msgspec import Struct

from engine.errors import GoujiError
from engine.judge.comparison import compared
from engine.judge.finding import Audit
from reports import available, format_named
from reports.comparing.view import comparison_view
from reports.renderer import Renderer, RenderOptions


def formats() -> tuple[str, ...]:
    """Return the names of the formats that a comparison can be written in, sorted."""
    return available(__name__)


def comparing(old: Audit, names: Iterable[str]) -> list[Renderer]:
    """Return renderers that report an audit as it compares with ``old``, one for each format named, once.

    Raises ReportError, with the formats that there are, for a name that is none of them, and GoujiError for an old
    audit of which no plan could be read: whatever the new one finds would pass for new.
    """
    if all(plan.extraction is None for plan in old.plans):
        raise GoujiError("compare.old-unread", file=old.plans[0].file)
    return [_Comparing(format_named(name, __name__), old) for name in dict.fromkeys(names)]


class _Comparing(Struct, frozen=True):
    """A format of this package as a format of reports: the old audit is known beforehand."""

    module: ModuleType
    old: Audit

    @property
    def name(self) -> str:
        return str(self.module.name)

    @property
    def suffix(self) -> str:
        return str(self.module.suffix)

    @property
    def binary(self) -> bool:
        return bool(self.module.binary)

    def render(self, audit: Audit, options: RenderOptions) -> bytes:
        made: bytes = self.module.render(comparison_view(compared(self.old, audit)), options)
        return made
