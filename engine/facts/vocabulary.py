"""The kinds of fact and their fields: what a rule card may test, and what each field means.

A card that names anything else is refused with the nearest name, so that a slip never makes a rule silent. Every fact
also has ``kind``, ``id`` and ``plan``; ends of a bound (``low`` …) are exact numbers in the base unit of the dimension.
"""

from __future__ import annotations

COMMON = {
    "kind": "the kind of fact",
    "id": "its id, unique in its plan",
    "plan": "the plan (or audit) it belongs to",
    "certainty": "review when it rests on words recognised in a picture; else left out",
}

_BOUND = {
    "low": "lower end of the allowed values; left out when there is none",
    "low_open": "true when the lower end itself is not allowed",
    "high": "upper end of the allowed values; left out when there is none",
    "high_open": "true when the upper end itself is not allowed",
    "value": "the number as promised or required, in the base unit",
    "approximate": "true for 左右, 约: no interval can be proven",
    "op": "comparator: >= > <= < = ~ range",
    "unit": "unit compared, as printed",
    "dimension": "dimension of the unit; figures of two dimensions are never compared",
    "printed": "the figure as a reader sees it, with its unit",
}
_FIGURE = {
    **_BOUND,
    "label": "what is measured",
    "indicator": "id in the catalogue; left out when it is in none",
    "scope": "qualifiers that split the indicator, sorted and joined by 、",
    "strength": "3 must, 2 should, 1 may",
    "deadline": "last day, as an ordinal; left out when none is given",
}

KINDS: dict[str, dict[str, str]] = {
    "plan": {
        "file": "name of the file",
        "title": "its title",
        "number": "document number; left out when it has none",
        "issuer": "issuing office; left out when it has none",
        "dated": "true when the document bears a date",
        "year": "the plan's year; left out when unknown",
        "level": "province, city, county, township",
        "place": "the place as a path; left out when unknown",
        "items": "number of numbered tasks",
        "figures": "number of commitments",
        "deadlines": "number of deadlines named anywhere",
        "special": "true for a special plan (专项方案), which answers only for what it names",
    },
    "item": {
        "number": "its number as printed",
        "label": "its title",
        "figures": "number of commitments under it",
        "empty": "true when nothing stands under the heading",
        "responsible": "true when a responsible unit is named",
        "siblings_responsible": "true when most items beside it name one",
        "leaf": "true when no numbered item stands under it",
    },
    "commitment": {
        **_FIGURE,
        "item": "id of the item it stands in",
        "measure": "standard (per head), rate, amount, limit",
        "section": "body, annex, table or requirements",
        "relative": "true for a change (提高10%), which is no level",
        "unitless": "true when the words give no unit",
        "part": "true when it is a part of another figure (其中)",
        "out_of_range": "true for a share of a population over 100 % or under 0",
        "extra": "true when it stands in an item that answers an upper one, and nothing upper asks for it",
    },
    "requirement": {
        **_FIGURE,
        "standard": "id of the standard",
        "binding": "floor (also a target whose day has come), ceiling, fixed, target, total, duty, derived, reference",
        "state": "in-force, not-yet, repealed or unknown on the day that counts",
        "verified": "true when the standard's source was verified",
        "applies": "false when the plan is not bound by it (another level, a stricter requirement in its place)",
        "citation": "title, number and clause",
        "item": "the item of the upper document; left out for a standard written by hand",
        "formula": "what a derived floor follows from, in words",
        "addressed": "true when the plan has the item or the indicator at all",
        "demanded": "true when the plan itself has to carry it (a must duty, an allotted share)",
        "whole_item": "true for the one requirement that speaks for an item of the upper document",
        "upper_total": "true for a total of the upper level, which the lower plan need not carry",
    },
    "match": {
        "requirement": "id of the requirement",
        "commitment": "id of the commitment that answers it",
        "certainty": "certain or review (a match by likeness)",
        "containment": "inside, boundary, outside or undecided: the plan's values against the allowed ones",
        "scope_relation": "equal, narrower, wider or disjoint",
        "strength_gap": "how many ranks the plan's word is weaker (0 or more)",
        "fewer_ages": "true when both labels name ages and the plan's leave some out",
        "share": "true when it answers the share allotted to the place",
        "groups_left_out": "true when the plan names some of the groups that the upper document lists, and not all",
        "told": "true when the sentences, not the labels, say whom each is for",
        "mine": "whom the plan's figure is for, where they are fewer",
        "theirs": "whom the standard's figure is for, where the plan's are fewer",
        "label_same": "true when both call it the same",
        "outdated": "true when the figure is that of an earlier term or a repealed document and no longer in force",
        "cost": "what raising the figure to its floor costs a year, in 元; left out where the people are not certain",
        "day_told": "true when the day of a share is that of its total, which the same figure answers",
        "year_alone": "true when the plan names only its year, where the upper document's day is that of all of its tasks",
        "together": "true when the figure reaches a share only with those that stand beside it for other pieces of it",
        "well_above": "true when a benefit is above the standard by a fifth or more",
    },
    "people": {
        "match": "id of the match, of which the plan's people or places are fewer",
        "side": "plan or standard: whose words are shown",
    },
    "refusal": {
        "requirement": "id of the requirement",
        "commitment": "id of the commitment that was not compared with it",
        "reason": "unit, denominator, scope or measure",
    },
    "mention": {
        "requirement": "id of a share allotted to the place that no figure answers, though some words name its task",
    },
    "item-match": {
        "requirement": "id of the requirement that speaks for the upper item",
        "item": "id of the plan's item",
        "label": "title of the upper item",
        "dropped": "number of the upper item's figures that the plan's item does not carry",
        "dropped_own": "the same without totals of the upper level",
    },
    "total": {
        "table": "id of the table",
        "axis": "column or row; difference for what is left when one column is taken from another",
        "label": "what is added up",
        "stated": "the total that the table states",
        "computed": "the sum of its parts",
        "agree": "true when they tie up, given how the figures are rounded",
        "gap": "computed less stated",
        "doubt": "why nothing can be decided: rounding, damaged, blank, approximate, memo or subtotal; left out where it can",
        "unit": "unit of both figures, as printed",
        "restated": "which of the two the text gives as well: computed or stated; left out where it gives neither",
        "figure": "id of the total as a commitment, where the text restates it",
    },
    "parts": {
        "whole": "id of the commitment that is the whole, or the place of the number that is no commitment",
        "label": "what is divided",
        "stated": "the whole as stated",
        "computed": "the sum of its parts",
        "exhaustive": "true when the parts claim to be all",
        "agree": "true when they tie up",
        "exceeds": "true when a part, or all together, are more than the whole",
        "unit": "unit of both figures, as printed",
    },
    "restatement": {
        "first": "id of the commitment that stands first, or its place where it is none",
        "second": "id or place of the one that restates it",
        "label": "what is measured",
        "agree": "true when both can hold",
        "across": "body, or annex where one stands in the body and one in an annex",
        "deadlines_agree": "false when the two give different deadlines",
    },
    "count": {
        "label": "what is counted",
        "stated": "the number claimed",
        "listed": "the number found",
        "most": "the greatest number that may be meant, since a cell may hold several",
        "agree": "true when they are the same",
        "unit": "what they are counted in (项, 个)",
    },
    "change": {
        "commitment": "id of the commitment",
        "label": "what changes",
        "falls": "true when 提高 leads to a smaller figure, or 降低 to a larger one",
        "rose": "true when the figure is larger than the one before",
        "agree": "true when the growth stated follows from the two figures",
        "stated": "the growth stated; left out when none is",
        "computed": "the growth that follows from the two figures",
        "unit": "unit of both growths, without its denominators",
    },
    "product": {
        "label": "what is reckoned",
        "stated": "the amount stated",
        "computed": "the product of its factors",
        "agree": "true when they tie up",
        "unit": "unit of both figures, as printed",
    },
    "ratio": {
        "label": "the share",
        "stated": "the share stated, in per cent",
        "computed": "the share that follows from the two counts",
        "agree": "true when they tie up",
    },
    "reference": {
        "label": "title or number of what is named",
        "target": "annex or document",
        "found": "true when it is there",
        "named": "false when it is there and nothing names it",
        "repealed": "true when it is known and no longer in force",
    },
    "oddity": {
        "form": (
            "garbled, numbering, document-number, name-drift, duration, wrong-year, wrong-place, "
            "foreign-township, township-left-out, not-in-annex, not-in-body, two-terms, no-unit"
        ),
        "label": "what it concerns",
    },
    "reader-note": {
        "rule": "id of the card that speaks of it: unreadable, unaccepted-revisions, uncomputed-formula …",
        "label": "the file, page or sheet",
    },
    "yearly": {
        "commitment": "id of this year's commitment",
        "label": "what is measured",
        "before": "the figure of the year before, in the base unit",
        "now": "the figure of this year, in the base unit",
        "falls": "true when this year's is the weaker",
        "kept_up": "true for an amount that is done every year anew (performances, posts)",
    },
    "allocation": {
        "requirement": "id of the total of the upper level",
        "label": "what is allotted",
        "stated": "the total of the upper level",
        "computed": "the sum of the lower plans' figures",
        "short": "true when the sum does not reach the total",
        "complete": "true when every lower place is given",
        "unit": "unit of both figures, as printed",
    },
    "standard": {
        "label": "title and number",
        "stale": "true when it was last checked longer ago than its term",
        "verified": "true when its source was verified",
    },
    "record": {
        "sort": "waiver or decision: an entry of an office's own file",
        "state": "expired, unmatched, ambiguous, no-requirement or no-indicator: why it could not be followed",
        "label": "what it speaks of: a fingerprint, a rule and words, or the words of a figure",
    },
}

_AS_PRINTED = {
    "stated": "the figure stated, in the scale it is printed in",
    "computed": "what the others come to, in the same scale",
    "gap": "how far the two are apart, in the same scale",
}
SAID: dict[str, dict[str, str]] = {
    "match": {
        "trace": "how the pair was found",
        "working": "what closing the gap costs, where the plan says for how many people",
        "mine": "whom the plan's sentence is for",
        "theirs": "whom the requirement's sentence is for",
        "former": "the term or document whose figure it is, for an outdated one",
    },
    "requirement": {
        "why_not": "why it does not bind this plan",
        "printed": "of a derived floor the formula, with the plan's own figures and what they come to",
    },
    "refusal": {"ours": "what the plan's figure measures", "theirs": "what the standard's figure measures"},
    "item-match": {"dropped_list": "the figures dropped"},
    "total": {
        "working": "how the parts add up",
        "likely": "the one slip that would close the gap; empty where none would, or several",
        **_AS_PRINTED,
    },
    "parts": {"working": "how the parts add up", **_AS_PRINTED},
    "restatement": {"working": "the two figures"},
    "count": {"working": "what was counted"},
    "change": {"working": "the two figures and what follows from them"},
    "product": {"working": "the factors and their product", **_AS_PRINTED},
    "ratio": {"working": "the two counts and their share"},
    "reference": {"repeal": "since when a document cited is repealed and by what, as far as known"},
    "oddity": {"detail": "what is odd, and what it should read where that is known"},
    "reader-note": {"detail": "what could not be read, and why"},
    "yearly": {
        "before": "the figure of the year before, with its unit",
        "now": "this year's, with its unit",
        "when": "last year, or which year",
    },
    "allocation": {"working": "the places and their figures", "parts": "the same without the total"},
    "standard": {"checked": "when it was last checked, and its term"},
    "record": {"detail": "where the entry stands, and why it was not followed", "until": "its last day"},
}
"""Words that a message may show beside the fields; nothing tests them."""


def fields_of(kind: str) -> dict[str, str]:
    """Return the fields of a kind of fact with their meaning; raises KeyError for a kind that there is not."""
    return COMMON | KINDS[kind]


def words_of(kind: str) -> frozenset[str]:
    """Return every name that a message may show of a kind of fact: its fields and what is said of it."""
    return frozenset(fields_of(kind)) | frozenset(SAID.get(kind, {}))
