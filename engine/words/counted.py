"""What plans count in, and the word that the name of an amount ends in, which says only that something is counted."""

AMOUNT = "数量|人数|人次|户数|户次|个数|件数|张数|处数|座数|口数|套数|条数|场次|次数|里程|面积|长度|数"
# Measure words of people and things in sentences that tell of several at once; periods, shares and sums are none.
THINGS = (
    "人次|户次|场次|平方公里|平方米|立方米|公里|公顷|人|名(?!录|单|称|额)|位(?!于|置)|户(?!籍|厕|外)|件|项(?!目)|个(?!人|体|百分点)|家(?!庭|长)|所|处"
    "|座|条|张|套|亩|辆|台|场(?!所|地|馆|站)|盏|栋|幢|村(?!民|级|委)|间(?!隔)|床(?!位)|株|吨|米|口(?!径)|份|例|艘|眼(?!科)|头|只(?!有)|宗|枚|门(?!诊|店)"
)
