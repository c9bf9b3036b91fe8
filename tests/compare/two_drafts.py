"""Two drafts of made-up plans as finished audits: whatever can become of a finding has become of one of them."""

from decimal import Decimal

from msgspec.structs import replace

from engine.commitment import Extraction, Metadata
from engine.document import Document, Span
from engine.facts.fact import Evidence, Figure
from engine.judge.finding import Audit, Basis, Coverage, Finding, PlanResult, Waiver
from engine.judge.identity import identified
from engine.requirement import Standard
from engine.wording import Text

FILE, PLACE = "临河县.txt", "江北省/云州市/临河县"
LAW = "江北省/云州市/2024-livelihood"
CITATION = "《关于办好2024年民生实事的通知》（云政办〔2024〕3号）第3项"
LET_STAND = Waiver("分两年到位", "县政府常务会", "2024-12-31")


def finding(rule, label, words, found=None, wanted=None, *, severity="error", requirement="", **more) -> Finding:
    """Return a finding on ``words``; ``found`` and ``wanted`` are amounts in 元/人/月."""
    made = Finding(
        rule=rule,
        code="C01",
        group="conformance" if requirement else "consistency",
        severity=severity,
        verdict="violates",
        certainty="certain",
        title=Text("标题", "Title"),
        message=Text(f"{label}{words}有问题", f"{label} {words} is wrong"),
        remedy=Text(f"改正{label}", f"Correct {label}"),
        label=label,
        expected=_figure(">=", wanted),
        actual=_figure(">=", found),
        difference=(Decimal(wanted) - Decimal(found), "元/人/月") if wanted and found else None,
        evidence=(Evidence("plan", Span(FILE, words)),) if words else (),
        standard=Basis(LAW, requirement, CITATION) if requirement else None,
        responsible=("县民政局",),
    )
    return replace(made, **more)


def _figure(op, amount):
    return Figure(op, Decimal(amount), None, "元/人/月", f"不低于{amount}元") if amount else None


def plan(*findings, file=FILE, place=PLACE, title="临河县2024年民生实事方案", standards=(LAW,), **more) -> PlanResult:
    document = Document(file, "ab" * 32, "txt", "", ())
    made = PlanResult(
        file=file,
        sha256="ab" * 32,
        extraction=Extraction(document, Metadata(title, "", "", place, "county", 2024)),
        standards=tuple(Standard(name, "关于办好2024年民生实事的通知", "云政办〔2024〕3号") for name in standards),
        on="2024-12-31",
        verdict="non-compliant",
        grade="差",
        findings=tuple(identified(findings, place)),
        coverage=(Coverage("orphans", LAW, "孤儿", "violates", Text("低", "low"), None, None),),
    )
    return replace(made, **more)


def unread(file=FILE) -> PlanResult:
    found = finding("unreadable", file, "", group="tool", verdict="indeterminate")
    return PlanResult(file, "", None, (), "", "review", "中", tuple(identified([found], "")), (), ())


def audit(*plans, findings=(), **more) -> Audit:
    return replace(Audit(plans, tuple(identified(findings, "")), "5f" * 32, "0.1.0"), **more)


GONE = finding("below-floor", "散居孤儿标准", "不低于1080元", "1080", "1100", requirement="scattered")
SAME = finding("weak-commitment", "城镇新增就业", "力争达到3000人", severity="note")
RAISED = finding("below-floor", "集中供养标准", "不低于1400元", "1400", "1510", requirement="institution")
STILL_LOW = finding("below-floor", "集中供养标准", "不低于1500元", "1500", "1510", requirement="institution")
LEFT = finding("count-mismatch", "实事件数", "10件")
FRESH = finding("sum-mismatch", "保障户数", "1950户")


def old() -> Audit:
    return audit(plan(GONE, SAME, RAISED, LEFT))


def new() -> Audit:
    return audit(plan(FRESH, STILL_LOW, SAME, replace(LEFT, waiver=LET_STAND)))
