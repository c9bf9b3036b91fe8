"""Understanding tables: finding them in flattened text, reading heads, totals, units and figures."""
