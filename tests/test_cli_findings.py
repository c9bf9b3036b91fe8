"""What a check finds: the JSON of the contract, the problems planted in the samples, and the real documents."""

import json
import sys

import pytest
from running import BY_CITY, COMPLIANT, COUNTY, ROOT, SHARED, TOWNSHIP, durable_problem, gouji, refused, run

PLAN_KEYS = {"file", "sha256", "title", "number", "issuer", "place", "level", "year", "date"}
RESULT_KEYS = {"schema", "tool", "plan", "standards", "on", "verdict", "grade", "summary", "findings", "coverage"}
FINDING_KEYS = {
    *("fingerprint", "key", "rule", "code", "severity", "verdict", "certainty", "message", "remedy", "label"),
    *("indicator", "expected", "actual", "difference", "evidence", "standard", "waiver"),
}
BOUND_KEYS = {"op", "value", "high", "unit", "text"}
EVIDENCE_KEYS = {"role", "file", "text", "start", "end", "page", "block", "cell"}
COVERAGE_KEYS = {"requirement", "label", "status", "reason", "commitment", "finding"}
COMMITMENT_KEYS = {
    *("id", "item", "label", "indicator", "scope", "op", "value", "high", "unit", "resolved_unit", "baseline"),
    *("deadline", "strength", "kind", "responsible", "evidence"),
}
STATES = ("conforms", "violates", "indeterminate", "not-addressed", "not-applicable")

needs_durable = pytest.mark.skipif(durable_problem() is not None, reason=str(durable_problem()))


def result_of(*arguments):
    return json.loads(gouji("check", *arguments, "--format", "json").stdout)


def of_rule(result, rule):
    return [finding for finding in result["findings"] if finding["rule"] == rule]


def figures(finding):
    return {finding["expected"]["value"], finding["actual"]["value"]}


@pytest.mark.parametrize("plan", [COUNTY, TOWNSHIP])
class TestJson:
    def test_has_the_keys_of_the_contract(self, plan):
        result = result_of(plan, *BY_CITY)
        assert set(result) >= RESULT_KEYS
        assert (result["schema"], result["tool"]["name"]) == ("gouji/findings/1", "gouji")
        assert set(result["tool"]) >= {"name", "version", "rules"}
        assert set(result["plan"]) >= PLAN_KEYS
        assert all(set(standard) >= {"id", "title", "number", "file"} for standard in result["standards"])
        assert result["findings"]
        for finding in result["findings"]:
            assert set(finding) >= FINDING_KEYS
            assert all(set(finding[key]) >= BOUND_KEYS for key in ("expected", "actual") if finding[key])
            assert finding["evidence"]
            assert all(set(span) >= EVIDENCE_KEYS for span in finding["evidence"])
            assert {span["role"] for span in finding["evidence"]} <= {"plan", "standard", "part", "total"}
        assert all(set(row) >= COVERAGE_KEYS for row in result["coverage"])

    def test_its_counts_add_up(self, plan):
        result = result_of(plan, *BY_CITY)
        summary = result["summary"]
        for severity in ("error", "warning", "note"):
            assert summary[severity] == sum(f["severity"] == severity and not f["waiver"] for f in result["findings"])
        rows = [row["status"] for row in result["coverage"]]
        assert {state: rows.count(state) for state in STATES} == {s: summary["coverage"][s] for s in STATES}
        assert len(rows) == summary["coverage"]["total"] == 12

    def test_no_two_findings_share_a_fingerprint(self, plan):
        prints = [finding["fingerprint"] for finding in result_of(plan, *BY_CITY)["findings"]]
        assert len(prints) == len(set(prints))


class TestEvidence:
    def test_quotes_of_a_text_stand_where_they_are_said_to_stand(self):
        text = (ROOT / TOWNSHIP).read_text("utf-8")
        spans = [s for f in result_of(TOWNSHIP, *BY_CITY)["findings"] for s in f["evidence"] if s["start"] is not None]
        assert spans
        assert all(text[span["start"] : span["end"]] == span["text"] for span in spans)

    def test_a_word_file_gives_paragraphs_and_cells_instead(self):
        spans = [span for finding in result_of(COUNTY, *BY_CITY)["findings"] for span in finding["evidence"]]
        own = [span for span in spans if span["file"] == COUNTY.as_posix()]
        assert own
        assert all(span["start"] is None and (span["block"] is not None or span["cell"]) for span in own)


class TestExtract:
    def test_json(self):
        done = gouji("extract", TOWNSHIP, "--format", "json")
        extraction = json.loads(done.stdout)
        assert (done.returncode, extraction["schema"]) == (0, "gouji/extraction/1")
        assert set(extraction["document"]) >= PLAN_KEYS
        assert all(set(commitment) >= COMMITMENT_KEYS for commitment in extraction["commitments"])
        found = {(c["label"], c["op"], c["value"], c["resolved_unit"]) for c in extraction["commitments"]}
        assert ("集中供养孤儿基本生活保障标准", ">=", "1650", "元/人/月") in found

    def test_csv_opens_in_a_spreadsheet(self):
        done = gouji("extract", TOWNSHIP, "--format", "csv")
        assert done.stdout.startswith("\ufeff")
        assert "1650" in done.stdout

    def test_a_table(self):
        assert "1650" in gouji("extract", TOWNSHIP).stdout


class TestPlantedProblems:
    """What the samples were written to show, and nothing else at that level."""

    def test_all_errors_of_the_county_plan(self):
        errors = sorted(f["rule"] for f in result_of(COUNTY, *BY_CITY)["findings"] if f["severity"] == "error")
        assert errors == ["below-floor", "body-annex-conflict", "parts-mismatch", "sum-mismatch"]

    @pytest.mark.parametrize(
        ("rule", "both"),
        [
            ("below-floor", {"1600", "1650"}),
            ("sum-mismatch", {"236", "240"}),
            ("parts-mismatch", {"1530", "1500"}),
            ("body-annex-conflict", {"2600", "2560"}),
        ],
    )
    def test_each_gives_both_figures(self, rule, both):
        (finding,) = of_rule(result_of(COUNTY, *BY_CITY), rule)
        assert figures(finding) == both

    def test_the_township_plan(self):
        result = result_of(TOWNSHIP, *BY_CITY)
        above_a_note = [(f["rule"], f["severity"]) for f in result["findings"] if f["severity"] != "note"]
        assert above_a_note == [("requirement-missing", "error")]
        (missing,), (weaker,), (refusal,) = (
            of_rule(result, rule) for rule in ("requirement-missing", "weaker-bound", "unit-incomparable")
        )
        assert missing["standard"]["requirement"] == "elderly-visits"
        assert (weaker["expected"]["op"], weaker["actual"]["op"]) == (">", ">=")
        assert (refusal["actual"]["unit"], refusal["expected"]["unit"]) == ("元/户/月", "元/人/年")

    def test_the_compliant_plan_is_clean(self):
        result = result_of(COMPLIANT, *BY_CITY)
        assert (result["findings"], result["verdict"], result["grade"]) == ([], "compliant", "优")


class TestMatchers:
    @needs_durable
    @pytest.mark.parametrize("matcher", ["durable", "both"])
    @pytest.mark.parametrize("plan", [COUNTY, TOWNSHIP])
    def test_agree_on_the_samples(self, plan, matcher):
        one, other = (gouji("check", plan, *BY_CITY, "--format", "json", "--matcher", m) for m in ("indexed", matcher))
        assert one.returncode == other.returncode == 1
        assert one.stdout == other.stdout

    @pytest.mark.parametrize("hidden", ["durable", "durable_rules_engine"])
    @pytest.mark.parametrize("matcher", ["durable", "both"])
    def test_without_durable_rules_the_run_says_how_to_get_it(self, matcher, hidden):
        call = ["gouji", "check", str(COUNTY), *map(str, BY_CITY), "--matcher", matcher]
        program = f"import sys; sys.modules[{hidden!r}] = None; sys.argv = {call}; from cli import main; main()"
        done = run([sys.executable, "-c", program], ROOT)
        refused(done, "'.[durable]'")


class TestRealDocuments:
    @pytest.fixture
    def township(self, seeds):
        return result_of(seeds["000"], "--against", seeds["001"])

    @pytest.fixture
    def annex(self, seeds):
        return result_of(seeds["003"], "--no-library")

    def test_the_orphans_in_institutions_get_less_than_the_county_requires(self, township):
        (finding,) = of_rule(township, "below-floor")
        assert (finding["actual"]["value"], finding["expected"]["value"]) == ("1500", "1510")
        assert finding["actual"]["unit"] == finding["expected"]["unit"] == "元/人/月"
        quotes = {span["role"]: span["text"] for span in finding["evidence"]}
        assert "1500" in quotes["plan"]
        assert "1510" in quotes["standard"]

    def test_a_weaker_boundary_word_is_a_note(self, township):
        said = {
            (f["severity"], f["actual"]["op"], f["expected"]["op"], f["actual"]["value"])
            for f in of_rule(township, "weaker-bound")
        }
        assert said == {("note", ">=", ">", "95")}

    def test_what_meets_the_standard_stays_silent(self, township):
        assert [f for f in township["findings"] if f["actual"] and f["actual"]["value"] == "1100"] == []

    def test_what_is_not_known_to_be_the_upper_level_is_for_review(self, township):
        assert township["verdict"] == "review"

    def test_one_column_of_seven_does_not_add_up(self, annex):
        (finding,) = of_rule(annex, "sum-mismatch")
        assert figures(finding) == {"20400", "20402"}
        parts = [span for span in finding["evidence"] if span["role"] == "part"]
        assert (len(parts), sum(int(span["text"]) for span in parts)) == (24, 20402)
        assert [span["text"] for span in finding["evidence"] if span["role"] == "total"] == ["20400"]

    @pytest.mark.parametrize("which", ["township", "annex"])
    def test_every_quote_stands_in_its_file(self, which, request):
        spans = [span for f in request.getfixturevalue(which)["findings"] for span in f["evidence"]]
        placed = [span for span in spans if span["start"] is not None]
        assert placed
        texts = {}
        for file in {span["file"] for span in placed}:
            with (ROOT / file).open(encoding="utf-8", newline="") as opened:
                texts[file] = opened.read()
        assert all(texts[span["file"]][span["start"] : span["end"]] == span["text"] for span in placed)

    @needs_durable
    @pytest.mark.parametrize("matcher", ["durable", "both"])
    def test_both_matchers_find_the_same(self, seeds, township, annex, matcher):
        assert result_of(seeds["000"], "--against", seeds["001"], "--matcher", matcher) == township
        assert result_of(seeds["003"], "--no-library", "--matcher", matcher) == annex

    def test_all_of_them_run_with_the_library(self, seeds):
        done = gouji("check", *seeds.values(), "--format", "json")
        assert (done.returncode in (0, 1), done.stderr) == (True, "")
        assert len(json.loads(done.stdout)["plans"]) == len(seeds)

    def test_the_scoreboard_runs_through(self, tmp_path):
        tool = SHARED / "tools" / "scoreboard.py"
        if not tool.is_file():
            pytest.skip(f"no scoreboard in {SHARED}: set GOUJI_SHARED")
        command = tmp_path / "gouji"
        command.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{ROOT / "cli.py"}" "$@"\n')
        command.chmod(0o755)
        done = run([sys.executable, str(tool)], ROOT, GOUJI=str(command), PYTHONUTF8="1")
        assert done.returncode in (0, 1), done.stderr
        assert "Traceback" not in done.stderr
        assert "exit 2" not in done.stdout
