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
        # The year of what a change starts from says nothing of what stands behind the change.
        ("送戏下乡由2025年的152场增加到190场，每村1场；图书馆每周开放60小时。", ["190", "1", "60"]),
        ("普及率由2025年底的90.6%提高到92.5%，改造管网12公里。", ["92.5", "12"]),
        ("低保标准从2025年的每人每月600元提高至640元。发放补贴5000人。", ["640", "5000"]),
        ("电影放映由2025年1800场增至2000场，新建影院2座。", ["2000", "2"]),
        ("在2025年培训1200人的基础上，再培训300人，新建基地2个。", ["300", "2"]),
        ("办理时限由2025年的5天压缩到3天；开设窗口12个。", ["3", "12"]),
        ("2025年由县里组织，建成供水工程3处，改造管网12公里。", []),
        ("由2025年度承办的培训班12期转入下一年度，结转资金30万元。", []),
        ("从2025年已建成的152座厕所看，管护到位的120座。", []),
        ("2025年送戏下乡由120场增加到152场，图书馆每周开放56小时。", []),
        ("在2025年，送戏下乡152场，图书馆每周开放56小时。", []),
        ("截至2025年底送戏下乡152场，图书馆每周开放56小时。", []),
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


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # What a change from the year before leads to is of this year, whatever was told before it.
        ("2025年投入1640万元。农村公路投资由2025年的340万元增加到390万元。", ["3900000"]),
        ("去年新建公厕12座，全部投用。低保标准从2025年每人每月540元提高到560元。", ["560"]),
        ("2025年，新增就业由2024年的310人增加到350人。养老床位由2025年的80张增至96张。", ["96"]),
        ("2025年投入1640万元。农村公路投资由2024年的340万元增加到390万元。", []),
        ("截至2月底，农村公路投资由2025年的340万元增加到390万元。", []),
        ("2025年，新增就业由2024年的310人增加到350人。", []),
    ],
)
def test_what_a_change_from_the_year_before_leads_to(text, figures):
    found = extract(document_of(f"{HEAD}{text}\n", "plan.txt")).commitments
    assert [f"{c.bound.value:f}" for c in found] == figures


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("今年全县新增就业6500人。2023年实现新增就业6912人。开展技能培训2650人次。", ["6500人", "2650人次"]),
        ("计划改造户厕300户。2023年改造户厕420户。新建公厕12座。", ["300户", "12座"]),
        # Without a word of this year before it, what follows goes on with the year before.
        ("2023年实现新增就业6912人。开展技能培训2650人次。", []),
        ("今年全县新增就业6500人。2023年实现新增就业6912人，开展技能培训2650人次。", ["6500人"]),
    ],
)
def test_a_year_before_told_aside_does_not_hold_for_what_is_done_next(text, read):
    found = extract(document_of(f"某县2024年民生实事实施方案\n{text}", "plan.txt")).commitments
    assert [c.span.text for c in found] == read
