"""Lexical becomes the dialect, node by node."""

import pytest


def text(words, format=0):
    return {"type": "extended-text", "text": words, "format": format}


def block(kind, *children, **more):
    return {"type": kind, "children": list(children), **more}


def test_formats_are_written_once_around_the_words_that_carry_them(lexical):
    html = lexical(
        block("paragraph", text("plain "), text("bold ", 1), text("both", 3), text(" code", 16))
    ).html

    assert html == "<p>plain <strong>bold <em>both</em></strong><code> code</code></p>"


@pytest.mark.parametrize(("bit", "name"), [(4, "s"), (8, "u"), (32, "sub"), (64, "sup"), (128, "mark")])
def test_every_other_format_has_its_element(lexical, bit, name):
    assert lexical(block("paragraph", text("x", bit))).html == f"<p><{name}>x</{name}></p>"


def test_words_are_escaped_and_links_keep_their_address_with_ghosts_placeholder_replaced(lexical):
    link = block("link", text("a <b>", 1), url="__GHOST_URL__/about/?a=1&b=2")

    assert lexical(block("paragraph", text("1 < 2 "), link)).html == (
        '<p>1 &lt; 2 <a href="/about/?a=1&amp;b=2"><strong>a &lt;b&gt;</strong></a></p>'
    )


def test_a_line_break_stays_inside_the_paragraph_and_empty_paragraphs_go(lexical):
    html = lexical(
        block("paragraph", text("one"), {"type": "linebreak"}, text("two")), block("paragraph")
    ).html

    assert html == "<p>one<br>two</p>"


def test_headings_get_the_anchors_ghost_gave_them(lexical):
    same = block("extended-heading", text("What's new? Café"), tag="h2")

    assert lexical(same, same | {"tag": "h3"}).html == (
        '<h2 id="whats-new-café">What\'s new? Café</h2>\n<h3 id="whats-new-café-1">What\'s new? Café</h3>'
    )


def test_a_nested_list_belongs_to_the_item_before_it(lexical):
    below = block("listitem", block("list", block("listitem", text("one.one")), tag="ol"))
    html = lexical(
        block("list", block("listitem", text("one")), below, block("listitem", text("two")), tag="ul")
    ).html

    assert html == "<ul><li>one<ol><li>one.one</li></ol></li><li>two</li></ul>"


def test_an_ordered_list_keeps_its_first_number(lexical):
    assert (
        lexical(block("list", block("listitem", text("x")), tag="ol", start=4)).html
        == '<ol start="4"><li>x</li></ol>'
    )


def test_quotes_and_the_second_kind_of_quote_differ(lexical):
    html = lexical(block("extended-quote", text("said")), block("aside", text("set large"))).html

    assert html == (
        '<blockquote><p>said</p></blockquote>\n<blockquote data-block="pull_quote">set large</blockquote>'
    )


def test_a_node_nobody_knows_is_kept_for_review_and_reported(lexical):
    post = lexical({"type": "hologram", "version": 1, "message": "Beam me up"})

    assert 'data-block="html" data-reason="Ghost card hologram"' in post.html
    assert "Beam me up" in post.html
    assert [problem.kind for problem in post.problems] == ["html"]


def test_damaged_lexical_falls_back_to_the_html_and_says_so(post):
    found = post(lexical='{"root": ', html="<p>Saved</p>")

    assert found.html == "<p>Saved</p>"
    assert "lexical is damaged" in found.problems[0].detail


def test_lexical_is_read_before_mobiledoc_and_html(lexical):
    assert lexical(block("paragraph", text("new")), html="<p>old</p>", mobiledoc="{}").html == "<p>new</p>"


def test_very_deep_nesting_is_reported_and_harms_nothing(post):
    deep = '{"root":{"children":[' + '{"type":"x","children":[' * 3000 + "]}" * 3000 + "]}}"

    assert post(lexical=deep, html="<p>Saved</p>").html == "<p>Saved</p>"
