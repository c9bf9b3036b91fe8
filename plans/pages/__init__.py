"""Printed pages: characters at places, lines and paragraphs out of them, and tables between ruled lines."""
