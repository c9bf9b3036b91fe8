"""Words of plans that several modules look for, one concept a module; each name is the inside of a group of a pattern."""
