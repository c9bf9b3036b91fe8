"""Sentences of a comparison of two drafts: what became of each finding, and what has to be known to read it right."""

TEXTS: dict[str, tuple[str, str]] = {
    # errors
    "file-missing": (
        "找不到检查结果“{file}”。请检查路径。",
        "There is no result “{file}”. Check the path.",
    ),
    "not-opened": (
        "无法打开“{file}”（{why}）。请检查权限，或者换一个文件。",
        "“{file}” cannot be opened ({why}). Check its permissions, or give another file.",
    ),
    "not-json": (
        "“{file}”不是完整的 JSON（{where}）。请重新生成：gouji check 方案 --format json --output 结果.json。",
        "“{file}” is not whole JSON ({where}). Make it again: gouji check PLAN --format json --output RESULT.json.",
    ),
    "where": ("第{line}行", "line {line}"),
    "where-unknown": ("无法解析", "it cannot be parsed"),
    "not-a-result": (
        "“{file}”不是检查结果：没有 schema“gouji/findings/1”。请用 gouji check 方案 --format json 生成。",
        "“{file}” is no result of a check: it has no schema “gouji/findings/1”. Make one: gouji check PLAN --format json.",
    ),
    "other-schema": (
        "“{file}”是“{schema}”，不是检查结果。请用 gouji check 方案 --format json 生成。",
        "“{file}” is “{schema}” and no result of a check. Make one: gouji check PLAN --format json.",
    ),
    "newer-schema": (
        "“{file}”由更新的版本生成（{schema}），本版本只能读 {known}。请升级，或者用本版本重新检查。",
        "“{file}” was made by a later version ({schema}); this one reads {known}. Update, or check again with this one.",
    ),
    "key-missing": (
        "“{file}”缺少“{path}”，不是完整的检查结果。请用 gouji check 方案 --format json 重新生成。",
        "“{file}” lacks “{path}” and is no whole result. Make it again: gouji check PLAN --format json.",
    ),
    "key-wrong": (
        "“{file}”中“{path}”的内容不对。文件可能被改动过，请用 gouji check 方案 --format json 重新生成。",
        "“{path}” in “{file}” is not what it should be; the file may have been edited. Make it again with gouji check.",
    ),
    "one-result": (
        "新稿如果是检查结果（“{file}”），只能给一个文件；几份方案的结果在同一个文件里。",
        "A new draft that is a result (“{file}”) is one file alone; the results of several plans are in the same file.",
    ),
    "old-unread": (
        "上一稿“{file}”未能读取，无从比较。请换一个能读取的上一稿；只查本稿请用 gouji check。",
        "The last draft “{file}” could not be read: there is nothing to compare with. Give one that can be read, or use "
        "gouji check for this draft alone.",
    ),
    # why something was not checked again
    "why-plan": ("本次没有检查“{file}”", "“{file}” was not checked this time"),
    "why-other-plan": ("本稿是另一份方案", "this draft is another plan"),
    "two-plans": (
        "这是两份不同的方案，不能前后比较。上一稿：{old}；本稿：{new}。上一稿的问题均不能视为已整改。",
        "These are two different plans and no drafts of one. Last draft: {old}; this draft: {new}. Nothing counts as fixed.",
    ),
    "headline-two-plans": (
        "这是两份不同的方案，没有整改情况可比：上一稿{old}处问题均未再核对，本稿有{new}处",
        "Two different plans, nothing to compare: findings of the last draft, none checked again: {old}; of this one: {new}",
    ),
    "why-unread": ("“{file}”未能读取", "“{file}” could not be read"),
    "why-rule": ("本次没有使用规则 {rule}", "the rule {rule} was left out this time"),
    "why-standard": ("本次没有依据{standards}检查", "not checked against {standards} this time"),
    "why-requirement": ("本次依据的“{standard}”中没有这项要求", "“{standard}” as given this time does not ask for it"),
    "why-previous": ("本次没有与上一年度的方案比较", "not compared with the plan of the year before this time"),
    # what differs between the two checks
    "other-rules": (
        "两次检查所用的规则不同，有的变化可能来自规则，不是来自方案。",
        "The two checks used different rule cards: some differences may come from the rules and not from the plan.",
    ),
    "rules-only-now": (
        "上一次没有使用这些规则：{rules}。它们发现的问题在上一稿中可能已经存在。",
        "These rules were left out last time: {rules}. What they found may have been there in the last draft.",
    ),
    "plan-gone": (
        "本次没有检查“{file}”，其{n}处问题未再核对，不能视为已整改。",
        "“{file}” was not checked this time; its findings ({n}) were not looked at again and do not count as fixed.",
    ),
    "plan-added": (
        "上一次没有检查“{file}”，其{n}处问题均列为新出现。",
        "“{file}” was not checked last time; its findings ({n}) are all listed as new.",
    ),
    "unread-before": (
        "上一稿未能读取，“{file}”的问题均列为新出现。",
        "The last draft could not be read; the findings of “{file}” are all listed as new.",
    ),
    "unread-now": (
        "“{file}”未能读取，上一稿的问题未再核对，不能视为已整改。",
        "“{file}” could not be read; the findings of the last draft were not looked at again and do not count as fixed.",
    ),
    "other-place": (
        "“{file}”两稿的地区或年度不同（上一稿：{old}；本稿：{new}），请确认是同一份方案。",
        "Place or year of “{file}” differ (last draft: {old}; this draft: {new}): make sure that it is the same plan.",
    ),
    "other-day": (
        "“{file}”两次检查的标准施行基准日不同（上一稿：{old}；本稿：{new}）。",
        "The two checks of “{file}” take the standards of different days (last draft: {old}; this draft: {new}).",
    ),
    "standards-gone": (
        "“{file}”本次不再依据：{standards}。",
        "“{file}” is no longer checked against: {standards}.",
    ),
    "standards-added": (
        "“{file}”本次新增依据：{standards}。其问题在上一稿中可能已经存在。",
        "“{file}” is now checked against, too: {standards}. What this found may have been there in the last draft.",
    ),
    # the result
    "title": ("与上一稿的比较", "Compared with the last draft"),
    "headline": ("较上一稿：{parts}", "Since the last draft: {parts}"),
    "part-fixed": ("已整改{n}处", "{n} fixed"),
    "part-new": ("新出现{n}处", "{n} new"),
    "part-there": ("仍有{n}处", "{n} still there"),
    "part-unchecked": ("未再核对{n}处", "{n} not checked again"),
    "of-figure": ("其中{n}处数值有变化", "{n} with another figure"),
    "of-words": ("其中{n}处表述有变化", "{n} worded otherwise"),
    "of-waived": ("其中{n}处已豁免", "{n} waived"),
    "sums": (
        "上一稿{old}处 = 已整改{fixed} + 有变化{changed} + 未变化{unchanged} + 未再核对{unchecked}；"
        "本稿{new}处 = 新出现{fresh} + 有变化{changed} + 未变化{unchanged}",
        "last draft {old} = fixed {fixed} + changed {changed} + unchanged {unchanged} + not checked again {unchecked}; "
        "this draft {new} = new {fresh} + changed {changed} + unchanged {unchanged}",
    ),
    "old-draft": ("上一稿", "Last draft"),
    "new-draft": ("本稿", "This draft"),
    "state-new": ("新出现", "New"),
    "state-changed": ("有变化", "Changed"),
    "state-unchanged": ("仍然存在", "Still there"),
    "state-unchecked": ("未再核对", "Not checked again"),
    "state-fixed": ("已整改", "Fixed"),
    "unchecked-note": (
        "以下问题本次没有核对，不能视为已整改。",
        "These were not looked at this time; they must not be taken for fixed.",
    ),
    "changed-note": (
        "同一问题，数值或表述与上一稿不同，问题仍在。",
        "The same question with another figure or other words than in the last draft; it is still open.",
    ),
    "none": ("没有。", "None."),
    "why": ("未核对的原因", "Why not"),
    "waiver-granted": ("上一稿后已豁免", "Waived since the last draft"),
    "waiver-ended": ("不再豁免", "No longer waived"),
    "old-message": ("上一稿的问题：{message}", "In the last draft: {message}"),
    "severity-changed": ("级别由{old}变为{new}", "Was {old}, now {new}"),
    "remarks": ("比较说明", "About this comparison"),
    "of-plan": ("所属方案", "Plan"),
    "skip": ("跳到比较结果", "Skip to the comparison"),
}
