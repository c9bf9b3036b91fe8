"""The process that holds durable_rules, so that its crashes stay away from the run.

Started as a script by ``engine.match.durable``; it imports nothing of gouji. One JSON object a line comes in, one goes
out: ``{"rulesets": [...]}`` replaces the rules, ``{"ruleset": n, "rows": [...]}`` matches one session. An answer holds
``error`` when something went wrong; the caller then ends the process.

The guards here are not style. durable_rules 2.0.28 walks freed memory when a session ends in which no action ran
(hence ``$open``) or when its timer threads meet a session that ends (hence QuietHost), takes two ids with one 32-bit
hash for one fact (hence the allocator), swallows what an action raises, and drops facts asserted in a list.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from typing import Any

Row = dict[str, str | int]
OPEN, CLOSE = "$open", "$close"


def fnv1a(text: str) -> int:
    """Return the 32-bit FNV-1a hash by which durable_rules tells ids apart."""
    value = 0x811C9DC5
    for byte in text.encode("ascii"):
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value


def free_names(prefix: str, taken: set[int]) -> Iterator[str]:
    """Yield names whose hash is not among ``taken``, and add it there."""
    number = 0
    while True:
        name = f"{prefix}{number}"
        number += 1
        if fnv1a(name) not in taken:
            taken.add(fnv1a(name))
            yield name


class Engine:
    """The rules of one run as rulesets of one quiet host, and the sessions over them.

    ``rulesets`` is a list of ``{rule name: [[aliases], definition]}``; the part of a name before ``/`` is the number
    of the rule.
    """

    def __init__(self, rulesets: list[dict[str, Any]]) -> None:
        from durable import engine

        class QuietHost(engine.Host):  # type: ignore[misc]
            def _run(self) -> None:
                """Start no timer threads."""

        self._unmatched = engine.MessageNotHandledException
        self._hits: list[list[Any]] = []
        self._errors: list[BaseException] = []
        self._sessions = 0
        self._host = QuietHost()
        for number, rules in enumerate(rulesets):
            ready = {
                name: {**definition, "run": self._action(name, aliases)}
                for name, (aliases, definition) in rules.items()
            }
            opening = {"all": [{"o": {"$and": [{"kind": OPEN}]}}], "run": lambda c: None}
            self._host.set_rulesets({f"cards{number}": {"0open": opening, **ready}})

    def match(self, ruleset: int, rows: list[Row]) -> list[list[Any]]:
        """Return ``[rule number, [fact numbers]]`` of every hit over some rows; raises whatever went wrong."""
        name, sid = f"cards{ruleset}", f"s{self._sessions}"
        self._sessions += 1
        self._hits, self._errors = [], []
        ids = free_names("f", {fnv1a(f"sid-{sid}"), fnv1a("$pulse"), fnv1a(sid)})
        self._put(name, {"sid": sid, "id": next(ids), "kind": OPEN})
        try:
            kept = 1 + sum(self._put(name, {"sid": sid, "id": next(ids), **row}) for row in rows)
            stored = len(self._host.get_facts(name, sid))
            if stored != kept:
                raise RuntimeError(f"{stored} facts kept of {kept}")
            return self._hits
        finally:
            self._host.delete_state(name, sid)

    def _put(self, ruleset: str, row: Row) -> bool:
        """Assert one fact and say whether any pattern took it."""
        for value in row.values():
            if type(value) not in (str, int) or (type(value) is int and abs(value) >= 2**62):
                raise TypeError(f"{type(value).__name__} in a row")
        try:
            state = self._host.assert_fact(ruleset, row)
        except self._unmatched:
            return False
        if self._errors:
            raise self._errors[0]
        # None: no action was due. A state: all were run. Anything else: some were left undone.
        if state is not None and (not isinstance(state, dict) or "exception" in state):
            raise RuntimeError(f"actions left undone: {state}")
        return True

    def _action(self, name: str, aliases: list[str]) -> Callable[[Any], None]:
        number = int(name.partition("/")[0])

        def record(c: Any) -> None:
            try:
                self._hits.append([number, [c._m[alias]["no"] for alias in aliases]])
            except BaseException as error:
                self._errors.append(error)

        return record


def answer(engine: Engine | None, request: dict[str, Any]) -> tuple[Engine | None, dict[str, Any]]:
    """Return the engine to go on with and the answer to a request."""
    try:
        if "rulesets" in request:
            return Engine(request["rulesets"]), {"ready": True}
        if engine is None:
            raise RuntimeError("no rules yet")
        return engine, {"hits": engine.match(request["ruleset"], request["rows"])}
    except ImportError as error:
        return engine, {"missing": str(error)}
    except BaseException as error:
        return engine, {"error": f"{type(error).__name__}: {getattr(error, 'message', error)}"}


def main() -> None:
    """Answer requests until the other end closes."""
    # Whatever the library prints must not get between the answers.
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    engine: Engine | None = None
    for line in sys.stdin.buffer:
        engine, reply = answer(engine, json.loads(line))
        replies.write(json.dumps(reply).encode("ascii") + b"\n")
        replies.flush()


if __name__ == "__main__":
    main()
