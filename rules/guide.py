"""The page on writing a rule card: what it consists of, one that works, and every kind of fact with its fields."""

from __future__ import annotations

from collections.abc import Iterator

from engine.facts.vocabulary import COMMON, KINDS, SAID
from engine.judge.card import GROUPS
from engine.judge.finding import SEVERITIES, STATUSES
from engine.match.compile import OPERATORS

EXAMPLE = """\
id: renovation-without-day
code: X01
group: drafting
severity: warning
title: {zh: 改造任务没有时限, en: Renovation without a day}
why:
  zh: 本县要求按户下达的改造任务都写明完成时限，否则无法督办。
  en: In our county every renovation counted in households names its day, or nobody can follow it up.
when:
  c: {kind: commitment, unit: 户, section: body}
without:
  dated: {kind: commitment, id: "@c.id", deadline: {gt: 0}}
verdict: violates
certainty: review
evidence: {plan: c}
actual: c
label: c
message: {zh: "“{c.label}”{c.printed}没有写明完成时限", en: "{c.label}: {c.printed} names no day"}
remedy: {zh: "补写“{c.label}”的完成时限", en: "Say by when {c.label} is to be done"}
examples:
  fails:
    - {plan: "1.农村改厕。改造农村户厕300户。"}
  passes:
    - {plan: "1.农村改厕。2024年11月底前改造农村户厕300户。"}
    - {plan: "1.就业。城镇新增就业300人。"}
"""
"""A card of an office's own, which the tests run."""

_HEAD = """\
# Writing a rule card · 怎样写规则

Written by `python -m rules docs/rules.md` from `engine/facts/vocabulary.py`; change that, or `rules/guide.py`, not this page.

一条规则是一个 YAML 文件：`when` 说要有哪些事实，`without` 说不得有哪些，`message` 说查出了什么。不用编程。写好后：

A rule is one YAML file: `when` names the facts that must be there, `without` those that must not, `message` says what is
wrong. No programming. Then:

    gouji rules test my-rules/renovation-without-day.yaml        # 试例子，并一次列出全部写法错误 · its examples, and every slip at once
    gouji check plan.docx --rules my-rules                       # 和自带规则一起用 · beside the shipped cards

文件名就是 `id`；`code` 用自带规则没有用过的（如 X01）。自带的每条规则见 [rules.md](rules.md)，原文用 `gouji rules show below-floor` 看。

The file is named after its `id`; take a `code` that no shipped card has. All shipped cards: [rules.md](rules.md), and
`gouji rules show below-floor` prints one as written.

## One that works · 一条能用的规则
"""

_PARTS = (
    ("id, code, title, why", "what the rule is called, and why it is one; title and why in both languages"),
    ("group", " ".join(GROUPS)),
    ("severity", " ".join(SEVERITIES)),
    ("when", "`alias: {kind: …, field: condition}`, one pattern or several; a later one may refer to an earlier one"),
    ("without", "the same form: the rule is silent where any of these is found"),
    ("verdict", " ".join(STATUSES)),
    ("certainty", "certain, review (a person should confirm it) or `@alias.field`; left out: certain"),
    ("evidence", "`{plan: c, standard: r}`: whose words are shown, by the part they play; a list of aliases will do"),
    ("expected, actual", "the two figures: an alias, or a field such as `@t.computed`"),
    ("standard", "the alias of the requirement that is cited"),
    ("label", "the alias that the finding is named after"),
    ("message, remedy", "in both languages; `{alias.field}` and `{difference}` are filled in, the same ones in both"),
    ("yields_to", "ids of rules whose finding on the same figure makes this one needless"),
    (
        "cases",
        "several shapes of one rule: each adds to `when` and `without`, and may replace severity, verdict and words",
    ),
    ("examples", "`fails` must raise it, `passes` must not: `{plan: …}`, `{plan: …, standard: …}` or `{facts: […]}`"),
)

_CONDITIONS = f"""
## Conditions · 条件

- `binding: floor`: the field is this. `unit: [户, 人]`: one of these.
- `id: "@m.commitment"`: the same as that field of an earlier pattern.
- `low: {{lt: "@r.low"}}`: {", ".join(f"`{name}`" for name in OPERATORS)}; several in one braces must all hold. A decimal is quoted.
- A condition on a field that a fact does not have never holds, in either direction: say that it is missing in `without`.
"""


def render() -> str:
    """Return the page as Markdown."""
    lines = [_HEAD, "```yaml", f"{EXAMPLE}```", "", "## Its parts · 组成", "", "| key | what it holds |", "|---|---|"]
    lines += [f"| {key} | {meaning} |" for key, meaning in _PARTS]
    lines += [_CONDITIONS, "## Kinds of fact · 事实", "", "Every fact has these, too:", ""]
    lines += _table(COMMON)
    for kind, fields in KINDS.items():
        lines += ["", f"### {kind}", "", *_table(fields)]
        said = SAID.get(kind)
        if said:
            lines += ["", "For messages only:", "", *_table(said)]
    return "\n".join(lines).rstrip() + "\n"


def _table(fields: dict[str, str]) -> Iterator[str]:
    yield "| field | meaning |"
    yield "|---|---|"
    yield from (f"| {name} | {meaning.replace('|', '/')} |" for name, meaning in fields.items())
