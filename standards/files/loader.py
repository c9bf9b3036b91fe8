"""Loads standards: one file, the whole library, or only the files that can bind a place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from engine.patterns import lazy
from engine.requirement import Standard
from standards.files.faults import Fault, FaultyStandard, fault
from standards.files.kept import indicators_of, kept_standard
from standards.levels import LEVELS, NATION

if TYPE_CHECKING:
    from standards.files.model import StandardFile
    from standards.files.yaml_lines import Source

LIBRARY = Path(__file__).resolve().parent.parent / "library"

_FILE_NAME = lazy(r"\d{4}-[a-z0-9]+(-[a-z0-9]+)*\.yaml", re.ASCII)


def load_standard(
    path: Path, *, known_indicators: frozenset[str] | None = None, id: str | None = None, root: Path | None = None
) -> Standard:
    """Return the standard that a file holds; its id is ``id``, else its path under the library, else the file's name.

    Indicators are judged only where the catalogue is given. Raises FaultyStandard with everything that is wrong.
    """
    under = _under(path, root or LIBRARY)
    name = id or (under.with_suffix("").as_posix() if under else path.stem)
    file = f"{LIBRARY.name}/{under.as_posix()}" if under else path.as_posix()
    found = _kept(path, known_indicators, root) or judged(path, known_indicators, root)
    return replace(found, id=name, file=file)


def judged(path: Path, known_indicators: frozenset[str] | None = None, root: Path | None = None) -> Standard:
    """Return the same without id and file, always read and judged anew; raises FaultyStandard."""
    from standards.files.build import standard

    _, part = _checked(path, known_indicators, root)
    return standard(part, "", "")


def _kept(path: Path, known: frozenset[str] | None, root: Path | None) -> Standard | None:
    """Return a standard of the library that was judged before, unless its place or the catalogue now speaks against it."""
    try:
        found = kept_standard(path.read_bytes())
    except OSError:
        return None
    if found is None or any(_name_faults(path, root or LIBRARY)):
        return None
    under = _under(path, root or LIBRARY)
    displaced = under is not None and found.place != under.parent.as_posix()
    return None if displaced or not (known is None or known >= indicators_of(found)) else found


def validate_file(
    path: Path, *, known_indicators: frozenset[str] | None = None, root: Path | None = None
) -> list[Fault]:
    """Return everything that is wrong in a standard's file, in the order of its lines; empty when it is right."""
    try:
        _checked(path, known_indicators, root)
    except FaultyStandard as refused:
        return list(refused.faults)
    return []


def load_library(root: Path | None = None, *, known_indicators: frozenset[str] | None = None) -> tuple[Standard, ...]:
    """Return every standard under ``root`` (the shipped library), sorted by id.

    Raises FaultyStandard with the faults of all files; a file that would not be read (``.yml``) is a fault too.
    """
    root = root or LIBRARY
    if not root.is_dir():
        raise FaultyStandard([fault(root.as_posix(), (1, 1), "no-library", folder=root.as_posix())])
    return _load(_files(root, deep=True), root, known_indicators)


def load_folder(folder: Path, *, known_indicators: frozenset[str] | None = None) -> tuple[Standard, ...]:
    """Return every standard in a folder of somebody's own, whatever its files and folders are called.

    The id is the path under the folder. Raises FaultyStandard with the faults of all files, or when there is none.
    """
    paths = [path for path in _files(folder, deep=True) if path.suffix in (".yaml", ".yml")] if folder.is_dir() else []
    if not paths:
        raise FaultyStandard([fault(folder.as_posix(), (1, 1), "no-standards", folder=folder.as_posix())])

    def load(path: Path) -> Standard:
        name = path.relative_to(folder).with_suffix("").as_posix()
        return load_standard(path, known_indicators=known_indicators, id=name)

    return _collected(paths, load)


def standards_for(
    place: str, level: str = "", *, root: Path | None = None, known_indicators: frozenset[str] | None = None
) -> tuple[Standard, ...]:
    """Return the library's standards that can bind a plan of ``place``, reading only the folders along its chain.

    The same as ``chain_for(load_library(root), place, level)``, without the cost of the other places' files.
    """
    root = root or LIBRARY
    if root == LIBRARY and root.is_dir() and any(root.iterdir()) and not (root / NATION).is_dir():
        # A system that cannot spell the folders' names would leave the law out without a word.
        raise FaultyStandard([fault(root.as_posix(), (1, 1), "no-nation", folder=root.as_posix())])
    parts = place.split("/") if place and place != NATION else []
    folders = [NATION, *("/".join(parts[: n + 1]) for n in range(len(parts)))]
    paths = [path for folder in folders if (root / folder).is_dir() for path in _files(root / folder, deep=False)]
    return chain_for(_load(paths, root, known_indicators), place, level)


def chain_for(standards: Iterable[Standard], place: str, level: str = "") -> tuple[Standard, ...]:
    """Return the standards above a plan of ``place`` and ``level``, from the nation down.

    A standard is above when its place is the nation or holds the plan's place, and its level is a higher one. A plan
    whose place is unknown (``""``) is bound by the nation's alone.
    """
    above = [s for s in standards if _is_above(s, place, level)]
    return tuple(sorted(above, key=lambda s: (_rank(s.level), s.id)))


def _rank(level: str) -> int:
    return LEVELS.index(level) if level in LEVELS else len(LEVELS)


def _is_above(standard: Standard, place: str, level: str) -> bool:
    if standard.place == place:
        return level in LEVELS and _rank(standard.level) < _rank(level)
    holds = standard.place == NATION or place.startswith(f"{standard.place}/")
    return holds and (level not in LEVELS or _rank(standard.level) < _rank(level))


def judged_library(root: Path) -> Iterator[tuple[bytes, Standard]]:
    """Yield the bytes of every file under ``root`` with its standard, judged anew; raises FaultyStandard at the first fault."""
    for path in _files(root, deep=True):
        yield path.read_bytes(), judged(path, root=root)


def _files(folder: Path, *, deep: bool) -> Iterator[Path]:
    for path in sorted(folder.rglob("*") if deep else folder.iterdir()):
        if path.is_file() and not path.name.startswith("."):
            yield path


def _load(paths: Iterable[Path], root: Path, known: frozenset[str] | None) -> tuple[Standard, ...]:
    return _collected(paths, lambda path: load_standard(path, known_indicators=known, root=root))


def _collected(paths: Iterable[Path], load: Callable[[Path], Standard]) -> tuple[Standard, ...]:
    """Load every path; the faults of all files are told together."""
    standards: list[Standard] = []
    faults: list[Fault] = []
    for path in paths:
        try:
            standards.append(load(path))
        except FaultyStandard as refused:
            faults += refused.faults
    if faults:
        raise FaultyStandard(faults)
    return tuple(sorted(standards, key=lambda s: s.id))


def _under(path: Path, root: Path) -> Path | None:
    path, root = path.absolute(), root.absolute()
    return path.relative_to(root) if path.is_relative_to(root) else None


def _checked(path: Path, known: frozenset[str] | None, root: Path | None) -> tuple[Source, StandardFile]:
    """Read and judge a file; raises FaultyStandard with all that is wrong in it."""
    from standards.files.yaml_lines import read_yaml

    misnamed = list(_name_faults(path, root or LIBRARY))
    if misnamed and path.suffix != ".yaml":
        raise FaultyStandard(misnamed)
    source = read_yaml(path)
    if not isinstance(source.tree, dict):
        raise FaultyStandard([fault(source.file, source.place(()), "not-document")])
    faults = [*misnamed, *source.faults]
    part = _modelled(source, faults)
    faults += _found_between(source, known, _under(path, root or LIBRARY))
    if faults or part is None:
        raise FaultyStandard(faults)
    return source, part


def _modelled(source: Source, faults: list[Fault]) -> StandardFile | None:
    from pydantic import ValidationError

    from standards.files.model import StandardFile
    from standards.files.sentences import model_faults

    try:
        return StandardFile.model_validate(source.tree)
    except ValidationError as error:
        faults += model_faults(error, source)
    return None


def _found_between(source: Source, known: frozenset[str] | None, under: Path | None) -> list[Fault]:
    from standards.files.checks import cross_faults

    found = cross_faults(source, known)
    place = source.tree.get("place")
    if under and isinstance(place, str) and place and place != under.parent.as_posix():
        folder = under.parent.as_posix()
        found.append(fault(source.file, source.place(("place",)), "folder-place", folder=folder, place=place))
    return found


def _name_faults(path: Path, root: Path) -> Iterator[Fault]:
    if _under(path, root) is None:
        return
    if path.suffix != ".yaml":
        wanted = f"{path.stem}.yaml"
        yield fault(str(path), (1, 1), "file-suffix", name=path.name, wanted=wanted)
    elif _FILE_NAME.fullmatch(path.name) is None:
        yield fault(str(path), (1, 1), "file-name", name=path.name)
