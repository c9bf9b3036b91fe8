"""Which finding of one draft is which of the next, and what has become of it."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from two_drafts import (
    FILE,
    FRESH,
    GONE,
    LAW,
    LEFT,
    LET_STAND,
    RAISED,
    SAME,
    STILL_LOW,
    audit,
    finding,
    new,
    old,
    plan,
    unread,
)

from engine.judge.comparison import STATES, compared
from engine.judge.finding import Coverage
from engine.wording import Text


def states(before, after):
    """What has become of each finding: its label, by state."""
    return {state: [row.finding.label for row in compared(before, after).of(state)] for state in STATES}


def become(*findings, of):
    """The states of the rows between two drafts of one plan."""
    return [row.state for row in compared(audit(plan(*of)), audit(plan(*findings))).rows]


def test_every_fate_of_a_finding():
    assert states(old(), new()) == {
        "new": ["保障户数"],
        "changed": ["集中供养标准"],
        "unchanged": ["城镇新增就业", "实事件数"],
        "unchecked": [],
        "fixed": ["散居孤儿标准"],
    }


def test_a_changed_finding_has_both_figures():
    (row,) = compared(old(), new()).of("changed")
    assert (row.old.actual.value, row.new.actual.value, row.other_figure) == (1400, 1500, True)


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [(None, None, ""), (None, LET_STAND, "granted"), (LET_STAND, None, "ended"), (LET_STAND, LET_STAND, "")],
)
def test_a_waiver_since_the_last_draft_is_told(before, after, change):
    (row,) = compared(audit(plan(replace(LEFT, waiver=before))), audit(plan(replace(LEFT, waiver=after)))).rows
    assert (row.state, row.waiver) == ("unchanged", change)


CASES = {
    "retyped blanks and full-width digits": (
        [finding("a", "甲", "不低于 100 元")],
        [finding("a", "甲", "不低于１００元")],
        "u",
    ),
    "other words, no figure": ([finding("a", "甲", "力争")], [finding("a", "甲", "争取")], "c"),
    "other words, same figure": (
        [finding("a", "甲", "不低于5元", "5", "9")],
        [finding("a", "甲", "至少5元", "5", "9")],
        "u",
    ),
    "same words, the parts add up to something else": (
        [finding("sum", "合计", "240户", "236", "240")],
        [finding("sum", "合计", "240户", "238", "240")],
        "c",
    ),
    "same words, the standard asks for more": ([RAISED], [replace(RAISED, expected=STILL_LOW.actual)], "c"),
    "first of two with the same words put right": ([LEFT, LEFT], [LEFT], "uf"),
    "two with the same key, one put right and one raised": (
        [finding("a", "甲", "1元", "1", "9"), finding("a", "甲", "2元", "2", "9")],
        [finding("a", "甲", "3元", "3", "9")],
        "cf",
    ),
    "nothing but words to know it by": ([finding("typo", "", "“的的”")], [finding("typo", "", "“了了”")], "nf"),
    "another rule of the group on the same requirement": (
        [replace(GONE, rule="requirement-missing", evidence=(), verdict="not-addressed")],
        [GONE],
        "c",
    ),
    "more than the requirement asks for": (
        [GONE],
        [replace(GONE, rule="exceeds-standard", verdict="conforms", severity="note")],
        "nf",
    ),
    "another requirement": ([GONE], [STILL_LOW], "nf"),
    "another label": ([FRESH], [replace(FRESH, label="补助户数")], "nf"),
    "nothing before": ([], [FRESH], "n"),
    "nothing after": ([FRESH], [], "f"),
}
LETTERS = {"n": "new", "c": "changed", "u": "unchanged", "f": "fixed"}


@pytest.mark.parametrize("name", CASES)
def test_a_case(name):
    before, after, expected = CASES[name]
    assert become(*after, of=before) == [LETTERS[letter] for letter in expected]


def test_of_several_on_the_same_words_the_one_that_says_the_same_is_it():
    missing = [replace(SAME, message=Text(f"没有{what}", f"no {what}")) for what in ("文号", "机关", "日期")]
    rows = compared(audit(plan(*missing)), audit(plan(missing[2]))).rows
    assert [(row.state, row.finding.message.zh) for row in rows] == [
        ("unchanged", "没有日期"),
        ("fixed", "没有文号"),
        ("fixed", "没有机关"),
    ]


def test_of_several_with_one_key_the_one_of_the_same_label_is_it():
    people = [
        finding("about", f"{who}报销比例", f"{n}%左右", indicator="rate") for who, n in (("居民", 70), ("职工", 80))
    ]
    (row,) = compared(
        audit(plan(*people)), audit(plan(finding("about", "职工报销比例", "85%左右", indicator="rate")))
    ).of("changed")
    assert row.old.label == "职工报销比例"


def test_a_place_read_otherwise_does_not_make_everything_new():
    assert states(audit(plan(SAME, RAISED, place="")), audit(plan(SAME, STILL_LOW))) | {"new": [], "fixed": []} == {
        "new": [],
        "changed": ["集中供养标准"],
        "unchanged": ["城镇新增就业"],
        "unchecked": [],
        "fixed": [],
    }


class TestWhatWasNotLookedAtAgain:
    """Silence is not the same as something put right."""

    @pytest.mark.parametrize(
        ("after", "words"),
        [
            (audit(unread()), "未能读取"),
            (audit(plan(), rules_left_out=("below-floor",)), "below-floor"),
            (audit(plan(standards=())), "云政办〔2024〕3号"),
            (
                audit(plan(file="甲县.txt", place="甲县", title="甲"), plan(file="乙县.txt", place="乙县", title="乙")),
                FILE,
            ),
        ],
        ids=["unreadable", "rule left out", "standard left out", "plan left out"],
    )
    def test_it_is_unchecked_and_says_why(self, after, words):
        (row,) = compared(audit(plan(GONE)), after).of("unchecked", "fixed")
        assert row.state == "unchecked"
        assert words in row.why.zh
        assert row.why.en

    @pytest.mark.parametrize(
        ("rests_on", "now", "state"),
        [
            (("standards",), {"standards": ()}, "unchecked"),
            (("standards",), {"standards": ("另一份",)}, "unchecked"),
            (("standards",), {}, "fixed"),
            ((), {"standards": ()}, "fixed"),
            (("previous",), {}, "unchecked"),
            (("previous",), {"previous": "2023.docx"}, "fixed"),
            (("previous",), {"previous": "2023.docx", "standards": ()}, "fixed"),
        ],
    )
    def test_what_rests_on_more_than_the_plan_needs_it_again(self, rests_on, now, state):
        before = audit(plan(replace(LEFT, rests_on=rests_on)))
        (row,) = compared(before, audit(plan(**now))).rows
        assert (row.state, bool(row.why)) == (state, state == "unchecked")

    def test_a_requirement_that_its_standard_no_longer_asks_is_not_met_by_that(self):
        row = Coverage("scattered", LAW, "散居孤儿", "violates", Text("低", "low"))
        before = audit(plan(GONE, coverage=(row,)))
        (gone,) = compared(before, audit(plan(coverage=()))).rows
        assert gone.state == "unchecked" and "没有这项要求" in gone.why.zh
        assert states(before, audit(plan(coverage=(row,))))["fixed"] == ["散居孤儿标准"]

    def test_what_the_rest_of_the_check_could_see_is_judged(self):
        after = audit(plan(), rules_left_out=("below-floor",))
        assert states(audit(plan(GONE, LEFT)), after)["fixed"] == ["实事件数"]

    def test_a_file_that_can_be_read_now_is_put_right(self):
        before = audit(unread(), plan(file="乙县.txt", place="乙县", title="乙"))
        after = audit(plan(LEFT), plan(file="乙县.txt", place="乙县", title="乙"))
        assert states(before, after)["fixed"] == [FILE]
        assert any("未能读取" in remark.zh for remark in compared(before, after).remarks)

    def test_a_finding_of_the_audit_as_a_whole_needs_all_plans_again(self):
        counties = [plan(file=f"{name}县.txt", place=f"{name}县", title=name) for name in "甲乙"]
        whole = finding("allocation-shortfall", "新增就业", "6000人")
        before = audit(*counties, findings=(whole,))
        assert states(before, audit(*counties))["fixed"] == ["新增就业"]
        assert states(before, audit(*counties[:1]))["unchecked"] == ["新增就业"]


class TestSeveralPlans:
    @pytest.mark.parametrize(
        "renamed",
        [
            {},
            {"file": f"第二稿/{FILE}"},
            {"file": f"第二稿\\{FILE}"},
            {"file": "临河终稿.docx"},
            {"file": "临河终稿.docx", "title": "临河县2024年实事方案"},
            {"file": "临河终稿.docx", "place": ""},
        ],
    )
    def test_a_plan_is_known_by_file_place_or_title(self, renamed):
        other = plan(FRESH, file="乙县.txt", place="乙县", title="乙县方案")
        before, after = audit(plan(SAME), other), audit(other, plan(SAME, **renamed))
        assert states(before, after)["unchanged"] == ["保障户数", "城镇新增就业"]

    def test_the_same_question_of_two_places_stays_two(self):
        pair = [plan(LEFT, file=f"{name}镇.txt", place="", title=name) for name in "甲乙"]
        rows = compared(audit(*pair), audit(plan(file="甲镇.txt", place="", title="甲"), pair[1])).rows
        assert [row.state for row in rows] == ["unchanged", "fixed"]

    def test_a_name_that_several_have_leads_nowhere(self):
        twins = [plan(LEFT, file=f"{name}/方案.txt", place="", title="方案") for name in "甲乙"]
        others = [plan(LEFT, file=f"{name}/方案.txt", place="", title="方案") for name in "丙丁"]
        made = compared(audit(*twins), audit(*others))
        assert made.counts == {"new": 2, "changed": 0, "unchanged": 0, "unchecked": 2, "fixed": 0}
        assert len(made.remarks) == 4


REMARKS = {
    "所用的规则不同": (old(), replace(new(), rules_digest="00")),
    "上一次没有使用这些规则：sum-mismatch": (replace(old(), rules_left_out=("sum-mismatch",)), new()),
    "不再依据：关于办好2024年民生实事的通知": (audit(plan()), audit(plan(standards=()))),
    "新增依据：关于办好2024年民生实事的通知": (audit(plan(standards=())), audit(plan())),
    "临河县 2024）；本稿：临河县2024年民生实事方案（甲县 2024）": (audit(plan()), audit(plan(place="甲县"))),
    "本稿：2025-12-31": (audit(plan()), audit(plan(on="2025-12-31"))),
    "不能视为已整改": (audit(plan()), audit(unread())),
}


@pytest.mark.parametrize("words", REMARKS)
def test_what_makes_two_checks_differ_is_said(words):
    (remark,) = compared(*REMARKS[words]).remarks
    assert words in remark.zh
    assert remark.en != remark.zh


def test_two_checks_alike_need_no_remark():
    assert compared(old(), new()).remarks == ()


SOME = st.lists(
    st.builds(
        lambda rule, label, words, found: finding(rule, label, words, found, "9"),
        st.sampled_from(["a", "b"]),
        st.sampled_from(["甲", "乙", ""]),
        st.sampled_from(["1元", "2元", ""]),
        st.sampled_from(["1", "2"]),
    ),
    max_size=8,
)


@given(SOME, SOME)
def test_every_finding_has_one_row_and_the_counts_add_up(before, after):
    one, other = audit(plan(*before)), audit(plan(*after))
    made = compared(one, other)
    for side, name in ((one, "old"), (other, "new")):
        listed = [getattr(row, name) for row in made.rows if getattr(row, name)]
        assert Counter(map(id, listed)) == Counter(map(id, side.plans[0].findings))
    counts, both = made.counts, made.counts["changed"] + made.counts["unchanged"]
    assert (len(before), len(after)) == (both + counts["fixed"], both + counts["new"])


@given(SOME)
def test_a_draft_compared_with_itself_has_not_changed(findings):
    made = compared(audit(plan(*findings)), audit(plan(*findings)))
    assert {row.state for row in made.rows} <= {"unchanged"}


@given(SOME, SOME, st.randoms(use_true_random=False))
def test_the_order_in_which_a_report_lists_findings_does_not_count(before, after, random):
    def fates(one, other):
        rows = compared(one, other).rows
        return Counter((row.state, row.old and row.old.fingerprint, row.new and row.new.fingerprint) for row in rows)

    one, other = plan(*before), plan(*after)
    mixed = [replace(each, findings=tuple(random.sample(each.findings, len(each.findings)))) for each in (one, other)]
    straight, shuffled = fates(audit(one), audit(other)), fates(audit(mixed[0]), audit(mixed[1]))
    assert Counter(state for state, *_ in straight.elements()) == Counter(state for state, *_ in shuffled.elements())


def test_the_law_of_a_finding_is_named_where_it_is_left_out():
    (row,) = compared(audit(plan(GONE)), audit(plan(standards=("另一份",)))).of("unchecked")
    assert LAW not in row.why.zh
    assert "关于办好2024年民生实事的通知" in row.why.zh


class TestTwoPlans:
    """What is wrong in one plan was never put right in another."""

    @pytest.mark.parametrize(
        "other",
        [
            {"place": "江北省/云州市/双桥县"},
            {"title": "临河县2024年养老服务工作方案"},
            {"title": "临河县人民政府办公室关于印发2024年乡村建设行动任务分解的通知"},
        ],
    )
    def test_nothing_of_one_is_fixed_in_the_other(self, other):
        made = compared(audit(plan(GONE, LEFT)), audit(plan(FRESH, file="另一份.txt", **other)))
        assert made.two_plans
        assert made.counts == {"new": 1, "changed": 0, "unchanged": 0, "unchecked": 2, "fixed": 0}
        (remark,) = made.remarks
        assert "两份不同的方案" in remark.zh and "two different plans" in remark.en
        assert all(row.why.zh == "本稿是另一份方案" for row in made.of("unchecked"))

    @pytest.mark.parametrize(
        "renamed",
        [
            {"title": "临河县2024年民生实事实施方案（送审稿）"},
            {"title": "临河县人民政府办公室关于印发临河县2024年十件民生实事工作方案的通知"},
            {"title": "2024年为民办实事方案"},
            {"title": "实施方案"},
            {"title": ""},
            {"place": "临河县"},
            {"place": ""},
        ],
    )
    def test_a_draft_that_is_called_otherwise_is_still_a_draft(self, renamed):
        made = compared(audit(plan(GONE, LEFT)), audit(plan(LEFT, file="终稿.docx", **renamed)))
        assert not made.two_plans
        assert (made.counts["fixed"], made.counts["unchanged"]) == (1, 1)

    def test_another_year_is_another_plan(self):
        last = plan(GONE)
        last = replace(last, extraction=replace(last.extraction, metadata=replace(last.extraction.metadata, year=2023)))
        assert compared(audit(last), audit(plan())).counts["fixed"] == 0

    def test_of_several_a_file_of_one_name_is_not_taken_for_another_place(self):
        before = audit(plan(GONE, file="1.txt"), plan(FRESH, file="2.txt", place="双桥县", title="双桥县方案"))
        after = audit(plan(file="1.txt", place="乙县", title="乙县方案"), before.plans[1])
        made = compared(before, after)
        assert (made.counts["fixed"], made.counts["unchecked"], made.counts["unchanged"]) == (0, 1, 1)
