"""The levels of government, highest first, and the place that stands for the whole country."""

LEVELS = ("nation", "province", "city", "county", "township")
NATION = "全国"
