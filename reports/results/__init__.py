"""Our own JSON: its form, and reading it back."""
