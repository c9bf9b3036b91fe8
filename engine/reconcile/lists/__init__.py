"""What a plan claims to hold against what it lists: items, indicators, annexes, names."""
