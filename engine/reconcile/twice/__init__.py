"""The same thing said twice, in the body, in an annex or in a table: whether both figures can hold."""
