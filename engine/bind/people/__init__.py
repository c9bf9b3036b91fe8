"""For whom figures are: ages, groups, kinds of people and places, and how those of two documents relate."""
