"""What a figure measures, in words that stand by themselves, and the qualifiers that set it apart."""
