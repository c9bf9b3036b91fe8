"""What a word has to look like to name one place, 通元镇 and not 农村, 小区 or 各乡镇, and what all of a county's are called."""

ONE_PLACE = (
    "(?!各|全|每|其他|所有)(?![一-龥]*(?:[小城园片山学地][区市]|社区|农村|乡村|中心村|城镇|集镇|乡镇)$)"
    "[一-龥]{2,8}(?:街道|苏木|[县区市旗镇乡村])"
)
# The places right under a county, in one word.
TOWNSHIPS = "乡镇街道|街道乡镇|乡镇|镇乡|镇街|街镇|镇办|街乡|镇|乡|街道"
