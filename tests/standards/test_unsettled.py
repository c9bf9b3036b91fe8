"""What a draft of a standard leaves to a person is told with its line, until it is settled."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from running import ROOT, STANDARD, TOWNSHIP

from cli import main
from standards.files.loader import LIBRARY
from standards.keepers.unsettled import unsettled


def called(*words):
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def draft(tmp_path):
    file = tmp_path / "draft.yaml"
    assert called("standards", "draft", ROOT / TOWNSHIP, "--output", file).exit_code == 0
    return file


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_draft_is_not_passed_as_finished(tmp_path, lang):
    file = tmp_path / "draft.yaml"
    called("standards", "draft", ROOT / TOWNSHIP, "--output", file, "--lang", lang)
    done = called("standards", "validate", file, "--lang", lang)
    marked = [
        n for n, line in enumerate(file.read_text("utf-8").splitlines(), 1) if "# TODO" in line or "  # TODO" in line
    ]
    told = done.stderr.splitlines()
    assert done.exit_code == 1
    assert [int(line.split(":")[1]) for line in told] == marked and len(marked) > 20
    assert str(len(marked)) in done.stdout


def test_a_settled_one_is(draft):
    lines = draft.read_text("utf-8").splitlines()
    settled = [line.partition("  # TODO")[0] for line in lines if not line.lstrip().startswith("# published")]
    text = "\n".join(settled).replace("待定/待定/待定", "江北省/云州市/清溪县")
    draft.write_text("\n".join(text.splitlines()[2:]), "utf-8")
    done = called("standards", "validate", draft)
    assert (done.exit_code, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("place: 待定/待定/清溪县", "待填写：place: 待定/待定/清溪县"),
        ("number: XXX号", "待填写：number: XXX号"),
        ("issuer: 某某县人民政府", "待填写：issuer: 某某县人民政府"),
        ("# published:  # TODO 印发日期", "待核对：published: 印发日期"),
        ("title: 方案  # TODO: check", "待核对：title: check"),
    ],
)
def test_what_only_holds_a_place_is_told_even_without_a_remark(tmp_path, line, told):
    file = tmp_path / "a.yaml"
    file.write_text(f"level: city\n{line}\n", "utf-8")
    (left,) = unsettled(file)
    assert (left.line, left.text.zh) == (2, told)


@pytest.mark.parametrize(
    "line", ["title: 关于待遇的通知  # 待定的口径见第3条", "label: 待业人员培训", "url: http://x/TODO"]
)
def test_ordinary_words_are_left_alone(tmp_path, line):
    (tmp_path / "a.yaml").write_text(line, "utf-8")
    assert unsettled(tmp_path / "a.yaml") == ()


def test_the_library_is_settled():
    assert [left.sentence.zh for file in sorted(LIBRARY.rglob("*.yaml")) for left in unsettled(file)] == []


@pytest.mark.parametrize(
    "named", [STANDARD, "全国/2009-orphan-allowance", Path("standards/library/全国/2009-orphan-allowance.yaml")]
)
def test_show_takes_a_file_and_an_id(monkeypatch, named):
    monkeypatch.chdir(ROOT)
    done = called("standards", "show", named)
    assert done.exit_code == 0 and "孤儿" in done.stdout


def test_show_says_what_there_is_not():
    done = called("standards", "show", "nowhere.yaml")
    assert done.exit_code == 2 and "也没有这个文件" in done.stderr
