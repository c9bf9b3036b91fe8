"""Documents that the higher document puts out of force, and that the plan still goes by."""

import pytest

from engine.check import check_texts
from rules import load_cards
from standards.catalogue import load_catalogue

CARDS, CATALOGUE = load_cards(()), load_catalogue()
UPPER = "南山市2024年救助工作通知\n一、任务\n1.低保标准。城市低保标准不低于每人每月780元。\n{said}\n"
PLAN = "东河县2024年救助实施办法\n一、总体要求\n{cited}\n二、任务\n1.低保标准。城市低保标准为每人每月800元。\n"
OLD = "《关于做好2023年救助工作的通知》（南民发〔2023〕11号）"


def doubted(said: str, cited: str) -> list[str]:
    found = check_texts(PLAN.format(cited=cited), UPPER.format(said=said), CARDS, CATALOGUE)
    return [f.label for f in found if f.rule == "cited-document"]


@pytest.mark.parametrize(
    "said",
    [
        f"{OLD}同时废止。",
        f"本通知自印发之日起执行，{OLD}同时废止。",
        f"{OLD}自本通知执行之日起予以废止。",
        f"{OLD}、《南山市临时救助办法》停止执行。",
        f"按照《规范性文件管理办法》，{OLD}不再执行。",
        "南民发〔2023〕11号文件同时废止。",
    ],
)
def test_what_was_repealed_is_no_basis_any_more(said: str) -> None:
    assert doubted(said, f"未尽事宜继续按照{OLD}执行。") == ["南民发〔2023〕11号"]


@pytest.mark.parametrize(
    ("said", "cited"),
    [
        (f"{OLD}继续执行。", f"未尽事宜继续按照{OLD}执行。"),
        (f"{OLD}未被废止。", f"未尽事宜继续按照{OLD}执行。"),
        ("各县要抓好落实。", f"未尽事宜继续按照{OLD}执行。"),
        (f"{OLD}同时废止。", f"我县配套文件和{OLD}同时废止。"),
        (f"{OLD}同时废止。", "根据《关于做好2024年救助工作的通知》（南民发〔2024〕9号）制定本办法。"),
        (f"按照{OLD}清理后，《南山市临时救助办法》废止。", f"未尽事宜继续按照{OLD}执行。"),
    ],
)
def test_what_holds_may_be_cited(said: str, cited: str) -> None:
    assert doubted(said, cited) == []
