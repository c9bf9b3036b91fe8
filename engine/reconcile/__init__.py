"""The arithmetic of a plan: totals, parts, restatements, counts, changes, products and ratios, as facts."""
