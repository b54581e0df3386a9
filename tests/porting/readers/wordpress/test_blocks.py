"""The block editor's blocks."""

from __future__ import annotations

import pytest

from porting.readers.wordpress.context import Body
from porting.readers.wordpress.gutenberg import parse_blocks
from tests.porting.readers.wordpress.blocks import HILL, Dialect, P, block


def test_blocks_in_blocks_are_a_tree() -> None:
    (group,) = parse_blocks(block("group", P + block("my-plugin/box", "x", '{"a":[1]}')))
    assert [inner.name for inner in group.inner] == ["paragraph", "my-plugin/box"]
    assert group.inner[1].attributes == {"a": [1]}


def test_blocks_that_are_never_closed_lose_nothing() -> None:
    blocks = parse_blocks("<!-- wp:group -->a<!-- wp:paragraph -->b<!-- /wp:other -->c")
    assert blocks[0].html + blocks[0].inner[0].html == "abc"


PICTURE = f'<img src="{HILL}" alt="H"/>'
COLUMN = block("column", f'<div class="wp-block-column">{P}</div>')
BUTTON = block("button", '<div class="wp-block-button is-style-outline"><a href="/go/">Go</a></div>')
DEEPER = block("list", f"<ol>{block('list-item', '<li>b</li>')}</ol>")
SHOWN = {"": ""} | {
    block("heading", '<h3 class="wp-block-heading" id="a">T</h3>', '{"level":3}'): '<h3 id="a">T</h3>',
    block("separator", '<hr class="wp-block-separator"/>'): "<hr>",
    block("spacer", '<div style="height:40px"></div>'): "",
    block("more", "<!--more-->"): "",
    block("html", "<p>Own</p>"): "<p>Own</p>",
    block("columns", f'<div class="wp-block-columns">{COLUMN}{COLUMN}</div>'): "<p>Words</p><p>Words</p>",
    block(
        "list", f"<ul>{block('list-item', f'<li>a{DEEPER}</li>')}</ul>"
    ): "<ul><li>a<ol><li>b</li></ol></li></ul>",
    block("details", f'<details class="wp-block-details"><summary>S</summary>{P}</details>'): (
        "<details><summary>S</summary><p>Words</p></details>"
    ),
    block("quote", f'<blockquote class="wp-block-quote">{P}<cite>Ann</cite></blockquote>'): (
        "<blockquote><p>Words</p><footer>Ann</footer></blockquote>"
    ),
    block(
        "pullquote",
        '<figure class="wp-block-pullquote"><blockquote><p>Q</p><cite>Ann</cite></blockquote></figure>',
    ): '<blockquote data-block="pull_quote"><p>Q</p><footer>Ann</footer></blockquote>',
    block("buttons", f"<div>{BUTTON}</div>"): (
        '<p data-block="button" data-style="secondary"><a href="/go/">Go</a></p>'
    ),
    block("file", '<div class="wp-block-file"><a href="/a.pdf">Paper</a></div>'): (
        '<p data-block="download"><a href="/a.pdf">Paper</a></p>'
    ),
    block(
        "accordion",
        '<div class="wp-block-accordion">'
        + block(
            "accordion-item",
            '<div class="wp-block-accordion-item">'
            + block(
                "accordion-heading",
                '<h3 class="wp-block-accordion-heading"><button type="button"><span class="'
                'wp-block-accordion-heading__toggle-title">S</span><span>+</span></button></h3>',
            )
            + block("accordion-panel", f'<div class="wp-block-accordion-panel">{P}</div>')
            + "</div>",
        )
        + "</div>",
    ): '<div data-block="accordion"><details><summary>S</summary><p>Words</p></details></div>',
    block("math", "<div><math><mi>x</mi></math></div>", '{"latex":"x < 2"}'): (
        "<p><code>x &lt; 2</code></p>"
    ),
    block(
        "social-links", '<ul><!-- wp:social-link {"url":"https://a.example/","service":"mastodon"} /--></ul>'
    ): ('<ul><li><a href="https://a.example/">Mastodon</a></li></ul>'),
}
CODE = {
    block(
        "code", '<pre class="wp-block-code"><code>a &lt; b</code></pre>'
    ): "<pre><code>a &lt; b</code></pre>",
    block("code", '<pre class="wp-block-code language-css"><code>a</code></pre>'): (
        '<pre data-language="css"><code>a</code></pre>'
    ),
    block("verse", '<pre class="wp-block-verse">a<br>b</pre>'): "<pre><code>a\nb</code></pre>",
    block(
        "enlighter/codeblock",
        '<pre class="EnlighterJSRAW" data-enlighter-language="php" data-enlighter-title="x.php">a</pre>',
        '{"language":"php"}',
    ): '<pre data-language="php" data-title="x.php"><code>a</code></pre>',
    block(
        "syntaxhighlighter/code",
        '<pre class="wp-block-syntaxhighlighter-code">[gallery]</pre>',
        '{"language":"python"}',
    ): '<pre data-language="python"><code>[gallery]</code></pre>',
    block(
        "kevinbatdorf/code-block-pro", "<div><pre>coloured</pre></div>", '{"code":"a < b","language":"c"}'
    ): ('<pre data-language="c"><code>a &lt; b</code></pre>'),
}
MEDIA = {
    block(
        "image",
        f'<div class="wp-block-image"><figure class="alignleft">{PICTURE}<figcaption>C</figcaption></figure></div>',
        '{"id":7}',
    ): f'<figure><img src="{HILL}" alt="H"><figcaption>C</figcaption></figure>',
    block(
        "cover",
        '<div class="wp-block-cover alignfull"><span></span>'
        f'<img class="wp-block-cover__image-background" src="{HILL}" alt="H"/>'
        f'<div class="wp-block-cover__inner-container">{P}</div></div>',
    ): f'<figure data-width="full"><img src="{HILL}" alt="H"></figure><p>Words</p>',
    block(
        "media-text",
        f'<div class="wp-block-media-text"><figure class="wp-block-media-text__media">{PICTURE}</figure>'
        f'<div class="wp-block-media-text__content">{P}</div></div>',
    ): f'<figure><img src="{HILL}" alt="H"></figure><p>Words</p>',
    block(
        "table",
        '<figure class="wp-block-table"><table><tbody><tr><td>1</td></tr></tbody></table>'
        "<figcaption>C</figcaption></figure>",
    ): "<table><caption>C</caption><tbody><tr><td>1</td></tr></tbody></table>",
    block(
        "embed",
        '<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://youtu.be/abcdefghijk\n</div>'
        "<figcaption>C</figcaption></figure>",
    ): '<figure data-block="embed" data-url="https://youtu.be/abcdefghijk"><figcaption>C</figcaption></figure>',
    block(
        "html", '<iframe src="https://www.youtube.com/embed/abcdefghijk?rel=0&amp;start=90"></iframe>'
    ): '<figure data-block="embed" data-url="https://www.youtube.com/watch?v=abcdefghijk&amp;t=90s"></figure>',
    block("core-embed/vimeo", "", '{"url":"https://vimeo.com/12345"}'): (
        '<figure data-block="embed" data-url="https://vimeo.com/12345"></figure>'
    ),
    block(
        "shortcode", "[vimeo 12345]"
    ): '<figure data-block="embed" data-url="https://vimeo.com/12345"></figure>',
    block(
        "video",
        '<figure class="wp-block-video"><video controls src="/a.mp4"></video><figcaption>C</figcaption></figure>',
    ): '<figure><video src="/a.mp4" controls></video><figcaption>C</figcaption></figure>',
    block("html", '<iframe src="https://www.bleep.example/player/?/A1" title="A record"></iframe>'): (
        '<iframe src="https://www.bleep.example/player/?/A1" title="A record"></iframe>'
    ),
    block(
        "html",
        '<video controls><source src="/a.webm"><source src="/a.mp4">Cannot play it. <a href="/a.mp4">File</a>, '
        '<a href="/words">words</a></video>',
    ): '<video src="/a.webm" controls><source src="/a.mp4"><p><a href="/words">words</a></p></video>',
    block(
        "html", f'<div class="wp-caption alignleft"><a href="/x"><img src="{HILL}" alt="H"></a>By hand.</div>'
    ): (f'<figure><a href="/x"><img src="{HILL}" alt="H"></a><figcaption>By hand.</figcaption></figure>'),
    block(
        "html",
        f'<div class="wp-caption"><img src="{HILL}" alt="H"><p class="wp-caption-text">Below</p><p>More.</p></div>',
    ): f'<figure><img src="{HILL}" alt="H"><figcaption>Below</figcaption></figure><p>More.</p>',
    block("html", f'<div class="gallery"><p>My words</p><img src="{HILL}" alt="H"></div>'): (
        f'<p>My words</p><p><img src="{HILL}" alt="H"></p>'
    ),
}
QUESTION = '<section data-block="faq"><div data-item data-title="Why?"><p>So.</p></div></section>'
FAQ = {
    block(
        "yoast/faq-block",
        '<div class="schema-faq"><div class="schema-faq-section">'
        '<strong class="schema-faq-question">Why?</strong><p class="schema-faq-answer">So.</p></div></div>',
    ): QUESTION,
    block("rank-math/faq-block", "", '{"questions":[{"id":"1","title":"Why?","content":"So."}]}'): QUESTION,
}


@pytest.mark.parametrize(("content", "written"), list((SHOWN | CODE | MEDIA | FAQ).items()))
def test_each_block(dialect: Dialect, content: str, written: str) -> None:
    assert dialect(content).replace("\n<", "<") == written


NEW_GALLERY = (
    block("image", f"<figure>{PICTURE}<figcaption>One</figcaption></figure>")
    + block("image", '<figure><img src="/b.png" alt="B"/></figure>')
    + '<figcaption class="blocks-gallery-caption">All</figcaption>'
)
OLD_GALLERY = (
    f'<ul class="blocks-gallery-grid"><li><figure>{PICTURE}<figcaption>One</figcaption></figure></li>'
    '<li><figure><img src="/b.png" alt="B"/></figure></li></ul>'
    '<figcaption class="blocks-gallery-caption">All</figcaption>'
)


@pytest.mark.parametrize("inside", [NEW_GALLERY, OLD_GALLERY])
def test_galleries_of_both_generations(dialect: Dialect, inside: str) -> None:
    assert dialect(block("gallery", f'<figure class="wp-block-gallery">{inside}</figure>')) == (
        f'<figure data-block="gallery"><figure><img src="{HILL}" alt="H"><figcaption>One</figcaption></figure>'
        '<figure><img src="/b.png" alt="B"></figure><figcaption>All</figcaption></figure>'
    )


def test_footnotes_have_their_text_in_a_field(dialect: Dialect, body: Body) -> None:
    body.meta = {"footnotes": '[{"content":"See <em>there</em>","id":"k1"}]'}
    mark = '<sup data-fn="k1" class="fn"><a href="#k1" id="k1-link">1</a></sup>'
    assert dialect(block("paragraph", f"<p>So{mark}.</p>") + "<!-- wp:footnotes /-->") == (
        '<p>So<sup data-footnote="k1"></sup>.</p>'
        '<section data-block="footnotes"><div data-item data-key="k1">See <em>there</em></div></section>'
    )


def test_shared_blocks_are_written_where_they_are_used(dialect: Dialect, body: Body) -> None:
    body.reusable = {"5": P}
    assert dialect('<!-- wp:block {"ref":5} /-->') == "<p>Words</p>"
    assert dialect('<!-- wp:block {"ref":6} /-->') == ""
    assert [problem.kind for problem in body.problems] == ["block"]


def test_blocks_made_on_the_fly_are_reported_together(dialect: Dialect, body: Body) -> None:
    assert dialect(P + "<!-- wp:latest-posts /--><!-- wp:search /-->") == "<p>Words</p>"
    (problem,) = body.problems
    assert "latest-posts, search" in problem.detail


def test_an_unknown_block_leaves_its_html(dialect: Dialect) -> None:
    assert dialect(block("my/box", f'<div class="box">{P}</div>')) == "<p>Words</p>"


def test_classic_text_between_blocks_has_paragraphs(dialect: Dialect) -> None:
    assert (
        dialect(f"{P}\n\nOne\n\nTwo\n\n{P}").replace("\n", "")
        == "<p>Words</p><p>One</p><p>Two</p><p>Words</p>"
    )
