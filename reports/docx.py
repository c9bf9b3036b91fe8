"""The opinion (审核意见) as a Word document, in the form of an official document, for an office to fill in and issue.

Number, addressee, deadline, name and date are left blank: nothing is said that was not found.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from engine.judge.finding import Audit
from engine.wording import say
from reports import ReportError
from reports.parts.records import PlanView, ReportView
from reports.parts.view import view_of
from reports.renderer import RenderOptions, ReportFile
from reports.word.opinion import Opinion

name = "docx"
suffix = ".docx"
binary = True


def render(audit: Audit, options: RenderOptions) -> bytes:
    """Return the opinion on the one plan; raises ReportError for several, and for a template that cannot be used."""
    if len(audit.plans) != 1:
        raise ReportError("paper.several-files", format=name)
    view = view_of(audit)
    return _opinion(view.plans[0], view, options)


def copies(audit: Audit, options: RenderOptions) -> Iterator[ReportFile]:
    """Yield an opinion on each plan; raises ReportError for a template that cannot be used."""
    view = view_of(audit)
    for plan in view.plans:
        extraction = plan.result.extraction
        stem = PurePath(extraction.document.files[0].file if extraction else plan.result.file).stem
        yield ReportFile(say("paper.opinion-name", options.lang, name=stem) + suffix, _opinion(plan, view, options))


def _opinion(plan: PlanView, view: ReportView, options: RenderOptions) -> bytes:
    from reports.word.file import word_file

    return word_file(Opinion(plan, view.findings, options.lang).lines(), options.lang, options.template)
