"""Templates of the HTML report: the page, its style and its script, put together into one file when rendered."""
