"""What is in force: for which place, on which day, and which of several values counts."""
