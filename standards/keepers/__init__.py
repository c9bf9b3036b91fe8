"""For those who keep standards: drafting, showing, comparing versions, what is left to settle."""
