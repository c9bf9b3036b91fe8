"""Sample plans and a sample standard to try the program on. Places, offices and figures are invented."""
