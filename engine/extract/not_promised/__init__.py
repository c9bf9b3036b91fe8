"""Telling what only looks like a promise: history, conditions, scores, counts of the plan itself, totals of others."""
