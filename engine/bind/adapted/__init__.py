"""Requirements that follow from others: from a formula, for the plan's year, for the plan's own level."""
