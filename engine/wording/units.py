"""Sentences about units."""

TEXTS: dict[str, tuple[str, str]] = {
    "unknown": (
        "单位“{unit}”中的“{part}”不是已知的计量单位。请写成“元/人/月”“%”“人次”“平方米”这样的形式。",
        "“{part}” in the unit “{unit}” is no known measure. Write it like “元/人/月”, “%”, “人次” or “平方米”.",
    ),
    "incomparable": (
        "“{source}”与“{target}”量纲不同，不能换算。",
        "“{source}” and “{target}” measure different things and do not convert.",
    ),
}
