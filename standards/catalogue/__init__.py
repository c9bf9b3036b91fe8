"""The catalogue of indicators: what each is called, counted in and never to be confused with."""

from standards.catalogue.loading import INDICATORS, WORDS, check_catalogue, known_indicator_ids, load_catalogue

__all__ = ["INDICATORS", "WORDS", "check_catalogue", "known_indicator_ids", "load_catalogue"]
