"""Finding figures in running text and joining those that belong together."""
