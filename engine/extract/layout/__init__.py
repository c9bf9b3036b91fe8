"""What a document is made of: title, items, notes, responsible units, sentences."""
