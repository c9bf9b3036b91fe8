"""Rules over facts: the rule form, and the matchers that execute it."""
