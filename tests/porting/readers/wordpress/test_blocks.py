"""The block editor's blocks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from porting.readers.wordpress.context import Body
from porting.readers.wordpress.gutenberg import parse_blocks

Dialect = Callable[[str], str]
HILL = "https://old.example/wp-content/uploads/2020/03/hill.jpg"


def block(name: str, inside: str, attributes: str = "") -> str:
    return f"<!-- wp:{name} {attributes}{' ' if attributes else ''}-->\n{inside}\n<!-- /wp:{name} -->"


P = block("paragraph", "<p>Words</p>")


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


HILL_SHOWN = f'<figure><img src="{HILL}" alt="Our hill"></figure>'
LAKE = HILL.replace("hill.jpg", "lake.png")


@pytest.mark.parametrize(
    ("name", "attributes", "written"),
    [
        ("acf/card", '{"name":"acf/card","data":{"text":"Three short words","_text":"field_5f1a","id":3}}',
         "<p>Three short words</p>"),
        ("acf/card", '{"data":{"titre":"Bienvenue","style":"dark","photo":7}}',
         f'<p>Bienvenue</p><figure><img src="{HILL}" alt="A hill"><figcaption>The hill at dawn</figcaption></figure>'),
        ("kadence/singlebtn", '{"uniqueID":"1_a","text":"View more","link":"https://a.example/more","color":"palette1"}',
         '<p data-block="button"><a href="https://a.example/more">View more</a></p>'),
        ("my/cta", '{"title":"Come in","cta1Label":"Write to us","cta1Url":"/contact","minHeight":"300px"}',
         '<p><strong>Come in</strong></p><p data-block="button"><a href="/contact">Write to us</a></p>'),
        ("my/card", f'{{"imageUrl":"{HILL}","imageId":7,"imageAlt":"Our hill","title":"Hills","align":"wide"}}',
         f"{HILL_SHOWN}<p><strong>Hills</strong></p>"),
        ("my/slides", f'{{"ids":[7,8],"imagesShown":[{{"url":"{HILL}","thumbUrl":"{HILL}?w=9","alt":"Our hill"}},'
         f'{{"url":"{LAKE}","link":"https://old.example/lake/","alt":""}}]}}',
         f'<figure data-block="gallery">{HILL_SHOWN}<figure><img src="{LAKE}" alt=""></figure></figure>'),
        ("kadence/testimonial", '{"content":"Very good.","name":"Ann Lee","occupation":"Baker","rating":4}',
         "<blockquote><p>Very good.</p><footer>Ann Lee, Baker</footer></blockquote>"),
        ("my/text", '{"content":"One\\u003cbr\\u003e\\u003cem\\u003etwo\\u003c/em\\u003e","textAlign":"center"}',
         "<p>One<br><em>two</em></p>"),
        ("my/contact", '{"rows":[{"label":"Phone","value":"+1 23","url":"tel:+123"}]}',
         '<p>+1 23</p><p><a href="tel:+123">Phone</a></p>'),
    ],
)  # fmt: skip
def test_what_an_unknown_block_says_in_its_attributes_alone_is_kept(
    dialect: Dialect, body: Body, name: str, attributes: str, written: str
) -> None:
    assert dialect(f"<!-- wp:{name} {attributes} /-->") == written
    (problem,) = body.problems
    assert f"“{name}”" in problem.detail


def test_the_title_of_an_unknown_block_stands_above_the_blocks_in_it(dialect: Dialect) -> None:
    html = dialect(f'<!-- wp:my/section {{"title":"Our work","layout":"wide"}} -->{P}<!-- /wp:my/section -->')
    assert html == "<p><strong>Our work</strong></p><p>Words</p>"


@pytest.mark.parametrize(
    "block",
    [
        'kadence/postgrid {"readMoreText":"View more","layout":"grid"}',
        'my/row {"align":"wide","content":"space-between"}',
        'my/grid {"postIds":[1,2],"titleFont":[{"size":"24px"}],"layout":"grid","text":"center"}',
        'jetpack/sharing-button {"service":"x","label":"X"}',
        'my/deep {"a":' + '{"a":' * 60 + "1" + "}" * 61,
    ],
)
def test_a_block_that_only_tells_how_it_looked_is_left_out_and_named(
    dialect: Dialect, body: Body, block: str
) -> None:
    assert dialect(f"{P}<!-- wp:{block} /-->") == "<p>Words</p>"
    assert [block.split()[0] in problem.detail for problem in body.problems] == [True]


@pytest.mark.parametrize(
    "hidden", ['{"metadata":{"blockVisibility":false}}', '{"blockVisibility":{"hideBlock":true}}']
)
@pytest.mark.parametrize("name", ["paragraph", "group", "code", "image", "my/box"])
def test_a_block_hidden_from_everybody_is_not_shown_and_reported(
    dialect: Dialect, body: Body, name: str, hidden: str
) -> None:
    assert dialect(P + block(name, f"<p>Not yet</p>{P}", hidden)) == "<p>Words</p>"
    (problem,) = body.problems
    assert problem.kind == "hidden"
    assert "Not yet Words" in problem.detail


def test_a_hidden_point_of_a_list_is_not_shown(dialect: Dialect) -> None:
    points = block("list-item", "<li>One</li>") + block(
        "list-item", "<li>Not yet</li>", '{"blockVisibility":{"hideBlock":true}}'
    )
    assert "Not yet" not in dialect(block("list", f"<ul>{points}</ul>"))


def test_a_block_that_some_devices_leave_out_is_shown(dialect: Dialect) -> None:
    some = (
        '{"metadata":{"blockVisibility":{"viewport":{"mobile":false}}},"blockVisibility":{"hideBlock":false}}'
    )
    assert dialect(block("paragraph", "<p>Words</p>", some)) == "<p>Words</p>"


def test_an_unknown_block_leaves_its_html(dialect: Dialect) -> None:
    assert dialect(block("my/box", f'<div class="box">{P}</div>')) == "<p>Words</p>"


def test_classic_text_between_blocks_has_paragraphs(dialect: Dialect) -> None:
    assert (
        dialect(f"{P}\n\nOne\n\nTwo\n\n{P}").replace("\n", "")
        == "<p>Words</p><p>One</p><p>Two</p><p>Words</p>"
    )
