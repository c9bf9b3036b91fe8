"""Results read back: what was written comes back, what cannot be read is told in one line."""

import json

import pytest
from two_drafts import GONE, RAISED, audit, finding, new, old, plan, unread

from engine.errors import GoujiError
from engine.judge.comparison import compared
from reports import renderer_named
from reports.renderer import RenderOptions
from reports.results.reading import is_result, lone_result, read_result

BOTH = audit(
    plan(GONE, RAISED),
    unread("双桥县.docx"),
    findings=(finding("allocation-shortfall", "新增就业", "6000人", "60.50", "90"),),
    rules_left_out=("sum-mismatch",),
)


def as_json(result, lang="zh"):
    return renderer_named("json").render(result, RenderOptions(lang=lang))


def written(tmp_path, content, name="result.json"):
    file = tmp_path / name
    file.write_bytes(content if isinstance(content, bytes) else json.dumps(content, ensure_ascii=False).encode())
    return file


def changed(path, value, result=None):
    """A result with something else at ``path``; without a value it is left out."""
    made = json.loads(as_json(result or old()))
    *outer, last = path
    place = made
    for step in outer:
        place = place[step]
    if value is None:
        del place[last]
    else:
        place[last] = value
    return made


@pytest.mark.parametrize("result", [old(), new(), BOTH], ids=["old", "new", "several"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_is_read_back_writes_the_same_json(tmp_path, result, lang):
    back = read_result(written(tmp_path, as_json(result, lang)))
    assert as_json(back, lang) == as_json(result, lang)
    assert [p.extraction is None for p in back.plans] == [p.extraction is None for p in result.plans]


@pytest.mark.parametrize("result", [old(), new(), BOTH], ids=["old", "new", "several"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_result_and_what_it_was_written_from_are_the_same(tmp_path, result, lang):
    back = read_result(written(tmp_path, as_json(result, lang)))
    assert {row.state for row in compared(back, result).rows} == {"unchanged"}
    assert compared(back, result).remarks == compared(result, result).remarks


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_any_unicode_that_a_terminal_writes_is_read(tmp_path, coding):
    file = written(tmp_path, as_json(old()).decode().encode(coding))
    assert read_result(file).plans[0].findings == read_result(written(tmp_path, as_json(old()))).plans[0].findings


def test_further_keys_are_passed_over_and_later_ones_may_be_missing(tmp_path):
    made = changed(("findings", 0, "confidence"), {"of": "a later version"})
    for key in ("group", "title", "item", "responsible", "trace"):
        del made["findings"][0][key]
    del made["tool"]["rules_left_out"]
    assert len(read_result(written(tmp_path, made)).plans[0].findings) == 4


UNFIT = {
    "empty": (b"", ("JSON", "第1行")),
    "cut off": (as_json(old())[:4000], ("JSON", "行")),
    "no Unicode": (b"\xff\xfe\x00", ("JSON",)),
    "brackets without end": (b"[" * 200_000, ("JSON",)),
    "a number of endless digits": (b"1" * 5000, ("JSON",)),
    "a list": ([], ("gouji/findings/1",)),
    "no schema": ({"findings": []}, ("gouji/findings/1",)),
    "a schema that is no text": ({"schema": 1}, ("gouji/findings/1",)),
    "an extraction": ({"schema": "gouji/extraction/1"}, ("gouji/extraction/1", "gouji check")),
    "a later version": (changed(("schema",), "gouji/findings/2"), ("gouji/findings/2", "升级")),
    "a later audit": (changed(("schema",), "gouji/audit/12"), ("gouji/audit/12", "gouji/audit/1")),
    "a key missing": (changed(("findings", 2, "key"), None), ("缺少", "findings[2].key")),
    "a key missing deep down": (
        changed(("findings", 0, "evidence", 0, "role"), None),
        ("findings[0].evidence[0].role",),
    ),
    "a key missing in one of several": (
        changed(("plans", 1, "findings", 0, "rule"), None, BOTH),
        ("plans[1].findings[0].rule",),
    ),
    "no plan at all": ({"schema": "gouji/audit/1", "plans": [], "findings": []}, ("plans",)),
    "an amount that is none": (changed(("findings", 0, "actual", "value"), "1e9"), ("findings[0].actual.value",)),
    "an amount without end": (changed(("findings", 0, "actual", "value"), "NaN"), ("findings[0].actual.value",)),
    "a float": (changed(("findings", 0, "actual", "value"), 1.5), ("findings[0].actual.value",)),
    "a severity nobody knows": (changed(("findings", 0, "severity"), "fatal"), ("findings[0].severity",)),
    "a message that is no text": (changed(("findings", 0, "message"), ["a"]), ("findings[0].message",)),
}


@pytest.mark.parametrize("name", UNFIT)
def test_what_cannot_be_read_is_told_in_one_line(tmp_path, name):
    content, words = UNFIT[name]
    with pytest.raises(GoujiError) as caught:
        read_result(written(tmp_path, content))
    told = caught.value.text
    for lang in ("zh", "en"):
        assert "result.json" in told.in_language(lang)
        assert "\n" not in told.in_language(lang)
    for word in words:
        assert word in told.zh
    assert told.zh != told.en


def test_a_file_that_is_not_there_and_one_that_is_a_folder(tmp_path):
    (tmp_path / "folder.json").mkdir()
    for name in ("none.json", "folder.json"):
        with pytest.raises(GoujiError, match=name):
            read_result(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.json", b"", True),
        ("a.JSON", b"", True),
        ("a.txt", b' {\n "schema": 1}', True),
        ("a.txt", '\ufeff{"schema": 1}'.encode(), True),
        ("a.txt", '{"schema": 1}'.encode("utf-16"), True),
        ("a.rtf", rb"{\rtf1 }", False),
        ("a.txt", "一、就业".encode(), False),
        ("a.docx", b"PK\x03\x04", False),
    ],
)
def test_a_result_is_told_from_a_document(tmp_path, name, content, expected):
    file = tmp_path / name
    file.write_bytes(content)
    assert is_result(file) is expected


def test_a_result_stands_alone(tmp_path):
    file = written(tmp_path, as_json(old()))
    document = tmp_path / "a.txt"
    document.write_text("一、就业", "utf-8")
    assert lone_result([file]) == file
    assert lone_result([document, tmp_path / "none.docx"]) is None
    with pytest.raises(GoujiError, match=r"result\.json"):
        lone_result([document, file])
