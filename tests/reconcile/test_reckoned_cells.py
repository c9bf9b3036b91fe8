"""A cell of words that reckons what its row comes to, against the amount beside it."""

import pytest

from engine.check import document_of, read_plan_text
from engine.reconcile.tables.reckoned_cells import reckoned_cell_facts
from engine.resolve.catalogue import Catalogue
from engine.resolve.resolver import Resolver

HEAD = "平溪县2024年民生实事资金表\n单位：万元\n项目\t{basis}\t合计\t省级\t县级\n"
RIGHT = "护理补贴\t342人×95元/月×12个月\t38.988\t20\t18.988\n公路\t148公里，每公里25万元\t3700\t2200\t1500\n"


def wrong(row: str, head: str = HEAD, beside: str = RIGHT, basis: str = "测算依据") -> list[str]:
    text = f"{head.format(basis=basis)}{row}\n{beside}"
    plan = read_plan_text(document_of(text, "plan.txt"), Resolver(Catalogue()))
    facts = reckoned_cell_facts(plan.tables, plan.document, "plan.txt")
    return [f.evidence[0].span.text for f in facts if f.fields["agree"] is False]


@pytest.mark.parametrize(
    ("row", "amount"),
    [
        ("孤儿基本生活\t46人×1200元/月×12个月\t62.24\t40\t22.24", "62.24"),
        ("孤儿基本生活\t46人×1200元/月×12个月\t66.24\t40\t26.24", ""),
        ("适老化改造\t780户，户均4000元\t321\t120\t201", "321"),
        ("适老化改造\t780户，户均4000元\t312\t120\t192", ""),
        ("免费检查\t1.5万人，人均140元\t201\t126\t75", "201"),
        ("免费检查\t1.52万人，人均140元\t212.4\t126\t86.4", ""),
        ("设备补助\t62所，每所补助1.5万元\t39\t0\t39", "39"),
        ("技能培训\t5900人次，人均1200元\t780\t500\t280", "780"),
        ("岗位补贴\t56人，每人每月600元，12个月\t43.02\t20\t23.02", "43.02"),
        ("岗位补贴\t甲类20人×300元×12个月＋乙类30人×200元×12个月\t14.4\t7\t7.4", ""),
        ("岗位补贴\t甲类20人×300元×12个月＋乙类30人×200元×12个月\t14.9\t7\t7.9", "14.9"),
        ("贷款贴息\t1200万元×3%\t63\t30\t33", "63"),
        # The amount of another column, months that are not told, and what is no reckoning.
        ("适老化改造\t780户，户均4000元\t512\t312\t200", ""),
        ("岗位补贴\t56人，每人每月600元\t33.6\t20\t13.6", ""),
        ("岗位补贴\t56人×600元/月\t41\t20\t21", ""),
        ("小区改造\t26个小区，按批复概算\t4680\t2800\t1880", ""),
        ("小区改造\t26个小区，每户4000元\t4680\t2800\t1880", ""),
        ("校舍改造\t62所，每所1.5万元，另加管理费\t99\t50\t49", ""),
        ("校舍改造\t62所，每所约1.5万元\t93\t50\t43", ""),
    ],
)
def test_what_a_cell_reckons(row: str, amount: str) -> None:
    assert wrong(row) == ([amount] if amount else [])


@pytest.mark.parametrize(
    ("basis", "beside", "found"),
    [
        ("测算依据", "", True),
        ("备注", "", False),
        ("建设内容", RIGHT.replace("\t20\t18.988", "").replace("\t2200\t1500", ""), True),
        ("责任单位", RIGHT.replace("\t20\t18.988", "").replace("\t2200\t1500", ""), False),
    ],
)
def test_one_amount_alone_needs_to_be_what_is_reckoned(basis: str, beside: str, found: bool) -> None:
    head = HEAD.replace("\t省级\t县级", "")
    assert bool(wrong("适老化改造\t780户，户均4000元\t321", head, beside, basis)) is found
