"""From files to records, and which of them bind a plan."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from standard_samples import FLOOR, HEAD, standard, write

from standards.files.faults import FaultyStandard
from standards.files.loader import chain_for, load_folder, load_library, load_standard, standards_for, validate_file
from standards.in_force.timeline import state_on


def test_a_value_takes_what_it_does_not_say_from_its_standard(tmp_path):
    loaded = load_standard(write(tmp_path))
    old, new = loaded.requirements[0].values
    assert (old.bound.value, old.since, old.until) == (Decimal(1050), date(2021, 1, 1), date(2021, 12, 31))
    assert (new.number, new.title, new.published) == (loaded.number, loaded.title, date(2022, 3, 1))
    assert (new.confidence, new.checked) == ("primary", date(2026, 1, 15))


def test_a_value_may_have_its_own_document_and_source(tmp_path):
    own = FLOOR.replace(
        '"1100", unit: 元/人/月}',
        '"1100", unit: 元/人/月, number: "", title: 另文, clause: 第3条, source: {confidence: press}}',
    )
    new = load_standard(write(tmp_path, HEAD + own)).requirements[0].values[1]
    assert (new.number, new.title, new.clause, new.confidence) == ("", "另文", "第3条", "press")
    assert new.checked == date(2026, 1, 15), "the date of the check is the standard's"
    assert new.published is None, "another document has another date"


def test_without_a_source_nothing_counts_as_verified(tmp_path):
    text = (HEAD + FLOOR).replace("source: {confidence: primary, checked: 2026-01-15}\n", "")
    loaded = load_standard(write(tmp_path, text))
    assert (loaded.confidence, loaded.checked) == ("unverified", None)
    assert loaded.requirements[0].values[0].confidence == "unverified"


def test_an_unknown_first_day_follows_the_value_before(tmp_path):
    text = (HEAD + FLOOR).replace("from: 2022-01-01", "from: unknown")
    old, new = load_standard(write(tmp_path, text)).requirements[0].values
    assert old.dated
    assert (new.dated, new.since) == (False, date(2022, 1, 1))


def test_shares_keep_the_order_of_the_document(tmp_path):
    text = HEAD + (
        "  - id: employment\n    label: 城镇新增就业人数\n    binding: total\n    shares: {金沙县: '300', 白石县: '200'}\n"
        "    values: [{from: 2022-01-01, op: '=', value: '500', unit: 人}]\n"
    )
    shares = load_standard(write(tmp_path, text)).requirements[0].allotted
    assert shares == (("金沙县", Decimal(300)), ("白石县", Decimal(200)))


def test_a_duty_counts_from_the_day_of_issue_unless_it_says_otherwise(tmp_path):
    duty = "  - {id: relief, label: 临时救助制度, binding: duty}\n"
    later = "  - {id: relief, label: 临时救助制度, binding: duty, from: 2022-07-01, to: 2022-12-31}\n"
    first = load_standard(write(tmp_path, HEAD + duty)).requirements[0]
    second = load_standard(write(tmp_path, HEAD + later)).requirements[0]
    assert (first.since, first.until) == (date(2022, 3, 1), None)
    assert (second.since, second.until) == (date(2022, 7, 1), date(2022, 12, 31))


def test_indicators_are_judged_only_against_a_catalogue(tmp_path):
    path = write(tmp_path, (HEAD + FLOOR).replace("    label", "    indicator: orphan-living\n    label"))
    assert validate_file(path) == []
    assert len(validate_file(path, known_indicators=frozenset({"other"}))) == 1


@pytest.mark.parametrize(
    ("place", "level"),
    [
        ("北京市/海淀区", "county"),
        ("河南省/济源市", "county"),
        ("广东省/东莞市/虎门镇", "township"),
        ("全国", "nation"),
    ],
)
def test_places_of_unusual_depth_are_accepted(tmp_path, place, level):
    text = (HEAD + FLOOR).replace("青岚省/云溪市", place).replace("level: city", f"level: {level}")
    assert validate_file(write(tmp_path, text)) == []


@pytest.fixture
def library(tmp_path):
    for place, level in [
        ("全国", "nation"),
        ("青岚省", "province"),
        ("青岚省/云溪市", "city"),
        ("青岚省/云溪市/白石县", "county"),
        ("青岚省/云溪市/白石县/高坪镇", "township"),
        ("青岚省/云溪", "city"),
        ("碧川省", "province"),
    ]:
        write(
            tmp_path / place, (HEAD + FLOOR).replace("青岚省/云溪市", place).replace("level: city", f"level: {level}")
        )
    return tmp_path


CHAINS = [
    ("青岚省/云溪市/白石县", "county", ["全国", "青岚省", "青岚省/云溪市"]),
    ("青岚省/云溪市/白石县/高坪镇", "township", ["全国", "青岚省", "青岚省/云溪市", "青岚省/云溪市/白石县"]),
    ("青岚省/云溪市/白石县", "township", ["全国", "青岚省", "青岚省/云溪市", "青岚省/云溪市/白石县"]),
    ("青岚省/云溪市", "city", ["全国", "青岚省"]),
    ("青岚省/云溪市", "", ["全国", "青岚省"]),
    ("碧川省/某市", "city", ["全国", "碧川省"]),
    ("青岚省", "province", ["全国"]),
    ("", "", ["全国"]),
    ("全国", "nation", []),
]


@pytest.mark.parametrize(("place", "level", "expected"), CHAINS)
def test_only_what_stands_above_binds_from_the_nation_down(library, place, level, expected):
    assert [s.place for s in chain_for(load_library(library), place, level)] == expected
    assert standards_for(place, level, root=library) == chain_for(load_library(library), place, level)


def test_files_off_the_chain_are_not_even_read(library):
    write(library / "碧川省", "title: [broken", "2023-broken.yaml")
    assert len(standards_for("青岚省/云溪市/白石县", "county", root=library)) == 3
    with pytest.raises(FaultyStandard):
        standards_for("碧川省/某市", "city", root=library)


def test_a_chain_needs_no_library():
    above = [standard("全国", "nation"), standard("青岚省", "province"), standard("碧川省", "province")]
    assert [s.place for s in chain_for(above, "青岚省/云溪市", "city")] == ["全国", "青岚省"]


def test_the_id_is_the_path_under_the_library(library):
    assert [s.id for s in load_library(library)][:2] == ["全国/2022-livelihood", "碧川省/2022-livelihood"]
    assert load_standard(library / "全国" / "2022-livelihood.yaml").id == "2022-livelihood"
    assert load_standard(library / "全国" / "2022-livelihood.yaml", id="mine").id == "mine"


MISPLACED = {
    "wrong folder": ("碧川省", "2022-other.yaml", "移到"),
    "no year": ("青岚省/云溪市", "livelihood.yaml", "年份"),
    "wrong suffix": ("青岚省/云溪市", "2022-other.yml", "2022-other.yaml"),
    "another kind of file": ("青岚省/云溪市", "2022-other.docx", "不会被采用"),
}


@pytest.mark.parametrize(("folder", "name", "word"), MISPLACED.values(), ids=MISPLACED)
def test_a_file_that_would_be_missed_or_misread_is_refused(library, folder, name, word):
    write(library / folder, HEAD + FLOOR, name)
    with pytest.raises(FaultyStandard) as refused:
        load_library(library)
    assert word in refused.value.text.zh
    assert len(refused.value.faults) == 1


def test_one_bad_file_does_not_hide_another(library):
    write(library / "全国", "a: 1", "2020-a.yaml")
    write(library / "碧川省", "- a", "2020-b.yaml")
    with pytest.raises(FaultyStandard) as refused:
        load_library(library)
    assert {fault.file.rsplit("/", 1)[1] for fault in refused.value.faults} == {"2020-a.yaml", "2020-b.yaml"}


def test_a_library_that_is_not_there_is_told(tmp_path):
    with pytest.raises(FaultyStandard, match="no library folder"):
        load_library(tmp_path / "none")


def test_a_folder_of_ones_own_needs_no_order(tmp_path):
    write(tmp_path / "下级", name="我的标准.yml")
    write(tmp_path, name="b.yaml")
    (tmp_path / "readme.txt").write_text("说明", "utf-8")
    assert [s.id for s in load_folder(tmp_path)] == ["b", "下级/我的标准"]


@pytest.mark.parametrize("folder", ["", "none"])
def test_a_folder_without_a_standard_is_told(tmp_path, folder):
    with pytest.raises(FaultyStandard, match="no standard"):
        load_folder(tmp_path / folder)


def test_a_folder_with_one_bad_file_tells_it(tmp_path):
    write(tmp_path, name="a.yaml")
    write(tmp_path, "title: x", name="b.yaml")
    with pytest.raises(FaultyStandard, match=r"b\.yaml:1"):
        load_folder(tmp_path)


class TestRepeal:
    HEAD = HEAD.replace("source:", "repealed: 2022-07-01\nrepealed_by: 云政办〔2022〕20号\nsource:")

    def test_a_repealed_document_ends_its_values_the_day_before(self, tmp_path):
        loaded = load_standard(write(tmp_path, self.HEAD + FLOOR))
        assert (loaded.repealed, loaded.repealed_by) == (date(2022, 7, 1), "云政办〔2022〕20号")
        old, new = loaded.requirements[0].values
        assert (old.until, new.until) == (date(2021, 12, 31), date(2022, 6, 30))
        assert state_on(loaded.requirements[0], date(2022, 6, 30)) == ("in-force", new)
        assert state_on(loaded.requirements[0], date(2022, 7, 1)) == ("repealed", new)

    def test_a_value_of_another_document_keeps_its_days(self, tmp_path):
        own = FLOOR.replace('"1100", unit: 元/人/月}', '"1100", unit: 元/人/月, number: 云民〔2022〕3号}')
        assert load_standard(write(tmp_path, self.HEAD + own)).requirements[0].values[1].until is None

    def test_a_duty_ends_with_it(self, tmp_path):
        duty = "  - {id: relief, label: 临时救助制度, binding: duty}\n"
        assert load_standard(write(tmp_path, self.HEAD + duty)).requirements[0].until == date(2022, 6, 30)
