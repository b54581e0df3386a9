"""Whatever comes in: no crash, no lost word, no time wasted."""

from __future__ import annotations

import random

import pytest
from wagtail.blocks import StreamValue

from blog.blocks import PostBody
from porting.convert.audit import audit
from porting.convert.context import ConvertContext
from porting.convert.job import Job
from porting.convert.tree import parse
from tests.patience import patience
from tests.porting.convert.bodies import converted, words

TAGS = [
    "p",
    "div",
    "span",
    "b",
    "i",
    "code",
    "a",
    "ul",
    "ol",
    "li",
    "table",
    "tr",
    "td",
    "th",
    "thead",
    "caption",
    "blockquote",
    "pre",
    "h1",
    "h2",
    "h3",
    "h6",
    "figure",
    "figcaption",
    "details",
    "summary",
    "dl",
    "dt",
    "dd",
    "section",
    "aside",
    "footer",
    "cite",
    "sup",
    "kbd",
    "u",
    "font",
    "blink",
    "center",
    "form",
    "fieldset",
    "legend",
    "button",
    "select",
    "option",
    "article",
    "picture",
    "video",
    "audio",
    "iframe",
    "object",
    "noscript",
    "address",
    "q",
    "abbr",
    "strong",
    "em",
    "s",
    "small",
    "mark",
]
VOID = [
    '<img src="/here/a.png" alt="{0}">',
    '<img src="/gone/a.png" alt="{0}">',
    "<br>",
    "<hr>",
    "<input type=checkbox>",
    "<script>no()</script>",
    '<sup data-footnote="{0}"></sup>',
]
ATTRIBUTES = {
    "a": ' href="https://e.org/{0}"',
    "div": ' data-block="{1}" data-title="{0}"',
    "section": ' data-item data-title="{0}" data-key="{0}"',
    "td": ' colspan="2"',
    "ol": ' start="3"',
    "aside": ' data-block="admonition" data-title="{0}"',
}
BLOCKS = [
    "gallery",
    "embed",
    "admonition",
    "faq",
    "accordion",
    "tabs",
    "steps",
    "pull_quote",
    "button",
    "download",
    "footnotes",
    "callout",
    "posts",
    "html",
    "list",
    "paragraph",
    "unheard-of",
]


def random_body(seed: int, size: int = 60) -> str:
    """Tags opened and closed at random, with a numbered word between every two."""
    choose = random.Random(seed)  # noqa: S311 - repeatable, not secret
    pieces, opened = [], []
    for number in range(size):
        pieces.append(f" w{seed}x{number} ")
        move = choose.random()
        if move < 0.5:
            tag = choose.choice(TAGS)
            pieces.append(f"<{tag}{ATTRIBUTES.get(tag, '').format(f'k{number}', choose.choice(BLOCKS))}>")
            opened.append(tag)
        elif move < 0.8 and opened:
            pieces.append(
                f"</{opened.pop(choose.randrange(-1, 0) if move < 0.75 else choose.randrange(len(opened)))}>"
            )
        else:
            pieces.append(choose.choice(VOID).format(f"k{number}"))
    return "".join(pieces)


@pytest.mark.parametrize("seed", range(200))
def test_random_nesting_loses_no_word(seed: int) -> None:
    html = random_body(seed)
    found = converted(html)
    there = set(words(found.blocks))
    told = " ".join(problem.detail for problem in found.problems)
    expected = {word for word in parse(html).words.split() if word.startswith(f"w{seed}x")}
    lost = expected - there
    assert not lost, (lost, told)


@pytest.mark.parametrize("seed", range(0, 300, 10))
def test_what_random_nesting_becomes_is_shown_without_an_error(seed: int, db: None) -> None:
    stream = StreamValue(PostBody(), converted(random_body(seed)).blocks, is_lazy=True)
    assert str(stream.render_as_block())
    assert stream.stream_block.get_prep_value(stream)


@pytest.mark.parametrize(
    "opening",
    [
        "<div>",
        "<b>",
        "<b><p>",
        "<ul><li>",
        "<blockquote>",
        "<details><summary>s</summary>",
        "<table><tr><td>",
        '<a href="x">w<table><tr><td>',
        "<figure>",
        "<pre>a ",
        '<aside data-block="admonition">',
        '<div data-block="tabs"><div data-item data-title="q">',
        "<iframe>",
        "<dl><dd>",
    ],
)
def test_five_thousand_levels_are_survived(opening: str) -> None:
    with patience():
        assert "deepest" in words(converted(opening * 5000 + "deepest").blocks)


@pytest.mark.parametrize(
    "piece",
    [
        "<p>hello <b>world</b></p>\n",
        "word ",
        "<li>a <b>b</b><pre>y</pre>",
        "<img src=/here/x.png alt=y>",
        "<br>",
        "<details><summary>s</summary>x</details>",
        '<a href="https://e.org/">w</a> ',
        "<table><tr><td>a</table>",
        "</p>",
        "&#x27;",
    ],
)
def test_the_end_of_a_very_long_body_is_reached(piece: str) -> None:
    with patience():
        assert "deepest" in words(converted(piece * (300_000 // len(piece)) + " deepest").blocks)


def test_loss_that_a_converter_causes_is_told() -> None:
    body = parse(
        '<p>one two</p><a href="https://e.org/">three</a><img src="/x.png" alt="four"><pre>five = 5</pre>'
    )
    job = Job.for_body(body, ConvertContext())
    audit(job, body, [{"type": "paragraph", "value": "<p>one</p>"}])
    assert {problem.kind for problem in job.problems} == {"text", "links", "images", "alt", "code"}


def test_an_empty_body_is_no_block() -> None:
    assert converted("").blocks == converted(" \n<!-- x -->\n<p></p>").blocks == []


def test_a_caption_that_becomes_the_title_of_code_is_not_missing() -> None:
    html = "<figure><pre><code>x = 1</code></pre><figcaption>How it begins</figcaption></figure>"
    assert converted(html).blocks[0]["value"]["title"] == "How it begins"
    assert not converted(html).problems


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ('<video src="/film.mp4" poster="/still.jpg"></video>', "/still.jpg"),
        ('<pre data-numbers data-first="199"><code>x</code></pre>', "199"),
    ],
)
def test_what_has_no_place_is_told(html: str, said: str) -> None:
    assert any(said in problem.detail for problem in converted(html).problems)


def test_a_formula_keeps_its_signs_and_the_report_its_source() -> None:
    tex = '<annotation encoding="application/x-tex">x^2</annotation>'
    found = converted(f"<p>So <math><semantics><mi>x</mi><mn>2</mn>{tex}</semantics></math>.</p>")
    assert found.blocks[0]["value"] == "<p>So x2.</p>"
    assert [problem.detail for problem in found.problems] == ["A formula became plain text: x^2"]


@pytest.mark.parametrize(
    "sizes", ["/small.png 1x, /here/large.png 1.5x", "/here/large.png", "/s 9w,/here/a,b.png 960w"]
)
def test_a_picture_with_several_sizes_and_no_address_of_its_own_is_found(sizes: str) -> None:
    found = converted(f'<img srcset="{sizes}" src="data:image/gif;base64,R0lGOD" alt="A">').blocks
    assert [block["type"] for block in found] == ["image"]


@pytest.mark.parametrize("sizes", [",", "a 1.2.3x, b 99999999999w", ", ,", "x" * 50_000, "a " * 20_000])
def test_sizes_of_no_sense_cost_nothing_but_the_picture(sizes: str) -> None:
    with patience():
        assert converted(f'<p>Words</p><img srcset="{sizes}">').blocks[0]["value"] == "<p>Words</p>"


def test_what_code_in_a_cell_is_called_is_a_label_of_it() -> None:
    html = '<table><tr><td><pre data-language="js" data-title="a.js"><code>x</code></pre></td></tr></table>'
    found = converted(html)
    assert '<pre title="a.js"><code class="language-js">x</code></pre>' in found.blocks[0]["value"]["html"]
    assert set(found.kinds()) == {"html"}
