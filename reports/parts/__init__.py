"""What several formats are made of: the one view, its records, evidence, sentences, verdicts and pages."""
