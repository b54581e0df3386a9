"""Pieces of imported posts that no block fits: what stays of them, and what readers get."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page

from core.article.kept_html import KeptHtml, clean_html
from core.article.plain_text import plain_text
from core.blocks import ArticleBody
from tests.core.article.bodies import body_of
from tests.patience import patience

Render = Callable[..., Any]
BLOCK = ArticleBody().child_blocks["html"]


def piece(html: str) -> tuple[str, dict]:
    return "html", {"html": html, "reason": "shortcode", "reviewed": False}


@pytest.mark.parametrize(
    "html",
    [
        '<table><caption>C</caption><colgroup><col span="2"></colgroup><thead><tr><th scope="col">A</th></tr></thead>'
        '<tbody><tr><td colspan="2" rowspan="3">B</td></tr></tbody></table>',
        "<figure><blockquote>Said</blockquote><figcaption>Who</figcaption></figure>",
        '<p><embed embedtype="image" id="3" alt="a &gt; b" format="left"/></p>',
        "<dl><dt>Recto</dt><dd>Right</dd></dl>",
        '<details open=""><summary>More</summary><p>Text</p></details>',
        '<pre><code class="language-c++">x &lt; y\n  z</code></pre>',
        "<p><kbd>Ctrl</kbd> <mark>a</mark> <sub>b</sub><sup>c</sup> <small>d</small> <cite>e</cite> <q>f</q></p>",
        '<p><abbr title="World Wide Web">WWW</abbr> <ins>a</ins> <del>b</del> </p>',
        "<p><ruby>漢<rp>(</rp><rt>kan</rt></ruby></p>",
        '<ol start="3" reversed=""><li value="9">A<ul><li>B</li></ul></li></ol>',
        '<p lang="de" dir="ltr">Wort<br>Wort</p><hr>',
        '<p><a href="https://example.org/?a=1&amp;b=2" title="T">x</a> <a href="#part">y</a></p>',
        '<p><a linktype="page" fragment="part">x</a></p>',
        '<img src="https://example.org/a.png" alt="a &gt; b" width="4" height="3">',
    ],
)
def test_structure_stays(html: str) -> None:
    assert clean_html(html) == html


@pytest.mark.parametrize(
    ("html", "clean"),
    [
        ("<p>a<script>alert(1)</script>b</p>", "<p>ab</p>"),
        ("<style>p { color: red }</style><p>a</p>", "<p>a</p>"),
        ('<p style="color: red" onclick="x()" class="has-text-align-center">a</p>', "<p>a</p>"),
        ('<a href="javascript:alert(1)">a</a>', "<a>a</a>"),
        ('<a href="JaVa&#9;Script:alert(1)">a</a>', "<a>a</a>"),
        ('<img src="data:image/svg+xml,x" alt="a">', '<img alt="a">'),
        ('<form action="/x"><input name="p"><button>Go</button></form>', "Go"),
        ('<svg onload="x()"><a>b</a></svg>', ""),
        ('<math><mtext><style><img src=x onerror="alert(1)">', ""),
        ('<object data="x.swf">old</object><embed src="x.swf">', "old"),
        ('<pre class="brush language-js dark">x</pre>', '<pre class="language-js">x</pre>'),
        ("<font color=red>a</font><blink>b</blink>", "ab"),
        ("<p>open <b>never closed", "<p>open <b>never closed</b></p>"),
    ],
)
def test_what_acts_or_paints_goes(html: str, clean: str) -> None:
    assert clean_html(html) == clean


@pytest.mark.parametrize(
    ("frame", "address"),
    [
        (
            '<iframe src="https://player.example/1?a=1&amp;b=2" width="4"></iframe>',
            "https://player.example/1?a=1&amp;b=2",
        ),
        ("<iframe src='//player.example/2'></iframe>", "https://player.example/2"),
    ],
)
def test_a_frame_leaves_the_link_to_what_it_showed(frame: str, address: str) -> None:
    assert clean_html(f"<div>{frame}</div>") == f'<div><p><a href="{address}">{address}</a></p></div>'


def test_a_frame_left_open_takes_nothing_with_it() -> None:
    assert clean_html('<iframe src="https://a.example/"><p>After</p>').endswith("<p>After</p>")
    assert clean_html('<iframe srcdoc="<p>in</p>">x</iframe><p>After</p>') == "x<p>After</p>"


def test_an_abbreviation_with_an_id_is_no_place_of_a_link(render: Render) -> None:
    html = render(piece('<p><abbr id="w">W</abbr> <a href="https://example.org/">b</a></p>')).html
    assert '<abbr id="w">W</abbr> <a href="https://example.org/">b</a>' in html


@pytest.mark.parametrize(
    "start",
    ["<iframe ", "<iframe>", "<a name=x>", "<video>", "<a ", "<table>", "<embed ", "<h2>", '<p id="a">'],
)
def test_a_piece_made_to_take_long_takes_no_longer(render: Render, start: str) -> None:
    with patience():
        render(piece(start * 4_000))


def test_a_frame_that_leads_nowhere_leaves_nothing() -> None:
    assert clean_html('<iframe src="javascript:alert(1)"></iframe>') == ""


def test_what_an_editor_types_is_cleaned_and_a_value_put_there_by_force_does_no_harm(render: Render) -> None:
    typed = BLOCK.child_blocks["html"].value_from_form("<p onclick='x()'>a</p>")
    assert typed.source == "<p>a</p>"
    html = render(piece("<p onclick='x()'>a</p><script>x</script>")).html
    assert "<p>a</p>" in html
    assert "script" not in html
    assert "onclick" not in html


def test_its_links_lead_to_pages_sections_and_files(render: Render, add_page: Callable[..., Page]) -> None:
    page = add_page("Open")
    file = get_document_model().objects.create(title="D", file=ContentFile(b"x", "d.pdf"))
    html = render(
        piece(
            f'<dl><dt><a linktype="page" id="{page.pk}">a</a></dt><dd><a linktype="page" id="{page.pk}" '
            f'fragment="part">b</a> <a linktype="document" id="{file.pk}">c</a> '
            '<a linktype="page" id="999">d</a></dd></dl>'
        )
    ).html
    assert '<a href="/open/">a</a>' in html
    assert '<a href="/open/#part">b</a>' in html
    assert f'<a href="{file.url}">c</a> d</dd>' in html


def test_its_pictures_of_this_site_are_shown_with_their_description(render: Render, db: None) -> None:
    image = get_image_model().objects.create(title="A", file=get_test_image_file())
    html = render(
        piece(
            f'<table><tr><td><embed embedtype="image" id="{image.pk}" alt="5 &gt; 3" format="left"/></td></tr></table>'
        )
    ).html
    assert "<picture" in html
    assert 'alt="5 &gt; 3"' in html
    assert "<embed" not in html
    assert "<figure" not in html


def test_pictures_elsewhere_are_not_asked_for_and_keep_their_address(render: Render) -> None:
    html = render(
        piece(
            '<p><img src="https://www.example.org/a.png?x=1&amp;y=2" alt="A &quot;press&quot;"> <img src="b.png"></p>'
        )
    ).html
    assert ' src="https' not in html
    assert ' src="b.png"' not in html
    assert (
        'data-src="https://www.example.org/a.png?x=1&amp;y=2" alt="A &quot;press&quot;" title="example.org"'
        in html
    )
    assert 'data-src="b.png"' in html


def test_pictures_and_films_of_this_site_stay_as_they_are(render: Render) -> None:
    html = render(piece('<img src="/media/a.png" alt="A"><video src="/media/a.mp4"></video>')).html
    assert '<img src="/media/a.png" alt="A">' in html
    assert '<video controls src="/media/a.mp4"></video>' in html


def test_a_film_elsewhere_is_the_link_to_it(render: Render) -> None:
    html = render(piece('<video><source src="https://example.org/a.mp4" type="video/mp4"></video>')).html
    assert '<a href="https://example.org/a.mp4">https://example.org/a.mp4</a>' in html
    assert "<video" not in html


def test_places_in_it_can_be_linked_and_take_no_id_of_the_page(render: Render) -> None:
    html = render(
        piece('<p id="main">a <a name="fn:1"></a><a id="x" href="#fn:1">b</a> <span id="a--b">c</span></p>'),
        ("heading", {"text": "B", "level": "2", "anchor": "x"}),
    ).html
    assert '<p id="main-2">' in html
    assert '<span id="fn:1"></span>' in html
    assert '<a id="x-2" href="#fn:1">b</a>' in html
    assert '<span id="a-b">' in html
    assert '<h2 id="x">' in html


def test_elements_of_former_days_are_shown_as_those_of_today(render: Render) -> None:
    old = (
        "<table><tr><td><center>In the <tt>middle</tt></center></td></tr></table><p><strike>Gone</strike></p>"
    )
    html = str(render(piece(old)).html)
    assert "<div>In the <code>middle</code></div>" in html
    assert "<s>Gone</s>" in html
    assert "center" not in html


def test_footnotes_are_referred_to_from_it(render: Render) -> None:
    note = ("footnotes", {"notes": [{"key": "1", "text": "<p>Note</p>"}]})
    assert 'href="#footnote-1"' in render(piece("<dl><dt>a[^1]</dt></dl>"), note).html


def test_readers_find_its_words_and_not_why_it_was_kept() -> None:
    html = "<table><tr><td>One</td><td>Two</td></tr></table><dl><dt>Three</dt><dd>Four</dd></dl>"
    stream = body_of(piece(html))
    assert plain_text(stream).split() == ["One", "Two", "Three", "Four"]
    words = BLOCK.get_searchable_content(stream[0].value)
    assert " ".join(words).split() == ["One", "Two", "Three", "Four"]


def test_a_kept_piece_outside_of_an_article_finds_its_links(add_page: Callable[..., Page]) -> None:
    assert 'href="/open/"' in str(KeptHtml(f'<a linktype="page" id="{add_page("Open").pk}">x</a>'))


def test_a_picture_with_a_number_no_database_has_is_left_out(render: Render, db: None) -> None:
    html = render(piece(f'<p>Words<embed embedtype="image" id="{"9" * 5000}"/></p>')).html
    assert "<p>Words</p>" in html
