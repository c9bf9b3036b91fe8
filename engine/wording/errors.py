"""Words that errors of every part share."""

TEXTS: dict[str, tuple[str, str]] = {
    "did-you-mean": ("，是否应为 {near}？", "; did you mean {near}?"),
    "full-stop": ("。", "."),
}
