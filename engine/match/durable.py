"""The second matcher: the same rules as durable_rules rulesets, in a process of their own.

It shares no joining with the default matcher, which makes the two a check on each other. durable_rules crashes and
drops facts when used plainly; see ``durable_worker``, ``rulesets`` and ``encode`` for what keeps it in bounds. Nothing
here imports it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from threading import Timer
from types import TracebackType
from typing import Any
from weakref import finalize

from engine.errors import MatcherError
from engine.facts.fact import Fact, Value
from engine.match.compare import exact_key, refuse_inexact
from engine.match.encode import RuleBook, make_book, make_rows
from engine.match.indexed import FactIndex, Found, RuleJoin, as_hits
from engine.match.rule import Hit, Rule

ANSWER_SECONDS = 600
"""How long one session may take before its worker counts as hung (some faults of the library never return)."""

LOADS_PER_WORKER = 100
"""The library cannot unload rules, so a worker that has had many is replaced."""


class DurableMatcher:
    """Finds every hit through durable_rules; keeps its worker process until ``close``.

    ``command`` starts the worker (for tests). Every method that matches raises MatcherError: when the library is not
    installed, when a rule or value cannot be represented, or when the worker fails; a worker that dies is replaced
    once.
    """

    def __init__(self, command: Sequence[str] = ()) -> None:
        script = str(Path(__file__).with_name("durable_worker.py"))
        # -P: the script's own folder holds modules that would hide the library's.
        self._command = list(command) or [sys.executable, "-P", "-W", "ignore", script]
        self._worker: _Worker | None = None
        self._loaded = ""
        self._loads = 0

    def __enter__(self) -> DurableMatcher:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End the worker process; the next run starts another."""
        if self._worker is not None:
            self._worker.close()
        self._worker, self._loaded, self._loads = None, "", 0

    def run(self, rules: Iterable[Rule], facts: Iterable[Fact]) -> list[Hit]:
        """Return all hits in the order of the Matcher protocol, each checked once more in exact arithmetic."""
        ruled, listed = tuple(rules), tuple(facts)
        found = self.find(ruled, listed)
        _confirm(ruled, listed, found)
        return as_hits(ruled, listed, found)

    def find(self, rules: Sequence[Rule], facts: Sequence[Fact]) -> list[Found]:
        """Return all hits by number as the library reports them, unsorted and unchecked."""
        problem = library_problem()
        if problem is not None:
            raise problem
        refuse_inexact(facts)
        book = make_book(rules)
        loading = json.dumps({"rulesets": book.rulesets})
        found: list[Found] = []
        for plan, rows in _by_plan(facts):
            for ruleset in range(len(book.rulesets)):
                found += self._session(book, loading, ruleset, plan, rows)
        return found

    def _session(
        self, book: RuleBook, loading: str, ruleset: int, plan: str, rows: Mapping[int, Mapping[str, Value]]
    ) -> list[Found]:
        asked = make_rows(book, ruleset, rows)
        if not asked:
            return []
        request = json.dumps({"ruleset": ruleset, "rows": asked})
        for _ in range(2):
            try:
                answer = self._ready(loading, plan).ask(request)
            except _WorkerDiedError:
                self.close()
                continue
            return [(number, tuple(numbers)) for number, numbers in self._checked(answer, plan)["hits"]]
        raise MatcherError("match.worker-died", plan=plan)

    def _ready(self, loading: str, plan: str) -> _Worker:
        """Return a worker that has the rules."""
        if self._worker is not None and self._loaded != loading and self._loads >= LOADS_PER_WORKER:
            self.close()
        if self._worker is None:
            self._worker = _Worker(self._command)
        if self._loaded != loading:
            self._loads += 1
            self._loaded = ""
            self._checked(self._worker.ask(loading), plan)
            self._loaded = loading
        return self._worker

    def _checked(self, answer: dict[str, Any], plan: str) -> dict[str, Any]:
        for key, sentence in (("missing", "match.durable-import"), ("error", "match.worker-failed")):
            if key in answer:
                self.close()
                raise MatcherError(sentence, plan=plan, cause=answer[key])
        return answer


def library_problem(version: tuple[int, ...] = tuple(sys.version_info[:2])) -> MatcherError | None:
    """Return the error that says why durable_rules cannot be used here, or None; imports nothing."""
    if version >= (3, 13):
        return MatcherError("match.durable-python", version=".".join(map(str, version)))
    if any(find_spec(name) is None for name in ("durable", "durable_rules_engine")):
        return MatcherError("match.durable-missing")
    return None


class _WorkerDiedError(Exception):
    """The worker process ended, or was ended because it hung, before it answered."""


class _Worker:
    """A worker process and the pipes to it."""

    def __init__(self, command: Sequence[str]) -> None:
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            bufsize=-1,
        )
        self.close = finalize(self, _end, self._process)

    def ask(self, request: str) -> dict[str, Any]:
        """Send a request of one line and return the answer; raises _WorkerDiedError when none comes."""
        assert self._process.stdin is not None and self._process.stdout is not None
        watch = Timer(ANSWER_SECONDS, self._process.kill)
        watch.daemon = True
        watch.start()
        try:
            self._process.stdin.write(request.encode("ascii") + b"\n")
            self._process.stdin.flush()
            answer = json.loads(self._process.stdout.readline())
        except (OSError, ValueError) as error:
            raise _WorkerDiedError from error
        finally:
            watch.cancel()
        if not isinstance(answer, dict):
            raise _WorkerDiedError
        return answer


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a worker: it leaves when its input closes, and is made to when it does not."""
    for pipe in (process.stdin, process.stdout):
        try:
            if pipe is not None:
                pipe.close()
        except OSError:
            pass
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _by_plan(facts: Sequence[Fact]) -> list[tuple[str, dict[int, Mapping[str, Value]]]]:
    plans: dict[Hashable, dict[int, Mapping[str, Value]]] = defaultdict(dict)
    for number, fact in enumerate(facts):
        plans[exact_key(fact.fields["plan"])][number] = fact.fields
    return [(str(next(iter(rows.values()))["plan"]), rows) for rows in plans.values()]


def _confirm(rules: Sequence[Rule], facts: Sequence[Fact], found: Sequence[Found]) -> None:
    """Raise MatcherError for a hit that exact values do not bear out, or that came twice."""
    index = FactIndex(facts)
    joins: dict[int, RuleJoin] = {}
    seen: set[Found] = set()
    for one in found:
        number, numbers = one
        join = joins.setdefault(number, RuleJoin(rules[number]))
        if one in seen or not join.holds(index, numbers):
            key = "match.double-hit" if one in seen else "match.false-hit"
            ids = ", ".join(str(facts[n].fields["id"]) for n in numbers)
            raise MatcherError(key, rule=rules[number].id, facts=ids)
        seen.add(one)
