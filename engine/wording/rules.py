"""What is said about rule cards that cannot be used, and the words around cards in lists and documents."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "at": ("{file} 第{line}行：{problem}", "{file}, line {line}: {problem}"),
    "all": ("{problems}", "{problems}"),
    "missing-file": ("找不到文件：{file}。请检查路径。", "{file}: there is no such file. Check the path."),
    "unreadable": (
        "{file}：无法读取。请检查权限，并确认它是文件。",
        "{file} cannot be read. Check its permissions and that it is a file.",
    ),
    "not-text": ("{file}：文件不是 UTF-8 文本，请另存为 UTF-8。", "{file} is not UTF-8 text; save it as UTF-8."),
    "yaml": (
        "YAML 写法有误，请检查缩进（用空格，不用制表符）、冒号后的空格，引号和括号是否成对。",
        "This is not valid YAML ({cause}); check indents, quotes and the space after a colon.",
    ),
    "not-a-card": (
        "一份规则应是“键: 值”的列表，例如 id: below-floor。",
        "A card is a list of key: value, such as id: below-floor.",
    ),
    "key-twice": ("键 {name} 写了两次，请删去一处。", "Key {name} stands twice; delete one."),
    "key-unknown": ("没有键 {name}，可用：{known}。", "There is no key {name}. Keys: {known}."),
    "key-missing": ("缺少 {name}，请补上。", "{name} is missing; add it."),
    "one-of": ("{name} 应为以下之一：{known}。", "{name} must be one of: {known}."),
    "form": ("{name} 的写法不对，应为{wanted}。", "{name} has the wrong form; write {wanted}."),
    "form-text": ("一段文字", "a text"),
    "form-both": (
        "中英文各一段，例如 {{zh: …, en: …}}",
        "a text in each language, such as {{zh: …, en: …}}",
    ),
    "form-mapping": ("“键: 值”，例如 c: {{kind: commitment}}", "key: value, such as c: {{kind: commitment}}"),
    "form-list": ("列表，例如 [a, b]", "a list, such as [a, b]"),
    "form-example": (
        "{{plan: 方案文字, standard: 规定文字}}、{{plan: 方案文字}}、{{plans: [各地方案], standard: 上级文件}} 或 {{facts: [...]}} 之一",
        "one of {{plan: words, standard: words}}, {{plan: words}}, {{plans: [words, words], standard: words}} and {{facts: [...]}}",
    ),
    "form-certainty": ("certain、review 或 @代号.字段", "certain, review or @alias.field"),
    "form-figure": ("代号或 @代号.字段，例如 c、@t.stated", "an alias or @alias.field, such as c or @t.stated"),
    "id-file": (
        "id {id} 与文件名不一致，请写成 {wanted} 或改文件名。",
        "id {id} differs from the file's name; write {wanted} or rename the file.",
    ),
    "group-folder": (
        "group {group} 与所在文件夹 {folder} 不一致，请改 group 或移动文件。",
        "group {group} differs from the folder {folder}; change it or move the file.",
    ),
    "id-twice": (
        "规则 {id} 已在 {other} 中定义，请换一个 id。",
        "Rule {id} is defined in {other} already; choose another id.",
    ),
    "code-twice": (
        "检查代码 {code} 已用于规则 {other}，请换一个。",
        "Check code {code} belongs to rule {other} already; choose another.",
    ),
    "yield-unknown": (
        "yields_to 中的 {name} 不是任何规则的 id，请改正或删去。",
        "yields_to names {name}, which is no rule's id; correct or delete it.",
    ),
    "yield-circle": (
        "yields_to 互相循环：{circle}，请删去其中一处。",
        "yields_to runs in a circle: {circle}; delete one of them.",
    ),
    "alias-unknown": (
        "{name} 中的代号 {alias} 不在 when 里，可用：{known}。",
        "{name} uses alias {alias}, which is not in when. Aliases: {known}.",
    ),
    "field-unknown": (
        "{name} 中的 {field} 不是 {kind} 的字段，可用：{known}。",
        "{name} uses {field}, which is no field of {kind}. Fields: {known}.",
    ),
    "standard-kind": (
        "standard 应为 requirement 的代号，而 {alias} 是 {kind}。",
        "standard must be the alias of a requirement; {alias} is a {kind}.",
    ),
    "name-form": (
        "{{{name}}} 应写成 {{代号.字段}} 或 {{difference}}。",
        "Write {{{name}}} as {{alias.field}} or {{difference}}.",
    ),
    "difference-without": (
        "用了 {{difference}}，但没有写 expected 和 actual。",
        "{{difference}} needs expected and actual.",
    ),
    "languages-differ": (
        "{name} 的中文和英文所用的 {{…}} 不同：{names}。",
        "{name}: the two languages fill in different names: {names}.",
    ),
    "none-left": (
        "没有可用的规则：选用的规则又都被排除。请修改 select 和 ignore（命令行上的 --select、--ignore，或 gouji.yaml 中的）。",
        "No rule is left to check by. Change select and ignore (--select and --ignore, or those of gouji.yaml).",
    ),
    "unknown-rule": (
        "没有规则 {id}{hint}用 gouji rules list 查看全部规则。",
        "There is no rule {id}{hint} See gouji rules list for all of them.",
    ),
    "example-silent": (
        "{file}：fails 第{number}个例子没有触发规则 {rule}",
        "{file}: example {number} of fails does not raise {rule}",
    ),
    "example-fires": (
        "{file}：passes 第{number}个例子触发了规则 {rule}（{message}）",
        "{file}: example {number} of passes raises {rule} ({message})",
    ),
    "example-broken": ("{file} 第{number}个例子：{problem}", "{file}, example {number}: {problem}"),
    "example-kind": ("没有 {kind} 这种事实，可用：{known}。", "There is no kind of fact {kind}. Kinds: {known}."),
    "example-field": ("{kind} 没有 {field}，可用：{known}。", "{kind} has no {field}. Names: {known}."),
    "example-value": (
        "字段 {field} 的值 {value} 不可用，请写文字、整数、true/false 或加引号的分数。",
        "Field {field} cannot be {value}; write a text, a whole number, true/false or a quoted fraction.",
    ),
    "severity-error": ("错误", "error"),
    "severity-warning": ("警告", "warning"),
    "severity-note": ("提示", "note"),
    "group-conformance": ("与上位标准相符", "Conformance with the standards"),
    "group-consistency": ("自身勾稽", "Consistency within the plan"),
    "group-drafting": ("文稿质量", "Drafting"),
    "group-upkeep": ("标准库维护", "Upkeep of the standards"),
    "group-tool": ("工具自身", "The tool itself"),
}
