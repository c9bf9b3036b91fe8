"""Reading tables: what heads, rows and cells say once the grid is known."""
