"""The one way in which tests run the examples of cards."""

from rules.examples import findings_of

__all__ = ["findings_of"]
