"""One measurement in a process of its own: read a file with one reader, print characters a second as JSON.

``python reading.py READER FILE`` is run by ``extraction.py``, with this project's interpreter or with that of the peers.
Only the standard library and the reader itself are imported.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

Reader = Callable[[str], int]


def gouji() -> Reader:
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    from engine.document import Block, Document
    from engine.extract import extract

    def read(text: str) -> int:
        document = Document("text.txt", "0", "txt", text, blocks=[Block(0, len(text))], in_file=True)
        return len(extract(document).commitments)

    return read


def chinese2digits() -> Reader:
    import chinese2digits as package

    return lambda text: sum(len(package.takeNumberFromString(line)["digitsStringList"]) for line in text.split("\n"))


def jionlp() -> Reader:
    import jionlp as package

    return lambda text: sum(len(package.ner.extract_money(line, with_parsing=True) or ()) for line in text.split("\n"))


def _recognizers(*names: str) -> Reader:
    import recognizers_number
    import recognizers_number_with_unit
    from recognizers_text import Culture

    functions = [
        getattr(recognizers_number, name, None) or getattr(recognizers_number_with_unit, name) for name in names
    ]
    return lambda text: sum(len(f(line, Culture.Chinese)) for line in text.split("\n") for f in functions)


def recognizers_number() -> Reader:
    return _recognizers("recognize_number")


def recognizers() -> Reader:
    return _recognizers(
        "recognize_number", "recognize_percentage", "recognize_currency", "recognize_dimension", "recognize_age"
    )


READERS: dict[str, Callable[[], Reader]] = {
    f.__name__.replace("_", "-"): f for f in (gouji, chinese2digits, jionlp, recognizers_number, recognizers)
}


def peak_memory() -> int | None:
    """Return the greatest memory of this process in bytes, None where the system does not tell."""
    try:
        import resource
    except ImportError:
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def measure(reader: str, file: str) -> dict[str, object]:
    """Read the texts of a file (a JSON list) once after a warm-up; return seconds, characters, figures, memory."""
    texts: list[str] = json.loads(Path(file).read_text("utf-8"))
    read = READERS[reader]()
    read("新建幼儿园2所，补助每人每月不低于300元，覆盖率达到95%以上。農村婦女兒童檢查")
    before = peak_memory()
    begin = time.perf_counter()
    figures = sum(read(text) for text in texts)
    seconds = time.perf_counter() - begin
    after = peak_memory()
    return {
        "seconds": seconds,
        "characters": sum(map(len, texts)),
        "figures": figures,
        "peak": after,
        "grown": after - before if after is not None and before is not None else None,
    }


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    result = measure(sys.argv[1], sys.argv[2])
    print("\n" + json.dumps(result))
