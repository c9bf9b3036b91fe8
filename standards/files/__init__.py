"""The file of a standard: its form, what is wrong in it and in which line, and the records it is built into."""
