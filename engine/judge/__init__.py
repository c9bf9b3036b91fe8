"""From hits to findings, coverage and one verdict."""
