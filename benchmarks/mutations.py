"""Small damage done to files, the same for the same seed: bytes, numbers, words and tags, inside archives too."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable

_NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
_TAG = re.compile(rb"<[^<>]{1,300}>")
_EXTREMES = (
    b"0",
    b"-1",
    b"1",
    b"255",
    b"65536",
    b"2147483648",
    b"-2147483649",
    b"99999999999999999999",
    b"1e400",
    b"",
    b"x",
)


def _place(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.choice((1, 2, 4, 16, 256, 4096)))


def _flip(data: bytes, chance: random.Random) -> bytes:
    made = bytearray(data)
    for _ in range(chance.choice((1, 2, 8, 64))):
        if made:
            made[chance.randrange(len(made))] = chance.randrange(256)
    return bytes(made)


def _drop(data: bytes, chance: random.Random) -> bytes:
    start, end = _place(data, chance)
    return data[:start] + data[end:]


def _double(data: bytes, chance: random.Random) -> bytes:
    start, end = _place(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 2, 50)) + data[end:]


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _numbers(data: bytes, chance: random.Random) -> bytes:
    found = list(_NUMBER.finditer(data))
    for match in sorted(chance.sample(found, min(len(found), chance.choice((1, 3, 20)))), key=lambda m: -m.start()):
        data = data[: match.start()] + chance.choice(_EXTREMES) + data[match.end() :]
    return data


def _words(data: bytes, chance: random.Random) -> bytes:
    """Set a whole number of two or four bytes to an extreme."""
    start, size = chance.randrange(len(data) + 1), chance.choice((2, 4))
    return data[:start] + chance.choice((b"\xff", b"\x00", b"\x7f", b"\x80")) * size + data[start + size :]


def _tags(data: bytes, chance: random.Random) -> bytes:
    """Drop, double, swap or nest elements."""
    found = list(_TAG.finditer(data))
    if len(found) < 2:
        return _flip(data, chance)
    a, b = sorted(chance.sample(found, 2), key=lambda m: m.start())
    kind = chance.randrange(4)
    if kind == 0:
        return data[: a.start()] + data[a.end() :]
    if kind == 1:
        return data[: a.start()] + a[0] * chance.choice((2, 300)) + data[a.end() :]
    if kind == 2:
        return data[: a.start()] + b[0] + data[a.end() : b.start()] + a[0] + data[b.end() :]
    return data[: a.start()] + data[b.start() :]


def _elements(data: bytes, chance: random.Random) -> bytes:
    """Return XML that is still XML: elements dropped, doubled, moved or renamed, attributes taken away."""
    from lxml import etree

    try:
        root = etree.fromstring(data)
    except etree.XMLSyntaxError:
        return _numbers(data, chance)
    for _ in range(chance.choice((1, 1, 3, 10))):
        inner = [element for element in root.iter() if isinstance(element.tag, str) and element.getparent() is not None]
        if len(inner) < 2:
            break
        one, other = chance.sample(inner, 2)
        parent = one.getparent()
        kind = chance.randrange(5)
        if kind == 0 and parent is not None:
            parent.remove(one)
        elif kind == 1 and parent is not None:
            parent.insert(parent.index(one), etree.fromstring(etree.tostring(one, with_tail=False)))
        elif kind == 2 and one not in other.iterancestors():
            other.append(one)
        elif kind == 3:
            one.tag = other.tag
        elif one.attrib:
            del one.attrib[chance.choice(sorted(one.attrib))]
    return etree.tostring(root)


MUTATIONS: tuple[Callable[[bytes, random.Random], bytes], ...] = (_flip, _drop, _double, _cut, _numbers, _words, _tags)


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Return a file with one to three faults; half of the zip files are mended as archives, so that parts are parsed."""
    if data.startswith(b"PK") and chance.random() < 0.7:
        return _in_archive(data, chance)
    for _ in range(chance.choice((1, 1, 2, 3))):
        data = chance.choice(MUTATIONS)(data, chance)
    return data


def _in_archive(data: bytes, chance: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    names = sorted(name for name in parts if name.endswith((".xml", ".rels")) and name != "[Content_Types].xml")
    for name in chance.sample(names, min(len(names), chance.choice((1, 1, 2)))):
        if chance.random() < 0.05:
            del parts[name]
        else:
            parts[name] = chance.choice((*MUTATIONS, *[_elements] * 5, *[_numbers] * 5))(parts[name], chance)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return made.getvalue()
