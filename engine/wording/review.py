"""Sentences on what an editor finds in a document: damage, numbering, names, dates and places."""

TEXTS: dict[str, tuple[str, str]] = {
    "number-faults": ("{faults}，宜写作“{prescribed}”", "{faults}; it should read {prescribed}"),
    "repealed": ("已经废止", "has been repealed"),
    "repealed-on": ("已自{day}起废止", "was repealed on {day}"),
    "repealed-by": ("已自{day}起由{by}废止", "was repealed on {day} by {by}"),
    "number-half": ("年份括号不成对", "the brackets around the year are no pair"),
    "number-brackets": ("年份应当用六角括号“〔〕”", "the year stands in 〔〕"),
    "number-year": ("年份应当写全四位", "the year has four digits"),
    "number-ordinal": ("序号前不加“第”字", "no 第 before the number"),
    "number-zero": ("序号不编虚位（不以0开头）", "no leading zero"),
    "hyphens": ("连字符重复，疑为“{meant}”", "the hyphen is doubled; {meant} may be meant"),
    "together": (
        "两个数值连写，中间疑有脱漏",
        "two figures run together; something seems lost between them",
    ),
    "together-elsewhere": (
        "两个数值连写，别处写作“{words}”，中间有脱漏",
        "two figures run together that stand apart elsewhere ({words})",
    ),
    "pinyin": (
        "文字中夹有注音，全文共{count}处，这是第一处",
        "pinyin was inserted, {count} times in all; this is the first",
    ),
    "lost": (
        "有丢失或不能识别的文字，全文共{count}处，这是第一处",
        "characters are lost or unreadable, {count} times in all; this is the first",
    ),
    "doubtful-negative": ("数值前有负号，读数未必是原意", "a minus stands before the figure; it may be read wrongly"),
    "doubtful-power": (
        "数值中夹有字母E，读数未必是原意",
        "there is an E in the figure; it may be read wrongly",
    ),
    "doubtful-nought": ("分母为零", "the figure is divided by nought"),
    "doubtful-commas": (
        "数值中逗号的位置不对，读数未必是原意",
        "the commas in the figure are misplaced; it may be read wrongly",
    ),
    "doubtful-points": (
        "数值中有不止一个小数点，读数未必是原意",
        "the figure has more than one point; it may be read wrongly",
    ),
    "doubtful-part": (
        "数值写成分数字符，读数未必是原意",
        "a fraction is written as one character; it may be read wrongly",
    ),
    "doubtful-reversed": (
        "起止两数前大后小，疑写反",
        "the greater end stands first; the ends may be the wrong way round",
    ),
    "doubtful-year": ("年份不可信", "no plan has such a year"),
    "turned": (
        "夹有改变文字方向的控制字符，显示的顺序与实际不同，全文共{count}处，这是第一处",
        "control characters turn the direction of the text, so that it is shown in another order than it has, "
        "{count} times in all; this is the first",
    ),
    "broken-off": (
        "括号前以逗号收尾，句子疑未写完",
        "the sentence ends in a comma before the bracket and may be unfinished",
    ),
    "repeated": ("“{words}”文字或标点重复", "{words}: words or marks are doubled"),
    "unclosed": ("后面缺少“{mark}”", "the closing {mark} is missing"),
    "number-gap": (
        "“{before}”之后是“{number}”，缺少第{missing}项",
        "{number} follows {before}: {missing} is missing",
    ),
    "number-repeat": ("序号“{number}”重复", "{number} stands twice"),
    "number-order": ("“{before}”之后是“{number}”，顺序不对", "{number} follows {before}, out of order"),
    "mixed-marks": (
        "同一组序号，前面用“{first}”，这里用“{then}”",
        "one series uses {first} first and {then} here",
    ),
    "renamed": (
        "同为{figure}，正文写“{first}”，附件写“{then}”",
        "for the same {figure} the text says {first} and the annex {then}",
    ),
    "misspelled": ("本项内容写作“{then}”", "its own text says {then}"),
    "not-in-annex": ("附件中没有{figure}", "{figure} is not in the annex"),
    "not-in-body": ("正文中没有{figure}", "{figure} is not in the text"),
    "duration": (
        "写{stated}，而{dates}为{days}天",
        "{stated} is stated; {dates} is {days} days",
    ),
    "no-such-day": ("日历上没有{day}", "there is no such date as {day}"),
    "wrong-year": ("写{year}年，本方案为{plan}年度", "it says {year}, and the plan is for {plan}"),
    "wrong-place": ("写“{place}”，本方案是{own}的", "it says {place}, and the plan is that of {own}"),
    "later-than-all": (
        "写的是{first}，对全部任务写的是“{second}”",
        "its own is {first}, while for all tasks the plan says “{second}”",
    ),
    "two-terms": ("一处写{first}，一处写{second}", "once {first} and once {second}"),
    "no-unit": ("数字后面没有计量单位", "nothing says what the figure counts"),
    "no-unit-in-row": ("单位栏空白，其他各行都已填写", "its unit is left blank, and the other rows have theirs"),
    "foreign-township": ("“{table}”写作“{other}”", "“{table}” has {other}"),
    "not-among-them": ("文中所列{count}个乡镇没有它", "the text lists {count} townships, and it is none of them"),
    "in-place-of": (
        "文中所列{count}个乡镇没有它，有“{other}”而表中没有列",
        "the text lists {count} townships without it, and has {other}, which the table leaves out",
    ),
    "not-in-table": (
        "文中所列{count}个乡镇中有，“{table}”没有列",
        "it is among the {count} townships that the text lists, and “{table}” does not list it",
    ),
    "township-left-out": ("“{other}”列有，“{table}”没有列", "“{other}” lists it and “{table}” does not"),
}
