"""Waivers: a finding that is let stand stays visible and decides nothing, and a waiver that does nothing is told."""

import json

import pytest
from running import BY_CITY, COUNTY, gouji, refused

ORPHANS = "不低于1600元"
GOOD = {"reason": "市局批复分步到位", "approved_by": "县政府常务会", "until": "2024-12-31"}


def written(tmp_path, *entries, name="waivers.yaml"):
    lines = ["waivers:"]
    for entry in entries:
        lines += [f"  {'-' if n == 0 else ' '} {key}: {value}" for n, (key, value) in enumerate(entry.items())]
    file = tmp_path / name
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def checked(file, *more):
    done = gouji("check", COUNTY, *BY_CITY, "--waivers", file, *more, "--format", "json")
    assert done.returncode in (0, 1), done.stderr
    return json.loads(done.stdout)


def rules(result, *, waived):
    return sorted(f["rule"] for f in result["findings"] if bool(f["waiver"]) is waived)


def fingerprint(rule):
    plain = json.loads(gouji("check", COUNTY, *BY_CITY, "--format", "json").stdout)
    return next(f["fingerprint"] for f in plain["findings"] if f["rule"] == rule)


@pytest.mark.parametrize("rule", ["below-floor", "C01"])
def test_a_rule_on_its_words_is_let_stand(tmp_path, rule):
    result = checked(written(tmp_path, {"rule": rule, "quote": ORPHANS} | GOOD), "--today", "2024-06-01")
    assert rules(result, waived=True) == ["below-floor"]
    assert result["findings"][-1]["waiver"] == {k: GOOD[k] for k in ("reason", "approved_by", "until")}
    assert result["summary"]["waived"] == 1
    assert result["summary"]["error"] == 3


def test_a_fingerprint_is_let_stand_alone(tmp_path):
    result = checked(written(tmp_path, {"fingerprint": fingerprint("sum-mismatch")} | GOOD))
    assert rules(result, waived=True) == ["sum-mismatch"]


def test_a_waived_finding_decides_neither_verdict_nor_grade_nor_exit_code(tmp_path):
    names = ("below-floor", "sum-mismatch", "parts-mismatch", "body-annex-conflict")
    file = written(tmp_path, *({"fingerprint": fingerprint(rule)} | GOOD for rule in names))
    done = gouji("check", COUNTY, *BY_CITY, "--waivers", file, "--today", "2024-06-01", "--format", "json")
    result = json.loads(done.stdout)
    assert (done.returncode, result["verdict"], result["grade"]) == (0, "compliant", "优")
    assert result["summary"]["waived"] == 4
    # What the requirement has come to does not change by somebody letting it stand.
    assert result["summary"]["coverage"]["violates"] == 1


def test_a_waiver_holds_on_its_last_day_and_not_after(tmp_path):
    file = written(tmp_path, {"rule": "below-floor", "quote": ORPHANS} | GOOD)
    assert "below-floor" in rules(checked(file, "--today", "2024-12-31"), waived=True)
    after = checked(file, "--today", "2025-01-01")
    assert rules(after, waived=True) == []
    assert {"below-floor", "waiver-expired"} <= set(rules(after, waived=False))


def test_without_the_days_date_terms_are_not_judged_and_that_is_said(tmp_path):
    result = checked(written(tmp_path, {"rule": "below-floor", "quote": ORPHANS} | GOOD))
    assert any("没有指定审核当日" in remark and "豁免" in remark for remark in result["remarks"])


def test_a_waiver_that_speaks_of_no_finding_is_told_with_its_line(tmp_path):
    file = written(tmp_path, {"rule": "below-floor", "quote": ORPHANS} | GOOD, {"fingerprint": "0" * 16} | GOOD)
    found = [f for f in checked(file)["findings"] if f["rule"] == "waiver-unmatched"]
    assert len(found) == 1
    assert f"{file.as_posix()} 第7行" in found[0]["message"]


@pytest.mark.parametrize("part", ["元", "1600元", "集中供养孤儿"])
def test_a_part_of_the_words_lets_nothing_stand_and_that_is_told(tmp_path, part):
    result = checked(written(tmp_path, {"rule": "below-floor", "quote": part} | GOOD))
    assert rules(result, waived=True) == []
    assert "waiver-unmatched" in rules(result, waived=False)


def test_what_could_not_be_read_is_never_let_stand(tmp_path):
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 no document")
    file = written(tmp_path, {"rule": "unreadable", "quote": "broken"} | GOOD)
    done = gouji("check", COUNTY, broken, *BY_CITY, "--waivers", file, "--format", "json")
    plans = json.loads(done.stdout)["plans"]
    assert [f["waiver"] for f in plans[1]["findings"]] == [None]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        ("", 1, ("waivers",)),
        ("- a\n", 1, ("waivers",)),
        ("waivers: []\nwaver: []\n", 2, ("waver", "waivers")),
        ("waivers:\n  - reason: a\n    approved_by: b\n", 2, ("fingerprint", "quote")),
        ("waivers:\n  - fingerprint: ab\n    approved_by: b\n", 2, ("reason",)),
        ("waivers:\n  - fingerprint: ab\n    reason: ''\n    approved_by: b\n", 3, ("reason",)),
        ("waivers:\n  - fingerprint: ab\n    reason: null\n    approved_by: b\n", 3, ("reason",)),
        ("waivers:\n  - fingerprint: ab\n    reason: a\n    approved_by: ~\n", 4, ("approved_by",)),
        ("waivers:\n  - fingerprint: ab\n    reason: a\n    approved_by: b\n    until: 2024-02-31\n", 5, ("until",)),
        ("waivers:\n  - fingerprint: d37c\n    reason: a\n    approved_by: b\n", 2, ("d37c", "16")),
        ("waivers:\n  - rule: below-flor\n    quote: a\n    reason: a\n    approved_by: b\n", 2, ("below-flor",)),
        ("waivers:\n  - rule: below-floor\n    reason: a\n    approved_by: b\n", 2, ("quote",)),
        (
            "waivers:\n  - fingerprint: ab\n    fingerprint: cd\n    reason: a\n    approved_by: b\n",
            3,
            ("fingerprint",),
        ),
        ("waivers:\n  - fingerprint: ab\n    reason: a\n   approved_by: b\n", 4, ("YAML",)),
        ("waivers:\n  - fingerprint: ab\n    reason: a\n    approved_by: b\n    term: x\n", 5, ("term", "until")),
    ],
)
def test_a_slip_is_told_with_file_line_and_what_to_write(tmp_path, content, line, words, lang):
    file = tmp_path / "slip.yaml"
    file.write_text(content, encoding="utf-8")
    told = refused(gouji("check", COUNTY, *BY_CITY, "--waivers", file, "--lang", lang), str(file), *words)
    assert (f"第{line}行" if lang == "zh" else f"line {line}") in told


def test_a_file_that_is_not_there(tmp_path):
    refused(gouji("check", COUNTY, *BY_CITY, "--waivers", tmp_path / "none.yaml"), "none.yaml")


def test_what_the_plan_does_not_say_is_let_stand_by_the_words_of_the_standard(tmp_path):
    plan = tmp_path / "plan.txt"
    plan.write_text("云溪市白石县2024年民生实事工作方案\n一、养老服务\n建成社区养老服务站3个。\n", "utf-8")

    def found(*more):
        return json.loads(gouji("check", plan, *BY_CITY, *more, "--format", "json").stdout)["findings"]

    missing = next(f for f in found() if f["rule"] == "requirement-missing")
    quote = next(e["text"] for e in missing["evidence"] if e["role"] == "standard")
    file = written(tmp_path, {"rule": "requirement-missing", "quote": f'"{quote}"'} | GOOD)
    [waived] = [f for f in found("--waivers", file, "--today", "2024-06-01") if f["waiver"]]
    assert waived["fingerprint"] == missing["fingerprint"]
