"""Pages that are pictures: their text is recognised where the extra ``ocr`` is installed, and counts as to be reviewed."""
