"""Which commitment answers which requirement, and which pairs must not be compared."""
