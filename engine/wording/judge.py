"""What coverage, verdicts and findings say beside the words of the cards."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, ...]] = {
    "unstated": ("未注明", "not stated"),
    "no-limit": ("不限", "no limit"),
    "yes": ("是", "yes"),
    "no": ("否", "no"),
    "point": ("{amount}个百分点", "{amount} percentage point"),
    "points": ("{amount}个百分点", "{amount} percentage points"),
    "about": ("约{amount}", "about {amount}"),
    "conforms": ("方案的取值都在规定范围之内", "Every value the plan allows is within the standard"),
    "addressed": ("方案已列入此事项", "The plan takes this matter up"),
    "violates": ("见“{title}”", "See “{title}”"),
    "approximate": (
        "方案用约数（{printed}），无法证明达到规定",
        "The plan gives an approximate figure ({printed}); nothing proves that it meets the standard",
    ),
    "approximate-standard": (
        "规定本身是约数（{printed}），没有容差，无法判定",
        "The standard itself is approximate ({printed}) and names no tolerance",
    ),
    "boundary": (
        "只差界限值本身（方案{printed}，规定{required}），请人工认定",
        "They differ by the boundary value alone (plan {printed}, standard {required}); a person decides",
    ),
    "weaker": ("方案用语弱于规定，不能视为已承诺", "The plan's wording is weaker than the standard's: no firm promise"),
    "narrower": (
        "方案的适用范围窄于规定，其余部分没有依据",
        "The plan covers less than the standard does; nothing shows the rest",
    ),
    "scope-differs": (
        "方案与规定的适用范围不同，没有比较",
        "Plan and standard speak of different groups: not compared",
    ),
    "outside": (
        "方案（{printed}）没有保证规定的{required}，请人工认定",
        "The plan ({printed}) does not guarantee the {required} required; a person decides",
    ),
    "undecided": (
        "方案（{printed}）与规定（{required}）之间无法得出结论",
        "Plan ({printed}) and standard ({required}) allow no conclusion",
    ),
    "in-doubt": ("见“{title}”，须人工认定", "See “{title}”; a person decides"),
    "unverified": (
        "方案与规定相符，但规定数值未经核实，请先核对原文",
        "The plan agrees with the figure, but that figure was never verified; check it against the source first",
    ),
    "refused-unit": (
        "计量单位不同（方案{printed}，规定{required}），没有比较",
        "Units differ (plan {printed}, standard {required}): not compared",
    ),
    "refused-denominator": (
        "计算口径（分母）不同（方案{printed}，规定{required}），没有比较",
        "Denominators differ (plan {printed}, standard {required}): not compared",
    ),
    "refused-scope": (
        "适用对象不同（方案{printed}，规定{required}），没有比较",
        "Groups covered differ (plan {printed}, standard {required}): not compared",
    ),
    "refused-measure": (
        "指标含义不同（方案{printed}，规定{required}），没有比较",
        "They measure different things (plan {printed}, standard {required}): not compared",
    ),
    "not-addressed": ("方案没有对应内容", "Nothing in the plan answers it"),
    "no-figure": ("方案有此事项，但没有对应的数值", "The plan has the matter but no figure that answers it"),
    "state-unknown": (
        "规定是否有效不明，不能据以判定",
        "Whether it is in force is unknown, so nothing can be judged by it",
    ),
    "not-yet": ("规定尚未生效", "Not yet in force"),
    "repealed": ("规定已失效", "No longer in force"),
    "target-later": (
        "目标期限未到，不约束本方案",
        "The target falls due later and does not bind this plan yet",
    ),
    "target-distance": (
        "目标期限未到，不约束本方案（目标{required}，方案{printed}）",
        "The target falls due later and does not bind this plan yet (target {required}, plan {printed})",
    ),
    "upper-total": (
        "上级总量，由各地分担，不要求本方案单独列出",
        "A total of the upper level, shared out among its places; this plan need not carry it",
    ),
    "other-level": ("不适用于本级", "Does not bind this level"),
    "reference": ("仅供参考，不作约束", "For reference only, binds nobody"),
    "nothing-read": (
        "没有读出任何数字指标和表格，无从核对。请确认文件完整、文字清楚，是需要审核的方案。",
        "No figure and no table was read, so nothing could be checked. Make sure that the file is whole and is the plan meant.",
    ),
    "no-rules": (
        "所选规则一条也没有，没有作任何检查，不作合规结论。",
        "Every rule was left out: nothing was checked, so the plan is not called compliant.",
    ),
    "nothing-proven": (
        "没有一项上级要求得到证明，不作合规结论。请指明方案的地区和年度，或者给出在基准日有效的标准。",
        "No requirement was proven to be met, so the plan is not called compliant. Say for which place and year it "
        "is, or give a standard in force on the day.",
        "--place、--year、--standard",
    ),
    "affiliation-unknown": (
        "隶属关系未核实：不能确认对照文件的制定机关是本方案的上级。",
        "Affiliation not verified: nothing shows that the document compared with is above the plan's place.",
    ),
}
