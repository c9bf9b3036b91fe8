"""What a figure means: exact amounts, their units, and the set of values that the words around them allow."""
