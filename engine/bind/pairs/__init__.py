"""The ways in which a figure of a plan is found to answer a requirement, each in a module of its own."""
