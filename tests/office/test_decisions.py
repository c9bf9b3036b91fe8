"""Decisions: a person confirms or rejects a match, or corrects a reading; the next run follows it and says so."""

import json

import pytest
from running import BY_CITY, COUNTY, gouji, refused

UPPER = (
    "云溪市2024年民生实事方案\n1.救助。散居孤儿基本生活保障标准不低于每人每月1250元。“彩云归”服务覆盖率不低于95%。\n"
)
PLAN = "清澜县2024年民生实事方案\n1.救助。散居孤儿基本生活保障标准为每人每月1200元。“彩云归”服务覆盖率不低于90%。\n"
BY = {"by": "张某", "date": "2024-05-06", "reason": "经核对原件"}


def file_of(tmp_path, *entries):
    lines = ["decisions:"]
    for entry in entries:
        lines += [f"  {'-' if n == 0 else ' '} {k}: {v}" for n, (k, v) in enumerate((entry | BY).items())]
    file = tmp_path / "decisions.yaml"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


@pytest.fixture
def texts(tmp_path):
    upper, plan = tmp_path / "upper.txt", tmp_path / "plan.txt"
    upper.write_text(UPPER, encoding="utf-8")
    plan.write_text(PLAN, encoding="utf-8")
    return ("check", plan, "--against", upper, "--format", "json")


def found(call, file):
    done = gouji(*call, "--decisions", file)
    assert done.returncode in (0, 1), done.stderr
    return json.loads(done.stdout)


def below(result):
    return {f["actual"]["value"]: f["certainty"] for f in result["findings"] if f["rule"] == "below-floor"}


def test_without_decisions_matches_with_a_document_are_for_review(texts, tmp_path):
    assert below(json.loads(gouji(*texts).stdout)) == {"1200": "review", "90": "review"}


def test_a_match_accepted_is_certain(texts, tmp_path):
    result = found(texts, file_of(tmp_path, {"quote": "1200元", "decision": "accept"}))
    assert below(result) == {"1200": "certain", "90": "review"}
    assert any("张某" in step for f in result["findings"] for step in f["trace"])


def test_a_match_rejected_is_not_compared(texts, tmp_path):
    result = found(texts, file_of(tmp_path, {"quote": "不低于90%", "decision": "reject"}))
    assert below(result) == {"1200": "review"}
    assert any("不低于90%" in remark and "张某" in remark for remark in result["remarks"])


@pytest.mark.parametrize(("about", "left"), [("服务覆盖率", {"1200"}), ("孤儿", {"1200", "90"})])
def test_a_match_is_rejected_with_one_requirement_alone(texts, tmp_path, about, left):
    rows = json.loads(gouji(*texts).stdout)["coverage"]
    requirement = next(r["requirement"] for r in rows if about in r["label"])
    entry = {"quote": "不低于90%", "decision": "reject", "requirement": requirement}
    assert set(below(found(texts, file_of(tmp_path, entry)))) == left


def test_a_reading_corrected_is_compared_as_corrected(texts, tmp_path):
    result = found(texts, file_of(tmp_path, {"quote": "1200元", "decision": "correct", "value": '"1260"'}))
    assert below(result) == {"90": "review"}
    assert any("1260" in remark and "经核对原件" in remark for remark in result["remarks"])


def test_a_corrected_unit_is_compared_as_corrected(tmp_path):
    entry = {"quote": "不低于1600元", "decision": "correct", "value": '"19800"', "unit": "元/人/年"}
    done = gouji("check", COUNTY, *BY_CITY, "--decisions", file_of(tmp_path, entry), "--format", "json")
    assert "below-floor" not in {f["rule"] for f in json.loads(done.stdout)["findings"]}


def test_a_figure_dismissed_is_no_commitment(texts, tmp_path):
    result = found(texts, file_of(tmp_path, {"quote": "不低于90%", "decision": "dismiss"}))
    assert below(result) == {"1200": "review"}


def test_the_report_of_a_person_shows_the_decision(texts, tmp_path):
    file = file_of(tmp_path, {"quote": "1200元", "decision": "correct", "value": '"1260"'})
    for form in ("text", "html", "md"):
        done = gouji(*texts[:-2], "--decisions", file, "--format", form)
        assert "张某" in done.stdout, form


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        ({"quote": "1300元", "decision": "accept"}, "没有这样的数值"),
        ({"quote": "1200元", "decision": "accept", "requirement": "no-such"}, "no-such"),
        ({"quote": "1200元", "decision": "reject", "label": "别的标准"}, "没有这样的数值"),
    ],
)
def test_a_decision_that_was_not_followed_is_told(texts, tmp_path, entry, why):
    told = [f for f in found(texts, file_of(tmp_path, entry))["findings"] if f["rule"] == "decision-unmatched"]
    assert len(told) == 1
    assert why in told[0]["message"]
    assert "第2行" in told[0]["message"]


def test_words_of_two_different_figures_need_a_label(tmp_path):
    plan = tmp_path / "plan.txt"
    plan.write_text("某县2024年民生实事方案\n1.养老。改造厨房20处。\n2.助残。建设残疾人驿站20处。\n", encoding="utf-8")
    call = ("check", plan, "--no-library", "--format", "json")
    entry = {"quote": "20处", "decision": "dismiss"}
    message = [f["message"] for f in found(call, file_of(tmp_path, entry))["findings"] if f["code"] == "U04"]
    assert len(message) == 1
    assert "label" in message[0]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ({"decision": "accept"}, ("quote",)),
        ({"quote": "1200元", "decision": "maybe"}, ("accept", "reject", "correct", "dismiss")),
        ({"quote": "1200元", "decision": "correct"}, ("value",)),
        ({"quote": "1200元", "decision": "accept", "value": "3"}, ("value", "correct")),
        ({"quote": "1200元", "decision": "correct", "value": "约3"}, ("value",)),
        ({"quote": "1200元", "decision": "correct", "value": '"1e400"'}, ("value",)),
        ({"quote": "1200元", "decision": "correct", "value": "3", "unit": "蚊"}, ("蚊",)),
        ({"quote": "1200元", "decision": "correct", "value": "3", "op": "range"}, ("high",)),
    ],
)
def test_a_slip_is_told_with_its_line(texts, tmp_path, entry, words, lang):
    file = file_of(tmp_path, entry)
    told = refused(gouji(*texts, "--decisions", file, "--lang", lang), str(file), *words)
    assert ("第" if lang == "zh" else "line ") in told


A = {"quote": "1200元", "decision": "accept"}
CONTRARY = {
    "two readings": [A | {"decision": "correct", "value": '"1260"'}, A | {"decision": "correct", "value": '"1270"'}],
    "a match twice": [A, A | {"decision": "reject"}],
    "no commitment, and a match": [A, A | {"decision": "dismiss"}],
    "named by its label": [A | {"decision": "reject"}, A | {"label": "散居孤儿基本生活保障标准"}],
}


@pytest.mark.parametrize("entries", CONTRARY.values(), ids=CONTRARY)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_rulings_that_contradict_each_other_are_followed_by_nobody(texts, tmp_path, entries, lang):
    file = file_of(tmp_path, *entries)
    second = 2 + len(entries[0]) + len(BY)
    lines = ("第2行", f"第{second}行", "不同认定") if lang == "zh" else (f"lines 2 and {second}",)
    refused(gouji(*texts, "--decisions", file, "--lang", lang), str(file), *lines)


def test_rulings_that_agree_stand_side_by_side_and_a_doubled_one_is_told_once(texts, tmp_path):
    correct = {"quote": "1200元", "decision": "correct", "value": '"1240"'}
    result = found(texts, file_of(tmp_path, A, correct, A, correct))
    assert below(result) == {"1240": "certain", "90": "review"}
    assert len([remark for remark in result["remarks"] if "1200元" in remark]) == 2
