"""--place: which place a person means, and the refusal of what is none or several."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from running import COUNTY, gouji, refused

from standards.files.loader import LIBRARY
from standards.places import table
from standards.places.choose import PlaceError, choose

YIXIAN = "安徽省/黄山市/黟县"


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("安徽省/黄山市/黟县", YIXIAN),
        ("黄山市/黟县", YIXIAN),
        ("安徽省/黟县", YIXIAN),
        ("黟县", YIXIAN),
        (" 安徽省 / 黄山市 / 黟县 / ", YIXIAN),
        ("安徽省黄山市黟县", YIXIAN),
        ("北京市/市辖区/海淀区", "北京市/海淀区"),
        ("北京市朝阳区", "北京市/朝阳区"),
        ("长春市/朝阳区", "吉林省/长春市/朝阳区"),
        ("湖北省/恩施州", "湖北省/恩施土家族苗族自治州"),
        ("广西/南宁市", "广西壮族自治区/南宁市"),
        ("金寨县/青山镇", "安徽省/六安市/金寨县/青山镇"),
        ("安徽省/青山镇", "安徽省/六安市/金寨县/青山镇"),
        ("省直辖县级行政区划/济源市", "河南省/济源市"),
        ("吉林省/吉林市", "吉林省/吉林市"),
    ],
)
def test_a_path_or_any_part_that_fits_one_place(written, path):
    assert choose(written, LIBRARY).path == path


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("青山镇", ["12 处", "安徽省/六安市/金寨县/青山镇", "陕西省/商洛市/商南县/青山镇"]),
        ("朝阳区", ["2 处", "北京市/朝阳区", "吉林省/长春市/朝阳区"]),
        ("黟线", ["黟县", "2023-06-30"]),
        ("碧阳", ["碧阳镇"]),
        ("安徽", ["安徽省"]),
        ("安徽省/黄山市/夥县", ["安徽省/黄山市/黟县"]),
        ("黄山市/黟县/碧羊镇", ["安徽省/黄山市/黟县/碧阳镇"]),
        ("湖南省/黟县", ["没有"]),
        ("县城南区", ["不是行政区划"]),
        ("黄山市/高新区", ["不是行政区划", "黄山市"]),
        ("合肥高新技术产业开发区", ["不是行政区划", "安徽省/合肥市"]),
        ("全国", ["没有"]),
        ("云岭省/云溪市", ["没有"]),
        ("../..", ["没有"]),
        ("/", ["没有"]),
        ("x" * 5000, ["没有"]),
    ],
)
def test_anything_else_is_refused_with_what_to_write(written, words):
    with pytest.raises(PlaceError) as told:
        choose(written, LIBRARY)
    for word in words:
        assert word in told.value.text.zh
    assert told.value.text.en


def test_a_keepers_own_folder_makes_a_place_known(tmp_path):
    (tmp_path / "云岭省" / "云溪市").mkdir(parents=True)
    place = choose("云岭省/云溪市/白石县", tmp_path)
    assert (place.path, place.level) == ("云岭省/云溪市/白石县", "county")
    with pytest.raises(PlaceError):
        choose("安徽省/云溪市", tmp_path)


@given(st.sampled_from(table.names()))
def test_a_unique_name_means_itself_and_a_common_one_nothing(name):
    found = [place for place in table.named(name) if not place.zone]
    if len(found) == 1:
        assert choose(name, LIBRARY) == found[0]
    else:
        with pytest.raises(PlaceError) as told:
            choose(name, LIBRARY)
        assert f"{len(found)} 处" in told.value.text.zh
    for place in found:
        assert choose(place.path, LIBRARY) == place


@settings(max_examples=25)
@given(st.text(st.characters(codec="utf-8"), max_size=12))
def test_nothing_a_person_types_breaks_it(written):
    try:
        place = choose(written, LIBRARY)
    except PlaceError as told:
        assert told.text.zh
    else:
        assert table.at(place.path) == place


def test_a_run_with_an_unknown_place_stops():
    refused(gouji("check", COUNTY, "--place", "黟线"), "黟县")
