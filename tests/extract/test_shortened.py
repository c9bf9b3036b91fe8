"""What is shortened or prolonged from a figure: that figure is where it starts from."""

import pytest

from engine.check import document_of
from engine.extract import extract


def read(sentence: str) -> list[tuple[str, str, str, str]]:
    found = extract(document_of(f"{sentence}\n", "plan")).commitments
    return [(c.bound.op, str(c.bound.value), c.unit, str(c.baseline or "")) for c in found]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("平均候诊时间由38分钟缩短到25分钟以内。", ("<=", "25", "分钟", "38")),
        ("平均候诊时间从38分钟缩短至不超过25分钟。", ("<=", "25", "分钟", "38")),
        ("平均候诊时间由38分钟进一步缩短为25分钟。", ("=", "25", "分钟", "38")),
        ("平均候诊时间由38分钟压减到25分钟以内。", ("<=", "25", "分钟", "38")),
        ("平均候诊时间由38分钟压降到25分钟以内。", ("<=", "25", "分钟", "38")),
        ("证照办理时限从15个工作日减至6个工作日。", ("=", "6", "工作日", "15")),
        ("证照办理时限由15天缩至6天。", ("=", "6", "天", "15")),
        ("阅览室开放时间由每周40小时延长至每周52小时。", ("=", "52", "小时/周", "40")),
        # No change from a figure.
        ("平均候诊时间缩短到25分钟以内。", ("<=", "25", "分钟", "")),
        ("平均候诊时间控制在25分钟以内。", ("<=", "25", "分钟", "")),
    ],
)
def test_what_is_shortened_from_is_no_promise(sentence: str, expected: tuple[str, ...]) -> None:
    assert read(sentence) == [expected]
