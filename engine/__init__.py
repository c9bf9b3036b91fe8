"""The core of gouji: what a figure is, how it is read, bound, reckoned and judged. It knows no law and no file format."""
