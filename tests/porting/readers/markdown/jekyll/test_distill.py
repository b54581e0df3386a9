"""Elements of Distill, which al-folio's posts are written with."""

from porting.readers.markdown.jekyll.distill import distill
from porting.readers.markdown.text.notes import Notes
from tests.porting.readers.markdown.site import kinds, only, read


def post(tmp_path, text: str, name: str = "_posts/2020-01-02-one.md"):
    header = "---\ntitle: One\nlayout: distill\nbibliography: one.bib\n---\n\n"
    return only(read(tmp_path, "jekyll", {name: header + text}))


def test_works_that_are_cited_are_named_and_reported(tmp_path):
    found = post(
        tmp_path,
        'As others<d-cite key="knuth_75_x, lamport"></d-cite> say <d-cite key="own"/>.<d-cite key=bare></d-cite>',
    )
    assert found.html.strip() == "<p>As others [knuth_75_x, lamport] say [own]. [bare]</p>"
    details = [problem.detail for problem in found.problems if problem.kind == "text"]
    assert len(details) == 1
    assert "knuth_75_x, lamport, own, bare" in details[0]


def test_a_note_within_a_sentence_is_a_footnote(tmp_path):
    text = (
        "One<d-footnote>See *this*\n`code`</d-footnote> two<d-footnote>And"
        ' <d-cite key="b"></d-cite></d-footnote>.\n\n- Three'
    )
    html = post(tmp_path, text).html
    assert '<p>One<sup data-footnote="distill-1"></sup> two<sup data-footnote="distill-2"></sup>.</p>' in html
    assert "See <em>this</em> <code>code</code>" in html
    assert "And [b]" in html
    assert "<li>Three</li>" in html


def test_a_note_in_html_stays_beside_its_word(tmp_path):
    found = post(tmp_path, "<div>\nOne<d-footnote>Aside</d-footnote> two\n</div>")
    assert "One (Aside) two" in found.html
    found = post(tmp_path / "b", "<p>One<d-footnote>Aside</d-footnote></p>", "_posts/2020-01-02-one.html")
    assert "One (Aside)" in found.html


def test_elements_shown_as_code_are_code(tmp_path):
    found = post(tmp_path, '`<d-cite key="a"></d-cite>`')
    assert "&lt;d-cite key" in found.html
    assert kinds(found) == set()


def test_notes_without_end_take_no_minutes():
    for text in (
        "<d-footnote>" * 100_000,
        "<d-cite key='" * 100_000,
        "x <d-footnote>a</d-footnote>" * 20_000,
    ):
        assert distill(text, Notes("x"), is_html=False)
