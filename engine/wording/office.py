"""What is said about the files in which an office keeps its own waivers, decisions and settings."""

TEXTS: dict[str, tuple[str, ...]] = {
    "place": ("{file} 第{line}行", "{file}, line {line}"),
    "not-a-list": (
        "文件应以“{name}:”开头，下面每条以“- ”起行。",
        "The file begins with “{name}:”, and each entry below it with “- ”.",
    ),
    "not-a-mapping": (
        "文件应是“键: 值”的列表，可用的键：{known}。",
        "The file is a list of key: value. Keys: {known}.",
    ),
    "day": ("{name} 应是日期，写成 2024-12-31。", "{name} is a date, written 2024-12-31."),
    "text": ("{name} 应是一段文字，不能为空。", "{name} is a text and cannot be empty."),
    "list": ("{name} 应是列表，例如 [a, b]。", "{name} is a list, such as [a, b]."),
    "which": (
        "请写明豁免哪个问题：只写 fingerprint（问题标识），或者只写 rule 和 quote。",
        "Say which finding is let stand: by its fingerprint alone, or by rule and quote alone.",
    ),
    "fingerprint": (
        "问题标识“{name}”不完整。请照报告写全 16 位。",
        "“{name}” is no whole fingerprint. Write all its 16 characters, as in the report.",
    ),
    "correction-empty": (
        "decision 为 correct 时，请写改正后的 value（可带 op、unit、label、indicator）。",
        "With decision: correct, give the corrected value (and op, unit, label, indicator as needed).",
    ),
    "correction-stray": (
        "只有 decision 为 correct 时才能写 {name}，请删去。",
        "{name} goes with decision: correct only; delete it.",
    ),
    "amount": (
        'value 应是不带单位的数，加引号，例如 "1510"。',
        'value is a number without a unit, in quotes, such as "1510".',
    ),
    "unit-unknown": (
        "不认识单位“{unit}”。请写成 元/人/月、%、人 等。",
        "The unit “{unit}” is unknown. Write 元/人/月, %, 人 and the like.",
    ),
    "range-high": ("op 为 range 时要写 high，其他情况不写。", "high goes with op: range, and only with it."),
    "file-missing": (
        "找不到“{file}”（写在 {settings} 中）。请检查路径。",
        "“{file}”, named in {settings}, is not there. Check the path.",
    ),
    "several-settings": (
        "方案分放在几个文件夹，各有自己的设置（{files}）。请分别检查，或用 --settings 指定一份。",
        "The plans lie in folders with settings of their own ({files}). Check them apart, or name one with --settings.",
    ),
    "settings-used": ("按本单位的设置文件审核：{file}", "Settings of the office used: {file}"),
    "rules-left-out": ("本次没有使用的规则：{rules}", "Rules left out of this check: {rules}"),
    "waivers-not-judged": (
        "没有指定审核当日，未判断豁免是否到期。",
        "The day of the audit was not given: it was not judged whether waivers have run out.",
        "--today",
    ),
    "decided-accept": (
        "人工确认对应：“{quote}”（{by}，{on}；{reason}）",
        "Match confirmed by a person: “{quote}” ({by}, {on}; {reason})",
    ),
    "decided-reject": (
        "人工认定不对应，未作比较：“{quote}”（{by}，{on}；{reason}）",
        "Match rejected by a person, not compared: “{quote}” ({by}, {on}; {reason})",
    ),
    "decided-correct": (
        "人工更正读数：“{quote}”应为{printed}（{by}，{on}；{reason}）",
        "Reading corrected by a person: “{quote}” is {printed} ({by}, {on}; {reason})",
    ),
    "decided-dismiss": (
        "人工认定不是承诺，未作检查：“{quote}”（{by}，{on}；{reason}）",
        "A person ruled that this is no commitment, not checked: “{quote}” ({by}, {on}; {reason})",
    ),
    "decision-unmatched": (
        "{place}：方案中没有这样的数值",
        "{place}: the plan has no such figure",
    ),
    "decision-ambiguous": (
        "{place}：方案中有几处不同的数值写着同样的文字，请再写 label",
        "{place}: several figures of the plan read the same; add the label",
    ),
    "decision-no-indicator": (
        "{place}：指标目录中没有 {indicator}",
        "{place}: the catalogue has no indicator {indicator}",
    ),
    "decision-contrary": (
        "{file} 第{other}行与第{line}行是对同一数字“{quote}”的不同认定，请只留一条；指不同数字的，请写明 label。",
        "{file}: lines {other} and {line} rule differently on the same figure, “{quote}”. Keep one; where they mean "
        "different figures, add the label.",
    ),
    "decision-no-requirement": (
        "{place}：没有编号为 {requirement} 的要求",
        "{place}: there is no requirement {requirement}",
    ),
}
