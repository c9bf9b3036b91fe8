"""How printed figures add up: what each may have been before it was rounded, and what single slip explains a gap."""
