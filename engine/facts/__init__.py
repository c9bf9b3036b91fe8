"""Facts: what was read, bound and reckoned, in the plain form that rule cards test."""
