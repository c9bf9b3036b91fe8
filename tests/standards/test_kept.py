"""What is kept of the library: just what its files say now, and nothing of any file that is not just the same."""

import shutil
from pathlib import Path

import pytest

from engine.requirement import Requirement, Standard
from standards.files import kept
from standards.files.faults import FaultyStandard
from standards.files.loader import LIBRARY, judged, judged_library, load_library, load_standard
from standards.levels import NATION

FILES = tuple(sorted(LIBRARY.rglob("*.yaml")))
LAW = next(path for path in FILES if path.parent.name == NATION)


@pytest.fixture
def copy(tmp_path):
    """A library of one file, a copy of a shipped one."""
    folder = tmp_path / NATION
    folder.mkdir()
    return Path(shutil.copy(LAW, folder))


def test_the_table_is_fresh():
    assert kept.TABLE.read_text("utf-8") == kept.written(judged_library(LIBRARY)), "run: python -m standards"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_is_kept_is_what_is_judged(path):
    assert repr(kept.kept_standard(path.read_bytes())) == repr(judged(path))


def test_without_the_table_the_library_is_the_same(monkeypatch, tmp_path):
    library = load_library()
    monkeypatch.setattr(kept, "TABLE", tmp_path / "none.txt")
    assert load_library() == library


def test_a_copy_is_answered_from_the_table_under_its_own_name(copy, monkeypatch):
    monkeypatch.setattr("standards.files.loader.judged", lambda *_: pytest.fail("judged again"))
    found = load_standard(copy, root=copy.parent.parent)
    assert (found.id, found.file) == (f"{NATION}/{LAW.stem}", f"library/{NATION}/{LAW.name}")
    assert load_standard(copy, root=LIBRARY).file == copy.as_posix()


def test_a_changed_file_is_read(copy):
    text = LAW.read_text("utf-8")
    title = load_standard(LAW).title
    copy.write_text(text.replace(title, f"{title}（修订）"), "utf-8")
    assert load_standard(copy, root=copy.parent.parent).title == f"{title}（修订）"


def test_a_broken_file_is_refused(copy):
    copy.write_text(LAW.read_text("utf-8") + "\nextra: 1\n", "utf-8")
    with pytest.raises(FaultyStandard):
        load_standard(copy, root=copy.parent.parent)


def test_a_file_in_the_folder_of_another_place_is_refused(copy, tmp_path):
    other = tmp_path / "青岚省"
    other.mkdir()
    with pytest.raises(FaultyStandard, match="青岚省"):
        load_standard(copy.rename(other / copy.name), root=tmp_path)


def test_a_file_with_a_wrong_name_is_refused(copy, tmp_path):
    with pytest.raises(FaultyStandard):
        load_standard(copy.rename(copy.with_name("Law.yaml")), root=tmp_path)


def test_a_standard_whose_indicator_the_catalogue_no_longer_has_is_refused():
    named = kept.indicators_of(load_standard(LAW))
    assert load_standard(LAW, known_indicators=frozenset(named))
    with pytest.raises(FaultyStandard):
        load_standard(LAW, known_indicators=frozenset(named - {min(named)}))


def test_indicators_in_formulas_count():
    parts = (Requirement("a", "甲", "derived", formula="1.3 * urban-allowance + heating"),)
    parts += (Requirement("b", "乙", "floor", indicator="beds"), Requirement("c", "丙", "duty"))
    assert kept.indicators_of(Standard("law", "办法", requirements=parts)) == {"urban-allowance", "heating", "beds"}
