"""Office files: safe unpacking, the walk through a Word document, and the sheets of workbooks."""
