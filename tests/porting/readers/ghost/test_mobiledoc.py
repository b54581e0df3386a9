"""Mobiledoc becomes the dialect."""

import json


def test_markups_open_and_close_where_the_markers_say(mobiledoc):
    html = mobiledoc(
        [[1, "p", [[0, [], 0, "a "], [0, [0], 0, "bold "], [0, [1], 2, "link"], [0, [], 0, " & end"]]]],
        markups=[["strong"], ["a", ["href", "__GHOST_URL__/x/?a&b", "rel", "noopener"]]],
    ).html

    assert html == '<p>a <strong>bold <a href="/x/?a&amp;b">link</a></strong> &amp; end</p>'


def test_soft_returns_headings_quotes_and_lists(mobiledoc):
    html = mobiledoc(
        [
            [1, "h2", [[0, [], 0, "Head"]]],
            [1, "p", [[0, [], 0, "one"], [1, [], 0, 0], [0, [], 0, "two"]]],
            [1, "blockquote", [[0, [], 0, "said"]]],
            [3, "ol", [[[0, [], 0, "first"]], [[0, [], 0, "second"]]]],
        ],
        atoms=[["soft-return", "", {}]],
    ).html

    assert html == (
        '<h2 id="head">Head</h2>\n<p>one<br>two</p>\n<blockquote><p>said</p></blockquote>\n'
        "<ol><li>first</li><li>second</li></ol>"
    )


def test_cards_are_those_of_lexical_with_the_old_names_too(mobiledoc):
    html = mobiledoc(
        [[10, 0], [10, 1], [10, 2]],
        cards=[
            ["hr", {}],
            ["card-markdown", {"markdown": "*x*"}],
            ["image", {"src": "/a.png", "cardWidth": "full"}],
        ],
    ).html

    assert html == '<hr>\n<p><em>x</em></p>\n\n<figure data-width="full"><img src="/a.png" alt=""></figure>'


def test_a_damaged_section_is_reported_and_the_rest_is_kept(mobiledoc):
    post = mobiledoc([[10, 7], [1, "p", [[0, [], 0, "kept"]]]])

    assert post.html == "<p>kept</p>"
    assert "damaged" in post.problems[0].detail


def test_a_post_that_is_one_markdown_card_is_taken_as_ghost_drew_it(post):
    whole = {"version": "0.3.1", "cards": [["card-markdown", {"markdown": "a\nb"}]], "sections": [[10, 0]]}
    found = post(mobiledoc=json.dumps(whole), html='<div class="kg-card-markdown"><p>a<br>b</p></div>')

    assert found.html == "<p>a<br>b</p>"
