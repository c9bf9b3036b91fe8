"""Sentences on how a commitment was bound to a requirement."""

TEXTS: dict[str, tuple[str, str]] = {
    "bound-by-catalogue": (
        "方案的“{label}”与规定的“{requirement}”在指标目录中是同一指标。",
        "The plan's “{label}” and the standard's “{requirement}” are one indicator in the catalogue.",
    ),
    "bound-by-likeness": (
        "方案的“{label}”与规定的“{requirement}”名称相近、单位相同，按相近认定，请人工确认。",
        "The plan's “{label}” and the standard's “{requirement}” are alike in name and unit; a person should confirm.",
    ),
    "read-as": ("原文“{quote}”，读作{printed}。", "“{quote}” was read as {printed}."),
    "converted": ("换算：{printed}＝{converted}。", "Converted: {printed} = {converted}."),
    "cost-months": (
        "资金缺口：按原文“{people}”、全年12个月计算，{short}×{count}{head}×12＝{cost}。",
        "Cost of closing the gap, for the “{people}” of the text and twelve months a year: "
        "{short} × {count} × 12 = {cost}.",
    ),
    "cost-year": (
        "资金缺口：按原文“{people}”计算，{short}×{count}{head}＝每年{cost}。",
        "Cost of closing the gap, for the “{people}” of the text: {short} × {count} = {cost} a year.",
    ),
    "cost-terms": (
        "资金缺口：按原文“{people}”、全年{times}期计算，{short}×{count}{head}×{times}＝{cost}。",
        "Cost of closing the gap, for the “{people}” of the text and {times} terms a year: "
        "{short} × {count} × {times} = {cost}.",
    ),
    "derived": (
        "规定为推算值：{formula}，按本方案写明的数值计算。",
        "The standard is derived: {formula}, reckoned with the plan's own figures.",
    ),
    "allocated": ("各地：{parts}；上级总量{stated}。", "The places: {parts}; the upper total is {stated}."),
    "other-level": ("该规定不适用于本级。", "The requirement does not bind this level."),
}
