"""Sentences that show how figures were added up, compared and counted."""

TEXTS: dict[str, tuple[str, str]] = {
    "sum-agrees": (
        "{sum}＝{computed}，与所列{stated}相符",
        "{sum} = {computed}, which is the {stated} stated",
    ),
    "sum-close": (
        "{sum}＝{computed}，所列{stated}，差额在四舍五入的范围之内",
        "{sum} = {computed} against {stated} stated, within what rounding allows",
    ),
    "sum-more": (
        "{sum}＝{computed}，所列{stated}，合计数比各项之和少{gap}",
        "{sum} = {computed}, but {stated} is stated: the total is {gap} less than its parts",
    ),
    "sum-less": (
        "{sum}＝{computed}，所列{stated}，合计数比各项之和多{gap}",
        "{sum} = {computed}, but {stated} is stated: the total is {gap} more than its parts",
    ),
    "sum-undecided": (
        "{sum}＝{computed}，所列{stated}，差{gap}；{reason}",
        "{sum} = {computed} against {stated} stated, {gap} apart; {reason}",
    ),
    "why-rounding": (
        "合计数若系四舍五入则相符，否则有误，不能断定",
        "they tie up if the total was rounded and do not otherwise, so nothing is decided",
    ),
    "why-damaged": (
        "表中有残缺或不能识别的单元格，不能断定",
        "the table has cells that are damaged or hold no figure, so nothing is decided",
    ),
    "why-blank": (
        "仅有一格空白，可能漏填，不能断定",
        "one cell alone is blank and may be a figure left out, so nothing is decided",
    ),
    "why-approximate": (
        "其中有约数，不能断定",
        "some of the figures are approximate, so nothing is decided",
    ),
    "why-memo": (
        "表中“其中”各行的归属不能确定，不能断定",
        "which rows are parts of which is not clear, so nothing is decided",
    ),
    "why-subtotal": (
        "合计与所列小计相符，差错在小计",
        "the total ties up with the subtotals stated, one of which does not",
    ),
    "why-structure": (
        "各列均不相符，表的结构可能另有含义，不能断定",
        "no column ties up, so the table may be built otherwise and nothing is decided",
    ),
    "join": ("{first}。{second}", "{first}. {second}"),
    "folded": ("{shown}＋……（共{count}项）", "{shown} + … ({count} parts)"),
    "no-figures": ("（各项均为空）", "(no figures)"),
    "blind": (
        "因各数经四舍五入，{blind}以内的差错无法发现",
        "since the figures are rounded, an error of up to {blind} could not be seen",
    ),
    "slip-scale": (
        "“{name}”的{printed}若为{instead}（单位或小数点有误）则正好相符",
        "it would tie up if {printed} of “{name}” were {instead} (a wrong unit or decimal point)",
    ),
    "slip-swap": (
        "“{name}”的{printed}若为{instead}（相邻两位数字颠倒）则正好相符",
        "it would tie up if {printed} of “{name}” were {instead} (two digits exchanged)",
    ),
    "slip-left-out": (
        "差额正好等于“{name}”的{printed}，合计可能漏加了这一项",
        "the gap is just the {printed} of “{name}”, which the total may leave out",
    ),
    "slip-twice": (
        "差额正好等于“{name}”的{printed}，合计可能重复加了这一项",
        "the gap is just the {printed} of “{name}”, which the total may count twice",
    ),
    "slip-total-swap": (
        "合计{printed}若为{instead}（相邻两位数字颠倒）则正好相符",
        "it would tie up if the total {printed} were {instead} (two digits exchanged)",
    ),
    "slip-total-digit": (
        "合计{printed}与{instead}仅一位数字不同，可能是笔误",
        "the total {printed} and {instead} differ in one digit, which may be a slip of the pen",
    ),
    "slip-subtotals": (
        "所列合计正好是各项与小计一并相加之数，小计被重复计算",
        "the total stated is the parts and their subtotals added together: subtotals are counted twice",
    ),
    "slip-crossing": (
        "“{row}”行与“{column}”列差额相同，交叉处的{printed}若为{instead}则行列均相符",
        "the row “{row}” and the column “{column}” are out by the same: both tie up if {printed} there were {instead}",
    ),
    "restated": ("“{first}”与“{second}”", "“{first}” and “{second}”"),
    "parts-agree": (
        "其中各项{sum}＝{computed}，与总数{stated}相符",
        "the parts {sum} = {computed}, which is the whole of {stated}",
    ),
    "parts-differ": (
        "其中各项{sum}＝{computed}，总数为{stated}，差{gap}",
        "the parts {sum} = {computed}, the whole is {stated}, {gap} apart",
    ),
    "parts-some": (
        "其中列出{sum}，合计{computed}，总数为{stated}，未声称列全",
        "{sum} are named, {computed} together, of {stated}; they do not claim to be all",
    ),
    "counted": (
        "文中称{stated}，实列{listed}：{names}",
        "{stated} are claimed, {listed} are listed: {names}",
    ),
    "counted-more": ("{names}……", "{names} …"),
    "change-from-to": (
        "由{before}到{after}，变动{change}",
        "from {before} to {after}, a change of {change}",
    ),
    "change-stated": (
        "由{before}到{after}，应为{computed}，文中为{stated}",
        "from {before} to {after} makes {computed}, the text says {stated}",
    ),
    "product": (
        "{factors}＝{computed}，文中为{stated}",
        "{factors} = {computed}, the text says {stated}",
    ),
    "difference": (
        "{whole}－{taken}＝{computed}，文中为{stated}",
        "{whole} − {taken} = {computed}, the text says {stated}",
    ),
    "ratio": (
        "{part}÷{whole}＝{computed}%，文中为{stated}%",
        "{part} ÷ {whole} = {computed} %, the text says {stated} %",
    ),
}
