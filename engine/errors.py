"""Errors that a user sees: file, place, what is wrong and what to do, in the user's language."""

from __future__ import annotations

from engine.wording import Text, phrase


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
