"""A share behind the part and the whole that a sentence tells, which it does not name again."""

import pytest
from test_mechanisms import errors


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("全县现有在校学生9200人，其中寄宿学生3220人，占45%，年内新建宿舍2栋。", True),
        ("目前全县共有教师2000人，女教师1240人，占比为72%，今年招聘教师80人。", True),
        ("截至2023年底，全区常住人口40万人，60周岁及以上老年人9万人，占25.2%，今年新增床位300张。", True),
        ("全县农村公路1800公里，等级农村公路1530公里，占75%；今年改造50公里。", True),
        ("全市养老床位5000张，护理型床位2800张，占60%，年底前达到62%。", True),
        ("目前全县有行政村120个，已通公交的行政村96个，占90%，今年再通8个。", True),
        ("低保对象6000人，农村低保对象4500人（占65%），全部纳入监测，年内核查2次。", True),
        ("全县在校学生9200人，其中寄宿学生3220人，占35%，年内新建宿舍2栋。", False),
        ("全区常住人口40万人，60周岁及以上老年人9万人，占22.5%，今年新增床位300张。", False),
        ("户籍人口45万人，常住人口40万人，60周岁及以上老年人9万人，占20%，今年新增床位300张。", False),
        ("低保对象6000人，其中城市低保对象1500人，占25%，农村低保对象4500人，占75%，年内核查2次。", False),
        ("困难对象6000人，其中低保1500人、特困1200人，占45%，年内核查2次。", False),
        ("2023年全县在校学生9200人，今年寄宿学生将达到3220人，占38%，新建宿舍2栋。", False),
        ("全县在校学生9200人，寄宿学生3220人，占全市的12%，新建宿舍2栋。", False),
        ("男职工600人，女职工400人，占40%，今年体检900人。", False),
        ("特困人员712人，孤儿94人，占3%，今年走访2次。", False),
        ("全县农村公路1800公里，硬化路1830公里，占85%；今年改造50公里。", False),
    ],
)
def test_a_share_follows_from_part_and_whole_told_before_it(sentence: str, found: bool) -> None:
    plan = f"东河县2024年民生实事实施方案\n一、主要任务\n1.基本情况。{sentence}\n"
    assert ("ratio-mismatch" in errors(plan)) is found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("截至3月底，16个小区中已开工10个，开工率72.5%。", True),
        ("全县90个行政村中，81个村卫生室完成规范化建设，达标率85%。", True),
        ("全县90个行政村中,已签约72个，签约率达到85%。", True),
        ("120所学校里通过验收102所，验收率为80%。", True),
        ("截至3月底，16个小区中已开工10个，开工率62.5%。", False),
        ("全县90个行政村中，81个村卫生室完成规范化建设，达标率90%。", False),
        ("全县90个行政村中，今年建设20个村卫生室，达标率97%。", False),
        ("16个小区中10个未开工，开工率37.5%。", False),
        ("全县90个行政村中，新增签约20个，签约率达到85%。", False),
        ("全县90个行政村中，有66个村集体收入增加，群众满意率95%。", False),
    ],
)
def test_a_rate_follows_from_those_of_all_that_it_is_called_after(sentence: str, found: bool) -> None:
    plan = f"东河县2024年民生实事实施方案\n一、主要任务\n1.基本情况。{sentence}\n"
    assert ("ratio-mismatch" in errors(plan)) is found
