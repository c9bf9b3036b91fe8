"""Standards as data: the library of dated, cited values, its loader and validator, and what is in force on a day."""
