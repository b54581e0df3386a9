"""Each of Ghost's cards becomes a block, or is kept and reported."""

import re

import pytest


def card(kind, **payload):
    return {"type": kind, "version": 1, **payload}


def test_a_picture_keeps_width_link_alternative_text_and_caption(lexical):
    html = lexical(
        card(
            "image",
            src="__GHOST_URL__/content/images/size/w600/2024/05/sea.jpg",
            alt='The "sea"',
            caption="At <em>noon</em>",
            cardWidth="wide",
            href="https://example.org/",
        )
    ).html

    assert html == (
        '<figure data-width="wide"><a href="https://example.org/">'
        '<img src="/content/images/2024/05/sea.jpg" alt="The &quot;sea&quot;"></a>'
        "<figcaption>At <em>noon</em></figcaption></figure>"
    )


def test_a_gallery_keeps_its_pictures_in_order(lexical):
    html = lexical(
        card("gallery", images=[{"src": "/a.jpg", "alt": "A"}, {"src": "/b.jpg"}], caption="Both")
    ).html

    assert html == (
        '<figure data-block="gallery"><figure><img src="/a.jpg" alt="A"></figure>'
        '<figure><img src="/b.jpg" alt=""></figure><figcaption>Both</figcaption></figure>'
    )


def test_code_keeps_its_language_and_every_sign(lexical):
    html = lexical(card("codeblock", code="if a < b:\n    pass", language="python")).html

    assert html == '<pre data-language="python"><code>if a &lt; b:\n    pass</code></pre>'


def test_an_embed_is_its_address_and_a_quoted_post_keeps_its_words(lexical):
    video = card(
        "embed",
        url="https://www.youtube.com/watch?v=abcdefghijk",
        html="<iframe src='x'></iframe>",
        caption="Watch",
    )
    tweet = card(
        "embed",
        url="https://twitter.com/a/status/123",
        html='<blockquote class="twitter-tweet"><p>Hello</p>- A (@a)</blockquote>'
        '<script src="//platform.twitter.com/widgets.js"></script>',
    )

    assert lexical(video).html == (
        '<figure data-block="embed" data-url="https://www.youtube.com/watch?v=abcdefghijk">'
        "<figcaption>Watch</figcaption></figure>"
    )
    assert lexical(tweet).html == (
        "<blockquote><p>Hello</p>- A (@a)</blockquote>"
        '<figure data-block="embed" data-url="https://twitter.com/a/status/123"></figure>'
    )


@pytest.mark.parametrize("typed", ["player.vimeo.com/video/1", "//player.vimeo.com/video/1"])
def test_an_embed_that_was_typed_without_its_scheme_plays(lexical, typed):
    assert 'data-url="https://player.vimeo.com/video/1"' in lexical(card("embed", url=typed)).html


def test_a_bookmark_is_a_link_that_says_what_ghost_said(lexical):
    post = lexical(
        card(
            "bookmark",
            url="https://example.org/a",
            metadata={
                "title": "A & B",
                "description": "About",
                "publisher": "Example",
                "thumbnail": "https://cdn.example/t.png",
                "icon": "https://example.org/favicon.ico",
            },
        )
    )

    assert post.html == (
        '<figure><a href="https://example.org/a"><img src="https://cdn.example/t.png" alt=""></a></figure>'
        '<p><a href="https://example.org/a"><strong>A &amp; B</strong><br>About<br>Example</a></p>'
    )
    assert [problem.kind for problem in post.problems] == ["image"]


@pytest.mark.parametrize(
    ("colour", "kind"), [("blue", "info"), ("green", "tip"), ("red", "danger"), ("pink", "note")]
)
def test_a_callout_becomes_a_note_of_the_kind_its_colour_says(lexical, colour, kind):
    html = lexical(
        card("callout", calloutText="Mind <b>the gap</b>", calloutEmoji="💡", backgroundColor=colour)
    ).html

    assert html == f'<aside data-block="admonition" data-kind="{kind}"><p>💡 Mind <b>the gap</b></p></aside>'


def test_a_callouts_picture_stands_before_its_first_word(lexical):
    text = '<p dir="ltr"><span style="white-space: pre-wrap;">Mind</span></p><p>the gap</p>'

    html = lexical(card("callout", calloutText=text, calloutEmoji="💡")).html

    assert "<p>💡 Mind</p><p>the gap</p>" in re.sub(r"</?span[^>]*>", "", html)


def test_a_toggle_becomes_something_to_unfold(lexical):
    html = lexical(card("toggle", heading="<b>Why?</b>", content="<p>Because.</p>")).html

    assert html == (
        '<div data-block="accordion"><details><summary>Why?</summary><p>Because.</p></details></div>'
    )


def test_buttons_files_sound_and_video_keep_their_addresses(lexical):
    html = lexical(
        card("button", buttonText="Buy", buttonUrl="__GHOST_URL__/shop/"),
        card("file", src="/content/files/a.pdf", fileTitle="Plan", fileCaption="Two pages"),
        card("audio", src="/content/media/a.mp3", title="Talk"),
        card("video", src="/content/media/a.mp4", caption="Film"),
    ).html

    assert '<p data-block="button"><a href="/shop/">Buy</a></p>' in html
    assert (
        '<p data-block="download"><a href="/content/files/a.pdf">Plan</a> <span>Two pages</span></p>' in html
    )
    assert '<audio src="/content/media/a.mp3" controls></audio><figcaption>Talk</figcaption>' in html
    assert '<video src="/content/media/a.mp4" controls></video><figcaption>Film</figcaption>' in html


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"fileTitle": "Plan", "fileName": "a.pdf", "fileSize": 2048}, ("a.pdf, 2.0\xa0KB", "Plan")),
        ({"fileTitle": "Plan", "fileSize": "2 kB"}, ("2 kB", "Plan")),
        ({"fileName": "a.pdf", "fileSize": 0}, ("", "a.pdf")),
        ({"fileTitle": "Plan", "fileSize": "2048"}, ("2.0\xa0KB", "Plan")),
        ({"fileTitle": "Plan", "fileSize": 10**400}, ("", "Plan")),
        ({"fileTitle": "Plan", "fileSize": "9" * 5000}, ("", "Plan")),
        ({"fileName": 'a"b.pdf', "fileTitle": "Plan", "fileSize": True}, ("a&quot;b.pdf", "Plan")),
    ],
)
def test_a_file_says_its_name_and_size_for_when_it_is_missing(lexical, given, said):
    facts = f' data-file="{said[0]}"' if said[0] else ""
    assert lexical(card("file", src="/content/files/a.pdf", **given)).html == (
        f'<p data-block="download"{facts}><a href="/content/files/a.pdf">{said[1]}</a></p>'
    )


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        ("file", {"fileTitle": "Plan 1", "fileCaption": "Pages"}),
        ("audio", {"title": "Plan 1", "caption": "Pages"}),
        ("video", {"fileName": "Plan 1", "caption": "<em>Pages</em>"}),
    ],
)
def test_a_card_that_never_got_its_file_showed_nothing_and_is_named(lexical, kind, given):
    post = lexical(card(kind, src="", **given))

    assert post.html == ""
    assert [problem.kind for problem in post.problems] == ["files"]
    assert "“Plan 1, Pages”" in post.problems[0].detail


def test_products_headers_and_advertisements_are_written_out(lexical):
    html = lexical(
        card(
            "product",
            productTitle="Lamp",
            productDescription="<p>Bright</p>",
            productRatingEnabled=True,
            productStarRating=3,
        ),
        card(
            "header", header="Big", subheader="Small", buttonEnabled=True, buttonText="Go", buttonUrl="/go/"
        ),
        card("call-to-action", textValue="<p>Join</p>", showButton=False, hasSponsorLabel=False),
    ).html

    assert "<h4>Lamp</h4>\n<p>★★★☆☆</p>\n<p>Bright</p>" in html
    assert '<h2 id="big">Big</h2>\n<p>Small</p>\n<p data-block="button"><a href="/go/">Go</a></p>' in html
    assert "<p>Join</p>" in html


@pytest.mark.parametrize("kind", ["email", "email-cta", "signup"])
def test_what_was_for_mail_is_left_out_and_reported(lexical, kind):
    post = lexical(card(kind, html="<p>Dear reader</p>", header="Dear reader"))

    assert post.html == ""
    assert "Dear reader" in post.problems[0].detail


def test_a_card_for_members_does_not_become_public(lexical):
    rule = {"web": {"nonMember": False, "memberSegment": "status:free"}, "email": {"memberSegment": ""}}
    post = lexical(card("html", html="<p>Secret</p>", visibility=rule))

    assert post.html == ""
    assert post.problems[0].kind == "hidden"


def test_the_line_above_the_paid_part_leaves_nothing_behind(lexical):
    assert lexical(card("paywall"), card("horizontalrule")).html == "<hr>"


def test_html_that_is_not_closed_stays_inside_its_card(lexical):
    html = lexical(
        card("html", html="<div><p>Open"),
        {"type": "paragraph", "children": [{"type": "text", "text": "After"}]},
    ).html

    assert html == "<div><p>Open</p></div>\n<p>After</p>"


def test_html_cards_lose_loaders_and_turn_gists_into_embeds(lexical):
    html = lexical(
        card("html", html='<script src="https://gist.github.com/ann/0a1b2c3d.js"></script>'),
        card("html", html='<script async src="https://platform.twitter.com/widgets.js"></script>'),
    ).html

    assert '<figure data-block="embed" data-url="https://gist.github.com/ann/0a1b2c3d"></figure>' in html
    assert "<script" not in html


def test_markdown_breaks_lines_and_takes_headings_without_a_space(lexical):
    html = lexical(card("markdown", markdown="##Two words\none\ntwo ==marked==\n\n```\na\nb\n```")).html

    assert '<h2 id="two-words">Two words</h2>' in html
    assert "one<br>\ntwo <mark>marked</mark>" in html
    assert "a\nb" in html


def test_what_ghost_made_of_markdown_is_preferred(lexical):
    drawn = "<p>x</p><!--kg-card-begin: markdown--><p>as Ghost had it</p><!--kg-card-end: markdown-->"

    assert lexical(card("markdown", markdown="*source*"), html=drawn).html == "<p>as Ghost had it</p>"
