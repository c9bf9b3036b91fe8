"""Which indicator of the catalogue a figure is about, and whether two labels name the same thing."""
