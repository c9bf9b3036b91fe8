"""From a document to its commitments: items, figures, what they measure, who answers for them."""

from engine.extract.extraction import extract

__all__ = ["extract"]
