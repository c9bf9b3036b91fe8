"""Parsing in a process of its own, so that a hostile or damaged file takes down neither the run nor the machine.

``read_apart`` starts ``python -m plans.worker``, which limits its own memory, imports the one reader that it needs
and writes the pickled document to its standard output. Nothing but the document's own classes is unpickled.
``annotate_apart`` has a copy of a file with remarks made in the same way.
Every run imports this module to see whether it is a reader, so what only reading apart needs is imported there.
"""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from engine.document import Document
from engine.errors import ReadError
from plans.processes import kill

if TYPE_CHECKING:
    import subprocess

    from engine.remark import Remark

SECONDS = 60
"""Time that reading one file may take."""

MEMORY = 1536 * 1024 * 1024
"""Address space of the process, in bytes, where the platform can limit it."""

_RETURNED = frozenset(
    [("engine.document", name) for name in ("Document", "Block", "Box", "Cell", "Note", "Print", "Span", "Table")]
    + [("engine.wording", "Text")]
)


def read_apart(module: str, path: Path, data: bytes, *, seconds: float = SECONDS, memory: int = MEMORY) -> Document:
    """Read ``data`` with the reader of ``module`` in a process of its own.

    Raises ReadError: the reader's own, or one that names the limit (``seconds``, ``memory`` in bytes) or the crash
    that ended it.
    """
    return _asked(Document, ("read", module, path, data), seconds, memory)


def annotate_apart(module: str, path: Path, data: bytes, remarks: Sequence[Remark]) -> bytes:
    """Return a copy of ``data`` with remarks, made by the annotator of ``module`` in a process of its own.

    Raises ReadError as ``read_apart`` does.
    """
    return _asked(bytes, ("annotate", module, path, data, tuple(remarks)), SECONDS, MEMORY)


_Answer = TypeVar("_Answer", Document, bytes)


def _asked(kind: type[_Answer], work: tuple[Any, ...], seconds: float, memory: int) -> _Answer:
    """Have ``work`` (what, by which module, on which path, and its arguments) done in a process of its own."""
    import pickle
    import subprocess

    file = work[2].as_posix()
    process = _start(file)
    try:
        answer, _ = process.communicate(pickle.dumps((memory, work)), timeout=seconds)
    except subprocess.TimeoutExpired:
        raise ReadError("plans.too-slow", file=file, seconds=f"{seconds:g}") from None
    finally:
        _end(process)
    return _received(kind, answer, file, process.returncode)


def _start(file: str) -> subprocess.Popen[bytes]:
    import subprocess

    command = [sys.executable, "-P", "-m", "plans.worker"]
    pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
    try:
        return subprocess.Popen(
            command, stdin=pipe, stdout=pipe, stderr=nothing, env=_environment(), start_new_session=True
        )
    except OSError as error:
        raise ReadError("plans.crashed", file=file, reason=error.strerror or "python") from None


def _environment() -> dict[str, str]:
    root = str(Path(__file__).resolve().parent.parent)
    inherited = os.environ.get("PYTHONPATH")
    return os.environ | {"PYTHONPATH": os.pathsep.join([root, inherited] if inherited else [root])}


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        kill(process)
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()


def _received(wanted: type[_Answer], answer: bytes, file: str, code: int) -> _Answer:
    import pickle

    class Unpickler(pickle.Unpickler):
        def find_class(self, module: str, name: str) -> object:
            if (module, name) not in _RETURNED:
                raise pickle.UnpicklingError(f"{module}.{name}")
            return super().find_class(module, name)

    try:
        kind, content = Unpickler(io.BytesIO(answer)).load()
    except (EOFError, pickle.UnpicklingError, AttributeError, ValueError, TypeError):
        reason = f"signal {-code}" if code < 0 else f"code {code}"
        raise ReadError("plans.crashed", file=file, reason=reason) from None
    if kind == "refused":
        key, values = content
        raise ReadError(key, **values)
    if not isinstance(content, wanted):
        raise ReadError("plans.crashed", file=file, reason=str(kind))
    return content


def _limit(memory: int) -> None:
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


_WORK: dict[str, Callable[..., Document | bytes]] = {
    "read": lambda module, *given: import_module(module).READER.read(*given),
    "annotate": lambda module, *given: import_module(module).ANNOTATOR.annotate(*given),
}


def _answer(what: str, module: str, path: Path, *given: object) -> tuple[str, object]:
    try:
        return "made", _WORK[what](module, path, *given)
    except ReadError as error:
        return "refused", (error.key, error.values)
    except ImportError as error:
        return "refused", ("plans.missing-library", {"file": path.as_posix(), "library": error.name or str(error)})
    except MemoryError:
        return "refused", ("plans.too-much-memory", {"file": path.as_posix()})
    except Exception as error:
        return "refused", ("plans.crashed", {"file": path.as_posix(), "reason": type(error).__name__})


def main() -> None:
    """Read the request from standard input and write the answer to standard output; the library's chatter goes away."""
    import pickle

    # One document is made and the process ends: looking for garbage would be in vain.
    gc.disable()
    memory, work = pickle.load(sys.stdin.buffer)
    with os.fdopen(os.dup(1), "wb") as channel:
        os.dup2(2, 1)
        _limit(memory)
        answer = _answer(*work)
        pickle.dump(answer, channel, protocol=pickle.HIGHEST_PROTOCOL)


if __name__ == "__main__":
    main()
