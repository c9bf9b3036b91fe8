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
    "worked": (
        "{formula}，按本方案{bases}折算为{value}",
        "{formula}, which with the plan's own {bases} comes to {value}",
    ),
    "derived": (
        "规定由其他标准推算：{formula}，按本方案写明的数值计算。",
        "The standard is derived: {formula}, reckoned with the plan's own figures.",
    ),
    "allocated": ("各地：{parts}；上级总量{stated}。", "The places: {parts}; the upper total is {stated}."),
    "last-draft": ("{words}（给了{drafts}份，只计最后一份）", "{words} (the last of {drafts} given)"),
    "compared": (
        "已与以前年度的方案“{title}”比较：两年都写明的标准、比率和常年服务{count}项，其中{falls}项下降。其他工作量逐年不同，不作比较。",
        "Compared with the earlier plan “{title}”: {count} benefits, rates and services kept up from year to year stated in both years, "
        "{falls} of them lower. Other amounts of work differ from year to year and are not compared.",
    ),
    "same-file": (
        "没有与上一年度比较：--previous 给的“{title}”与本方案是同一份文件。",
        "Not compared with last year: --previous names “{title}”, which is this very file.",
    ),
    "other-place": (
        "没有与上一年度比较：--previous 给的“{title}”是{place}的文件，不是本地的。",
        "Not compared with last year: “{title}”, named by --previous, is of {place}, another place.",
    ),
    "no-earlier": (
        "没有与上一年度比较：--previous 给的“{title}”是{year}年的文件，不早于本方案。",
        "Not compared with last year: “{title}”, named by --previous, is of {year}, no earlier than this plan.",
    ),
    "place-not-told": (
        "本方案或“{title}”没有写明地方，两份是否同一地方未核实。",
        "This plan or “{title}” names no place; whether both are of one place was not verified.",
    ),
    "year-not-told": (
        "本方案或“{title}”没有写明年度，先后未核实。",
        "This plan or “{title}” names no year; which is the earlier was not verified.",
    ),
    "none-here": (
        "方案说明本地{words}，不要求列入",
        "The plan says that its place has none (“{words}”)",
    ),
    "share-of-another": (
        "这是分解到{place}的任务，不要求本地承担",
        "This is the share of {place}, not asked of this place",
    ),
    "other-level": ("该规定不适用于本级。", "The requirement does not bind this level."),
}
