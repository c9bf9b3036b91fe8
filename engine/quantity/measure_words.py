"""The measure words of plans, how they are spelled canonically, and which of them may follow 每.

The order matters nowhere here: patterns of these words are sorted, longest first, when they are built.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

# What the text may say -> how the unit is spelled (gold standard of the field: 名 and 位 count people).
CANONICAL: dict[str, str] = {
    "名": "人", "位": "人", "人口": "人", "口人": "人", "学生": "生", "户家庭": "户",
    "块钱": "元", "块": "块", "千米": "公里", "km": "公里", "KM": "公里", "里程": "公里",
    "㎡": "平方米", "m²": "平方米", "m2": "平方米", "平米": "平方米", "平方": "平方米", "平方千米": "平方公里",
    "m³": "立方米", "m3": "立方米", "方": "立方米", "立方": "立方米", "kW": "千瓦", "KW": "千瓦", "kw": "千瓦",
    "kWh": "千瓦时", "MW": "兆瓦", "千克": "公斤", "kg": "公斤", "t": "吨",
    "个月": "月", "个小时": "小时", "学时": "学时", "课时": "课时", "个工作日": "工作日", "星期": "周",
    "每学期": "学期", "每学年": "学年", "个季度": "季度", "季": "季度", "个百分点": "百分点", "%": "%", "‰": "‰",
    "医院": "所", "人均": "人", "街镇": "镇街", "镇乡": "乡镇", "千人口": "千人", "万人口": "万人", "度电": "千瓦时", "度": "千瓦时",
}  # fmt: skip

_PLAIN = (
    "元 角 人 生 人次 户 户次 个 所 家 处 张 公里 米 平方米 平方公里 公顷 亩 立方米 升 吨 公斤 斤 克 毫克 微克 千瓦 兆瓦 千瓦时 千伏安 "
    "件 件次 例 例次 场次 场 针次 针 剂次 剂 次 套 项 类 月 年 天 周 小时 分钟 学期 学年 季度 工作日 学时 课时 台 台次 座 条 辆 辆次 "
    "部 间 栋 幢 支 批 批次 期 门 种 本 册 万册 盏 根 块 片 眼 口 株 棵 头 只 份 篇 班 班次 趟 趟次 床 "
    "宗 起 对 枚 副 顶 箱 袋 樘 孔 道 段 艘 架 组 队 支队 团 轮 倍 % ‰ 百分点 条次 家次 车次 站 "
    "岁 美元 穴 堂 节 节次 折 学位 床位 标箱 瓶 路 厘米 毫米 杆 款 单 餐 餐次 扇 面 幅 尾 羽 匹 艘次 卷 盘 点位 分贝 千人 万人 秒 ℃ 勒克斯 日"
)
# Words that stand only behind 每 or a slash.
_DENOMINATORS = (
    "孩 百户 千户 万户 百人 10万人 十万人 半年 半月 采暖季 供暖季 托位 车位 泊位 学位 单位 平方公里 "
    "县 县区 县市区 区 市 乡 镇 乡镇 镇乡 镇街 街镇 街道 村 行政村 社区 村居 校 园 院 馆 学校 班级 家庭 岗位 企业 单位 机构 床 亩 "
    "月 网格 人 老人 儿童 点 "
    "车 车辆 站点 项目 度电 度"
)
MEASURE_WORDS: frozenset[str] = frozenset(
    [*_PLAIN.split(), *_DENOMINATORS.split(), *CANONICAL, *CANONICAL.values(), "天"]
)

PER_PERIODS: frozenset[str] = frozenset(
    {
        "月",
        "年",
        "天",
        "周",
        "小时",
        "学期",
        "学年",
        "季度",
        "半年",
        "半月",
        "分钟",
        "次",
        "餐",
        "针",
        "日",
        "期",
        "采暖季",
        "供暖季",
    }
)

_AFTER_NUMBER = sorted(
    {
        w
        for w in [*_PLAIN.split(), *CANONICAL]
        if w
        not in {
            "里程",
            "人均",
            "医院",
            "街镇",
            "镇乡",
            "千人",
            "万人",
            "单",
            "代",
            "每学期",
            "每学年",
            "方",
            "平方",
            "日",
            "块",
            "期",
            "周",
            "年",
            "节",
            "折",
            "路",
            "度",
        }
    },
    key=lambda w: (-len(w), w),
)
# 方 counts only where no word such as 方案 begins, 期 and 块 only where no name such as 期间 does, 周 and 年 where no age
# (周岁) or grade (年级), 度 never, since most figures of it are temperatures, 日 only where it closes a span of days (30日内),
# 村 only where no word such as 村民 does.
AFTER_NUMBER = "|".join(
    [
        *map(re.escape, _AFTER_NUMBER),
        "平方(?![公千米])",
        "周(?![岁龄边])",
        "年(?!级)",
        "日(?=以?内|之内)",
        "方(?![案面向式便针法言位程])",
        "期(?![间限满])",
        "块(?![状钱])",
        "村(?![委民级庄务组道屯落寨史口镇里居支联集])",
        "节(?![气日约能水电假庆目点奏])",
        # Of cameras, not of buses.
        "路(?![口段面径线灯网基政局程由边桥况])",
        "折(?![页叠算合旧返扣线射断痕八])",
    ]
)
# A face of something (面) is no part of its area (每个面积), and 年度 is a year, no 度 of electricity.
_NOT_ALONE = {"面": "面(?!积)", "度": "(?<![年月季])度"}
# Words that may follow 每, 单 or a slash; a measure word that counts (每张, 每家) is one too.
DENOMINATOR = "|".join(
    _NOT_ALONE.get(word, word)
    for word in sorted(
        {*_DENOMINATORS.split(), *_PLAIN.split()}
        | {"名", "位", "学生", "日", "学期", "学年", "千人口", "万人口", "平米", "㎡", "m²", "m2"}
        - {"元", "角", "%", "‰", "百分点", "米", "厘米", "毫米", "升", "克", "节", "折", "路"},
        key=lambda w: (-len(w), w),
    )
)  # fmt: skip


def unit_text(head: str, per: Sequence[str]) -> str:
    """Return a unit as it is spelled in results, what is counted before the period: 元 by 月, 人 -> ``元/人/月``."""
    return "/".join([head, *(p for p in per if p not in PER_PERIODS), *(p for p in per if p in PER_PERIODS)])


def canonical(word: str) -> str:
    """Return how a measure word is spelled in results (名 -> 人); raises nothing, unknown words come back as they are."""
    return CANONICAL.get(word, word)
