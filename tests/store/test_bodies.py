"""Whatever a person puts down has one text in the store, and comes back from it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from wizard.model.answers import Action, Answer, Answers, Earlier, Person, RiskRow
from wizard.store import bodies

IDS = st.text("abcdefghij-.0123456789:", min_size=1, max_size=12)
# Half letters too, which a strategy for text leaves out unless asked.
WORDS = st.text(st.characters(), max_size=12)
ROWS = st.builds(RiskRow, WORDS, WORDS, WORDS, st.integers(0, 5), st.integers(0, 5), WORDS)
VALUES = WORDS | st.lists(IDS).map(tuple) | st.lists(ROWS, min_size=1).map(tuple)
EARLIER = st.lists(st.builds(Earlier, WORDS, WORDS, WORDS, st.booleans()), min_size=1).map(tuple)
ANSWERS = st.builds(
    Answers,
    st.dictionaries(IDS, st.builds(Answer, VALUES, WORDS, st.booleans())),
    st.dictionaries(IDS, st.builds(Action, WORDS, WORDS, st.booleans())),
    st.dictionaries(IDS, st.builds(Person, WORDS, WORDS)),
    st.dictionaries(IDS, EARLIER),
)


@settings(max_examples=50)
@given(ANSWERS)
def test_answers_come_back_as_they_were(answers: Answers) -> None:
    """Nothing that can be answered may be lost or changed between screen and disk."""
    rows = []
    for item in bodies.items(answers):
        text = bodies.body(answers, item)
        assert text is not None
        assert text.isascii()
        rows.append((item, text))

    assert bodies.collect(rows) == answers


def test_what_was_kept_alone_at_first_is_read() -> None:
    """Beside a question there was room for one earlier answer, and stores were written so."""
    text = '{"note":"A note","question":"Was it a film?","said":"Yes"}'

    earlier = bodies.collect([("earlier:q1", text)]).earlier

    assert earlier == {"q1": (Earlier("Was it a film?", "Yes", "A note"),)}


def test_what_is_not_there_has_no_text() -> None:
    """The store deletes what has no text: an answer that was cleared."""
    for item in ("answer:q1", "action:q1", "person:staff", "earlier:q1"):
        assert bodies.body(Answers(), item) is None
