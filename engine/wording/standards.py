"""What is said of a standard's file that is wrong, and what to write instead."""

from __future__ import annotations

_QUOTE_IT = ("请加引号写成", "Write it in quotes:")

TEXTS: dict[str, tuple[str, str]] = {
    "refused": ("标准文件有误，未采用：\n{faults}", "The standard was refused:\n{faults}"),
    "unsettled": ("待核对：{what}", "to be settled: {what}"),
    "placeholder": ("待填写：{what}", "to be filled in: {what}"),
    "more-faults": (
        "另有 {count} 处错误未列出，请改正后再检查。",
        "Not listed: {count:more fault|more faults}. Mend these and check again.",
    ),
    # reading the file
    "not-a-file": ("不是普通文件，无法读取。", "This is not an ordinary file."),
    "cannot-read": (
        "无法读取文件（{reason}）。请核对路径和权限。",
        "The file cannot be read ({reason}). Check path and permissions.",
    ),
    "too-big": (
        "文件有 {size} MB，超过 1 MB 的上限。请按文件拆分，一份文件写一个标准。",
        "The file has {size} MB, more than the limit of 1 MB. Split it: one file for one document.",
    ),
    "not-utf8": (
        "文件不是 UTF-8 编码。请在编辑器中“另存为”，编码选 UTF-8。",
        "The file is not UTF-8. Choose “Save as” in your editor, with the encoding UTF-8.",
    ),
    "tab": (
        "此处有制表符（Tab）。请改用空格缩进，每级两个空格。",
        "There is a tab here. Use spaces, two for each level.",
    ),
    "control-character": (
        "此处有不可见的控制字符。请删除后重新输入。",
        "There is an invisible control character here. Delete it.",
    ),
    "full-width": (
        "此处用了全角符号“{mark}”。请改用半角的 : , [ ] {{ }} 和引号，冒号和逗号后空一格。",
        "“{mark}” is a full-width mark. Use the half-width : , [ ] {{ }} and quotes, with a space behind colon and comma.",
    ),
    "syntax": (
        "YAML 格式有误，读到此处无法继续。请检查缩进、冒号后的空格，引号和括号是否成对。",
        "This is no valid YAML from here on. Check indentation, the space behind colons, pairs of quotes and brackets ({problem}).",
    ),
    "empty": (
        "文件是空的。请至少写 title、level、place、requirements 四项。",
        "The file is empty. Write at least title, level, place and requirements.",
    ),
    "second-document": (
        "一个文件只能写一个标准。请删去“---”，把后面的内容另存为一个文件。",
        "One file holds one standard. Delete the “---” and put what follows into a file of its own.",
    ),
    "alias": (
        "不允许引用（*{name}）。请把内容直接写在此处。",
        "Aliases (*{name}) are not allowed. Write the content itself here.",
    ),
    "anchor": (
        "不允许锚点（&{name}）。请删去 &{name}。",
        "Anchors (&{name}) are not allowed. Delete &{name}.",
    ),
    "tag": (
        "不允许类型标签（{name}）。请删去标签，直接写内容。",
        "Tags ({name}) are not allowed. Delete the tag and write the content alone.",
    ),
    "too-deep": (
        "嵌套超过 {limit} 层。请按格式说明书写。",
        "This is nested more than {limit} levels deep. Keep to the format.",
    ),
    "too-many-nodes": (
        "内容超过 {limit} 项。请拆分为几个文件。",
        "The file has more than {limit} entries. Split it into several files.",
    ),
    "key-no-text": ("键名必须是文字，例如 title: …。", "A key must be a word, such as title: …."),
    "bare-word": (
        "“{text}”后面没有冒号，不成一项。请写成“键: 值”；如果是前一项文字的一部分，请给整段文字加引号。",
        "There is no colon behind “{text}”. Write “key: value”; if it belongs to the text before it, put that in quotes.",
    ),
    "duplicate-key": (
        "“{entry}”在第 {first} 行已经写过。请删去其中一处。",
        "“{entry}” stands in line {first} already. Delete one of the two.",
    ),
    "not-document": (
        "文件内容应为“键: 值”的形式，例如 title: …。",
        "The file must consist of “key: value” lines, such as title: ….",
    ),
    # keys and forms
    "key-near": ("没有“{entry}”这一项。是否应写 {near}？", "There is no key “{entry}”. Did you mean {near}?"),
    "key-unknown": (
        "没有“{entry}”这一项。此处可写：{accepted}。",
        "There is no key “{entry}”. What may stand here: {accepted}.",
    ),
    "key-missing": (
        "缺少 {entry}。请补写，例如 {example}。",
        "{entry} is missing. Add it, for example {example}.",
    ),
    "not-mapping": (
        "{entry} 之下应为“键: 值”的形式，请按格式说明改写。",
        "{entry} must hold “key: value” pairs. Write them as in the guide.",
    ),
    "not-list": ("{entry} 应为列表。请写成 [{text}]。", "{entry} must be a list. Write [{text}]."),
    "not-text": (
        "{entry} 应为文字，不能是列表或多项内容。请只写一个值。",
        "{entry} must be one text, no list and no pairs. Write one value.",
    ),
    "blank": ("{name} 不能为空，请填写。", "{name} must not be empty. Fill it in."),
    "no-requirements": (
        "requirements 不能为空。请至少写一条要求。",
        "requirements must not be empty. Write at least one.",
    ),
    "choice-near": (
        "{name} 不能写“{text}”。是否应写 {near}？可写：{accepted}。",
        "{name} cannot be “{text}”. Did you mean {near}? It may be: {accepted}.",
    ),
    "choice": (
        "{name} 不能写“{text}”。可写：{accepted}。",
        "{name} cannot be “{text}”. It may be: {accepted}.",
    ),
    "months": (
        "review_months 不能写“{text}”。请写 1 到 120 的整数（月），例如 12。",
        "review_months cannot be “{text}”. Write a whole number of months from 1 to 120, such as 12.",
    ),
    "id": (
        "名称“{text}”应由小写字母、数字和连字符组成。请写成 orphan-scattered 的样子。",
        "The name “{text}” must be small letters, digits and hyphens. Write it like orphan-scattered.",
    ),
    "id-proposed": (
        "名称“{text}”应由小写字母、数字和连字符组成。请写成 {proposal}。",
        "The name “{text}” must be small letters, digits and hyphens. Write {proposal}.",
    ),
    "duplicate-id": (
        "id“{id}”在第 {first} 行已经用过。请换一个名称。",
        "The id “{id}” is used in line {first} already. Choose another one.",
    ),
    # amounts, units, days
    "amount-unquoted": (
        f'{{name}} 的数值 {{text}} 没有加引号。{_QUOTE_IT[0]} "{{proposal}}"。',
        f'The amount {{text}} of {{name}} has no quotes. {_QUOTE_IT[1]} "{{proposal}}".',
    ),
    "amount-proposed": (
        f'{{name}} 的数值“{{text}}”不是阿拉伯数字的十进制数。{_QUOTE_IT[0]} "{{proposal}}"。',
        f'“{{text}}” of {{name}} is no plain decimal number. {_QUOTE_IT[1]} "{{proposal}}".',
    ),
    "amount": (
        '{name} 的数值“{text}”不是十进制数。请写成 "1100" 或 "4.5" 的样子（单位另写在 unit）。',
        '“{text}” of {name} is no decimal number. Write it like "1100" or "4.5" (its unit stands in unit).',
    ),
    "negative": (
        '{unit}的数值“{text}”是负数，而这里不会少于零。请核对原文，是否为 "{proposal}"？',
        "“{text}” ({unit}) is less than nothing, which it cannot be. Check the document: is it “{proposal}”?",
    ),
    "unit": (
        "单位“{text}”中的“{part}”不是已知的计量单位。请写成 元/人/月、%、人次、平方米 的样子。",
        "“{part}” in the unit “{text}” is no known measure. Write it like 元/人/月, %, 人次 or 平方米.",
    ),
    "unit-near": (
        "单位“{text}”中的“{part}”不是已知的计量单位。是否应写“{near}”？",
        "“{part}” in the unit “{text}” is no known measure. Did you mean “{near}”?",
    ),
    "unit-proposed": (
        "单位“{text}”的写法不规范。请写成 {proposal}（万、亿请折算进数值）。",
        "The unit “{text}” is spelled otherwise here. Write {proposal} (and put 万 and 亿 into the amount).",
    ),
    "day": (
        "{name} 的日期“{text}”读不懂。请写成 2022-03-01 的样子。",
        "“{text}” of {name} is no date. Write it like 2022-03-01.",
    ),
    "day-proposed": (
        "{name} 的日期“{text}”写法不对。请写成 {proposal}。",
        "“{text}” of {name} is no date as written here. Write {proposal}.",
    ),
    "day-impossible": (
        "{name} 的日期 {text} 不存在（可写 1949 至 2149 年）。请核对原文。",
        "There is no such day as {text} ({name}; years from 1949 to 2149). Check the document.",
    ),
    "day-impossible-proposed": (
        "{name} 的日期 {text} 不存在。请核对原文，是否为 {proposal}？",
        "There is no such day as {text} ({name}). Check the document: is it {proposal}?",
    ),
    "first-day-blank": (
        "from 不能为空。请写 2022-01-01 这样的日期；确实不知道就写 unknown。",
        "from must not be empty. Write a date like 2022-01-01, or unknown where nobody knows.",
    ),
    "days-reversed": (
        "末日 {last} 早于首日 {first}。请核对 from 和 to 是否写反。",
        "The last day {last} is before the first day {first}. Are from and to the wrong way round?",
    ),
    "overlap": (
        "此数值自 {first} 起，与第 {other} 行的数值同时有效。同一天只能有一个数值，请把前一个的 to 改为 {wanted}。",
        "This value begins on {first}, while that of line {other} is in force. "
        "One day has one value: let the earlier one end with to: {wanted}.",
    ),
    "overlap-open": (
        "此数值自 {first} 起，而第 {other} 行的数值没有终止日。请给前一个补写 to: {wanted}。",
        "This value begins on {first}, and that of line {other} never ends. Add to: {wanted} to the earlier one.",
    ),
    # what fits together
    "values-missing": (
        'binding 为 {binding} 时必须写数值。请补写 values: [{{from: 2022-01-01, op: ">=", value: "1100", unit: 元/人/月}}]。',
        'A {binding} needs a value. Add values: [{{from: 2022-01-01, op: ">=", value: "1100", unit: 元/人/月}}].',
    ),
    "value-missing": (
        '缺少 value（数值）。请补写，例如 value: "1100"；只要求有此事项的，binding 请写 duty，不写 values。',
        'value is missing. Add it, such as value: "1100"; where only the matter itself is asked for, '
        "write binding: duty and no values.",
    ),
    "meet-by-missing": (
        "规划目标（target）必须写达到期限。请补写 meet_by: 2025-12-31。",
        "A target needs the day by which it is to be met. Add meet_by: 2025-12-31.",
    ),
    "formula-missing": (
        '派生标准（derived）必须写公式。请补写 formula: "1.3 * urban-minimum-living-allowance"。',
        'A derived standard needs its formula. Add formula: "1.3 * urban-minimum-living-allowance".',
    ),
    "derived-with-values": (
        "派生标准（derived）的数值由公式算出，不写 values。请删去 values，起止日写在 from 和 to。",
        "The values of a derived standard follow from its formula. Delete values and write its days as from and to.",
    ),
    "formula-unasked": (
        "binding 为 {binding} 时不用公式。请把 binding 改为 derived，或者删去 formula。",
        "A {binding} takes no formula. Write binding: derived, or delete formula.",
    ),
    "formula-of-itself": ("公式引用了自身（{name}），请写所依据的标准。", "The formula rests on itself: {name}."),
    "formula": (
        "公式“{formula}”中的“{part}”读不懂。请写成“1.3 * 城市低保标准”或“1.3 * urban-minimum-living-allowance”，几项相加用 +。",
        "“{part}” in the formula “{formula}” cannot be read. Write “1.3 * 城市低保标准” or "
        "“1.3 * urban-minimum-living-allowance”, several joined by +.",
    ),
    "shares-unasked": (
        "只有分解任务（total）才写 shares。请把 binding 由 {binding} 改为 total，或者删去 shares。",
        "Only a total has shares. Write binding: total instead of {binding}, or delete shares.",
    ),
    "share-blank": (
        "shares 中“{name}”没有数额。请填写，没有任务的不写。",
        "“{name}” has no share. Fill it in, or delete the line.",
    ),
    "days-unasked": (
        "有 values 时，{entry} 写在每个数值里。请把此处的 {entry} 移到 values 之中。",
        "Where there are values, {entry} stands with each of them. Move this {entry} into values.",
    ),
    "op-contrary": (
        "binding 为 {binding} 时比较符不能是 {op}。请核对是下限（floor，用 >= 或 >）还是上限（ceiling，用 <= 或 <）。",
        "A {binding} cannot have {op}. Is it a floor (>= or >) or a ceiling (<= or <)?",
    ),
    "high-missing": (
        'op 为 range 时必须写上限。请补写 high: "3"。',
        'A range needs its upper end. Add high: "3".',
    ),
    "high-unasked": (
        "只有 op 为 range 时才写 high。请把 op 由 {op} 改为 range，或者删去 high。",
        "Only a range has a high. Write op: range instead of {op}, or delete high.",
    ),
    "high-low": (
        "上限 {high} 没有大于下限 {low}。请核对 value 和 high 是否写反。",
        "The upper end {high} is not above the lower end {low}. Are value and high the wrong way round?",
    ),
    "place-form": (
        "属地“{place}”写法不对。请逐级书写，用 / 隔开，例如 安徽省/黄山市/黟县；国家写 全国。",
        "The place “{place}” is not written as a path. Write it level by level, such as 安徽省/黄山市/黟县, or 全国.",
    ),
    "place-level": (
        "属地“{place}”与层级 {level} 不符，应为 {fitting}。请改 level，或者把属地逐级写全，例如 安徽省/黄山市/黟县。",
        "The place “{place}” does not fit the level {level}, but {fitting}. Mend level, or write the place in full, "
        "such as 安徽省/黄山市/黟县.",
    ),
    "level-above": (
        "{own} 的文件不能约束上级（{level}）。applies_to 可写：{lower}。",
        "A document of the {own} level cannot bind the level above it ({level}). applies_to may be: {lower}.",
    ),
    "indicator-near": (
        "指标目录中没有“{id}”。是否应写 {near}？",
        "There is no indicator “{id}” in the catalogue. Did you mean {near}?",
    ),
    "indicator-unknown": (
        "指标目录中没有“{id}”。请先在指标目录中增加，或者删去此项（将按名称匹配）。",
        "There is no indicator “{id}” in the catalogue. Add it there, or delete it (it is then matched by its label).",
    ),
    # the library's folders
    "folder-place": (
        "文件放在“{folder}”文件夹，而属地写的是“{place}”。请移到 {place} 文件夹，或者改正 place。",
        "The file lies in the folder “{folder}”, but its place is “{place}”. Move it to {place}, or mend place.",
    ),
    "file-name": (
        "文件名“{name}”应为“年份-名称.yaml”，例如 2022-livelihood.yaml。请改名。",
        "The file's name “{name}” must be year-name.yaml, such as 2022-livelihood.yaml. Rename it.",
    ),
    "file-suffix": (
        "标准库中只读 .yaml 文件，“{name}”不会被采用。请改名为 {wanted}，或者移出标准库。",
        "Only .yaml files of the library are read, and “{name}” is none. Rename it to {wanted}, or move it elsewhere.",
    ),
    "no-standards": (
        "文件夹“{folder}”不存在，或者其中没有标准文件（.yaml）。请核对路径。",
        "There is no folder “{folder}”, or no standard (.yaml) in it. Check the path.",
    ),
    "no-nation": (
        "标准库“{folder}”中没有“全国”文件夹，或者系统的字符集读不出它的名字。请重新安装，或设置 PYTHONUTF8=1 后再运行。",
        "The library “{folder}” has no folder 全国, or this system's character set cannot spell it. Install again, or set PYTHONUTF8=1.",
    ),
    "no-library": ("找不到标准库文件夹：{folder}。", "There is no library folder {folder}."),
}
