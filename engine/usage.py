"""A slip in the call, told in the language that the call asks for, else in both: none is chosen yet."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from typing import IO, Any

import click

from engine.errors import GoujiError, did_you_mean
from engine.patterns import lazy
from engine.terminal import FAILED, stand_in_for_closed_output, told_of_output
from engine.wording import LANGUAGES, Text, phrase, say

_HEADINGS = {"Options": "options", "Commands": "commands"}
_QUOTED = lazy(r"'([^']*)'")
_OUT_OF_RANGE = lazy(r"(\S+) is not in the range")
_IN_BRACKETS = lazy(r"\((.*)\)\s*$")
_SHOWS_HELP = "Show this message and exit."


class _Help(click.HelpFormatter):
    """The help of a command, whose own words click has in English alone."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write how the command is called."""
        super().write_usage(prog, args, _in_both("usage") if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        """Write a heading, in both languages where it is one of click's own."""
        super().write_heading(_in_both(_HEADINGS[heading]) if heading in _HEADINGS else heading)

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write options or commands with what each is for."""
        told = [(name, _in_both("shows-help") if words == _SHOWS_HELP else words) for name, words in rows]
        super().write_dl(told, col_max, col_spacing)


class _Context(click.Context):
    formatter_class = _Help


class _BilingualCommand(click.Command):
    context_class = _Context


class BilingualGroup(click.Group):
    """A group of commands that tells a slip in its own call, or in that of one of its commands, in Chinese too."""

    context_class = _Context
    command_class = _BilingualCommand
    _lang = ""

    def main(self, args: Sequence[str] | None = None, *more: Any, **kwargs: Any) -> Any:
        """Run a call; an output that takes nothing, whoever writes to it, is one clear line and exit code 2."""
        self._lang = _language_of(sys.argv[1:] if args is None else args)
        stand_in_for_closed_output()
        try:
            return super().main(args, *more, **kwargs)
        except (GoujiError, OSError) as error:
            told_of_output(error, self._lang)
        raise SystemExit(FAILED)

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """Return the context of a call."""
        with self._told():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that a call names."""
        try:
            with self._told():
                return super().invoke(ctx)
        except KeyboardInterrupt:
            # Left to click this would end as findings do, with exit code 1.
            raise GoujiError("cli.interrupted") from None

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Raise what click says of a wrong call anew, in our words; the exit code stays 2."""
        try:
            yield
        except click.UsageError as error:
            # Without arguments the help itself is shown, which is in both languages already.
            if isinstance(error, _Slip) or type(error).__name__ == "NoArgsIsHelpError":
                raise
            raise _Slip(_said_of(error), self._lang, error.ctx) from error


class _Slip(click.UsageError):
    """A wrong call in the words of one language, or of both where none is asked for."""

    def __init__(self, told: Text, lang: str, ctx: click.Context | None) -> None:
        super().__init__(told.in_language(lang) if lang else f"{told.zh}\n{told.en}", ctx=ctx)
        self._lang = lang

    def show(self, file: IO[Any] | None = None) -> None:
        """Print how the command is called, where its help is, and what is wrong."""
        if self.ctx is None:
            super().show(file)
            return
        usage, command = self.ctx.get_usage(), self.ctx.command_path
        hint, error = phrase("usage.hint", command=command), phrase("usage.error", said=self.message)
        if self._lang:
            usage = usage.replace(_in_both("usage"), say("usage.usage", self._lang), 1)
            words = [usage, hint.in_language(self._lang), "", error.in_language(self._lang)]
        else:
            words = [usage, f"{hint.zh} {hint.en}", "", say("usage.error-both", "zh", said=self.message)]
        click.echo("\n".join(words), file=file or sys.stderr)


def _in_both(part: str) -> str:
    told = phrase(f"usage.{part}")
    return f"{told.zh.rstrip('：')} {told.en}"


def _language_of(arguments: Sequence[str]) -> str:
    """Return the language that a call asks for, however wrong the rest of it is; empty where it asks for none."""
    words = [str(word) for word in arguments]
    given = [word.partition("=")[2] for word in words if word.startswith("--lang=")]
    given += [after for word, after in pairwise(words) if word == "--lang"]
    return given[-1] if given and given[-1] in LANGUAGES else ""


def _said_of(error: click.UsageError) -> Text:
    said = error.format_message()
    if isinstance(error, click.NoSuchOption):
        if error.option_name == "--lang":
            # Only commands have it; between gouji and the command, or behind one that speaks no language.
            return phrase("usage.lang-first" if isinstance(_command_of(error), click.Group) else "usage.lang-none")
        names = "、".join(sorted(error.possibilities or ()))
        near = phrase("usage.near", names=names) if names else phrase("errors.full-stop")
        return phrase("usage.no-option", said=said, name=error.option_name, near=near)
    if isinstance(error, click.MissingParameter):
        return phrase("usage.missing", said=said, name=_name(error.param))
    if isinstance(error, click.BadOptionUsage):
        return phrase("usage.no-value", said=said, name=error.option_name)
    if isinstance(error, click.BadParameter) and error.param:
        value = _QUOTED.search(error.message) or _OUT_OF_RANGE.match(error.message)
        return phrase(
            "usage.bad-value",
            said=said,
            name=_name(error.param),
            value=f"“{value[1]}”" if value and value[1].strip(", ") else "",
            wanted=_wanted(error.param.type),
        )
    return _other(error, said)


def _command_of(error: click.UsageError) -> click.Command | None:
    return error.ctx.command if error.ctx else None


def _other(error: click.UsageError, said: str) -> Text:
    command, named = _command_of(error), _QUOTED.search(error.message)
    if isinstance(command, click.Group) and error.ctx and named and error.message.startswith("No such command"):
        near = did_you_mean(named[1], command.list_commands(error.ctx))
        return phrase("usage.no-command", said=said, name=named[1], near=near, command=error.ctx.command_path)
    extra = _IN_BRACKETS.search(error.message)
    return phrase("usage.extra" if extra else "usage.other", said=said, extra=extra[1] if extra else "")


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
    if kind.name == "words" or isinstance(kind, click.Path):
        return phrase("usage.not-empty")
    return phrase("usage.look")
