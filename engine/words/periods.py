"""The parts of a year that plans set stages for."""

STAGE_OF_YEAR = "上半年|下半年|年中|前[一二两三]个?季度|第?[一二三四1-4]个?季度"
