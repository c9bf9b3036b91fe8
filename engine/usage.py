"""A slip in the call, told in both languages: no language is chosen yet when a call cannot be understood."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from engine.wording import Text, phrase


class BilingualGroup(click.Group):
    """A group of commands that tells a slip in its own call, or in that of one of its commands, in both languages."""

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """Return the context of a call."""
        with _told_in_both_languages():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that a call names."""
        with _told_in_both_languages():
            return super().invoke(ctx)


@contextmanager
def _told_in_both_languages() -> Iterator[None]:
    """Raise what click says of a wrong call anew, with the same in Chinese above it; the exit code stays 2."""
    try:
        yield
    except click.UsageError as error:
        if type(error).__name__ == "NoArgsIsHelpError":  # the help itself, which is in both languages already
            raise
        told = _told(error)
        raise click.UsageError(f"{told.zh}\n{told.en}", ctx=error.ctx) from error


def _told(error: click.UsageError) -> Text:
    said = error.format_message()
    if isinstance(error, click.NoSuchOption):
        names = "、".join(sorted(error.possibilities or ()))
        near = phrase("usage.near", names=names) if names else phrase("errors.full-stop")
        return phrase("usage.no-option", said=said, name=error.option_name, near=near)
    if isinstance(error, click.MissingParameter):
        return phrase("usage.missing", said=said, name=_name(error.param))
    if isinstance(error, click.BadOptionUsage):
        return phrase("usage.no-value", said=said, name=error.option_name)
    if isinstance(error, click.BadParameter) and error.param:
        return phrase("usage.bad-value", said=said, name=_name(error.param), wanted=_wanted(error.param.type))
    return phrase("usage.other", said=said)


def _name(param: click.Parameter | None) -> str:
    if param is None:
        return ""
    return param.opts[0] if isinstance(param, click.Option) else param.human_readable_name.upper()


def _wanted(kind: click.ParamType[Any]) -> Text:
    if isinstance(kind, click.Choice):
        return phrase("usage.one-of", names="、".join(map(str, kind.choices)))
    if isinstance(kind, click.DateTime):
        return phrase("usage.day")
    if isinstance(kind, click.IntRange):
        return phrase("usage.between", low=kind.min, high=kind.max)
    return phrase("usage.look")
