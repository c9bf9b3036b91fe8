"""What is said about rules that cannot be compiled and about the matchers."""

_AT_ZH, _AT_EN = "规则 {rule} 的 {alias}：", "Rule {rule}, {alias}: "

TEXTS: dict[str, tuple[str, str]] = {
    "when-empty": (
        "规则 {rule}：when 至少要有一个条件组，例如 c: {{kind: commitment}}。",
        "Rule {rule}: when needs at least one pattern, such as c: {{kind: commitment}}.",
    ),
    "part-form": (
        "规则 {rule}：{part} 应写成“代号: {{字段: 条件}}”，例如 c: {{kind: commitment}}。",
        "Rule {rule}: {part} must be written alias: {{field: condition}}, such as c: {{kind: commitment}}.",
    ),
    "pattern-form": (
        _AT_ZH + "应写成 {{字段: 条件}}，例如 {{kind: commitment, unit: 元}}。",
        _AT_EN + "write {{field: condition}}, such as {{kind: commitment, unit: 元}}.",
    ),
    "alias-name": (
        "规则 {rule}：代号 {alias} 不可用，请用字母开头、由字母、数字和下划线组成的名称。",
        "Rule {rule}: {alias} cannot be an alias; use letters, digits and underscores, a letter first.",
    ),
    "alias-twice": (
        "规则 {rule}：代号 {alias} 在 when 和 without 中重复，请改用另一个名称。",
        "Rule {rule}: alias {alias} stands in both when and without; give one of them another name.",
    ),
    "kind-missing": (
        _AT_ZH + "缺少 kind，请写明事实种类，例如 kind: commitment。",
        _AT_EN + "kind is missing; name one kind of fact, such as kind: commitment.",
    ),
    "kind-unknown": (
        _AT_ZH + "没有 {kind} 这种事实{hint}可用：{known}。",
        _AT_EN + "there is no kind of fact {kind}{hint} Kinds: {known}.",
    ),
    "field-unknown": (
        _AT_ZH + "{kind} 没有字段 {field}{hint}可用：{known}。",
        _AT_EN + "{kind} has no field {field}{hint} Fields: {known}.",
    ),
    "ref-form": (
        _AT_ZH + "字段 {field} 的引用 {value} 应写成 @代号.字段，例如 @r.low。",
        _AT_EN + "field {field}: write the reference {value} as @alias.field, such as @r.low.",
    ),
    "ref-unknown": (
        _AT_ZH + "字段 {field} 引用的代号 {target} 不在它前面的 when 条件组中{hint}",
        _AT_EN + "field {field} refers to {target}, which is no earlier pattern of when{hint}",
    ),
    "operator-unknown": (
        _AT_ZH + "字段 {field} 的比较符 {op} 无效{hint}可用：{known}。",
        _AT_EN + "field {field}: there is no operator {op}{hint} Operators: {known}.",
    ),
    "condition-empty": (
        _AT_ZH + "字段 {field} 没有写值，请写出一个值、@代号.字段，或删去该字段。",
        _AT_EN + "field {field} has no value; write a value or @alias.field, or leave the field out.",
    ),
    "constant-type": (
        _AT_ZH + "字段 {field} 的值 {value} 不可用，请写文字、整数或 true/false（日期用序数，小数见 lt、gt）。",
        _AT_EN + "field {field} cannot be compared with {value}; write a text, a whole number or true/false"
        " (dates are ordinals; for decimals see lt and gt).",
    ),
    "order-constant": (
        _AT_ZH + '字段 {field} 用 {op} 比较的值 {value} 不是数，请写整数、加引号的小数（如 "12.5"）或 @代号.字段。',
        _AT_EN + 'field {field}: {op} needs a whole number, a quoted decimal ("12.5") or @alias.field, not {value}.',
    ),
    "list-operator": (
        _AT_ZH + "字段 {field} 的列表不能与 {op} 连用，只能表示“其中之一”（eq）或“都不是”（neq）。",
        _AT_EN + "field {field}: a list means one of these (eq) or none of these (neq); {op} takes no list.",
    ),
    "list-reference": (
        _AT_ZH + "字段 {field} 的列表中不能有引用 {value}，只能写常量。",
        _AT_EN + "field {field}: a list holds constants only, not the reference {value}.",
    ),
    "plan-condition": (
        _AT_ZH + "不要对 plan 另设条件：同一条规则的各条件组总是属于同一份方案。",
        _AT_EN + "leave plan out; the patterns of a rule always belong to one plan.",
    ),
    "value-type": (
        "匹配器不接受 {plan} 中事实 {fact} 的字段 {field}：{type} 不是文字、真假值或精确数。",
        "The matcher refuses field {field} of fact {fact} in {plan}: {type} is no text, truth value or exact number.",
    ),
    "fact-bare": (
        "第 {number} 条事实缺少 kind、id 或 plan，无法匹配。",
        "Fact number {number} lacks kind, id or plan and cannot be matched.",
    ),
    "durable-missing": (
        "未安装 durable_rules，请在 Python 3.11 或 3.12 下，在 gouji 的目录中运行 pip install '.[durable]'，"
        "或改用 --matcher indexed。",
        "durable_rules is not installed: run pip install '.[durable]' in gouji's folder on Python 3.11 or 3.12,"
        " or use --matcher indexed.",
    ),
    "durable-python": (
        "durable_rules 不支持 Python {version}，请在 Python 3.11 或 3.12 下，在 gouji 的目录中运行 pip install '.[durable]'，"
        "或改用 --matcher indexed。",
        "durable_rules does not run on Python {version}: run pip install '.[durable]' in gouji's folder on Python 3.11 or 3.12,"
        " or use --matcher indexed.",
    ),
    "durable-import": (
        "durable_rules 无法载入（{cause}），请在 Python 3.11 或 3.12 下，在 gouji 的目录中重新运行 pip install '.[durable]'，"
        "或改用 --matcher indexed。",
        "durable_rules cannot be loaded ({cause}): run pip install '.[durable]' in gouji's folder again, on Python 3.11 or 3.12,"
        " or use --matcher indexed.",
    ),
    "worker-died": (
        "durable 匹配器的工作进程在处理 {plan} 时两次中断，该方案未能匹配，请改用 --matcher indexed。",
        "The durable matcher's worker process died twice on {plan}, which was not matched; use --matcher indexed.",
    ),
    "worker-failed": (
        "durable 匹配器处理 {plan} 时出错（{cause}），结果不可信，请改用 --matcher indexed。",
        "The durable matcher failed on {plan} ({cause}), so its result cannot be trusted; use --matcher indexed.",
    ),
    "false-hit": (
        "durable 匹配器报告规则 {rule} 命中 {facts}，按精确值复核不成立，结果不可信，请改用 --matcher indexed。",
        "The durable matcher reported rule {rule} for {facts}, which exact values do not confirm;"
        " use --matcher indexed.",
    ),
    "double-hit": (
        "durable 匹配器重复报告规则 {rule} 命中 {facts}，结果不可信，请改用 --matcher indexed。",
        "The durable matcher reported rule {rule} for {facts} more than once; use --matcher indexed.",
    ),
    "unrepresentable": (
        "规则 {rule} 无法用 durable 匹配器表示：{reason}。请改用 --matcher indexed。",
        "The durable matcher cannot represent rule {rule}: {reason}. Use --matcher indexed.",
    ),
    "no-kind": ("条件组 {alias} 没有固定的 kind", "pattern {alias} has no constant kind"),
    "no-plan-join": ("条件组 {alias} 没有与前面的条件组同属一份方案的条件", "pattern {alias} is not joined on plan"),
    "too-many-patterns": ("条件组超过 {limit} 个", "it has more than {limit} patterns"),
    "too-many-terms": ("条件组 {alias} 的条件过多", "pattern {alias} has too many conditions"),
    "too-many-alternatives": ("列表组合超过 {limit} 种", "its lists combine in more than {limit} ways"),
}
