"""What is said about a file: each sentence once, in the order things came up, and every construct counted."""

from porting.document import Problem
from porting.readers.markdown.text.notes import Notes


def test_a_sentence_said_again_is_counted_and_not_repeated():
    notes = Notes("a.md")
    for detail in ("one", "two", "one"):
        notes.report("shortcode", detail)
    notes.report("embed", "one")
    assert notes.problems == [
        Problem("a.md", "shortcode", "one"),
        Problem("a.md", "shortcode", "two"),
        Problem("a.md", "embed", "one"),
    ]
    assert notes.constructs == {"shortcode": 3, "embed": 1}
