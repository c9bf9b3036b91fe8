"""The opinion (审核意见) as a Word document: what it says, and how that is written into a file."""
