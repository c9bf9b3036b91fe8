"""The parts of a year that plans set stages for, and the year that they compare themselves with."""

# What a plan compares itself with: the year before, or one that it names, its end or the same part of it.
YEAR_BEFORE = r"(?:20\d\d年度?|上一?年度?|去年|前一年|上一?学年)(?:同期|年末|年底|[末底])?"
STAGE_OF_YEAR = "上半年|下半年|年中|前[一二两三]个?季度|第?[一二三四1-4]个?季度"
