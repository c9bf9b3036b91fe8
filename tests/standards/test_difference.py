"""standards diff: what changed between two versions, and which figures of a plan that touches."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from running import gouji, refused
from standard_samples import FLOOR, HEAD, write

from standards.files.loader import load_standard
from standards.keepers.difference import changes

VERSION = HEAD + FLOOR
PLAN = """\
白石坡县2022年民生实事方案
1.困难群众救助。散居孤儿基本生活保障标准为每人每月1100元。
2.医疗保障。城乡居民基本医疗保险参保率达到95%以上。
"""


def versions(tmp_path, old, new):
    return load_standard(write(tmp_path / "old", old)), load_standard(write(tmp_path / "new", new))


def told(tmp_path, old, new):
    head, found = changes(*versions(tmp_path, old, new))
    return [f.name for f in head], [(c.kind, c.key, [f.name for f in c.fields]) for c in found]


def test_the_same_version_twice(tmp_path):
    assert told(tmp_path, VERSION, VERSION) == ([], [])


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [
        ('value: "1100"', 'value: "1200"', "values 2022-01-01–"),
        ('op: ">=", value: "1100"', 'op: ">", value: "1100"', "values 2022-01-01–"),
        ("binding: floor", "binding: fixed", "binding"),
        ("scope: [散居]", "scope: [散居, 城市]", "scope"),
        ("    binding: floor", "    strength: should\n    binding: floor", "strength"),
        ("    binding: floor", "    applies_to: [county]\n    binding: floor", "applies_to"),
        ("    binding: floor", "    clause: 第2项\n    binding: floor", "clause"),
        ("id: orphan-scattered", "id: orphan-scattered\n    indicator: orphan-living-allowance", "indicator"),
    ],
)
def test_what_changed_is_named(tmp_path, old, new, name):
    assert old in VERSION
    assert told(tmp_path, VERSION, VERSION.replace(old, new)) == ([], [("changed", "orphan-scattered", [name])])


def test_a_new_date_is_one_value_gone_and_one_come(tmp_path):
    _, found = changes(*versions(tmp_path, VERSION, VERSION.replace("2022-01-01", "2022-07-01")))
    assert [(f.name, bool(f.old), bool(f.new)) for f in found[0].fields] == [
        ("values 2022-01-01–", True, False),
        ("values 2022-07-01–", False, True),
    ]


def test_a_new_id_is_no_new_requirement(tmp_path):
    assert told(tmp_path, VERSION, VERSION.replace("orphan-scattered", "scattered")) == (
        [],
        [("changed", "scattered", ["id"])],
    )


def test_added_removed_and_the_head(tmp_path):
    more = FLOOR.replace("orphan-scattered", "orphan-institutional").replace("散居", "集中供养")
    assert told(tmp_path, VERSION, VERSION + more)[1][0][:2] == ("added", "orphan-institutional")
    assert told(tmp_path, VERSION + more, VERSION)[1][0][:2] == ("removed", "orphan-institutional")
    assert told(tmp_path, VERSION, VERSION.replace("2022-03-01", "2022-03-02").replace("8号", "9号"))[0] == [
        "number",
        "published",
    ]


@given(st.permutations(["1100", "1200", "1300", "1400"]), st.permutations(["1100", "1200", "1300", "1400"]))
def test_what_one_direction_adds_the_other_removes(tmp_path_factory, one, other):
    def text(values):
        return HEAD + "".join(
            f'  - {{id: r{n}, label: 标准{n}, binding: floor, values: [{{from: 2022-01-01, op: ">=", value: "{v}", unit: 元}}]}}\n'
            for n, v in enumerate(values)
        )

    old, new = versions(tmp_path_factory.mktemp("versions"), text(one), text(other))
    there, back = changes(old, new)[1], changes(new, old)[1]
    assert [(c.key, [(f.name, f.old, f.new) for f in c.fields]) for c in there] == [
        (c.key, [(f.name, f.new, f.old) for f in c.fields]) for c in back
    ]
    assert {c.key for c in there} == {f"r{n}" for n in range(4) if one[n] != other[n]}


class TestTheCommand:
    def files(self, tmp_path, new):
        plan = tmp_path / "plan.txt"
        plan.write_text(PLAN, "utf-8")
        indicated = VERSION.replace("    label", "    indicator: orphan-living-allowance\n    label")
        return write(tmp_path / "old", indicated), write(tmp_path / "new", indicated.replace(*new)), plan

    def test_names_the_figures_touched_and_no_other(self, tmp_path):
        files = self.files(tmp_path, ('value: "1100"', 'value: "1200"'))
        done = gouji("standards", "diff", *files, "--format", "json")
        assert done.returncode == 0
        (plan,) = json.loads(done.stdout)["plans"]
        assert plan["on"] == "2022-12-31"
        assert [(row["requirement"], row["before"], row["after"]) for row in plan["touched"]] == [
            ("orphan-scattered", "inside", "outside")
        ]
        row = plan["touched"][0]
        assert PLAN[row["start"] : row["end"]] == row["text"]
        said = gouji("standards", "diff", *files).stdout
        assert "符合 → 不符合" in said
        assert "参保率" not in said

    def test_on_another_day_another_value_counts(self, tmp_path):
        files = self.files(tmp_path, ('value: "1100"', 'value: "1200"'))
        done = gouji("standards", "diff", *files, "--on", "2021-06-01", "--format", "json")
        (row,) = json.loads(done.stdout)["plans"][0]["touched"]
        assert row["before"] == row["after"] == "inside"

    def test_a_change_that_touches_nothing(self, tmp_path):
        old, new, plan = self.files(tmp_path, ("8号", "9号"))
        assert "没有受影响的数字" in gouji("standards", "diff", old, new, plan).stdout
        assert "相同" in gouji("standards", "diff", old, old).stdout

    def test_the_library_is_named_by_id(self):
        done = gouji("standards", "diff", "全国/2009-orphan-allowance", "全国/2009-orphan-allowance")
        assert (done.returncode, done.stderr) == (0, "")

    def test_what_cannot_be_read(self, tmp_path):
        old, new, plan = self.files(tmp_path, ("8号", "9号"))
        refused(gouji("standards", "diff", old, tmp_path / "none.yaml"), "none.yaml")
        done = gouji("standards", "diff", old, new, plan, tmp_path / "none.txt")
        assert done.returncode == 1
        assert "none.txt" in done.stderr
        assert "plan.txt" in done.stdout
        undated = tmp_path / "undated.txt"
        undated.write_text("民生方案\n散居孤儿基本生活保障标准为每人每月1100元。\n", "utf-8")
        refused(gouji("standards", "diff", old, new, undated), "undated.txt", "--on")
