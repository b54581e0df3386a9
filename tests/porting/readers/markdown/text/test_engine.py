"""Markdown as the dialect's HTML."""

import pytest

from porting.readers.markdown.text.engine import Flavour, markdown_to_html, render
from tests.porting.readers.markdown.site import only, read


def test_code_keeps_language_title_lines_and_its_signs():
    html = markdown_to_html('```html title="a.html" {1}\n<b>&amp;</b>\n```\n')
    assert html == (
        '<pre data-language="html" data-title="a.html" data-lines="1"><code>&lt;b&gt;&amp;amp;&lt;/b&gt;</code></pre>\n'
    )


def test_indented_code_is_code():
    assert markdown_to_html("Text\n\n    x < 1\n") == "<p>Text</p>\n<pre><code>x &lt; 1</code></pre>\n"


def test_footnotes_are_the_dialects():
    html = markdown_to_html("One[^a] and two^[inline].\n\n[^a]: The **note**.\n")
    assert '<p>One<sup data-footnote="a"></sup> and two<sup data-footnote="note-2"></sup>.</p>' in html
    assert '<div data-item data-key="a"><p>The <strong>note</strong>.</p>' in html
    assert html.count("data-item") == 2


def test_a_footnote_nobody_refers_to_is_told():
    assert render("Text\n\n[^x]: Lost\n").unused_footnotes == ["x"]


def test_headings_take_the_ids_they_are_given():
    assert markdown_to_html("## One `two` {#three}\n") == '<h2 id="three">One <code>two</code></h2>\n'
    assert markdown_to_html("## One {#two .big}\n") == '<h2 id="two">One</h2>\n'
    assert markdown_to_html("## One {.big}\n") == "<h2>One</h2>\n"
    assert markdown_to_html("## One {/* #two */}\n") == '<h2 id="two">One</h2>\n'
    assert markdown_to_html("## A {set}\n") == "<h2>A {set}</h2>\n"


def test_check_boxes_are_signs_a_reader_keeps():
    assert "<li>☐ to do</li>" in markdown_to_html("- [ ] to do\n- [x] done\n")
    assert "<li>☑ done</li>" in markdown_to_html("- [ ] to do\n- [x] done\n")


def test_tables_strikethrough_and_definitions_are_read():
    html = markdown_to_html("| a | b |\n|---|---|\n| ~~1~~ | 2 |\n\nTerm\n: Meaning\n")
    assert "<td><s>1</s></td>" in html
    assert "<dt>Term</dt>\n<dd>Meaning</dd>" in html


def test_bare_addresses_are_links_only_where_the_system_makes_them():
    assert "<a " not in markdown_to_html("See https://example.com/a.\n")
    assert '<a href="https://example.com/a">' in markdown_to_html(
        "See https://example.com/a.\n", Flavour(autolinks=True)
    )


def test_mathematics_stays_the_text_it_was():
    html = markdown_to_html("Let $a_1 * b_2 * c$ and\n\n$$\nx_1 < y_2\n$$\n", Flavour(math=True))
    assert "$a_1 * b_2 * c$" in html
    assert "x_1 &lt; y_2" in html
    assert "<em>" not in html


def test_raw_html_passes_and_its_addresses_are_rewritten():
    rewritten = render(
        "<p><a class=\"x\" href='a.md'>a</a> <img src=b.png></p>\n\n[c](c.md)\n",
        rewrite=lambda a, k: f"/{k}/{a}",
    ).html
    assert '<a class="x" href="/href/a.md">' in rewritten
    assert '<img src="/src/b.png">' in rewritten
    assert '<a href="/href/c.md">' in rewritten


def test_headings_that_are_linked_to_keep_the_old_systems_address():
    html = render(
        "## What's new & next?\n\n## Same\n\n## Same\n\n## Other\n", anchors={"whats-new--next", "same-1"}
    ).html
    assert '<h2 id="whats-new--next">' in html
    assert '<h2>Same</h2>\n<h2 id="same-1">Same</h2>\n<h2>Other</h2>' in html


@pytest.mark.parametrize(
    ("system", "settings", "path"),
    [
        (
            "hugo",
            {"hugo.toml": "[markup.goldmark.renderer]\nhardWraps = true"},
            "content/posts/2020-01-02-a.md",
        ),
        ("jekyll", {"_config.yml": "kramdown: {hard_wrap: true}"}, "_posts/2020-01-02-a.md"),
        ("markdown", {".eleventy.js": "const a = markdownIt({breaks: true})"}, "posts/2020-01-02-a.md"),
    ],
)
def test_ends_of_lines_are_shown_where_the_old_site_showed_them(tmp_path, system, settings, path):
    post = "---\ntitle: A\n---\n\none\ntwo"
    assert only(read(tmp_path / "a", system, {**settings, path: post})).html == "<p>one<br />\ntwo</p>\n"
    plain = dict.fromkeys(settings, "")
    assert only(read(tmp_path / "b", system, {**plain, path: post})).html == "<p>one\ntwo</p>\n"
