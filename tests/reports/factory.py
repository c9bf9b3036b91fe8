"""A finished audit of a made-up county's plan, built by hand: every kind of finding that a report has to show."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from decimal import Decimal

from msgspec.structs import replace
from qinghe import DIGEST, FILE, PLAN, ROWS, commitments, document, extraction, span

from engine.document import Span
from engine.facts.fact import Evidence, Figure
from engine.judge.finding import Audit, Basis, Coverage, Finding, PlanResult, Waiver
from engine.quantity.bounds import Bound
from engine.requirement import DatedValue, Requirement, Standard
from engine.wording import Text

__all__ = ["DIGEST", "FILE", "PLAN", "ROWS", "commitments", "document", "extraction", "span"]

STANDARD = "江北省/云州市/2024-livelihood"
CITATION = "《关于办好2024年民生实事的通知》（云政办〔2024〕3号）"


def requirement(ident: str, label: str, op: str, value: str, unit: str, binding: str = "floor", clause: str = ""):
    values = (DatedValue(Bound(op, Decimal(value)), unit, date(2024, 1, 1), date(2024, 12, 31)),)
    return Requirement(ident, label, binding, values if value != "0" else (), clause=clause)


def standards() -> tuple[Standard, ...]:
    wanted = (
        requirement("orphan-scattered", "散居孤儿基本生活保障标准", ">=", "1100", "元/人/月", clause="第3项"),
        requirement("orphan-institution", "集中供养孤儿基本生活保障标准", ">=", "1510", "元/人/月", clause="第3项"),
        requirement("destitute", "特困人员基本生活标准", ">=", "910", "元/人/月", clause="第4项"),
        requirement("unemployment", "城镇登记失业率", "<=", "4.5", "%", "ceiling", "第6项"),
        requirement("jobs", "城镇新增就业", ">=", "3000", "人", "total", "第6项"),
        requirement("kindergarten", "学前三年毛入园率", ">=", "92", "%", clause="第9项"),
        requirement("screening", "“两癌”筛查", ">=", "6000", "人次", clause="第12项"),
        requirement("doctor", "家庭医生签约重点人群规范管理率", ">=", "75", "%", clause="第13项"),
        requirement("bus", "建制村通客车率", ">=", "100", "%", clause="第15项"),
        requirement("mental-health", "中小学心理辅导室建设", "=", "0", "", "duty", "第17项"),
    )
    city = Standard(
        STANDARD,
        "关于办好2024年民生实事的通知",
        "云政办〔2024〕3号",
        "云州市人民政府办公室",
        "city",
        "江北省/云州市",
        date(2024, 2, 20),
        "primary",
        date(2024, 11, 1),
        file=f"{STANDARD}.yaml",
        requirements=wanted,
    )
    province = Standard("江北省/2023-care", "关于提高困难群众救助标准的意见", "江政发〔2023〕18号", confidence="press")
    return city, replace(province, level="province", place="江北省", published=date(2023, 6, 1))


def law(ident: str, words: str) -> tuple[Evidence, Basis]:
    clause = next(r.clause for r in standards()[0].requirements if r.id == ident)
    seen = Evidence("standard", Span(f"{STANDARD}.yaml", words))
    return seen, Basis(STANDARD, ident, CITATION + clause)


def figure(op: str, value: str, unit: str, words: str) -> Figure:
    return Figure(op, Decimal(value), None, unit, words)


def plan_words(words: str, within: str = "") -> Evidence:
    return Evidence("plan", span(words, within))


def _finding(
    rule: str, code: str, severity: str, verdict: str, title: str, message: Text, remedy: Text, **more
) -> Finding:
    print_of = hashlib.sha256(f"{rule}{message.zh}".encode()).hexdigest()[:16]
    group = {"C": "conformance", "S": "consistency"}.get(code[0], "drafting")
    made = Finding(rule, code, group, severity, verdict, "certain", Text(title, rule), message, remedy)
    key = hashlib.sha256(rule.encode()).hexdigest()[:16]
    return replace(made, fingerprint=print_of, key=key, **more)


def below_floor() -> Finding:
    seen, basis = law("orphan-scattered", "散居孤儿每人每月不低于1100元")
    return _finding(
        *("below-floor", "C01", "error", "violates", "低于上级最低标准"),
        Text(
            f"散居孤儿基本生活保障标准每人每月1080元，低于{basis.citation}规定的1100元，差20元。",
            f"The allowance for orphans in families, 1080 元/人/月, is 20 below the 1100 of {basis.citation}.",
        ),
        Text("将标准提高到每人每月不低于1100元。", "Raise the allowance to at least 1100 元/人/月."),
        label="散居孤儿基本生活保障标准",
        indicator="orphan-living-allowance",
        item="1",
        expected=figure(">=", "1100", "元/人/月", "每人每月不低于1100元"),
        actual=figure(">=", "1080", "元/人/月", "不低于每人每月1080元"),
        difference=(Decimal("20"), "元/人/月"),
        evidence=(plan_words("不低于每人每月1080元"), seen),
        standard=basis,
        responsible=("县民政局",),
        trace=(
            Text("按指标目录对应到散居孤儿一项。", "Matched through the catalogue, scope 散居."),
            Text("每人每月1080元折合每人每年12960元。", "1080 a month is 12,960 a year."),
        ),
    )


def sum_mismatch() -> Finding:
    within = "合计\t1950"
    parts = tuple(Evidence("part", span(row[1], "\t".join(row))) for row in ROWS)
    return _finding(
        *("sum-mismatch", "S01", "error", "violates", "分项之和与合计不符"),
        Text(
            "附表“保障户数”8个乡镇相加为1940户，表列合计1950户，多计10户。",
            "In the annex, 保障户数 of 8 townships adds up to 1940, the total says 1950: 10 too many.",
        ),
        Text("核对各乡镇户数，订正分项或者合计。", "Check the townships' figures; correct a part or the total."),
        label="保障户数",
        expected=figure("=", "1940", "户", "1940"),
        actual=figure("=", "1950", "户", "1950"),
        difference=(Decimal("-10"), "户"),
        evidence=(*parts, Evidence("total", span("1950", within))),
        responsible=("县农业农村局", "县住房和城乡建设局"),
    )


def count_mismatch() -> Finding:
    return _finding(
        *("count-mismatch", "S09", "error", "violates", "所称件数与所列不符"),
        Text("正文称“10件民生实事”，实际列出6件。", "The text speaks of 10 matters and lists 6."),
        Text("补齐所列事项，或者改正件数。", "List what is missing or correct the number."),
        label="民生实事件数",
        expected=figure("=", "6", "件", "6件"),
        actual=figure("=", "10", "件", "10件"),
        difference=(Decimal("4"), "件"),
        evidence=(plan_words("10件民生实事"), plan_words("六、养老服务")),
    )


def approximate() -> Finding:
    seen, basis = law("unemployment", "城镇登记失业率控制在4.5%以内")
    return _finding(
        *("approximate-floor", "C04", "warning", "indeterminate", "对刚性指标使用“左右”"),
        Text(
            f"城镇登记失业率4.5%左右，不能确认在{basis.citation}规定的4.5%以内。",
            f"4.5%左右 cannot be shown to stay within the 4.5% of {basis.citation}.",
        ),
        Text("改为“控制在4.5%以内”。", "Write 控制在4.5%以内."),
        label="城镇登记失业率",
        item="3",
        expected=figure("<=", "4.5", "%", "4.5%以内"),
        actual=figure("~", "4.5", "%", "4.5%左右"),
        evidence=(plan_words("4.5%左右"), seen),
        standard=basis,
        responsible=("县人力资源和社会保障局",),
    )


def not_compared() -> Finding:
    seen, basis = law("doctor", "重点人群规范管理率不低于75%")
    return _finding(
        *("unit-incomparable", "C10", "note", "indeterminate", "口径不同，未作比较"),
        Text(
            "管理率与规范管理率口径不同，未作比较。",
            "管理率 and 规范管理率 are different measures and were not compared.",
        ),
        Text("写明规范管理率。", "State the 规范管理率."),
        label="家庭医生签约重点人群规范管理率",
        item="5",
        evidence=(plan_words("75%"), seen),
        standard=basis,
        certainty="review",
    )


def weak_word() -> Finding:
    return _finding(
        *("weak-commitment", "D07", "note", "violates", "用语偏弱"),
        Text("“力争达到3000人”用语偏弱。", "“力争达到3000人” is a weak promise."),
        Text("任务确定的，改为“达到”。", "Where the task is settled write 达到."),
        label="城镇新增就业",
        item="3",
        actual=figure("=", "3000", "人", "力争达到3000人"),
        evidence=(plan_words("力争达到3000人"),),
        responsible=("县人力资源和社会保障局",),
    )


def missing() -> Finding:
    _, basis = law("bus", "")
    return _finding(
        *("requirement-missing", "C06", "note", "not-addressed", "方案未涉及"),
        Text("方案未涉及建制村通客车率。", "The plan is silent on 建制村通客车率."),
        Text("已另行安排的，注明文件。", "If it is arranged elsewhere, name the document."),
        label="建制村通客车率",
        expected=figure(">=", "100", "%", "100%"),
        standard=basis,
    )


def waived() -> Finding:
    return _finding(
        *("responsible-missing", "D03", "warning", "violates", "未写责任单位"),
        Text("“健康服务”未写责任单位，同级各项均已写明。", "“健康服务” names no responsible unit; its siblings do."),
        Text("补写责任单位。", "Name the responsible unit."),
        label="健康服务",
        item="5",
        evidence=(plan_words("五、健康服务"),),
        waiver=Waiver("机构改革中，责任单位待三定方案明确", "县政府办公室", "2024-12-31"),
    )


def findings() -> tuple[Finding, ...]:
    """Return the findings in no order at all: sorting them is the report's work."""
    return (
        weak_word(),
        below_floor(),
        waived(),
        count_mismatch(),
        missing(),
        approximate(),
        sum_mismatch(),
        not_compared(),
    )


def coverage() -> tuple[Coverage, ...]:
    def row(ident: str, status: str, reason: Text, commitment: str | None = None, finding: str | None = None, **more):
        label = next(r.label for r in standards()[0].requirements if r.id == ident)
        return Coverage(ident, STANDARD, label, status, reason, commitment, finding, **more)

    met, silent = Text("不低于标准。", "At or above the standard."), Text("方案未涉及。", "The plan is silent.")
    return (
        row("orphan-scattered", "violates", Text("低于标准20元。", "20 below."), "1.3", below_floor().fingerprint),
        row("orphan-institution", "conforms", met, "1.2"),
        row("destitute", "conforms", Text("数值相符，用语为“原则上”。", "Same figure, weaker word."), "1.4"),
        row(
            "unemployment",
            "indeterminate",
            Text("“左右”不能证明不超过。", "左右 proves no cap."),
            "3.2",
            approximate().fingerprint,
        ),
        row("jobs", "not-applicable", Text("属全市总量，不逐县要求。", "A total of the city."), "3.1"),
        row("kindergarten", "conforms", met, "4.3", certainty="review"),
        row("screening", "conforms", met, "5.1"),
        row("doctor", "indeterminate", Text("口径不同。", "A different measure."), "5.2", not_compared().fingerprint),
        row("bus", "not-addressed", silent, None, missing().fingerprint),
        row("mental-health", "not-applicable", Text("只约束市直学校。", "Binds the city's own schools only.")),
    )


class Noted:
    """An annotator for the text of these tests: what it writes is the list of remarks, with the words of each."""

    suffixes = (".txt", ".text")

    def __init__(self, text: str = PLAN, start: int = 0) -> None:
        self.text, self.start = text, start

    def annotate(self, file: str, sha256: str, remarks) -> bytes:
        said = [
            {
                "words": self.text[self.start :][remark.start : remark.end],
                "at": [remark.start, remark.end],
                "says": list(remark.paragraphs),
                "severity": remark.severity,
                "author": remark.author,
            }
            for remark in remarks
        ]
        return json.dumps({"file": file, "sha256": sha256, "remarks": said}, ensure_ascii=False).encode(
            "utf-8", "replace"
        )


def plan(**more) -> PlanResult:
    made = PlanResult(
        FILE,
        DIGEST,
        extraction(),
        standards(),
        "2024-12-31",
        "non-compliant",
        "差",
        findings(),
        coverage(),
        (
            Text(
                "江政发〔2023〕18号的来源为新闻报道，须与原件核对。",
                "江政发〔2023〕18号 is known from the press alone.",
            ),
        ),
    )
    return replace(made, **more)


def audit(*plans: PlanResult, **more) -> Audit:
    return Audit(plans or (plan(),), rules_digest="5f" * 32, version="0.1.0", **more)
