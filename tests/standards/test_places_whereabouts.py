"""Where a plan lies, by its own words; nothing is guessed."""

import json

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from place_plans import lies, plan
from running import gouji

from standards.files.loader import chain_for, load_library
from standards.in_force.whereabouts import is_above, remarks, whereabouts
from standards.places import table

# Names of one place that any city may use for a part of itself.
PLAIN_WORDS = ("东区", "西区", "矿区", "城中区", "新城区", "城区", "郊区", "市中区", "城关区")
JINZHAI = "安徽省/六安市/金寨县/青山镇"


@pytest.mark.parametrize(
    ("text", "place", "level"),
    [
        ("黟县2022年民生实事实施方案", "安徽省/黄山市/黟县", "county"),
        ("安徽省黄山市黟县2022年民生实事实施方案", "安徽省/黄山市/黟县", "county"),
        ("关于印发《黟县2022年民生实事实施方案》的通知", "安徽省/黄山市/黟县", "county"),
        ("黟县人民政府办公室关于2022年民生实事的通知", "安徽省/黄山市/黟县", "county"),
        ("碧阳镇2022年民生工程实施方案", "安徽省/黄山市/黟县/碧阳镇", "township"),
        ("黄山市黟县碧阳镇2022年民生工程实施方案", "安徽省/黄山市/黟县/碧阳镇", "township"),
        ("北京市海淀区2023年重要民生实事方案", "北京市/海淀区", "county"),
        ("上海市浦东新区2023年民生实事方案", "上海市/浦东新区", "county"),
        ("昆山市2023年民生实事方案", "江苏省/苏州市/昆山市", "county"),
        ("济源市2022年十件民生实事方案", "河南省/济源市", "county"),
        ("恩施州2023年民生实事方案", "湖北省/恩施土家族苗族自治州", "city"),
        ("第八师石河子市2023年民生实事方案", "新疆维吾尔自治区/石河子市", "county"),
        ("唐县镇2022年民生工程实施方案", "湖北省/随州市/随县/唐县镇", "township"),
        ("唐县2022年民生实事实施方案", "河北省/保定市/唐县", "county"),
        ("济源市思礼镇2022年民生实事实施方案", "河南省/济源市/思礼镇", "township"),
        ("黟县乡镇2022年民生实事实施方案", "安徽省/黄山市/黟县", "county"),
        ("管庄地区2022年民生实事实施方案", "北京市/朝阳区/管庄地区", "township"),
        ("东莞市石龙镇2023年民生实事方案", "广东省/东莞市/石龙镇", "township"),
        ("广西壮族自治区2023年为民办实事工程方案", "广西壮族自治区", "province"),
        ("关于转发《黄山市2022年民生实事方案》的通知\n\n黟县人民政府办公室\n", "安徽省/黄山市/黟县", "county"),
    ],
)
def test_a_name_that_is_the_only_one(text, place, level):
    found = lies(text)
    assert (found.place, found.level, found.remarks) == (place, level, ())


@pytest.mark.parametrize(
    ("text", "place", "evidence"),
    [
        ("青山镇2022年民生方案\n按照《金寨县2022年民生实施方案》要求，制定本方案。", JINZHAI, "金寨县"),
        ("青山镇2022年民生方案\n\n金寨县人民政府办公室印发", JINZHAI, "金寨县"),
        ("青山镇2022年民生方案\n根据六安市委、市政府部署，制定本方案。", JINZHAI, "六安市"),
        ("青山镇2022年民生方案\n金政办〔2022〕5号\n", JINZHAI, "金政办〔2022〕5号"),
        ("朝阳区2023年民生方案\n根据《长春市2023年民生实事》，制定本方案。", "吉林省/长春市/朝阳区", "长春市"),
    ],
)
def test_one_of_several_by_the_authority_that_the_text_names(text, place, evidence):
    found = lies(text)
    assert found.place == place
    assert evidence in found.remarks[0].zh
    assert place in found.remarks[0].en


@pytest.mark.parametrize(
    "text",
    [
        "青山镇2022年民生方案",
        "青山镇2022年民生方案\n青政办〔2022〕92号\n青山镇人民政府办公室\n",
        "青山镇2022年民生方案\n组织村干部赴金寨县考察学习。",
        "青山镇2022年民生方案\n根据金寨县委、崇阳县委的文件，制定本方案。",
        "朝阳区2023年民生方案",
        "城关镇2023年民生方案",
        "新华区2023年民生方案\n新政办〔2023〕2号\n",
    ],
)
def test_a_common_name_is_not_guessed(text):
    found = lies(text)
    assert found.place == ""
    (remark,) = found.remarks
    assert "指明是其中哪一处" in remark.zh and "Say which" in remark.en
    assert remark.option == "--place" and "--" not in remark.zh + remark.en, "papers and pages know no options"


def test_all_candidates_are_named():
    (remark,) = lies("青山镇2022年民生方案").remarks
    assert "12 处" in remark.zh
    assert all(place.path in remark.zh for place in table.named("青山镇"))


@pytest.mark.parametrize(
    ("text", "place", "level", "word"),
    [
        ("合肥市高新区2023年民生实事方案", "安徽省/合肥市", "county", "不是行政区划"),
        ("合肥高新技术产业开发区2023年民生实事方案", "安徽省/合肥市", "county", "不是行政区划"),
        ("新疆生产建设兵团2023年民生实事方案", "", "", "不是行政区划"),
        ("云溪经济开发区2023年民生实事方案", "", "county", "不是行政区划"),
        ("黟县青石坡镇2022年民生实事方案", "安徽省/黄山市/黟县", "township", "青石坡镇"),
        ("杭州市下城区2020年民生实事方案", "浙江省/杭州市", "county", "下城区"),
        ("白石坡县2022年民生实事方案", "", "county", "白石坡县"),
        ("全区民生工程指导方案\n我区工作实际", "", "county", "没有写明"),
    ],
)
def test_what_the_table_does_not_have_is_said(text, place, level, word):
    found = lies(text)
    assert (found.place, found.level) == (place, level)
    assert word in found.remarks[0].zh


@pytest.mark.parametrize(
    ("text", "given", "place", "level"),
    [
        ("青山镇2022年民生方案", "金寨县", JINZHAI, "township"),
        ("青山镇2022年民生方案", JINZHAI, JINZHAI, "township"),
        ("青山镇2022年民生方案", "黟县", "安徽省/黄山市/黟县", "township"),
        ("白石坡镇2022年民生方案", "黟县", "安徽省/黄山市/黟县", "township"),
        ("全区民生工程指导方案\n我区", "长春市/朝阳区", "吉林省/长春市/朝阳区", "county"),
        ("全区民生工程指导方案\n我区", "长春市", "吉林省/长春市", "county"),
        ("昆山市2023年民生方案", "昆山市", "江苏省/苏州市/昆山市", "county"),
        ("黟县2022年民生方案", "安化县", "湖南省/益阳市/安化县", "county"),
        ("民生方案", "安化县", "湖南省/益阳市/安化县", "county"),
    ],
)
def test_the_place_given_counts_and_the_plans_name_says_which_below_it(text, given, place, level):
    found = lies(text, given)
    assert (found.place, found.level) == (place, level)


def test_a_name_that_contradicts_the_place_given_is_said():
    (remark,) = lies("黟县2022年民生方案", "安化县").remarks
    assert "黟县" in remark.zh
    assert "湖南省/益阳市/安化县" in remark.zh
    assert lies("安化县2022年民生方案", "安化县").remarks == ()


@given(st.sampled_from(table.names()))
def test_a_plan_is_resolved_by_its_title_only_where_the_name_is_unique(name):
    found = [place for place in table.named(name) if not place.zone]
    assume(name.endswith(("省", "市", "县", "区", "旗", "州", "盟")))
    where = lies(f"{name}2022年民生实事实施方案")
    if len(found) == 1 and name not in PLAIN_WORDS:
        assert (where.place, where.level) == (found[0].path, found[0].level)
    else:
        assert where.place == ""
        assert where.remarks[0].zh.startswith(f"全国有 {len(found)} 处“{name}”")


@given(st.sampled_from(table.township_names()))
def test_a_common_township_is_never_resolved_alone(name):
    assume(name.endswith(("镇", "乡", "街道")))
    where = lies(f"{name}2022年民生实事实施方案")
    if len([place for place in table.named(name) if not place.zone]) > 1:
        assert where.place == ""
    assert where.place == "" or where.place.endswith(f"/{name}") or where.remarks


@given(st.sampled_from([p for p in map(table.named, table.names()) if len(p) > 1]))
def test_each_of_a_common_name_is_found_by_its_own_upper_place(places):
    for place in places:
        if not place.zone and place.above:
            upper = place.above.split("/")[-1]
            where = lies(f"{upper}{place.name}2022年民生实事实施方案")
            assert where.place == place.path


@pytest.mark.parametrize(
    ("upper", "upper_level", "place", "level", "above"),
    [
        ("安徽省/黄山市", "city", "安徽省/黄山市/黟县", "county", True),
        ("安徽省", "province", "安徽省/黄山市/黟县", "county", True),
        ("安徽省/黄山市/黟县", "county", "安徽省/黄山市/黟县", "township", True),
        ("安徽省/黄山市/黟县", "county", "安徽省/黄山市/黟县", "county", False),
        ("湖南省/益阳市", "city", "安徽省/黄山市/黟县", "county", False),
        ("安徽省/黄山市/黟县", "county", "安徽省/黄山市", "city", False),
        ("安徽省/黄山市/黟县", "county", "", "township", False),
        ("", "city", "安徽省/黄山市/黟县", "county", False),
        ("朝阳区", "county", "北京市/朝阳区/建外街道", "township", False),
        ("云溪市", "city", "云岭省/云溪市/白石县", "county", True),
    ],
)
def test_which_document_stands_above(upper, upper_level, place, level, above):
    assert is_above(upper, upper_level, place, level) is above


def test_what_depends_on_place_and_year_is_said_only_there():
    unknown = lies("青山镇民生方案")
    assert len(remarks(unknown, library=True, upper=False, dated=False)) == 3
    assert len(remarks(unknown, library=True, upper=False, dated=True)) == 2
    assert remarks(unknown, library=False, upper=True, dated=True) == unknown.remarks
    assert remarks(unknown, library=False, upper=False, dated=False) == ()
    assert remarks(lies("黟县2022年民生方案"), library=True, upper=False, dated=True) == ()


def test_the_extraction_bears_the_path_and_the_level_that_follows():
    read = plan("昆山市2023年民生实事方案")
    assert (read.metadata.place, read.metadata.level) == ("昆山市", "city")
    placed = whereabouts(read).of_plan(read)
    assert (placed.metadata.place, placed.metadata.level) == ("江苏省/苏州市/昆山市", "county")


@pytest.mark.parametrize(
    ("number", "place", "level", "year", "places"),
    [
        ("000", "青山镇", "township", 2022, {"全国"}),
        ("001", "安徽省/黄山市/黟县", "county", 2022, {"全国", "安徽省"}),
        ("002", "", "county", 2011, {"全国"}),
        ("003", "湖南省/益阳市/安化县", "county", 2023, {"全国", "湖南省"}),
        ("004", "山东省/临沂市", "city", 2021, {"全国", "山东省"}),
    ],
)
class TestRealDocuments:
    def test_pick_their_chain(self, seeds, number, place, level, year, places):
        done = gouji("check", seeds[number], "--format", "json")
        result = json.loads(done.stdout)
        assert (result["plan"]["place"], result["plan"]["level"], result["plan"]["year"]) == (place, level, year)
        named = {standard["id"].partition("/")[0] for standard in result["standards"]}
        assert named == places
        known = place if "/" in place else ""
        assert {s["id"] for s in result["standards"]} <= {s.id for s in chain_for(load_library(), known, level)}

    def test_break_no_standard_that_they_do_not_break(self, seeds, number, place, level, year, places):
        result = json.loads(gouji("check", seeds[number], "--format", "json").stdout)
        wrong = [f["rule"] for f in result["findings"] if f["severity"] == "error"]
        # The one true error of all five: the annex of 003 adds up to 20402 and not to 20400.
        assert wrong == (["sum-mismatch"] if number == "003" else [])

    def test_say_why_a_chain_is_not_picked(self, seeds, number, place, level, year, places):
        said = " ".join(json.loads(gouji("check", seeds[number], "--format", "json").stdout)["remarks"])
        assert ("属地不明" in said) == (number in ("000", "002"))
        assert ("12 处“青山镇”" in said) == (number == "000")
        assert ("没有写明是哪个地方" in said) == (number == "002")
