"""What a keeper looks after: stale standards, and figures that no indicator answers for."""

import json
from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from running import gouji
from standard_samples import FLOOR, HEAD, write

from engine.bind.upper.draft import applied_draft, draft_standard
from engine.check import document_of, read_plan_text
from engine.resolve.resolver import Resolver
from standards.catalogue import load_catalogue
from standards.files.loader import load_standard
from standards.in_force.apply import apply
from standards.in_force.timeline import months_later
from standards.in_force.upkeep import not_judged, standard_facts, unresolved

PLAN = "白石坡县2022年民生实事方案\n1.救助。散居孤儿基本生活保障标准为每人每月1100元。\n2.服务。建设“彩云归”驿站不少于3处。\n"


def applied(tmp_path, text=HEAD + FLOOR, on=date(2022, 12, 31)):
    return apply([load_standard(write(tmp_path, text))], level="county", on=on)


class TestStaleStandards:
    @pytest.mark.parametrize(
        ("today", "stale"),
        [("2026-01-15", False), ("2027-01-15", False), ("2027-01-16", True), ("2030-01-01", True)],
    )
    def test_are_those_checked_longer_ago_than_their_term(self, tmp_path, today, stale):
        (fact,) = standard_facts(applied(tmp_path), date.fromisoformat(today), "plan")
        assert (fact.fields["stale"], fact.fields["verified"]) == (stale, True)
        assert "2026年1月15日" in fact.said["checked"].zh

    def test_one_value_checked_long_ago_is_enough(self, tmp_path):
        older = FLOOR.replace("unit: 元/人/月}", "unit: 元/人/月, source: {checked: 2020-01-01}}")
        (fact,) = standard_facts(applied(tmp_path, HEAD + older), date(2026, 2, 1), "plan")
        assert fact.fields["stale"] is True

    def test_never_checked_is_stale(self, tmp_path):
        head = HEAD.replace("{confidence: primary, checked: 2026-01-15}", "{confidence: unverified}")
        (fact,) = standard_facts(applied(tmp_path, head + FLOOR), date(2026, 2, 1), "plan")
        assert (fact.fields["stale"], fact.fields["verified"]) == (True, False)
        assert fact.said["checked"].zh == "从未核对"

    def test_nothing_is_judged_without_a_day_or_without_a_value_in_force(self, tmp_path):
        assert not list(standard_facts(applied(tmp_path), None, "plan"))
        assert not list(standard_facts(applied(tmp_path, on=date(2019, 1, 1)), date(2030, 1, 1), "plan"))
        assert not_judged(applied(tmp_path))
        assert not_judged(applied(tmp_path, on=date(2019, 1, 1))) == ()

    def test_a_document_read_for_this_run_has_no_term(self):
        upper = applied_draft(
            draft_standard(read_plan_text(document_of(PLAN, "upper.txt"), Resolver(load_catalogue())))
        )
        assert upper
        assert not list(standard_facts(upper, date(2030, 1, 1), "plan"))
        assert not_judged(upper) == ()

    @given(st.dates(date(2026, 1, 15), date(2040, 1, 1)), st.integers(1, 120))
    def test_once_stale_always_stale(self, tmp_path_factory, today, months):
        head = HEAD.replace("checked: 2026-01-15", f"checked: 2026-01-15, review_months: {months}")
        folder = tmp_path_factory.mktemp("standard")
        (fact,) = standard_facts(applied(folder, head + FLOOR), today, "plan")
        assert fact.fields["stale"] == (today > months_later(date(2026, 1, 15), months))

    def test_the_report_says_so_or_says_once_that_it_was_not_judged(self, tmp_path):
        standard = write(tmp_path)
        plans = [tmp_path / "one.txt", tmp_path / "two.txt"]
        for plan in plans:
            plan.write_text(PLAN, "utf-8")
        run = ("check", *plans, "--standard", standard, "--format", "json")
        without = json.loads(gouji(*run, cwd=tmp_path).stdout)
        remarks = [r for plan in without["plans"] for r in plan["remarks"] if "没有指定审核当日" in r]
        assert len(remarks) == 1
        late = json.loads(gouji(*run, "--today", "2028-01-01", cwd=tmp_path).stdout)
        for plan in late["plans"]:
            assert [f["rule"] for f in plan["findings"]].count("stale-standard") == 1
            assert not [r for r in plan["remarks"] if "没有指定审核当日" in r]
        early = json.loads(gouji(*run, "--today", "2026-02-01", cwd=tmp_path).stdout)
        assert "stale-standard" not in {f["rule"] for plan in early["plans"] for f in plan["findings"]}


class TestFiguresWithoutIndicator:
    def test_only_those_are_listed(self):
        resolver = Resolver(load_catalogue())
        extraction = read_plan_text(document_of(PLAN, "plan.txt"), resolver)
        found = unresolved(extraction, resolver)
        assert [row.commitment.indicator for row in found] == [None] * len(found)
        listed = {row.commitment.id for row in found}
        assert {c.id for c in extraction.commitments if c.indicator is None} == listed
        assert any("彩云归" in row.commitment.label for row in found)
        assert not any("孤儿" in row.commitment.label for row in found)

    def test_the_nearest_is_named_with_the_reason_why_not(self):
        resolver = Resolver(load_catalogue())
        text = "白石坡县2022年民生实事方案\n1.救助。散居孤儿基本生活保障标准提高到12公里。\n"
        (row,) = unresolved(read_plan_text(document_of(text, "plan.txt"), resolver), resolver)
        name, title, why = row.nearest[0]
        assert name == "orphan-living-allowance"
        assert "孤儿" in title.zh
        assert "不符" in why.zh

    def test_every_form_lists_the_same(self, tmp_path):
        plan = tmp_path / "plan.txt"
        plan.write_text(PLAN, "utf-8")
        text = gouji("standards", "unresolved", plan, cwd=tmp_path).stdout
        rows = json.loads(gouji("standards", "unresolved", plan, "--format", "json", cwd=tmp_path).stdout)["figures"]
        stubs = yaml.safe_load(
            "indicators:\n" + gouji("standards", "unresolved", plan, "--format", "yaml", cwd=tmp_path).stdout
        )
        assert rows
        assert {row["label"] for row in rows} == {stub["name"] for stub in stubs["indicators"].values()}
        assert all(row["label"] in text and PLAN[row["start"] : row["end"]] == row["text"] for row in rows)

    def test_a_plan_that_cannot_be_read_hides_no_other(self, tmp_path):
        plan = tmp_path / "plan.txt"
        plan.write_text(PLAN, "utf-8")
        done = gouji("standards", "unresolved", plan, tmp_path / "none.txt", cwd=tmp_path)
        assert (done.returncode, "彩云归" in done.stdout, "none.txt" in done.stderr) == (1, True, True)
        done = gouji("standards", "unresolved", tmp_path / "none.txt", cwd=tmp_path)
        assert (done.returncode, "none.txt" in done.stderr) == (2, True)
