"""Plans of villages: held against the shares that a township's annex allots them, with a person for each item."""

import pytest

from engine.check import check_texts
from engine.extract.layout.metadata import read_metadata
from rules import load_cards
from standards.catalogue import load_catalogue

TOWN = (
    "石桥镇2024年民生实事实施方案\n一、主要任务\n1.村内照明。全镇安装庭院灯90盏。\n2.村内道路。全镇铺设青石路12公里。\n"
    "附件\n各{kind}任务分解表\n{kind}名称\t庭院灯（盏）\t青石路（公里）\n{rows}合计\t90\t12\n"
)


def errors(plan: str, standard: str | None = None) -> set[str]:
    found = check_texts(plan, standard, load_cards(()), load_catalogue())
    return {f.rule for f in found if f.severity in ("error", "warning")}


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("上湾村2024年为民办实事方案", ("上湾村", "下湾村")),
        ("石桥镇上湾村2024年民生实事项目清单", ("上湾村", "下湾村")),
        ("柏园社区2024年民生实事方案", ("柏园社区", "松园社区")),
        ("上湾村2024年民生实事方案", ("上湾", "下湾村")),
    ],
)
@pytest.mark.parametrize(("lamps", "found"), [(30, True), (40, False), (45, False)])
def test_a_village_answers_for_the_share_that_its_township_allots_it(
    title: str, names: tuple[str, str], lamps: int, found: bool
) -> None:
    rows = f"{names[0]}\t40\t5\n{names[1]}\t50\t7\n"
    if not names[0].endswith(("村", "社区")):
        rows = rows.replace(names[0], f"{names[0]}村", 1)
    town = TOWN.format(kind=names[1][2:], rows=rows)
    plan = f"{title}\n一、主要任务\n1.村内照明。安装庭院灯{lamps}盏。\n2.村内道路。铺设青石路5公里。\n"
    assert ("below-allocation" in errors(plan, town)) is found


def test_a_village_without_a_row_has_no_share() -> None:
    town = TOWN.format(kind="村", rows="上湾村\t40\t5\n下湾村\t50\t7\n")
    plan = "前湾村2024年民生实事方案\n一、主要任务\n1.村内照明。安装庭院灯10盏。\n2.村内道路。铺设青石路1公里。\n"
    assert "below-allocation" not in errors(plan, town)


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("关于印发柏园社区2024年民生实事项目清单的通知", "柏园社区"),
        ("青石县双桥镇上湾村2024年为民办实事方案", "上湾村"),
        ("上湾村村民委员会2024年实事清单", "上湾村"),
        ("东山镇2024年民生实事方案", "东山镇"),
        ("青石县农村2024年民生实事方案", ""),
        ("青石县行政村2024年民生实事方案", ""),
    ],
)
def test_which_village_a_title_names(title: str, place: str) -> None:
    assert read_metadata(f"{title}\n根据《青石镇2024年民生实事方案》，制定本方案。\n").place == (place or "青石镇")


@pytest.mark.parametrize("role", ["责任人：", "负责人：", "包联干部：", "责任领导为"])
@pytest.mark.parametrize(
    ("last", "found"), [("{role}村会计孙某。", False), ("", True), ("（责任单位：村妇联）", False)]
)
def test_an_item_without_the_person_that_its_siblings_name(role: str, last: str, found: bool) -> None:
    plan = (
        f"上湾村2024年民生实事方案\n1.照明。安装庭院灯30盏。{role}村委会副主任赵某。\n"
        f"2.道路。铺设青石路5公里。{role}村委会委员钱某、李某。\n3.助餐。建设助餐点2个。{last.format(role=role)}\n"
    )
    assert ("responsible-missing" in errors(plan)) is found


def test_a_person_beside_an_office_is_not_who_answers() -> None:
    plan = "1.照明。安装庭院灯30盏。（责任单位：县住建局；责任人：赵某）\n2.道路。铺设青石路5公里。（责任单位：县交通局）\n"
    assert "responsible-missing" not in errors(plan)
