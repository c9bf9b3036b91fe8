"""What is said of the values in force: their state, their source, and why one of several counts."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "state-not-yet": ("尚未生效", "not yet in force"),
    "state-in-force": ("有效", "in force"),
    "state-repealed": ("已失效", "no longer in force"),
    "state-unknown": ("是否有效不明", "not known whether in force"),
    "confidence-primary": ("见原文", "seen in the document"),
    "confidence-press": ("见报道", "seen in the press"),
    "confidence-derived": ("推算", "derived"),
    "confidence-unverified": ("未核实", "unverified"),
    "choice-only": ("只有这一条标准有效", "it is the only one in force"),
    "choice-highest": ("在有效的 {count} 条中要求最高", "it asks the most of the {count} in force"),
    "choice-lowest": ("在有效的 {count} 条中限额最低", "it allows the least of the {count} in force"),
    "choice-same": ("各级数值相同，取最近的上级", "all levels ask the same, and this is the nearest one"),
    "aside-weaker": ("要求较低", "it asks less"),
    "aside-same": ("要求相同，层级较远", "it asks the same from farther above"),
    "aside-approximate": ("为约数，不能证明是否达到", "it is approximate, and nothing can be proven against it"),
    "aside-unit": ("单位不同，不能比较", "its unit is another one"),
    "show-on": ("{day} 有效情况", "In force on {day}"),
    "show-number-unknown": ("文号未核实", "document number not verified"),
    "show-checked": ("{confidence}，{checked} 查对", "{confidence}, checked on {checked}"),
    "show-never-checked": ("{confidence}，未记查对日期", "{confidence}, no date of a check"),
    "show-open": ("{first} 起", "from {first} on"),
    "show-unknown-start": ("起日不明", "first day unknown"),
    "show-published": ("{day} 印发", "issued on {day}"),
    "show-meet-by": ("{day} 前达到", "to be met by {day}"),
    "show-history": ("历次数值", "History"),
    "show-formula": ("按公式 {formula}", "by the formula {formula}"),
    "show-shares": ("已分解到 {count} 个下级单位", "shared out among {count} lower places"),
}
