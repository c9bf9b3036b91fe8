"""A standard drafted from a document: what a reviewer gets, and that it checks plans as the document itself does."""

import json
import re

import pytest
from running import COUNTY, SAMPLES, TOWNSHIP, gouji, refused

from engine.check import document_of, read_plan_text
from engine.errors import StandardError
from engine.resolve.resolver import Resolver
from standards.catalogue import load_catalogue
from standards.files.loader import load_standard, validate_file
from standards.in_force.whereabouts import whereabouts
from standards.keepers.drafting import draft_yaml

CATALOGUE = load_catalogue()
NOTICE = """\
黟县人民政府办公室关于2022年民生实事的通知

黟政办〔2022〕8号

一、主要任务
1.困难群众救助。散居孤儿基本生活保障标准不低于每人每月1100元，农村低保标准达到每人每月700元。
2.医疗保障。职工基本医疗保险政策范围内住院费用报销比例稳定在80%左右，到2025年参保率达到95%以上。
3.就业促进。举办招聘会不少于20场次，行政村“彩云归”驿站不超过3处，培训2-4个班。
4.法律援助。做好法律援助工作。
"""


def read(text, file="notice.txt"):
    return read_plan_text(document_of(text, file), Resolver(CATALOGUE))


def drafted(text, lang="zh"):
    extraction = read(text)
    return draft_yaml(extraction, whereabouts(extraction), lang)


def saved(tmp_path, text):
    path = tmp_path / "draft.yaml"
    path.write_text(text, "utf-8")
    assert validate_file(path, known_indicators=frozenset(CATALOGUE.indicators)) == []
    return load_standard(path)


def block(text, label):
    """The lines of the requirement that has this label."""
    return next(part for part in text.split("\n  - id: ") if f"label: {label}" in part)


class TestWhatAReviewerGets:
    def test_the_head_and_what_was_not_found(self, tmp_path):
        text = drafted(NOTICE)
        standard = saved(tmp_path, text)
        assert (standard.number, standard.level, standard.place) == (
            "黟政办〔2022〕8号",
            "county",
            "安徽省/黄山市/黟县",
        )
        assert standard.confidence == "unverified"
        assert re.search(r"# published:  # TODO", text)

    def test_each_figure_with_its_quote_place_and_reason(self, tmp_path):
        text = drafted(NOTICE)
        orphan = block(text, "散居孤儿")
        assert "indicator: orphan-living-allowance" in orphan
        assert "scope: [散居]" in orphan
        assert "clause: 第1项" in orphan
        assert re.search(r"binding: floor  # \S", orphan)
        start = NOTICE.index("不低于每人每月1100元")
        assert f"第6行，第{start}至{start + len('不低于每人每月1100元')}字符：不低于每人每月1100元" in orphan
        assert 'from: 2022-01-01, to: 2022-12-31, op: ">=", value: "1100", unit: 元/人/月' in orphan

    @pytest.mark.parametrize(
        ("label", "doubt"),
        [
            ("农村低保标准", "TODO 原文没有“不低于”"),
            ("职工基本医疗保险政策范围内住院费用报销比例", "TODO 原文为约数"),
            ("招聘会场次", "TODO 工作量"),
            ("散居孤儿", "TODO 起止日"),
        ],
    )
    def test_whatever_is_unsure_is_marked(self, label, doubt):
        assert doubt in block(drafted(NOTICE), label)

    def test_a_cap_a_range_and_a_figure_of_no_indicator(self, tmp_path):
        standard = saved(tmp_path, drafted(NOTICE))
        values = {(r.binding, r.values[0].bound.op, str(r.values[0].bound.value)) for r in standard.requirements}
        assert ("ceiling", "<=", "3") in values
        assert any(r.values[0].bound.op == "range" for r in standard.requirements)
        assert "将按名称匹配" in drafted(NOTICE)

    def test_items_without_a_figure_are_offered_and_not_taken(self, tmp_path):
        text = drafted(NOTICE)
        assert "法律援助" not in {r.label for r in saved(tmp_path, text).requirements}
        (line,) = [line for line in text.splitlines() if line.startswith("#") and "法律援助" in line]
        taken = saved(tmp_path, text + line.replace("#", "", 1) + "\n")
        assert taken.requirements[-1].binding == "duty"

    def test_comments_in_english(self):
        text = drafted(NOTICE, "en")
        comments = " ".join(re.findall(r"#.*", text))
        assert "TODO first and last day are taken from the document's year" in comments

    def test_an_unknown_place_and_year_are_left_open(self, tmp_path):
        text = drafted("青山镇民生方案\n1.救助。散居孤儿基本生活保障标准不低于每人每月1100元。\n")
        standard = saved(tmp_path, text)
        assert (standard.place, standard.level) == ("待定/待定/待定/青山镇", "township")
        assert not standard.requirements[0].values[0].dated
        assert re.search(r"place: .*# TODO", text)

    @pytest.mark.parametrize(
        "title", ["“十四五”: 方案#1", "- 方案", "true", "2022", "方案 # 二", 'a"b\\c', "{方案}", "*方案"]
    )
    def test_no_title_breaks_the_file(self, tmp_path, title):
        extraction = read(f"{title}\n1.救助。散居孤儿基本生活保障标准不低于每人每月1100元。\n", file=f"{title}.txt")
        saved(tmp_path, draft_yaml(extraction, whereabouts(extraction)))

    def test_a_document_without_figures_is_refused(self):
        with pytest.raises(StandardError) as told:
            drafted("关于召开会议的通知\n请各单位按时参加。\n")
        assert "notice.txt" in told.value.text.zh


ALLOTTED = """\
云州市人民政府办公室关于印发2024年民生实事工作方案的通知

云政办〔2024〕6号

一、主要任务
1.困难群众救助。城乡特困人员基本生活标准不低于当地低保标准的1.3倍。12月底前完成特殊困难老年人居家适老化改造。
2.托育服务。每千人口托位数达到4.5个，新增托位500个。建立托育机构信息公示制度。
3.就业促进。城镇新增就业1000人。
附件
2024年民生实事任务分解表
县区	城镇新增就业（人）	新增托位（个）	改造户厕（户）	公厕覆盖率（%）
临溪县	400	200	30	90
望岗县	600	300	50	95
合计	1000	500	80	—
"""


class TestWhatIsNoPlainFigure:
    """Whatever a document asks is in its draft, as a requirement or as a comment at its place."""

    def of_label(self, tmp_path, label):
        return next(r for r in saved(tmp_path, drafted(ALLOTTED)).requirements if r.label == label)

    @pytest.mark.parametrize("side", ["城市", "农村"])
    def test_a_formula_is_a_derived_floor(self, tmp_path, side):
        requirement = self.of_label(tmp_path, f"{side}特困人员基本生活标准")
        assert (requirement.binding, requirement.formula) == ("derived", f"1.3 * {side}低保标准")
        assert requirement.scope == (side,)

    @pytest.mark.parametrize(
        ("label", "shares"),
        [
            ("城镇新增就业人数", {"临溪县": 400, "望岗县": 600}),
            ("新增托位数量", {"临溪县": 200, "望岗县": 300}),
            ("改造户厕", {"临溪县": 30, "望岗县": 50}),
        ],
    )
    def test_shares_of_an_annex_stand_with_their_total(self, tmp_path, label, shares):
        requirement = self.of_label(tmp_path, label)
        assert requirement.binding == "total" and dict(requirement.allotted) == shares
        assert requirement.values[0].bound.value == sum(shares.values())

    @pytest.mark.parametrize("said", ["公厕覆盖率", "建立托育机构信息公示制度", "特殊困难老年人居家适老化改造"])
    def test_what_is_not_written_is_told(self, said):
        (line,) = [line for line in drafted(ALLOTTED).splitlines() if said in line]
        assert line.startswith("#")

    def test_a_floor_without_a_word_for_it_allows_more(self, tmp_path):
        requirement = self.of_label(tmp_path, "每千人口托位数")
        assert (requirement.binding, requirement.values[0].bound.op) == ("floor", ">=")

    def test_a_plan_is_held_to_its_share_and_to_the_formula(self, tmp_path):
        upper, ours = tmp_path / "upper.yaml", tmp_path / "ours.txt"
        upper.write_text(drafted(ALLOTTED).replace("待定/云州市", "江北省/云州市"), "utf-8")
        ours.write_text(
            "临溪县2024年民生实事\n1.就业。城镇新增就业350人。\n"
            "2.救助。城市低保标准每人每月700元，城市特困人员基本生活标准每人每月800元。",
            "utf-8",
        )
        done = gouji("check", ours, "--standard", upper, "--no-library", "--format", "json", "--fail-on", "never")
        found = {f["rule"]: f["expected"]["value"] for f in json.loads(done.stdout)["findings"] if f["expected"]}
        assert (found.get("below-allocation"), found.get("derived-floor")) == ("400", "910")

    def test_figures_of_no_requirement_are_listed(self):
        text = drafted(NOTICE + "二、保障措施\n（一）加强领导。市政府每年召开专题会议4次。\n")
        assert re.search(r"^#  - .*4次", text, re.MULTILINE)


class TestTheCommand:
    @pytest.mark.parametrize("document", [COUNTY, TOWNSHIP, SAMPLES / "county-plan-compliant.docx"])
    def test_what_it_prints_is_valid(self, tmp_path, document):
        done = gouji("standards", "draft", document)
        assert done.returncode == 0
        saved(tmp_path, done.stdout)

    def test_it_writes_a_file_and_never_over_one(self, tmp_path):
        target = tmp_path / "new" / "draft.yaml"
        done = gouji("standards", "draft", COUNTY, "--output", target)
        assert (done.returncode, done.stdout) == (0, "")
        assert "TODO" in done.stderr
        before = target.read_bytes()
        refused(gouji("standards", "draft", TOWNSHIP, "--output", target), "draft.yaml", "已经存在")
        assert target.read_bytes() == before

    def test_a_document_that_cannot_be_read(self, tmp_path):
        refused(gouji("standards", "draft", tmp_path / "none.docx"), "none.docx")


def violations(result):
    return sorted(
        (f["rule"], f["label"], f["actual"]["text"], f["expected"]["text"], f["certainty"])
        for f in result["findings"]
        if f["verdict"] == "violates" and f["severity"] == "error"
    )


@pytest.mark.parametrize(("upper", "on"), [("001", "2022-12-31"), ("003", "2023-12-31")])
def test_a_draft_finds_the_violations_that_the_document_itself_does(seeds, tmp_path, upper, on):
    draft = tmp_path / "draft.yaml"
    assert gouji("standards", "draft", seeds[upper], "--output", draft).returncode == 0
    by_draft = json.loads(gouji("check", seeds["000"], "--standard", draft, "--on", on, "--format", "json").stdout)
    directly = json.loads(
        gouji("check", seeds["000"], "--against", seeds[upper], "--on", on, "--format", "json").stdout
    )
    assert violations(by_draft) == violations(directly)
    if upper == "001":
        assert [v[0] for v in violations(directly)] == ["below-floor"]
    # That the draft was applied at all: figures of both documents met.
    met = [row for row in by_draft["coverage"] if row["status"] in ("conforms", "violates", "indeterminate")]
    assert len(met) >= 2
