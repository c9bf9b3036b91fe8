"""Sentences for a keeper of standards: drafting, comparing versions, figures without an indicator."""

TEXTS: dict[str, tuple[str, str]] = {
    "draft": (
        "把上级文件起草成待复核的标准文件。",
        "Draft a standard's file from a higher document, for review.",
    ),
    "draft-output": ("写到这个文件，不覆盖已有文件。", "Write to this file; an existing one is not overwritten."),
    "place": ("文件所属的地方。", "The place that the document belongs to."),
    "diff": (
        "比较一份标准的两个版本，并指出所给方案受影响的数字。",
        "Compare two versions of a standard, and name the figures of given plans that are touched.",
    ),
    "show-on": (
        "显示这一天有效的数值；不写只列历次数值。",
        "The day whose values in force are shown; without it the history alone.",
    ),
    "diff-on": (
        "按这一天核对方案，缺省为方案年度的 12 月 31 日。",
        "The day on which plans are held against them; else 31 December of the plan's year.",
    ),
    "unresolved": (
        "列出方案中指标目录没有收录的数字，附最接近的指标。",
        "List the figures of plans that resolve to no indicator, with the nearest ones.",
    ),
    "format": ("输出格式。", "Output format."),
    "drafted": (
        "已起草：{file}，{figures} 项数值，{todos} 处 TODO 待核对",
        "Drafted: {file}, {figures:figure|figures}, {todos} TODO to settle",
    ),
    "exists": (
        "“{file}”已经存在，没有覆盖。请换一个文件名，或者先移走原文件。",
        "“{file}” exists already and was not overwritten. Choose another name, or move that file away.",
    ),
    "not-written": (
        "无法写入“{file}”（{why}）。请换一个位置。",
        "“{file}” cannot be written ({why}). Choose another place.",
    ),
    # differences
    "same": ("两个版本内容相同。", "The two versions are the same."),
    "head": ("文件信息", "The document"),
    "added": ("新增", "added"),
    "removed": ("删去", "removed"),
    "changed": ("修改", "changed"),
    "nothing-there": ("（无）", "(none)"),
    "field": ("{name}：{old} → {new}", "{name}: {old} → {new}"),
    "touched-head": ("{file}（{on}）受影响的数字：", "{file} ({on}), figures touched:"),
    "touched-none": ("{file}（{on}）：没有受影响的数字", "{file} ({on}): no figure is touched"),
    "touched": (
        "{label} {printed}（{quote}）：{before} → {after}",
        "{label} {printed} ({quote}): {before} → {after}",
    ),
    "stands-inside": ("符合", "meets it"),
    "stands-boundary": ("只差界限值", "short by the boundary alone"),
    "stands-outside": ("不符合", "does not meet it"),
    "stands-undecided": ("无法判定", "undecided"),
    "stands-none": ("没有规定", "nothing required"),
    "year-unknown": (
        "“{file}”年度不明，请用 --on 给出日期，例如 --on 2022-12-31。",
        "The year of “{file}” is not known. Give the day with --on, such as --on 2022-12-31.",
    ),
    # figures without an indicator
    "unresolved-place": ("{file} {place}：{quote}", "{file} {place}: {quote}"),
    "nearest": ("相近：{id} {name}", "near: {id} {name}"),
    "nearest-why": ("相近：{id} {name}——{why}", "near: {id} {name}: {why}"),
    "nearest-none": ("没有相近的指标", "no indicator is near"),
    "unresolved-count": (
        "{plans} 份方案共 {figures} 个数值，其中 {open} 个没有对应的指标（{labels} 种名称）。",
        "{plans:plan|plans}, {figures:figure|figures}, {open} of them without an indicator ({labels:label|labels}).",
    ),
    "stub-head": (
        "补入 standards/indicators/ 中相应主题的文件，定好编号，补写英文名、别名，删去不需要的。",
        "Put into the file of its theme in standards/indicators/: settle id, English name and aliases, delete the rest.",
    ),
}
