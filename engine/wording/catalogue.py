"""Sentences about the catalogue: why an indicator was not taken, and what is wrong in its files."""

TEXTS: dict[str, tuple[str, str]] = {
    "unit": ("“{name}”以{detail}计，与所用单位不符", "“{name}” is measured in {detail}, not in the unit printed"),
    "measure": (
        "“{name}”不是同一类数值（人均标准与资金总额不能混用）",
        "“{name}” is another kind of figure (a benefit per head is no sum of money)",
    ),
    "excluded": ("名称中有“{detail}”，不是“{name}”", "the label says “{detail}”, which is not “{name}”"),
    "other-thing": ("名称落在“{detail}”上，不是“{name}”", "the label ends in “{detail}”, which is not “{name}”"),
    "contrast": (
        "与“{detail}”口径不同而名称兼有两者，不能认定为“{name}”",
        "the label names both this and {detail}, which are never merged: “{name}” not taken",
    ),
    "ambiguous": ("与“{detail}”同样相符，不能认定为“{name}”", "fits {detail} just as well: “{name}” not taken"),
    "less-specific": ("“{detail}”更贴切，故不取“{name}”", "{detail} is the closer name, so “{name}” was not taken"),
    "refused": ("指标目录有误：\n{faults}", "The catalogue of indicators has errors:\n{faults}"),
    "no-folder": ("找不到指标目录“{folder}”。", "There is no folder of indicators “{folder}”."),
    "not-a-mapping": ("这里应当是“键: 值”。", "Expected “key: value” here."),
    "unknown-key": ("不认识“{entry}”，是否应为“{nearest}”？", "“{entry}” is unknown; did you mean “{nearest}”?"),
    "unknown-key-only": ("不认识“{entry}”；可用的有{known}。", "“{entry}” is unknown; known are {known}."),
    "missing-key": ("缺少“{entry}”。", "“{entry}” is missing."),
    "bad-value": (
        "“{entry}”的值“{value}”不对：应为{expected}。",
        "“{value}” is no value for “{entry}”: expected {expected}.",
    ),
    "bad-id": (
        "编号“{value}”应由小写英文词和连字符组成，如 orphan-living-allowance。",
        "The id “{value}” should be lower-case English words joined by hyphens, like orphan-living-allowance.",
    ),
    "bad-unit": (
        "单位“{value}”不是已知的计量单位；请写成“元/人/月”“%”“人次”这样的形式。",
        "“{value}” is no known unit; write it like “元/人/月”, “%” or “人次”.",
    ),
    "duplicate-id": (
        "编号“{id}”已在{other}中用过；请换一个，或合并两处。",
        "The id “{id}” is used in {other} already; choose another or merge the two.",
    ),
    "duplicate-alias": (
        "别名“{alias}”与“{other}”的别名、单位都相同，两者无法区分；请加词或改单位。",
        "The alias “{alias}” is also one of “{other}” with the same unit, so the two cannot be told apart; add a word.",
    ),
    "unknown-contrast": (
        "contrasts 中的“{id}”不在目录里，是否应为“{nearest}”？",
        "“{id}” under contrasts is in no file; did you mean “{nearest}”?",
    ),
    "unknown-contrast-only": ("contrasts 中的“{id}”不在目录里。", "“{id}” under contrasts is in no file."),
    "short-word": (
        "“{alias}”中的“{word}”太短：每个词至少两个字。",
        "“{word}” in “{alias}” is too short: every word needs at least two characters.",
    ),
    "word-twice": (
        "“{name}”中“{word}”出现了两次；一个词只能属于一个值。",
        "“{word}” stands twice under “{name}”; a word belongs to one value only.",
    ),
    "self-excluded": (
        "not 中的“{word}”出现在自己的别名“{alias}”里，别名永远不会生效。",
        "“{word}” under not is part of the alias “{alias}”, which could then never match.",
    ),
    "word-in-word": (
        "别名“{alias}”中“{word}”已包含在另一个词里，请去掉。",
        "In “{alias}” the word “{word}” is part of another word; leave it out.",
    ),
}
