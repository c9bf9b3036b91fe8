"""A saved web page: which part of it is the document, and its paragraphs and tables."""
