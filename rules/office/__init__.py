"""What an office keeps beside its plans: waivers, decisions, settings. One module a kind of file."""
