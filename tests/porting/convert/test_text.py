"""Paragraphs, formatting, headings and links."""

from __future__ import annotations

import pytest

from tests.porting.convert.bodies import blocks, converted, kinds


def text(html: str) -> str:
    found = blocks(html)
    assert [name for name, _value in found] == ["paragraph"]
    return found[0][1]


def test_neighbouring_paragraphs_and_lists_become_one_text_block() -> None:
    html = "<p>One</p>\n<p>Two</p><ul><li>a</li><li><p>b</p></li></ul>three"
    assert text(html) == "<p>One</p><p>Two</p><ul><li>a</li><li>b</li></ul><p>three</p>"


def test_white_space_is_shown_as_browsers_show_it() -> None:
    assert text("<p> a\n  b<b> c </b>d <br> e&nbsp;f </p>") == "<p>a b <b>c</b> d<br/>e\xa0f</p>"


def test_paragraphs_without_anything_to_see_are_left_out() -> None:
    assert text("<p>&nbsp;</p><p><b></b></p><p>x</p><p><br></p>") == "<p>x</p>"


def test_formatting_goes_by_the_names_rich_text_has() -> None:
    html = (
        "<strong>a</strong> <em>b</em> <del>c</del> <kbd>d</kbd> <samp>e</samp> <ins>f</ins> <b><b>g</b></b>"
    )
    assert text(html) == "<p><b>a</b> <i>b</i> <s>c</s> <kbd>d</kbd> <code>e</code> <u>f</u> <b>g</b></p>"


def test_styles_of_word_processors_count_as_formatting() -> None:
    assert text('<span style="font-weight: 700">a</span> <span>b</span>') == "<p><b>a</b> b</p>"


def test_formatting_around_paragraphs_is_kept_in_each() -> None:
    assert text("<div><b>a<div>b</div></b>c</div>") == "<p><b>a</b></p><p><b>b</b></p><p>c</p>"


def test_what_has_no_formatting_here_is_told_once() -> None:
    found = converted("<p><blink>a</blink> <blink>b</blink></p>")
    assert found.blocks[0]["value"] == "<p>a b</p>"
    assert [(problem.kind, problem.source) for problem in found.problems] == [("formatting", "post-1")]


def test_links_lead_to_pages_sections_files_and_elsewhere() -> None:
    html = '<a href="/post/">a</a> <a href="/post/#part">b</a> <a href="/a.pdf">c</a> <a href="https://e.org/?a=1&amp;b">d</a>'
    assert text(html) == (
        '<p><a linktype="page" id="5">a</a> <a linktype="page" id="5" fragment="part">b</a> '
        '<a linktype="document" id="3">c</a> <a href="https://e.org/?a=1&amp;b">d</a></p>'
    )


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "java\tscript:x", "data:text/html,x", "///x", "/\\evil.example/x"]
)
def test_links_that_are_not_safe_lose_their_address_and_are_told(href: str) -> None:
    html = f'<p><a href="{href}">word</a></p>'
    assert text(html) == "<p>word</p>"
    assert kinds(html) == {"links"}


def test_a_link_without_a_protocol_has_one_here() -> None:
    html = '<p><a href="//e.org/x">word</a></p>'
    assert text(html) == '<p><a href="https://e.org/x">word</a></p>'
    assert kinds(html) == set()


@pytest.mark.parametrize(
    ("href", "kept", "told"),
    [
        ("ftp://files.example/a.zip", "ftp://files.example/a.zip", set()),
        ("webcal://mill.example/open.ics", "https://mill.example/open.ics", {"links"}),
        ("feed://mill.example/rss", "https://mill.example/rss", {"links"}),
        ("feed:http://mill.example/rss", "http://mill.example/rss", {"links"}),
        ("feed:javascript:alert(1)", "https://javascript:alert(1)", {"links"}),
    ],
)
def test_files_calendars_and_feeds_can_be_linked(href: str, kept: str, told: set[str]) -> None:
    html = f'<p><a href="{href}">go</a></p>'
    assert blocks(html) == [("paragraph", f'<p><a href="{kept}">go</a></p>')]
    assert kinds(html) == told


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ('<p>On <a href="https://x.example/jane" aria-label="Jane on X"></a></p>', ">Jane on X</a></p>"),
        ('<p>On <a href="/jane/" title="About Jane"><i class="fa"></i></a></p>', ">About Jane</a></p>"),
        ('<ul><li><a href="https://www.x.example/jane"> </a></li><li>b</li></ul>', ">x.example</a></li>"),
        ('<p><a href="/x/" aria-label="X"><svg><path d="M1"/></svg></a></p>', ">X</a></p>"),
        ('<ul><li><a href="https://x.example/"><svg><path/></svg></a></li></ul>', ">x.example</a></li>"),
        ('<p>No <a href="https://x.example/"></a></p>', "<p>No</p>"),
        ('<p>No <a href="#here" title="Link to this part"></a></p>', "<p>No</p>"),
    ],
)
def test_a_link_that_only_shows_a_sign_has_the_name_of_the_sign(html: str, text: str) -> None:
    (block,) = blocks(html)
    assert text in block[1]
    assert kinds(html) == ({"links"} if "No" in html else set())


def test_a_link_around_a_block_follows_it() -> None:
    found = blocks('<a href="https://e.org/"><pre>code</pre></a>')
    assert [name for name, _value in found] == ["code", "paragraph"]
    assert 'href="https://e.org/"' in found[1][1]


def test_plain_headings_are_blocks_with_the_address_they_had() -> None:
    assert blocks('<h2 id="How_To">How <b></b>to</h2>') == [
        ("heading", {"text": "How to", "level": "2", "anchor": "How_To"})
    ]
    assert blocks('<h3><a name="old"></a><b>Bold &amp; all</b></h3>') == [
        ("heading", {"text": "Bold & all", "level": "3", "anchor": "old"})
    ]


def test_headings_with_formatting_or_links_stay_text() -> None:
    assert text("<h2>Use <code>x</code></h2><p>y</p>") == "<h2>Use <code>x</code></h2><p>y</p>"
    assert (
        text('<h3 id="one"><a href="https://e.org">L</a></h3>')
        == '<h3 id="one"><a href="https://e.org">L</a></h3>'
    )


def test_the_smallest_headings_keep_their_size_and_their_links() -> None:
    html = '<h5>The <a href="https://example.org/">change</a></h5><h6>Use <code>x</code></h6>'
    assert text(html) == '<h5>The <a href="https://example.org/">change</a></h5><h6>Use <code>x</code></h6>'


def test_the_address_of_a_heading_weighs_more_than_its_formatting() -> None:
    html = '<h2 id="other">Use <code>x</code></h2>'
    assert blocks(html) == [("heading", {"text": "Use x", "level": "2", "anchor": "other"})]
    assert kinds(html) == {"formatting"}


def test_a_first_level_heading_moves_all_one_level_down() -> None:
    found = blocks("<h1>a</h1><h2>b</h2><h5>c</h5><h6>d</h6>")
    assert [value["level"] for _name, value in found] == ["2", "3", "6", "6"]


def test_headings_in_what_is_kept_as_html_move_with_all_others() -> None:
    kept = '<div data-block="html" data-reason="form"><h2 id="own">b</h2><p>c</p><h6>d</h6></div>'
    (_, first), (_, html), (_, last) = blocks(f"<h1>a</h1>{kept}<h2>e</h2>")
    assert html["html"] == '<h3 id="own">b</h3><p>c</p><h6>d</h6>'
    assert (first["level"], last["level"]) == ("2", "3")
    ((_, alone),) = blocks(kept)
    assert alone["html"] == '<h2 id="own">b</h2><p>c</p><h6>d</h6>'


def test_a_picture_in_a_heading_follows_it() -> None:
    assert [name for name, _value in blocks('<h2>a <img src="/here/x.png" alt="x"> b</h2>')] == [
        "heading",
        "image",
    ]


def test_words_that_look_like_a_reference_stay_words() -> None:
    html = (
        '<p>a<sup data-footnote="1"></sup> and [^1] and [^2]</p>'
        '<section data-block="footnotes"><div data-item data-key="1">n</div></section>'
    )
    (_, value), (_, notes) = blocks(html)
    assert value == "<p>a[^1-2] and [^1] and [^2]</p>"
    assert notes == {"notes": [{"key": "1-2", "text": "n"}]}


def test_a_tick_box_becomes_a_sign() -> None:
    assert (
        text('<ul><li><input type="checkbox" checked disabled> done</li></ul>') == "<ul><li>☑ done</li></ul>"
    )


def test_links_to_places_that_are_gone_are_told() -> None:
    assert kinds('<p><a href="#x">go</a></p><p id="x">here</p>') == {"links"}
    assert kinds('<p><a href="#x">go</a></p><h2 id="x">here</h2>') == set()
