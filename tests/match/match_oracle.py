"""What a card means, by trying every assignment of facts to aliases; and random cards and facts to try it on.

Reads the card as written and shares no code with the compiler or the matchers.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from random import Random

from engine.facts.fact import Fact

KINDS = {
    "commitment": ("id", "label", "low", "high", "part"),
    "requirement": ("id", "label", "low", "high", "item"),
    "item": ("id", "label", "number", "figures"),
}
NEAR_EQUAL = [
    ["1", "true", "True", True, 1, Fraction(1), "1.0"],
    ["0", "false", "", False, 0, "-", "null", " "],
    [Fraction(1, 3), Fraction(2, 6), Fraction(333333333, 10**9), "1/3", Fraction(-1, 3)],
    [2**53, 2**53 + 1, 2**64, 2**64 + 1, 10**30, str(2**64)],
    ["é", "e\u0301", "散居孤儿", "散居孤儿\u200b", "😀", "\ud800"],
    ['quo"te', "quo'te", "back\\slash", "new\nline", "nul\x00", "nul\x00l", "nul", "{}"],
    ["c0", "v3", "$open", "$close", "@r.low", "a", "A"],
    ["長" * 300, "長" * 300 + "短", "長"],
    [-1, 0, 1, 2, Fraction(1, 2), Fraction(25, 2)],
]


def classed(value):
    if isinstance(value, bool):
        return "truth", value
    return ("text", value) if isinstance(value, str) else ("number", Fraction(value))


def compares(op, left, right):
    if left is None or right is None:
        return False
    if op in ("eq", "neq"):
        return (classed(left) == classed(right)) is (op == "eq")
    (one, left), (other, right) = classed(left), classed(right)
    if not one == other == "number":
        return False
    return {"lt": left < right, "lte": left <= right, "gt": left > right, "gte": left >= right}[op]


def meets(spec, own, bound):
    for op, wanted in spec.items() if isinstance(spec, dict) else [("eq", spec)]:
        if isinstance(wanted, list):
            if any(compares("eq", own, one) for one in wanted) is not (op == "eq") or own is None:
                return False
            continue
        if isinstance(wanted, str) and wanted.startswith("@"):
            alias, field = wanted[1:].split(".")
            wanted = bound[alias].fields.get(field)
        elif op not in ("eq", "neq") and isinstance(wanted, str):
            wanted = Fraction(wanted)
        if not compares(op, own, wanted):
            return False
    return True


def fits(pattern, fact, bound):
    return all(meets(spec, fact.fields.get(field), bound) for field, spec in pattern.items())


def hits_of(cards, facts):
    """Every hit of (rule id, when, without) cards: (rule id, ((alias, number of the fact), ...)), sorted."""
    found = []
    for place, (name, when, without) in enumerate(cards):
        for numbers in product(range(len(facts)), repeat=len(when)):
            chosen = [facts[number] for number in numbers]
            if len({fact.fields["plan"] for fact in chosen}) > 1:
                continue
            bound = {}
            for (alias, pattern), fact in zip(when.items(), chosen, strict=True):
                if not fits(pattern, fact, bound):
                    break
                bound[alias] = fact
            else:
                near = [fact for fact in facts if fact.fields["plan"] == chosen[0].fields["plan"]]
                if not any(fits(pattern, fact, bound) for pattern in without.values() for fact in near):
                    ids = tuple(fact.fields["id"] for fact in chosen)
                    found.append((name, ids, place, numbers, tuple(when)))
    return [(name, tuple(zip(aliases, numbers, strict=True))) for name, _, _, numbers, aliases in sorted(found)]


def numbered(hits, facts):
    """Hits of a matcher in the form of ``hits_of``; a fact counts by identity."""
    numbers = {id(fact): number for number, fact in enumerate(facts)}
    return [(hit.rule, tuple((alias, numbers[id(fact)]) for alias, fact in hit.facts.items())) for hit in hits]


def value_pool(random):
    families = random.sample(NEAR_EQUAL[:2] * 3 + NEAR_EQUAL[2:], random.choice([1, 1, 2]))
    near = [value for family in families for value in family]
    text = "".join(chr(random.choice([random.randrange(1, 128), random.randrange(0x4E00, 0x9FFF)])) for _ in range(2))
    far = [text, random.randrange(-(10**20), 10**20), Fraction(random.randrange(1, 99), random.randrange(1, 99))]
    return random.sample(near, min(len(near), random.randint(2, 5))) + random.sample(far, random.choice([0, 0, 1]))


def random_pattern(random, values, earlier):
    kind = random.choice(["commitment", "commitment", "requirement", "requirement", "item"])
    pattern = {"kind": kind}
    for field in random.sample(KINDS[kind], random.choice([1, 1, 2]) if earlier else random.choice([0, 0, 1])):
        pattern[field] = random_spec(random, field, values, earlier)
    return pattern


def random_spec(random, field, values, earlier):
    constants = [value for value in values if not (isinstance(value, str) and value.startswith("@"))] or ["a"]
    numbers = [value for value in constants if not isinstance(value, str | bool)] + ["0.5", 1]
    op = random.choice(["eq", "eq", "eq", "neq", "lt", "lte", "gt", "gte"])
    alike = [f"@{alias}.{field}" for alias, kind in earlier.items() if field in KINDS[kind]]
    if alike and random.random() < 0.5:
        wanted = random.choice(alike)
    elif earlier and random.random() < 0.4:
        alias, kind = random.choice(list(earlier.items()))
        wanted = f"@{alias}.{random.choice(KINDS[kind])}"
    elif op not in ("eq", "neq"):
        wanted = random.choice(numbers)
    else:
        wanted = random.choice([random.choice(constants), random.choices(constants, k=random.randint(1, 3))])
    if op == "eq":
        return wanted
    return {op: wanted} if random.random() < 0.8 else {op: wanted, "eq" if op != "lt" else "gt": random.choice(numbers)}


def random_card(random, name, values):
    when, without, kinds = {}, {}, {}
    for alias in "abc"[: random.choice([1, 2, 2, 3])]:
        when[alias] = random_pattern(random, values, kinds)
        kinds[alias] = when[alias]["kind"]
    for alias in "xy"[: random.choice([0, 0, 1, 1, 2])]:
        without[alias] = random_pattern(random, values, kinds)
    return name, when, without


def random_fact(random, values, ids):
    kind = random.choice(["commitment", "commitment", "requirement", "requirement", "item"])
    fields = {"kind": kind, "plan": random.choice(["甲县", "甲县", "乙县"]), "id": random.choice(ids)}
    fields |= {field: random.choice(values) for field in KINDS[kind][1:] if random.random() < 0.75}
    return Fact(fields)


def problem(seed, rules=6):
    """Cards and facts over a few values that are hard to tell apart, so that many of them meet."""
    random = Random(seed)
    values = value_pool(random)
    ids = [value for value in values if isinstance(value, str)] + ["id1", "id2", "1"]
    facts = [random_fact(random, values + ids[:2], ids) for _ in range(random.randint(4, 12))]
    cards = [random_card(random, random.choice("rst"), values + ids[:2]) for _ in range(random.randint(1, rules))]
    return cards, facts
