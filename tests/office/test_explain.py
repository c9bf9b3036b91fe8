"""--explain: how a figure was read, which requirements were considered, and why this one."""

import json

import pytest
from running import BY_CITY, COUNTY, gouji, refused


def finding(rule):
    plain = json.loads(gouji("check", COUNTY, *BY_CITY, "--format", "json").stdout)
    return next(f for f in plain["findings"] if f["rule"] == rule)


@pytest.mark.parametrize(
    ("lang", "words"), [("zh", ("读取过程", "比较过的规定")), ("en", ("How this was read", "considered"))]
)
def test_a_finding_of_conformance_names_the_reading_and_every_requirement_about_it(lang, words):
    found = finding("below-floor")
    done = gouji("check", COUNTY, *BY_CITY, "--explain", found["fingerprint"], "--lang", lang)
    assert done.returncode == 1
    for word in (*words, "不低于1600元", "≥ 1650 元/人/月", "≥ 1250 元/人/月", found["fingerprint"]):
        assert "".join(word.split()) in "".join(done.stdout.split())


def test_the_beginning_of_a_fingerprint_is_enough_and_no_other_finding_is_shown():
    found, other = finding("sum-mismatch"), finding("below-floor")
    done = gouji("check", COUNTY, *BY_CITY, "--explain", found["fingerprint"][:6])
    assert found["fingerprint"] in done.stdout
    assert other["fingerprint"] not in done.stdout


def test_one_that_there_is_not_is_told_with_those_there_are():
    refused(
        gouji("check", COUNTY, *BY_CITY, "--explain", "ffffffff"), "ffffffff", finding("below-floor")["fingerprint"]
    )
