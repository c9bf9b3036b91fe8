"""Reading a document as an editor would: annexes, citations, damage, numbering, names, dates and places."""
