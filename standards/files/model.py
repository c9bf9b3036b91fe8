"""The format of a standard's file, as pydantic models: what may stand where.

What concerns several fields at once (overlaps, duplicate ids, formulas) is in ``standards.files.checks``.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from standards.files.forms import (
    Amount,
    BindingName,
    ConfidenceName,
    Day,
    FirstDay,
    Id,
    Level,
    Months,
    OpName,
    StrengthName,
    Text,
    Unit,
    Words,
    blank_list,
)


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SourcePart(_Part):
    """Where a figure was seen, how far it was verified, when it was last checked."""

    url: Text = Field(
        default="", description="网址（官方网站）；不知道就留空 · address on an official site, empty if unknown"
    )
    confidence: ConfidenceName = Field(
        default="unverified",
        description="核实程度：primary 见原文，press 见报道，derived 推算，unverified 未核实 · how far it was verified",
    )
    checked: Day = Field(default=None, description="最后核实日期 · last checked on")
    entered_by: Text = Field(default="", description="录入人 · who entered it")
    reviewed_by: Text = Field(default="", description="复核人 · who reviewed it")
    review_months: Months = Field(default=12, description="复核期限（月） · must be checked again after so many months")
    note: Text = Field(default="", description="说明 · note")


class ValuePart(_Part):
    """A value and the days on which it is in force."""

    from_: FirstDay = Field(alias="from", description="生效首日；不知道写 unknown · first day, or unknown")
    to: Day = Field(
        default=None, description="生效末日（含当日）；未终止则不写 · last day, left out while nothing ends it"
    )
    op: OpName = Field(description="比较符 · comparator: >= > <= < = ~ (左右) range")
    value: Amount = Field(default=None, description="数值，加引号 · amount, in quotes, in base units")
    high: Amount = Field(default=None, description="区间上限（op 为 range） · upper end, for range only")
    unit: Unit = Field(description='计量单位，如 元/人/月、%、人次；没有单位写 "" · unit')
    title: Text | None = Field(default=None, description="该数值所依据文件的标题 · its own document's title")
    number: Text | None = Field(default=None, description='发文字号；不知道写 "" · its own document number')
    clause: Text | None = Field(default=None, description="条款 · clause")
    published: Day = Field(default=None, description="印发日期 · date of its own document")
    source: SourcePart | None = Field(default=None, description="该数值自己的来源 · its own source")
    note: Text = Field(default="", description="说明 · note")


class RequirementPart(_Part):
    """One thing that the standard asks for, with every value it had."""

    id: Id = Field(description="本文件内唯一的名称 · unique in this file, kebab-case")
    indicator: Id | None = Field(default=None, description="指标目录中的名称 · id in the catalogue")
    label: Words = Field(description="指标名称 · what is measured")
    scope: Annotated[list[Words], BeforeValidator(blank_list)] = Field(
        default=[], description="口径限定，如 [散居] · qualifiers"
    )
    binding: BindingName = Field(
        description="约束方式：floor 下限，ceiling 上限，fixed 定值，target 规划目标，total 分解任务，duty 只要求有此事项，"
        "derived 按公式，reference 仅供参考 · how it binds"
    )
    strength: StrengthName = Field(default="must", description="must 应当，should 原则上，may 鼓励 · strength")
    applies_to: Annotated[list[Level], BeforeValidator(blank_list)] = Field(
        default=[], description="约束哪些层级 · levels bound"
    )
    clause: Text = Field(default="", description="条款 · clause")
    meet_by: Day = Field(default=None, description="目标的达到期限 · day by which a target is to be met")
    formula: Text = Field(
        default="", description='派生公式，如 "1.3 * 城市低保标准"、"1.3 * urban-minimum-living-allowance" · formula'
    )
    from_: Day = Field(
        default=None, alias="from", description="没有数值的要求自何日起 · first day, where there are no values"
    )
    to: Day = Field(default=None, description="没有数值的要求至何日止 · last day, where there are no values")
    shares: dict[Words, Amount] = Field(
        default={}, description="分解到下级的数额（total） · the share of each lower place"
    )
    values: Annotated[list[ValuePart], BeforeValidator(blank_list)] = Field(
        default=[], description="各时期的数值 · dated values"
    )
    note: Text = Field(default="", description="说明 · note")


class StandardFile(_Part):
    """A document that binds lower levels."""

    title: Words = Field(description="文件标题 · title of the document")
    number: Text = Field(
        default="", description="发文字号，如 示办〔2022〕9号；不知道就留空 · document number, empty if unknown"
    )
    issuer: Text = Field(default="", description="发文机关 · issuing office")
    level: Level = Field(description="发文机关层级 · level of the issuer")
    place: Words = Field(description="属地，如 安徽省/黄山市；国家写 全国 · place as a path")
    published: Day = Field(default=None, description="印发日期 · date of issue")
    repealed: Day = Field(
        default=None,
        description="废止日期：自这一天起失效；没有废止就不写 · first day on which it is no longer in force",
    )
    repealed_by: Text = Field(
        default="", description="由哪个文件废止（文号或标题） · the document that repealed it, by number or title"
    )
    source: SourcePart = Field(default_factory=lambda: SourcePart(), description="来源 · source")
    note: Text = Field(default="", description="说明 · note")
    requirements: list[RequirementPart] = Field(min_length=1, description="要求 · requirements")
