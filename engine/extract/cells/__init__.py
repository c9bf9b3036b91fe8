"""Commitments and tasks in the cells of tables."""
