"""Cleaning: one spelling for every character, damage taken out, and a map back to the text as given."""
