"""Where places lie: provinces to townships, as packaged data."""
