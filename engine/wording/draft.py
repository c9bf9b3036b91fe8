"""Comments in a standard's file that was drafted from a document: what was guessed and why, what a person has to settle."""

TEXTS: dict[str, tuple[str, str]] = {
    "head": (
        "由“{file}”起草，尚未复核。标有 TODO 的逐项核对原文，改好后删去 TODO；",
        "Drafted from “{file}”, not reviewed. Settle every TODO against the document, then delete it;",
    ),
    "head-next": (
        "复核完毕，把 confidence 改为 primary，填写 checked、entered_by、reviewed_by。",
        "when all is reviewed, write confidence: primary and fill in checked, entered_by and reviewed_by.",
    ),
    "number": (
        "TODO 没有读到发文字号；确实没有的，留空",
        "TODO no document number was found; leave it empty if it has none",
    ),
    "issuer": ("TODO 没有读到发文机关", "TODO no issuer was found"),
    "title": ("TODO 没有读到标题", "TODO no title was found"),
    "level": ("TODO 没有读到层级，暂写 {level}", "TODO the level was not found; {level} stands in for it"),
    "place": (
        "TODO 属地不明，逐级补写，例如 安徽省/黄山市/黟县",
        "TODO the place is not known; write it level by level, such as 安徽省/黄山市/黟县",
    ),
    "place-said": ("TODO 核对属地：{remark}", "TODO check the place: {remark}"),
    "published": (
        "TODO 印发日期：文中写有 {date}，核对是否为印发日期（不是网页发布日期）后填写",
        "TODO the date of issue: the text has {date}; write it if it is that, and not the day of a web page",
    ),
    "published-unknown": ("TODO 没有读到印发日期", "TODO no date of issue was found"),
    "unreviewed": ("TODO 复核后改为 primary", "TODO primary after review"),
    "quote": ("原文{place}：{quote}", "in the document, {place}: {quote}"),
    "at-characters": ("第{line}行，第{start}至{end}字符", "line {line}, characters {start} to {end}"),
    "at-page": ("第{page}页", "page {page}"),
    "at-cell": ("单元格 {cell}", "cell {cell}"),
    "at-block": ("第{block}段", "block {block}"),
    "floor-rate": ("比例类指标，推定为下限", "a rate, taken as a minimum"),
    "floor-standard": ("待遇、补助标准，推定为下限", "a benefit or subsidy, taken as a minimum"),
    "floor-bare": (
        "TODO 原文没有“不低于”一类用语，推定为下限；下级只能照此执行的，改为 fixed",
        "TODO worded without “at least”, taken as a minimum; where lower levels can only carry it out, write fixed",
    ),
    "ceiling-limit": ("原文为上限用语", "worded as a cap"),
    "ceiling-low": ("原文写“不超过”“以内”一类", "worded as “no more than”"),
    "fixed": (
        "原文要求各地统一执行，推定为定值",
        "worded as one figure for all places, taken as fixed",
    ),
    "derived": ("按公式推算的下限", "a minimum that follows from a formula"),
    "formula": ("TODO 公式按原文的倍数写出，请核对", "TODO written from the multiple in the document; check it"),
    "formula-unread": (
        "TODO 公式中的名称不能直接使用，没有列入；改写 formula 后删去行首的 #",
        "TODO the names in this formula cannot be used as they are, so it was left out; mend formula and delete the #",
    ),
    "shares": ("TODO 分解数取自附件，请核对", "TODO shares taken from the annex; check them"),
    "shares-alone": (
        "TODO 只见于附件，正文没有此项；总数按各地合计写出",
        "TODO in the annex alone and not in the text; the total is the sum of the shares",
    ),
    "day": ("期限 {day}", "due {day}"),
    "left": (
        "TODO 以下数字没有写入上面的要求，请核对是否约束下级；需要的，自行补录：",
        "TODO These figures are in no requirement above. See whether they bind lower levels, and add those that do:",
    ),
    "share-left": (
        "附件分解“{label}”（{unit}）：{shares}",
        "shares of “{label}” ({unit}) in an annex: {shares}",
    ),
    "figure-left": ("{label}：{quote}", "{label}: {quote}"),
    "columns-left": ("表“{title}”的栏：{labels}", "columns of the table “{title}”: {labels}"),
    "table-left": ("附件和表格中的{n}个数字：{labels}", "figures in annexes and tables ({n}): {labels}"),
    "total-amount": (
        "TODO 工作量，推定为本级总数，由下级分担；逐个下级都要达到的，改为 floor",
        "TODO an amount of work, taken as a total shared out below; where each lower place has to reach it, write floor",
    ),
    "indicator-review": (
        "TODO 指标由上下文推定，请确认",
        "TODO the indicator was completed from the context; confirm it",
    ),
    "indicator-none": ("指标目录中没有，将按名称匹配", "in no catalogue; it is matched by its label"),
    "dates": ("TODO 起止日按文件年度推定", "TODO first and last day are taken from the document's year"),
    "dates-unknown": ("TODO 年度不明，请写生效首日", "TODO the year is not known; write the first day in force"),
    "deadline": (
        "TODO 文中期限为 {deadline}；如为规划目标，改 binding: target 并写 meet_by",
        "TODO the text has the deadline {deadline}; for a goal of a plan write binding: target and meet_by",
    ),
    "approximate": (
        "TODO 原文为约数，只有约数时无法判定违反",
        "TODO approximate in the document; nothing can violate a figure that is only approximate",
    ),
    "unit-supplied": ("单位由指标补全，原文为“{unit}”", "the indicator completed the unit; the document has “{unit}”"),
    "unit-none": ("TODO 原文没有单位", "TODO the document gives no unit"),
    "unit-unknown": ("TODO 单位“{unit}”未收录，请改写", "TODO the unit “{unit}” is not known; write another"),
    "no-figure": (
        "以下事项、任务没有数值，没有列入。下级必须承担的，删去行首的 #：",
        "These items and tasks have no figure and were left out. For what lower levels have to carry, delete the # in front:",
    ),
    "nothing": (
        "“{file}”中没有读到数值指标，无法起草标准。请核对文件是否完整。",
        "No figure was found in “{file}”, so no standard can be drafted. Check that the document is complete.",
    ),
}
