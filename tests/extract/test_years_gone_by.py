"""What was so at the end of a year gone by, or in a section on how things stand, is promised by nobody."""

import pytest

from engine.check import document_of
from engine.extract import extract

HEAD = "云溪县2026年民生实事实施方案\n"


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("2025年底，自来水普及率94.6%，覆盖人口22.4万人，占72.7%；水质合格率96.2%。", []),
        ("第一部分　现状\n自来水普及率94.6%；水质合格率96.2%。\n第二部分　任务\n更新管网70公里。", ["70"]),
        ("一、2025年全县情况\n建成公厕35座。\n二、目标任务\n新建公厕12座。", ["12"]),
        ("2025年末公厕35座，2026年新建公厕12座。", ["12"]),
        # What there is goes on behind a semicolon until something is done or promised.
        ("截至2025年底，全县人口30万人。全县有养老机构14家、床位2650张；乡镇服务中心9个，覆盖18个乡镇。", []),
        ("我县现有公厕30座；垃圾中转站9座；新建公厕3座。", ["3"]),
        ("全县有养老机构14家；乡镇服务中心达到11个。", ["11"]),
        ("全县有养老机构14家；免费培训护理员90人次。", ["90"]),
        ("全县有养老机构14家；护理型床位占比不低于60%。", ["60"]),
        ("全县有养老机构14家。乡镇服务中心11个。", ["11"]),
        ("截至2025年底，全县老年人6.2万人；建成食堂35家，餐位900个，占比42%。到2026年底，占比由42%提高到50%。", ["50"]),
        ("截至2025年底建成食堂35家，占比42%；今年占比达到50%。", ["50"]),
        ("截至2026年底，食堂达到60家；占比达到50%。", ["60", "50"]),
        # The end of the plan's own year, and what is raised from a year gone by, are promised.
        ("2026年底，自来水普及率达到97%。", ["97"]),
        ("到2026年底，自来水普及率达到97%，水质合格率98%。", ["97", "98"]),
        ("自来水普及率比2025年底提高2个百分点，达到97%。", ["2", "97"]),
        ("2025年底前未完工的12处工程于3月底前完工。", ["12"]),
        # Where a target stood is told beside it, and what follows is promised again.
        ("管理率达到70%，上年为68.9%；签约率80%；体检率85%。", ["70", "80", "85"]),
        ("覆盖率达到92%以上，2025年为91.6%，合格率98%。", ["92", "98"]),
        ("新增就业1800人，去年实际完成1792人；再就业380人，去年同期366人，创业培训210人。", ["1800", "380", "210"]),
        ("入园率达到90%，上一年度为89.2%，课后服务率100%。", ["90", "100"]),
        ("入园率达到90%（上年89.2%）；课后服务率100%。", ["90", "100"]),
        ("普及率达到97%，2025年底为94.6%；合格率98%。", ["97", "98"]),
        # Behind a year that leads its sentence all is past, whatever is compared beside it.
        ("2025年全县新增就业1700人，上年为1600人；再就业300人。", []),
        ("去年，全县新增就业1700人，再就业300人。", []),
        ("上年全县新增就业1700人，2024年为1650人，再就业300人。", []),
        # What was planned for a year gone by is as past as what was reached.
        ("2025年，完成投资1.86亿元，为当年计划1.80亿元的103.3%。", []),
        ("2025年建成公厕35座，占当年计划34座的102.9%。今年计划新建12座。", ["12"]),
        ("2025年完成投资3亿元。今年计划投资4亿元。", ["400000000"]),
    ],
)
def test_only_what_is_promised_is_read(text, figures):
    assert [str(c.bound.value) for c in extract(document_of(HEAD + text, "plan.txt")).commitments] == figures
