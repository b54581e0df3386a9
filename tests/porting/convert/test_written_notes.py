"""Footnotes written by hand become footnotes, so that their links lead somewhere."""

from __future__ import annotations

import re

import pytest

from tests.patience import patience
from tests.porting.convert.bodies import blocks, kinds

WORD = (
    '<p>Mills grind<a href="#_ftn1" name="_ftnref1">[1]</a> and saw.<a href="#_ftn2" name="_ftnref2">[2]</a></p>'
    '<hr><p><a href="#_ftnref1" name="_ftn1">[1]</a> Mostly <i>wheat</i>.</p>'
    '<p><a href="#_ftnref2" name="_ftn2">[2]</a> (In the north.)</p>'
)
DRAWN = (
    '<p>Mills<sup id="fnref:1"><a href="#fn:1">1</a></sup> grind.</p><div class="footnotes"><hr><ol>'
    '<li id="fn:1"><p>Mostly wheat. <a href="#fnref:1">↩</a></p><p>Or rye.</p></li></ol></div><p>End</p>'
)


def notes(html: str) -> list[tuple[str, str]]:
    found = [value for name, value in blocks(html) if name == "footnotes"]
    return [(note["key"], note["text"]) for value in found for note in value["notes"]]


def paragraphs(html: str) -> list[str]:
    return [value for name, value in blocks(html) if name == "paragraph"]


def test_notes_as_word_writes_them() -> None:
    assert paragraphs(WORD) == ["<p>Mills grind[^ftn1] and saw.[^ftn2]</p>"]
    assert notes(WORD) == [("ftn1", "Mostly <i>wheat</i>."), ("ftn2", "(In the north.)")]
    assert kinds(WORD) == set()


def test_notes_as_other_programs_drew_them() -> None:
    assert paragraphs(DRAWN) == ["<p>Mills[^fn-1] grind.</p>", "<p>End</p>"]
    assert notes(DRAWN) == [("fn-1", "<p>Mostly wheat.</p><p>Or rye.</p>")]
    assert kinds(DRAWN) == {"footnotes"}  # 1 reads [1] now
    assert [name for name, _value in blocks(DRAWN)] == ["paragraph", "divider", "footnotes", "paragraph"]


@pytest.mark.parametrize(
    "note",
    [
        '<p id="fn1">1. Mostly wheat.</p>',
        '<p><sup id="fn1">1. Mostly wheat. <a href="#ref1" title="Back">↩</a></sup></p>',
        '<p><a name="fn1"></a>1: Mostly wheat.</p>',
        '<p><a name="fn1">1</a>. Mostly wheat. <a href="#ref1">Back to the text</a></p>',
        '<p>[<a id="fn1" href="#ref1">1</a>] Mostly wheat.</p>',
        '<p>[1] <a id="fn1" href="#ref1">^</a> Mostly wheat.</p>',
        '<ol><li id="fn1">Mostly wheat.</li></ol>',
        '<div id="fn1"><p><a href="#ref1">[1]</a> Mostly wheat.</p></div>',
    ],
)
def test_one_note_in_many_hands(note: str) -> None:
    html = f'<p>Mills<sup><a id="ref1" href="#fn1">1</a></sup> grind.</p>{note}'
    assert paragraphs(html) == ["<p>Mills[^fn1] grind.</p>"]
    (found,) = notes(html)
    assert found[0] == "fn1"
    assert re.sub(r"<[^>]*>", "", found[1]).strip() == "Mostly wheat."


def test_several_notes_in_one_paragraph() -> None:
    html = (
        '<p>a<a href="#n1" id="r1">1</a> b<a href="#n2" id="r2">2</a></p>'
        '<p><a id="n1" href="#r1">1</a> First<br><a id="n2" href="#r2">2</a> Second</p>'
    )
    assert notes(html) == [("n1", "First"), ("n2", "Second")]


def test_a_note_that_is_named_twice_is_one_and_other_links_to_it_lead_there() -> None:
    html = (
        '<p>a<a href="#fn1" id="r1">1</a> b<a href="#fn1">1</a>, see <a href="#fn1">the note</a></p>'
        '<p id="fn1">1. First <a href="#r1">↩</a></p>'
    )
    assert paragraphs(html) == ['<p>a[^fn1] b[^fn1], see <a href="#footnote-fn1">the note</a></p>']


def test_a_mark_that_becomes_another_number_is_told() -> None:
    html = '<p>a<a href="#fn-a" id="r">*</a></p><p id="fn-a">* First <a href="#r">back</a></p>'
    assert kinds(html) == {"footnotes"}


@pytest.mark.parametrize(
    "html",
    [
        '<p><a href="#a">A</a> <a href="#b">B</a></p><p><a name="a"></a>Apples</p><p><a name="b"></a>Beans</p>',
        '<p><a href="#part-1">1</a></p><h2 id="part-1">Part</h2><p>Words</p>',
        '<p><a href="#s" id="r">1</a></p><p>Words before <a id="s" href="#r">1</a> and after</p>',
        '<p><a href="#fn1">1</a></p>',
        '<p>a<a href="#notes">1</a> b</p><div id="notes"><p>1. First</p><p>2. Second</p></div>',
        '<p>a<a href="#note1">1</a> b<a href="#note1">2</a></p><div id="note1"><p>1. First</p><p>2. Second</p></div>',
    ],
)
def test_what_is_no_note_stays(html: str) -> None:
    assert notes(html) == []


ROW = '<a name="top"></a>' + " | ".join(
    f'<a href="#{letter}" id="i{letter}">{letter}</a>' for letter in "ABC"
)
LIST = "".join(f'<li><a href="#{letter}" id="i{letter}">{letter}</a></li>' for letter in "ABC")
GAPS = "Go to <a href='#A' id='iA'>A</a> B <a href='#C' id='iC'>C</a> D E <a href='#B' id='iB'>B</a>"


@pytest.mark.parametrize("index", [f"<p>{ROW}</p>", f"<ul>{LIST}</ul>", f"<p>{GAPS}</p>"])
@pytest.mark.parametrize(
    "entry",
    [
        '<p><a name="{0}"></a>{0}. Words <a href="#top">top</a></p>',
        '<p><a name="{0}" href="#i{0}">{0}</a> Words</p>',
    ],
)
def test_an_index_of_letters_stays_as_written(index: str, entry: str) -> None:
    entries = [entry.format(letter) for letter in "ABC"]
    assert notes(index + "".join(entries)) == []
    assert 'href="#A"' in str(blocks(index + "".join(entries)))


def test_an_empty_mark_other_places_lead_to_as_well_is_no_way_back() -> None:
    index = '<p><a name="top"></a><a href="#A">A</a> <a href="#B">B</a></p>'
    entries = "".join(f'<p><a name="{one}"></a>{one}. Words <a href="#top">top</a></p>' for one in "AB")
    assert notes(index + entries) == []


def test_an_empty_mark_before_the_link_is_the_way_back_of_its_note() -> None:
    note = '<p><a href="#r1" name="n1">1</a> Wheat <a href="#r1">↩</a></p>'
    html = f'<p>Mills<a name="r1"></a><a href="#n1">1</a></p>{note}'
    assert notes(html) == [("n1", "Wheat")]


def test_letters_raised_together_are_marks_of_notes() -> None:
    marks = ",".join(f'<a href="#fn-{one}">{one}</a>' for one in "abc")
    found = "".join(f'<p id="fn-{one}">{one}. Words</p>' for one in "abc")
    assert [key for key, _text in notes(f"<p>Mills<sup>{marks}</sup></p>{found}")] == ["fn-a", "fn-b", "fn-c"]


@pytest.mark.parametrize("mark", ['<a href="#fn2">2</a>', '<sup><a href="#fn2">2</a></sup>'])
def test_a_note_may_refer_to_a_later_one(mark: str) -> None:
    html = (
        '<p>a<a href="#fn1" id="r1">1</a> b<a href="#fn2" id="r2">2</a></p>'
        f'<p id="fn1">1. See {mark} too. <a href="#r1">↩</a></p><p id="fn2">2. Second <a href="#r2">↩</a></p>'
    )
    assert paragraphs(html) == ["<p>a[^fn1] b[^fn2]</p>"]
    assert notes(html) == [("fn1", "See [^fn2] too."), ("fn2", "Second")]


@pytest.mark.parametrize("between", [" ", ", ", ""])
def test_several_marks_raised_together_are_several(between: str) -> None:
    html = (
        f'<p>a<sup><a href="#fn1">1</a>{between}<a href="#fn2">2</a></sup></p>'
        '<p id="fn1">1. First</p><p id="fn2">2. Second</p>'
    )
    (text,) = paragraphs(html)
    assert "[^fn1]" in text
    assert "[^fn2]" in text
    assert notes(html) == [("fn1", "First"), ("fn2", "Second")]


def test_notes_whose_names_become_the_same_stay_apart() -> None:
    html = (
        '<p>a<a href="#fn:1">1</a> b<a href="#fn-1">2</a> c<sup data-footnote="fn-1-2"></sup></p>'
        '<p id="fn:1">1. First</p><p id="fn-1">2. Second</p>'
        '<section data-block="footnotes"><div data-item data-key="fn-1-2">Third</div></section>'
    )
    assert paragraphs(html) == ["<p>a[^fn-1] b[^fn-1-3] c[^fn-1-2]</p>"]
    assert notes(html) == [("fn-1-2", "Third"), ("fn-1", "First"), ("fn-1-3", "Second")]


def test_blanks_a_note_takes_along_stay_elsewhere() -> None:
    html = (
        '<p>a<a href="#n1" id="r1">1</a> b<a href="#n2" id="r2">2</a></p>'
        '<p><a id="n1" href="#r1">1</a> <b>First</b> <i>one</i><br>'
        '<a id="n2" href="#r3">2</a> <b>No</b> <i>note</i></p>'
    )
    assert notes(html) == [("n1", "<b>First</b> <i>one</i>")]
    assert "<b>No</b> <i>note</i>" in paragraphs(html)[0]


def test_many_marks_among_many_elements_take_no_minutes() -> None:
    marks = "".join(f'<a id="r{number}" href="#n{number}">{number}</a>' for number in range(990))
    found = "".join(f'<p id="n{number}">{number}. x <a href="#r{number}">↩</a></p>' for number in range(990))
    blanks = "<i></i>" * 60_000
    with patience():
        made = notes(f"<p>{blanks}{marks}</p><div>{blanks}{found}</div>")
    assert len(made) == 990
