"""What a higher document asks of its lower levels, and what it keeps for itself."""
