"""Until when a figure is promised, wherever the plan says so."""
