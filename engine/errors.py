"""Errors that a user sees: file, place, what is wrong and what to do, in the user's language."""

from __future__ import annotations

from collections.abc import Iterable

from engine.wording import Text, phrase


def did_you_mean(name: str, known: Iterable[str]) -> Text:
    """Return the end of a sentence on a name that is not known: a question after the nearest one, else a full stop."""
    # difflib is for errors only; a run without any should not pay for it.
    from difflib import get_close_matches

    near = get_close_matches(name, list(known), n=1)
    return phrase("errors.did-you-mean", near=near[0]) if near else phrase("errors.full-stop")


def why_of(error: OSError) -> Text:
    """Return what the operating system refused in our words, in its own where we have none."""
    from errno import errorcode

    try:
        return phrase(f"errors.os-{errorcode[error.errno or 0]}")
    except KeyError:
        said = error.strerror or type(error).__name__
        return Text(said, said)


class GoujiError(Exception):
    """Something the user has to mend before the run can go on.

    ``key`` names the sentence in ``engine.wording`` (``plans.file-missing``), ``values`` fill it in. Subclasses say
    which step failed.
    """

    def __init__(self, key: str, **values: object) -> None:
        self.key = key
        self.values = values
        self.text: Text = phrase(key, **values)
        super().__init__(self.text.en)


class ReadError(GoujiError):
    """A plan's file cannot be read; becomes an ``unreadable`` finding, the other plans go on."""


class StandardError(GoujiError):
    """A standard or an indicator file is wrong; the run stops with exit code 2."""


class RuleError(GoujiError):
    """A rule card is wrong; the run stops with exit code 2."""


class UnitError(GoujiError):
    """A unit is unknown or two units have no common dimension."""


class MatcherError(GoujiError):
    """A matcher failed or refused its input; a fault of the tool, never of the plan."""
