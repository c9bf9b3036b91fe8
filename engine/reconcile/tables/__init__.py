"""The arithmetic of tables: which rows and columns claim to follow from others, and whether they do."""
