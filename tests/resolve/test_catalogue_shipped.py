"""The shipped catalogue: free of faults, complete for the library, and no name of one indicator leads to another."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.quantity.units import parse_unit
from engine.resolve.catalogue import Catalogue, Indicator
from engine.resolve.resolver import Resolver
from standards.catalogue import INDICATORS, WORDS, check_catalogue, known_indicator_ids, load_catalogue
from standards.catalogue.files import indicator_files
from standards.files.loader import load_library


@cache
def catalogue() -> Catalogue:
    return load_catalogue()


@cache
def resolver() -> Resolver:
    return Resolver(catalogue())


def test_no_faults() -> None:
    assert [fault.sentence.en for fault in check_catalogue()] == []


def test_it_covers_what_plans_measure() -> None:
    assert len(catalogue()) >= 200
    assert len({indicator.theme for indicator in catalogue().indicators.values()}) >= 8


def test_every_indicator_of_the_library_is_known() -> None:
    used = {r.indicator for standard in load_library() for r in standard.requirements if r.indicator}
    assert used - known_indicator_ids() == set()


def test_every_label_of_the_library_leads_to_its_own_indicator() -> None:
    wrong = []
    for standard in load_library():
        for requirement in standard.requirements:
            for value in requirement.values[:1]:
                label = "".join(requirement.scope) + requirement.label
                found = resolver().resolve(label, "", value.unit)
                if requirement.indicator and found.indicator != requirement.indicator:
                    wrong.append((standard.id, requirement.id, label, found.indicator))
    assert wrong == []


def test_every_unit_can_be_computed_with() -> None:
    for indicator in catalogue().indicators.values():
        for unit in (indicator.unit, *indicator.units):
            assert parse_unit(unit).text


NAMES = sorted((i.id, i.name) for i in catalogue().indicators.values())


@pytest.mark.parametrize(("id_", "name"), NAMES)
def test_every_name_and_alias_leads_to_its_own_indicator(id_: str, name: str) -> None:
    indicator = catalogue().indicators[id_]
    for spoken in (name, *(alias.replace(" ", "") for alias in indicator.aliases)):
        found = resolver().resolve(spoken, "", indicator.unit, indicator.kind)
        assert found.indicator == id_, (spoken, found)


def test_contrasts_hold_both_ways_and_never_within() -> None:
    for id_, indicator in catalogue().indicators.items():
        assert id_ not in indicator.contrasts
        for other in indicator.contrasts:
            assert catalogue().contrasted(id_, other)
            assert catalogue().contrasted(other, id_)


def shuffled(indicator: Indicator, seed: int) -> Indicator:
    order = random.Random(seed)
    aliases = [" ".join(order.sample(words, len(words))) for words in (alias.split() for alias in indicator.aliases)]
    order.shuffle(aliases)
    excludes = order.sample(indicator.excludes, len(indicator.excludes))
    return Indicator(
        indicator.id,
        indicator.name,
        indicator.en,
        indicator.unit,
        indicator.kind,
        tuple(aliases),
        tuple(excludes),
        indicator.units,
        indicator.periods,
        indicator.scope,
        indicator.contrasts,
        indicator.theme,
    )


LABELS = [
    ("散居孤儿基本生活费", "元/月"),
    ("城市低保标准", "元/人/月"),
    ("高血压患者规范管理率", "%"),
    ("困难残疾人生活补贴和重度残疾人护理补贴标准", "元/人/月"),
    ("孕产妇、3岁以下儿童系统管理率", "%"),
    ("农村适龄及城镇低保适龄妇女“两癌”免费检查人数", "人"),
    ("大病保险住院费用报销比例", "%"),
    ("新增普惠性托位数量", "个"),
    ("社区助餐点建成数量", "处"),
]


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_the_order_of_files_and_aliases_changes_nothing(seed: int) -> None:
    indicators = [shuffled(indicator, seed) for indicator in catalogue().indicators.values()]
    random.Random(seed).shuffle(indicators)
    other = Resolver(Catalogue.of(indicators, catalogue().lexicon))
    for label, unit in LABELS:
        assert other.resolve(label, label, unit) == resolver().resolve(label, label, unit)


@settings(max_examples=200, deadline=None)
@given(
    label=st.text(alphabet="孤儿散居城市农村低保标准基本生活保障医疗险参率的和、“”", max_size=24),
    unit=st.sampled_from(["", "元/月", "%", "人"]),
)
def test_any_label_gets_an_answer_and_the_same_one_twice(label: str, unit: str) -> None:
    first = resolver().resolve(label, label, unit)
    assert resolver().resolve(label, label, unit) == first
    assert first.indicator is None or first.indicator in catalogue().indicators


@settings(max_examples=200, deadline=None)
@given(text=st.text(alphabet="基本医疗保险占比覆盖面2型糖尿病“最低生活保障”老人", max_size=20))
def test_plain_spelling_is_stable(text: str) -> None:
    lexicon = catalogue().lexicon
    assert lexicon.plain(lexicon.plain(text)) == lexicon.plain(text)


def test_generic_words_are_plain_already() -> None:
    lexicon = catalogue().lexicon
    assert [word for word in sorted(lexicon.generic) if lexicon.plain(word) != word] == []


def test_files_are_found_in_folders_below(tmp_path: Path) -> None:
    source = next(iter(indicator_files(INDICATORS)))
    below = tmp_path / "places" / "one.yaml"
    below.parent.mkdir()
    below.write_bytes(source.read_bytes())
    expected = set(yaml.safe_load(source.read_text(encoding="utf-8"))["indicators"])
    assert set(load_catalogue(tmp_path, WORDS).indicators) == expected


@pytest.mark.parametrize(
    ("indicator", "wanted", "given", "relation"),
    [
        ("orphan-living-allowance", "散居", "散居", "equal"),
        ("orphan-living-allowance", "散居", "集中供养", "disjoint"),
        ("orphan-living-allowance", "", "散居", "narrower"),
        ("orphan-living-allowance", "散居", "", "wider"),
        ("orphan-living-allowance", "散居", "散居 集中供养", "wider"),
        ("orphan-living-allowance", "散居 集中供养", "散居", "narrower"),
        ("two-cancer-screening", "宫颈癌 农村适龄妇女", "乳腺癌 农村适龄妇女", "disjoint"),
        ("two-cancer-screening", "宫颈癌 农村适龄妇女", "宫颈癌", "wider"),
        ("two-cancer-screening", "宫颈癌", "宫颈癌 农村适龄妇女", "narrower"),
        ("two-cancer-screening", "宫颈癌", "农村适龄妇女", "narrower"),
        ("two-cancer-screening", "35-64岁", "", "equal"),
        ("no-such-indicator", "散居", "集中供养", "equal"),
    ],
)
def test_scopes_are_related_one_dimension_at_a_time(indicator: str, wanted: str, given: str, relation: str) -> None:
    assert catalogue().scope_relation(indicator, wanted.split(), given.split()) == relation
