"""What is wrong with a call: our Chinese above the words of click, which are the English."""

TEXTS: dict[str, tuple[str, str]] = {
    "no-option": ("没有选项 {name}{near}", "{said}"),
    "near": ("，是否应为 {names}？", "; did you mean {names}?"),
    "missing": ("缺少 {name}，请补上。", "{said}"),
    "no-value": ("选项 {name} 的写法不对：后面缺少内容，或者不应有内容。", "{said}"),
    "bad-value": ("{name} 的内容{value}不对，{wanted}。", "{said}"),
    "one-of": ("可写：{names}", "one of {names}"),
    "day": ("应为日期，写成 2024-12-31", "a day such as 2024-12-31"),
    "between": ("应为 {low} 至 {high} 的整数", "a whole number from {low} to {high}"),
    "not-empty": ("不能为空；不需要这一选项的，整个删去", "must not be empty; leave the option out"),
    "usage": ("用法：", "Usage: "),
    "options": ("选项", "Options"),
    "commands": ("命令", "Commands"),
    "shows-help": ("显示本说明。", "Show this message and exit."),
    "hint": ("用 {command} --help 查看写法。", "Try {command} --help."),
    "error-both": ("错误 Error：{said}", "Error: {said}"),
    "lang-first": (
        "--lang 写在命令之后，例如 gouji check 方案.docx --lang en。",
        "--lang stands behind the command, as in gouji check PLAN --lang en.",
    ),
    "lang-none": ("这个命令不分语言，请删去 --lang。", "This command speaks no language: leave out --lang."),
    "no-command": (
        "没有命令“{name}”{near}用 {command} --help 查看全部命令。",
        "{said}",
    ),
    "extra": ("多写了“{extra}”，请删去，或者检查前面的选项是否少写了内容。", "{said}"),
    "error": ("错误：{said}", "Error: {said}"),
    "by-option": ("（命令行选项：{option}）", " (option: {option})"),
    "look": ("请用 --help 查看写法", "see --help"),
    "other": ("命令的写法不对。用 gouji --help 查看写法。", "{said}"),
}
