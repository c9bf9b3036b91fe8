"""Figures of one sentence that are tiers of a standard or the shares of those who pay it: what they answer and what not."""

import pytest

from engine.check import check_texts
from rules import load_cards
from standards.catalogue import load_catalogue

CATALOGUE = load_catalogue()
CARDS = load_cards()
CITY = "安岚市2026年民生实事实施方案\n"
COUNTY = "青溪县2026年民生实事实施方案\n"
HEALTH = "1.基本公共卫生服务。人均经费标准不低于94元。"
CARE = "1.特困供养。全护理照料护理标准不低于每人每月600元。"
TIERS = "1.高龄津贴。80—89周岁老年人每人每年不低于360元，90—99周岁每人每年不低于600元，100周岁以上每人每月不低于300元。"
COUNTED = "80周岁及以上老年人1509人，其中80—89周岁1320人，每人每月{}元；90—99周岁180人，每人每月{}元；100周岁及以上9人，每人每月{}元。"
LIVING = "1.特困供养。城乡特困人员基本生活标准不低于当地低保标准的1.3倍。"


@pytest.mark.parametrize(
    ("plan", "upper", "rules"),
    [
        ("1.基本公共卫生服务。人均经费标准96元，其中中央补助57元、省级补助17元、县级承担22元。", HEALTH, []),
        ("1.基本公共卫生服务。人均经费标准96元（中央57元、省级补助17元、县级配套22元）。", HEALTH, []),
        (
            "1.基本公共卫生服务。人均经费标准92元，其中中央补助57元、省级补助15元、县级承担20元。",
            HEALTH,
            ["below-floor"],
        ),
        # One payer alone pays all of it.
        ("1.困难职工帮扶。县财政补助每户1800元。", "1.困难职工帮扶。每户补助不低于2000元。", ["below-floor"]),
        ("1.特困供养。照料护理标准分三档，每人每月650元、325元、65元。", CARE, []),
        ("1.特困供养。照料护理标准分三档，每人每月580元、325元、65元。", CARE, ["below-floor"]),
        # Who is counted right before a sum is who is paid it.
        (f"1.高龄津贴。{COUNTED.format(40, 70, 450)}", TIERS, []),
        (f"1.高龄津贴。{COUNTED.format(25, 70, 450)}", TIERS, ["below-floor"]),
        (f"1.高龄津贴。{COUNTED.format(40, 45, 450)}", TIERS, ["below-floor"]),
        (f"1.高龄津贴。{COUNTED.format(40, 70, 280)}", TIERS, ["below-floor"]),
        ("1.高龄津贴。80—89周岁（1320人）每人每月40元；90—99周岁（180人）每人每月45元。", TIERS, ["below-floor"]),
        # A part answers for nothing that is asked of the whole.
        (
            "1.公园。建设儿童友好公园4个，其中县城2个、乡镇2个。",
            "1.公园。每个县（市、区）建设儿童友好公园不少于3个。",
            [],
        ),
        (
            "1.特困供养。城市、农村低保标准分别为每人每月840元、700元，特困人员基本生活标准分别为每人每月1092元、910元。",
            LIVING,
            [],
        ),
    ],
)
def test_what_answers_a_floor(plan, upper, rules) -> None:
    findings = check_texts(COUNTY + plan, CITY + upper, CARDS, CATALOGUE)
    conformance = {c.id for c in CARDS if c.group == "conformance"}
    assert sorted({f.rule for f in findings if f.rule in conformance and f.severity == "error"}) == rules
