from datetime import date

import pytest
from review_reading import labels, odd, reviewed

from engine.requirement import Repeal
from engine.review.citations import plain_number, plain_title


@pytest.mark.parametrize(
    ("text", "label", "detail"),
    [
        ("按照《通知》（河政办[2022]9号）精神，制定本方案。", "河政办[2022]9号", "六角括号"),
        ("按照《通知》（河政办(2022)9号）精神，制定本方案。", "河政办(2022)9号", "六角括号"),
        ("按照《通知》（河政办【2022】9号）精神，制定本方案。", "河政办【2022】9号", "六角括号"),
        ("按照《通知》（河政办〔2022〕第9号）精神，制定本方案。", "河政办〔2022〕第9号", "第"),
        ("按照《通知》（河政办〔2022〕09号）精神，制定本方案。", "河政办〔2022〕09号", "虚位"),
        ("按照《通知》（河政办〔22〕9号）精神，制定本方案。", "河政办〔22〕9号", "四位"),
        ("按照《通知》（河政办〔2022]9号）精神，制定本方案。", "河政办〔2022]9号", "六角括号"),
        ("按照《通知》（河政办〔2022 9号）精神，制定本方案。", "河政办〔2022 9号", "成对"),
        ("东政办发[2024]11号\n关于办好民生实事的通知\n各乡镇人民政府：", "东政办发[2024]11号", "东政办发〔2024〕11号"),
        ("根据市政府下发的河政办[2022]9号文件要求。", "河政办[2022]9号", "六角括号"),
    ],
)
def test_a_number_not_written_as_prescribed(text: str, label: str, detail: str) -> None:
    ((shown, said),) = odd(text, "document-number")
    assert shown == label
    assert detail in said


@pytest.mark.parametrize(
    "text",
    [
        "按照《通知》（河政办〔2022〕9号）精神，制定本方案。",
        "依据国务院令第649号、县政府公告2022年第9号办理。",
        "改造G318国道、新建第2号健身广场和12号楼公厕。",
        "出让地块(2022)9号用于建设幼儿园，合同(2022)3号已签订。",
        "安置点(12)3号楼、(2022)苏0101民初9号案件。",
        "咨询电话（0999）7020022号。",
        "2022年9号文件已经印发。",
    ],
)
def test_right_numbers_and_other_numbers_are_left_alone(text: str) -> None:
    assert labels(text, "document-number") == []


def test_one_number_is_reported_once() -> None:
    text = "按照（河政办[2022]9号）精神和（河政办[2022]9号）要求，制定本方案。"
    assert labels(text, "document-number") == ["河政办[2022]9号"]


CITING = "按照《关于办好民生实事的通知》(河政办[2022]9号)、《河谷市养老条例》和《东河县“十四五”规划》，制定本方案。"


def cited(known: dict[str, bool] | None) -> list[tuple[str, bool, bool]]:
    return [
        (str(f.fields["label"]), bool(f.fields["found"]), bool(f.fields["repealed"]))
        for f in reviewed(CITING, known)
        if f.fields.get("target") == "document"
    ]


@pytest.mark.parametrize(
    ("known", "facts"),
    [
        (None, []),
        ({}, [("河政办〔2022〕9号", False, False)]),
        ({"河政办〔2022〕9号": False}, [("河政办〔2022〕9号", True, False)]),
        ({"河政办〔2022〕9号": True}, [("河政办〔2022〕9号", True, True)]),
        ({"关于办好民生实事的通知": False}, [("河政办〔2022〕9号", True, False)]),
        ({"河谷市养老条例": True}, [("河政办〔2022〕9号", False, False), ("河谷市养老条例", True, True)]),
        ({"东河县十四五规划": False}, [("河政办〔2022〕9号", False, False), ("东河县“十四五”规划", True, False)]),
    ],
)
def test_what_is_known_of_a_document_cited(known: dict[str, bool] | None, facts: list[tuple[str, bool, bool]]) -> None:
    assert cited(known) == facts


def test_the_plans_own_number_and_title_are_no_citation() -> None:
    text = "东政办〔2024〕11号\n东河县2024年民生实事方案\n现将《东河县2024年民生实事方案》（东政办〔2024〕11号）印发给你们。"
    assert [f for f in reviewed(text, {}) if f.fields.get("target") == "document"] == []


@pytest.mark.parametrize("spelling", ["河政办[2022]第09号", "河政办（2022）9号", "河政办 〔2022〕 9 号"])
def test_two_spellings_of_a_number_are_one_key(spelling: str) -> None:
    assert plain_number(spelling) == "河政办〔2022〕9号"


def test_a_title_is_a_key_without_marks() -> None:
    assert plain_title("东河县“十四五” 规划") == "东河县十四五规划"


@pytest.mark.parametrize(
    ("repeal", "zh", "en"),
    [
        (
            Repeal(date(2022, 7, 1), "河政办〔2022〕15号"),
            "已自2022-07-01起由河政办〔2022〕15号废止",
            "on 2022-07-01 by 河政办",
        ),
        (Repeal(date(2022, 7, 1)), "已自2022-07-01起废止", "was repealed on 2022-07-01"),
        (True, "已经废止", "has been repealed"),
    ],
)
def test_a_repeal_is_told_with_its_day_and_document(repeal: bool | Repeal, zh: str, en: str) -> None:
    known = {plain_number("河政办〔2022〕9号"): repeal}
    said = [f.said["repeal"] for f in reviewed(CITING, known) if f.fields.get("repealed") and f.said]
    assert [(text.zh, en in text.en) for text in said] == [(zh, True)]


def test_a_document_in_force_has_no_repeal() -> None:
    known = {plain_number("河政办〔2022〕9号"): False}
    assert not [f for f in reviewed(CITING, known) if f.fields.get("repealed") or (f.said or {}).get("repeal")]
