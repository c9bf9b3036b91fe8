"""What becomes of each requirement, the one line for the plan, and the grade."""

import pytest

from engine.document import Note, Span
from engine.errors import ReadError
from engine.judge.coverage import coverage
from engine.judge.finding import Basis, Coverage, Finding, Waiver
from engine.judge.judge import judge
from engine.judge.tool import note_facts, unreadable_fact
from engine.judge.verdict import grade, overall
from engine.match.indexed import IndexedMatcher
from engine.wording import Text
from rules import load_cards
from tests.judge.judge_facts import fact

FLOOR = {
    "standard": "s",
    "binding": "floor",
    "state": "in-force",
    "strength": 3,
    "verified": True,
    "printed": "不低于1100元",
}
MATCH = {
    "requirement": "r1",
    "commitment": "c1",
    "certainty": "certain",
    "containment": "inside",
    "strength_gap": 0,
    "scope_relation": "equal",
}


def requirement(requirement_id="r1", **changes):
    return fact("requirement", requirement_id, role="standard", **(FLOOR | changes))


def match(**changes):
    return fact("match", f"m-{changes.get('commitment', 'c1')}", **(MATCH | changes))


def commitment(commitment_id="c1", **changes):
    return fact("commitment", commitment_id, printed="1100元", **changes)


def finding(rule="below-floor", **changes):
    settings = {
        "code": "C01",
        "group": "conformance",
        "severity": "error",
        "verdict": "violates",
        "certainty": "certain",
        "title": Text("低于规定的最低标准", "Below the binding minimum"),
        "message": Text("低", "low"),
        "remedy": Text("改", "mend"),
        "standard": Basis("s", "r1", "示例"),
        "fingerprint": "f1",
    } | changes
    return Finding(rule=rule, **settings)


STATUS = {
    "inside": ([requirement(), match(), commitment()], [], "conforms", "都在规定范围之内"),
    "inside by likeness": (
        [requirement(), match(certainty="review"), commitment()],
        [],
        "conforms",
        "都在规定范围之内",
    ),
    "below": (
        [requirement(), match(containment="outside"), commitment()],
        [finding()],
        "violates",
        "低于规定的最低标准",
    ),
    "below, unverified": (
        [requirement(verified=False), match(containment="outside"), commitment()],
        [finding(certainty="review")],
        "violates",
        "低于",
    ),
    "waived": (
        [requirement(), match(containment="outside"), commitment()],
        [finding(waiver=Waiver("a", "b", "c"))],
        "violates",
        "低于",
    ),
    "boundary": ([requirement(), match(containment="boundary"), commitment()], [], "indeterminate", "界限值"),
    "approximate": (
        [requirement(), match(containment="undecided"), commitment(approximate=True)],
        [],
        "indeterminate",
        "约数",
    ),
    "both approximate": (
        [requirement(approximate=True), match(containment="undecided"), commitment(approximate=True)],
        [],
        "indeterminate",
        "规定本身是约数",
    ),
    "open above": (
        [requirement(binding="ceiling"), match(containment="outside"), commitment()],
        [],
        "indeterminate",
        "没有保证",
    ),
    "undecided": ([requirement(), match(containment="undecided"), commitment()], [], "indeterminate", "无法得出结论"),
    "weaker word": ([requirement(), match(strength_gap=1), commitment()], [], "indeterminate", "用语弱于规定"),
    "narrower": ([requirement(), match(scope_relation="narrower"), commitment()], [], "indeterminate", "窄于"),
    "unverified": ([requirement(verified=False), match(), commitment()], [], "indeterminate", "未经核实"),
    "one of two": (
        [requirement(), match(), match(commitment="c2", containment="undecided"), commitment(), commitment("c2")],
        [],
        "indeterminate",
        "无法得出结论",
    ),
    "a warning that doubts": (
        [requirement(), match(), commitment()],
        [finding(severity="warning", verdict="indeterminate")],
        "indeterminate",
        "人工认定",
    ),
    "a note beside a match": (
        [requirement(), match(), commitment()],
        [finding(severity="note", verdict="indeterminate")],
        "conforms",
        "都在",
    ),
    "refused": (
        [requirement(), fact("refusal", "f", requirement="r1", commitment="c1", reason="unit"), commitment()],
        [],
        "indeterminate",
        "计量单位不同",
    ),
    "refused and matched": (
        [
            requirement(),
            fact("refusal", "f", requirement="r1", commitment="c2", reason="unit"),
            match(),
            commitment(),
            commitment("c2"),
        ],
        [],
        "conforms",
        "都在",
    ),
    "silent": ([requirement(), commitment()], [], "not-addressed", "没有对应内容"),
    "matter without figure": ([requirement(addressed=True), commitment()], [], "not-addressed", "没有对应的数值"),
    "duty taken up": ([requirement(binding="duty", addressed=True)], [], "conforms", "已列入"),
    "item taken up": (
        [requirement(binding="duty", whole_item=True), fact("item-match", "i", requirement="r1", item="7")],
        [],
        "conforms",
        "已列入",
    ),
    "duty not taken up": ([requirement(binding="duty", addressed=False)], [], "not-addressed", "没有对应内容"),
    "duty missing": (
        [requirement(binding="duty", addressed=False)],
        [finding("requirement-missing")],
        "violates",
        "低于",
    ),
    "other level": ([requirement(applies=False), match(), commitment()], [], "not-applicable", "不适用于本级"),
    "not yet": ([requirement(state="not-yet"), match(), commitment()], [], "not-applicable", "尚未生效"),
    "repealed": (
        [requirement(state="repealed"), match(containment="outside"), commitment()],
        [],
        "not-applicable",
        "已失效",
    ),
    "state unknown": ([requirement(state="unknown"), match(), commitment()], [], "indeterminate", "是否有效不明"),
    "target later": ([requirement(binding="target"), commitment()], [], "not-applicable", "期限未到"),
    "distance to a target": (
        [requirement(binding="target"), match(containment="outside"), commitment()],
        [],
        "not-applicable",
        "目标不低于1100元，方案1100元",
    ),
    "upper total": (
        [requirement(binding="total", upper_total=True), match(), commitment()],
        [],
        "not-applicable",
        "上级总量",
    ),
    "reference": ([requirement(binding="reference"), match(), commitment()], [], "not-applicable", "仅供参考"),
}


@pytest.mark.parametrize("name", STATUS)
def test_status(name):
    facts, findings, status, words = STATUS[name]
    (one,) = coverage(facts, findings)
    assert (one.status, one.requirement, one.standard) == (status, "r1", "s")
    assert words in one.reason.zh
    assert one.reason.en


def test_every_status_is_reached():
    assert {row[2] for row in STATUS.values()} == {
        "conforms",
        "violates",
        "indeterminate",
        "not-addressed",
        "not-applicable",
    }


def test_the_standards_own_reason_is_told():
    said = {"why_not": Text("市标准更严", "the city asks for more")}
    (one,) = coverage([requirement(applies=False, said=said)], [])
    assert one.reason == said["why_not"]


def test_what_shows_the_status_is_named():
    facts = [
        requirement(),
        match(containment="outside"),
        match(commitment="c0", containment="outside"),
        commitment(),
        commitment("c0"),
    ]
    (violated,) = coverage(facts, [finding(certainty="review")])
    assert (violated.commitment, violated.finding, violated.certainty) == ("c0", "f1", "review")
    (met,) = coverage([requirement(), match(certainty="review"), commitment()], [])
    assert (met.commitment, met.finding, met.certainty) == ("c1", None, "review")
    (silent,) = coverage([requirement()], [finding("requirement-missing", verdict="not-addressed", fingerprint="f9")])
    assert (silent.status, silent.finding) == ("not-addressed", "f9")


def shown_by(one_commitment):
    """The evidence of a finding on this commitment."""
    return tuple(one_commitment.evidence)


@pytest.mark.parametrize(
    ("verdicts", "order"),
    [
        (("violates", "violates"), ["f0", "f1"]),
        (("indeterminate", "violates"), ["f1", "f0"]),
        (("not-applicable", "indeterminate", "violates"), ["f2", "f0", "f1"]),
    ],
)
def test_all_that_rests_on_a_requirement_is_named_what_violates_first(verdicts, order):
    facts = [requirement(), match(containment="outside"), commitment()]
    found = [finding(verdict=verdict, fingerprint=f"f{n}") for n, verdict in enumerate(verdicts)]
    (row,) = coverage(facts, found)
    assert (row.finding, list(row.findings)) == (order[0], order)


@pytest.mark.parametrize("wrong", ["c0", "c1", "c2"])
def test_the_figure_shown_is_the_one_that_the_finding_speaks_of(wrong):
    figures = {name: commitment(name, start=10 * n, text=f"{n}元") for n, name in enumerate(("c0", "c1", "c2"))}
    facts = [requirement(), *(match(commitment=name) for name in figures), *figures.values()]
    (row,) = coverage(facts, [finding(evidence=shown_by(figures[wrong]))])
    assert (row.status, row.commitment) == ("violates", wrong)


def test_one_denominator_every_requirement_once_and_in_order():
    facts = [
        requirement("r2"),
        requirement("r1", standard="t"),
        requirement("r3"),
        match(requirement="r3"),
        match(requirement="r3", commitment="c2"),
    ]
    assert [(c.standard, c.requirement) for c in coverage(facts, [])] == [("s", "r2"), ("s", "r3"), ("t", "r1")]


def covered(status, binds=True):
    return Coverage("r", "s", "l", status, Text("", ""), binds=binds)


VERDICTS = [
    ([], [], True, "compliant"),
    ([finding()], [], True, "non-compliant"),
    ([finding(certainty="review")], [], True, "review"),
    ([finding(certainty="review"), finding()], [], True, "non-compliant"),
    ([finding(waiver=Waiver("a", "b", "c"))], [], True, "compliant"),
    ([finding(severity="warning"), finding(severity="note")], [], True, "compliant"),
    ([finding(group="consistency", standard=None)], [], True, "non-compliant"),
    ([], [covered("conforms"), covered("indeterminate")], True, "review"),
    ([], [covered("indeterminate", binds=False)], True, "compliant"),
    ([], [covered("not-addressed"), covered("not-applicable"), covered("conforms")], True, "compliant"),
    ([], [covered("conforms")], False, "review"),
    ([finding()], [], False, "review"),
]


@pytest.mark.parametrize(("findings", "statuses", "affiliated", "verdict"), VERDICTS)
def test_verdict(findings, statuses, affiliated, verdict):
    assert overall(findings, statuses, affiliated) == verdict


GRADES = [
    ([], "优"),
    ([finding(severity="note")], "优"),
    ([finding(severity="warning"), finding(severity="note")], "良"),
    ([finding(group="consistency")], "中"),
    ([finding(certainty="review")], "中"),
    ([finding()], "差"),
    ([finding(group="consistency"), finding()], "差"),
    ([finding(waiver=Waiver("a", "b", "c")), finding(severity="warning")], "良"),
]


@pytest.mark.parametrize(("findings", "wanted"), GRADES)
def test_grade(findings, wanted):
    assert grade(findings) == wanted


def test_what_is_only_encouraged_does_not_bind():
    assert [c.binds for c in coverage([requirement(strength=1), requirement("r2", strength=2)], [])] == [False, True]


class TestTheToolsOwnFaults:
    def found(self, facts):
        cards = load_cards()
        return judge(cards, IndexedMatcher().run([rule for card in cards for rule in card.rules], facts))

    def test_a_file_that_cannot_be_read_is_a_finding_and_no_verdict_on_the_plan(self):
        error = ReadError("plans.file-missing", file="方案.pdf")
        (one,) = self.found([unreadable_fact("方案.pdf", error.text)])
        assert (one.rule, one.severity, one.certainty, one.evidence[0].span.file) == (
            "unreadable",
            "error",
            "review",
            "方案.pdf",
        )
        assert "找不到文件" in one.message.zh and "no such file" in one.message.en
        assert (overall([one], [], True), grade([one])) == ("review", "中")

    def test_each_note_of_a_reader_is_a_finding(self):
        notes = [Note("uncomputed-formula", "=SUM(A1:A3)", Span("a.xlsx", "", cell=f"Sheet1!B{n}")) for n in (1, 2)]
        found = self.found(note_facts(notes, "a.xlsx"))
        assert [(f.rule, f.label) for f in found] == [
            ("uncomputed-formula", "Sheet1!B1"),
            ("uncomputed-formula", "Sheet1!B2"),
        ]
        assert len({f.fingerprint for f in found}) == 2


@pytest.mark.parametrize("doubtful", ["c1", "c2"])
def test_of_two_figures_that_conform_the_one_to_be_confirmed_decides(doubtful):
    matches = [match(commitment=c, certainty="review" if c == doubtful else "certain") for c in ("c1", "c2")]
    (one,) = coverage([requirement(), *matches, commitment(), commitment("c2")], [])
    assert (one.status, one.certainty, one.commitment) == ("conforms", "review", doubtful)
