"""Sentences on where a plan's place lies, and why it is not known."""

TEXTS: dict[str, tuple[str, ...]] = {
    "unstated": (
        "文中没有写明是哪个地方。请指明方案所在地，逐级书写，例如 安徽省/黄山市/黟县。",
        "The plan does not say which place it is for. Name it level by level, such as 安徽省/黄山市/黟县.",
        "--place",
    ),
    "ambiguous": (
        "全国有 {count} 处“{name}”，文中没有写明属于哪里，不作推测。请指明是其中哪一处：{candidates}。",
        "{count} places are called “{name}”, and the plan does not say which one it is; nothing is guessed. Say "
        "which: {candidates}.",
        "--place",
    ),
    "not-listed": (
        "地名表（截至 {until}）中没有“{name}”。请指明它的上级，例如 安徽省/黄山市。",
        "The table of places (as of {until}) has no “{name}”. Name the place above it, such as 安徽省/黄山市.",
        "--place",
    ),
    "below-not-listed": (
        "地名表（截至 {until}）中没有 {place} 的“{name}”，按 {place} 查找标准。",
        "The table of places (as of {until}) has no “{name}” in {place}; the standards of {place} were taken.",
    ),
    "zone": (
        "“{name}”不是行政区划（开发区、管委会等）。请指明它所在的县（市、区）。",
        "“{name}” is no administrative division but a zone or an office. Name the county it lies in.",
        "--place",
    ),
    "zone-in": (
        "“{name}”不是行政区划（开发区、管委会等），按其所在的 {place} 查找标准。",
        "“{name}” is no administrative division but a zone or an office; the standards of {place}, where it lies, were taken.",
    ),
    "by-context": (
        "全国有 {count} 处“{name}”；文中写有“{evidence}”，认定为 {place}。不符的，请更正。",
        "{count} places are called “{name}”; since the plan names “{evidence}”, it was taken for {place}. If that is "
        "wrong, correct it.",
        "--place",
    ),
    "differs": (
        "文中写的是“{name}”，按指定的 {place} 检查。",
        "The plan names “{name}”; it was checked as a plan of {place}, as the call says.",
    ),
    "nation-only": (
        "属地不明，标准库中只用了国家标准；省、市、县的标准没有核对。",
        "The place is not known: of the library only the national standards were used, none of province, city or county.",
    ),
    "year-unstated": (
        "年度不明，没有按标准检查。请指明方案年度。",
        "The plan's year is not known, so no standard was used. Say which year it is for.",
        "--year",
    ),
    "not-judged": (
        "没有指定审核当日，未判断标准是否超过核对期限。",
        "The day of the audit was not given: it was not judged whether standards are past their term of review.",
        "--today",
    ),
    "unknown": (
        "没有“{place}”这个地方（地名表截至 {until}）。是否应写：{near}？此后新设的，请写它的上级。",
        "There is no place “{place}” (the table is as of {until}). Did you mean: {near}? "
        "For a place set up since, give the one above it.",
    ),
    "unknown-alone": (
        "没有“{place}”这个地方（地名表截至 {until}）。请逐级书写，例如 安徽省/黄山市/黟县；此后新设的，请写它的上级。",
        "There is no place “{place}” (the table is as of {until}). Write it level by level, such as 安徽省/黄山市/黟县; "
        "for a place set up since, give the one above it.",
    ),
    "several": (
        "“{place}”有 {count} 处。请写明是哪一处：{candidates}。",
        "{count} places are called “{place}”. Say which one: {candidates}.",
    ),
    "no-division": (
        "“{place}”不是行政区划（开发区、管委会等）。请写它所在的县（市、区），例如 {near}。",
        "“{place}” is no administrative division but a zone or an office. Give the place it lies in, such as {near}.",
    ),
    "checked": (
        "上次核对{day}，期限{months}个月，今天是{today}",
        "last checked on {day}, term {months} months, today is {today}",
    ),
    "never-checked": ("从未核对", "never checked"),
}
