"""The word that the name of an amount ends in, which says only that something is counted: 户数, 里程."""

AMOUNT = "数量|人数|人次|户数|户次|个数|件数|张数|处数|座数|口数|套数|条数|场次|次数|里程|面积|长度|数"
