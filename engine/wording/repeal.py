"""Faults in what a standard says of its own repeal."""

TEXTS: dict[str, tuple[str, str]] = {
    "missing": (
        "写了由哪个文件废止（repealed_by），没有写废止日期。请补写 repealed: 2024-06-30（自这一天起失效）。",
        "repealed_by names what repealed it, and the day is missing. Add repealed: 2024-06-30 (no longer in force from then on).",
    ),
    "before-issue": (
        "废止日期 {repealed} 不晚于印发日期 {published}。请核对两个日期。",
        "It is repealed on {repealed}, no later than its issue on {published}. Check both days.",
    ),
    "begins-after": (
        "此数值自 {first} 起生效，而文件自 {repealed} 起已废止。请核对日期；数值出自另一文件的，补写它的 number 或 title。",
        "This value begins on {first}, and the document is repealed from {repealed} on. Check the days; "
        "where another document set the value, add that one's number or title.",
    ),
}
