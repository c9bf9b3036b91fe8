"""The texts that the benchmarks read: real plans where they are at hand, and varied text of any length made from our own."""

from __future__ import annotations

import os
import random
import re
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
OWN = ROOT / "tests" / "extract"
SHARED = "GOUJI_SHARED"
_DIGIT = re.compile(r"\d")
_CHINESE = "一二三四五六七八九十"


def real_documents() -> list[str]:
    """Return the real plans below the folder that ``GOUJI_SHARED`` names, in the order of their names; [] without it."""
    folder = Path(os.environ.get(SHARED, "")) / "seeds"
    if not os.environ.get(SHARED) or not folder.is_dir():
        return []
    return [path.read_bytes().decode("utf-8", "replace") for path in sorted(folder.glob("*.txt"))]


def own_passages() -> tuple[list[str], list[str]]:
    """Return the sentences and the documents of the tests."""
    sentences = [
        case["text"]
        for path in sorted((OWN / "sentences").glob("*.yaml"))
        for case in yaml.safe_load(path.read_text("utf-8"))
    ]
    return sentences, [path.read_bytes().decode("utf-8") for path in sorted((OWN / "documents").glob("*.txt"))]


def _other_digits(text: str, chance: random.Random) -> str:
    """Return ``text`` with other digits in its numbers, so that no two passages are alike; years stay years."""
    return _DIGIT.sub(lambda m: m.group() if m.group() in "02" else chance.choice("13456789"), text)


def varied(size: int, seed: int = 2022) -> str:
    """Return ``size`` characters of plans put together from the passages, the same for the same ``seed``."""
    chance = random.Random(seed)
    sentences, documents = own_passages()
    pieces: list[str] = []
    length = number = 0
    while length < size:
        number += 1
        if number % 40 == 0:
            piece = chance.choice(documents) + "\n"
        elif number % 10 == 1:
            piece = f"{_CHINESE[number // 10 % 10]}、{chance.choice(sentences)[:12]}\n"
        else:
            several = "".join(chance.choice(sentences) for _ in range(chance.randint(1, 4)))
            piece = f"{number % 40}.{several}\n"
        pieces.append(_other_digits(piece, chance))
        length += len(pieces[-1])
    return "".join(pieces)[:size]
