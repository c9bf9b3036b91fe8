"""The parts of an Office Open XML package: safe unpacking, and the walk through a Word document."""
