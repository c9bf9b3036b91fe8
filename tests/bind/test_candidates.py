"""The index of labels leads to the same likeness as comparing all of them."""

from hypothesis import given
from hypothesis import strategies as st

from engine.bind.candidates import Candidates

LABEL = st.text("城乡居民参保率养老床位占比新增就业人数标准", min_size=2, max_size=12)


@given(st.lists(LABEL, max_size=24), LABEL)
def test_few_labels_are_all_compared(labels, label):
    assert list(Candidates(labels).near(label)) == list(range(len(labels)))


@given(st.lists(LABEL, min_size=25, max_size=80), st.data())
def test_a_label_finds_itself_among_many(labels, data):
    wanted = data.draw(st.sampled_from(labels))
    found = list(Candidates(labels).near(wanted))
    assert found == sorted(set(found))
    assert len(found) <= 24
    assert wanted in {labels[i] for i in found}


def test_labels_that_share_nothing_are_left_aside():
    labels = [f"甲乙丙{chr(0x4E00 + i)}" for i in range(60)]
    assert list(Candidates(labels).near("东西南北")) == []
