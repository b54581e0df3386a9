"""HTML as Ghost drew it is read back into cards."""

import pytest


def test_code_loses_its_colours_and_keeps_its_language(post):
    html = post(
        html='<pre class="x"><code class="language-js">let <span>a</span> = 1 &lt; 2;</code></pre>'
    ).html

    assert html == '<pre data-language="js"><code>let a = 1 &lt; 2;</code></pre>'


@pytest.mark.parametrize(
    "pre",
    [
        '<pre class="lang:php decode:true "><code>',
        '<pre class="brush: php"><code>',
        '<pre><code class=" hljs php">',
        '<pre><code class="hljs language-php">',
    ],
)
def test_code_coloured_by_others_keeps_its_language(post, pre):
    assert (
        post(html=f"{pre}echo 1;</code></pre>").html == '<pre data-language="php"><code>echo 1;</code></pre>'
    )


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (
            '<figure class="kg-card kg-image-card kg-width-full">'
            '<img src="__GHOST_URL__/content/images/a.png" class="kg-image" alt="A"></figure>',
            '<figure data-width="full"><img src="/content/images/a.png" alt="A"></figure>',
        ),
        (
            '<div class="kg-card kg-callout-card kg-callout-card-green">'
            '<div class="kg-callout-emoji">✅</div><div class="kg-callout-text">Done</div></div>',
            '<aside data-block="admonition" data-kind="tip"><p>✅ Done</p></aside>',
        ),
        (
            '<div class="kg-card kg-button-card kg-align-center"><a href="/x/" class="kg-btn">Go</a></div>',
            '<p data-block="button"><a href="/x/">Go</a></p>',
        ),
        (
            '<div class="kg-card kg-toggle-card"><div class="kg-toggle-heading">'
            '<h4 class="kg-toggle-heading-text">Q</h4></div><div class="kg-toggle-content"><p>A</p></div></div>',
            '<div data-block="accordion"><details><summary>Q</summary><p>A</p></details></div>',
        ),
        (
            '<figure class="kg-card kg-embed-card">'
            '<iframe src="https://player.vimeo.com/video/1"></iframe><figcaption>C</figcaption></figure>',
            '<figure data-block="embed" data-url="https://player.vimeo.com/video/1"><figcaption>C</figcaption></figure>',
        ),
        (
            '<div class="kg-card kg-file-card"><a class="kg-file-card-container" href="/a.pdf">'
            '<div class="kg-file-card-contents"><div class="kg-file-card-title">Plan</div>'
            '<div class="kg-file-card-metadata"><div class="kg-file-card-filename">a.pdf</div>'
            '<div class="kg-file-card-filesize">2 KB</div></div></div></a></div>',
            '<p data-block="download" data-file="a.pdf, 2 KB"><a href="/a.pdf">Plan</a></p>',
        ),
        (
            '<blockquote class="kg-blockquote-alt">Large</blockquote>',
            '<blockquote data-block="pull_quote">Large</blockquote>',
        ),
    ],
)
def test_cards_drawn_by_ghost_are_cards_again(post, drawn, expected):
    assert post(html=drawn).html == expected


def test_a_bookmark_drawn_by_ghost_says_the_same_in_order(post):
    drawn = (
        '<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="https://e.org/">'
        '<div class="kg-bookmark-content"><div class="kg-bookmark-title">T</div>'
        '<div class="kg-bookmark-description">D</div><div class="kg-bookmark-metadata">'
        '<span class="kg-bookmark-author">P</span></div></div></a></figure>'
    )

    assert post(html=drawn).html == '<p><a href="https://e.org/"><strong>T</strong><br>D<br>P</a></p>'


def test_a_part_for_members_in_the_html_is_left_out(post):
    found = post(
        html='<p>a</p><!--kg-gated-block:begin nonMember:false memberSegment:"status:free" -->'
        "<p>b</p><!--kg-gated-block:end-->"
    )

    assert found.html == "<p>a</p>"
    assert found.problems[0].kind == "hidden"


def test_a_quoted_post_in_old_html_becomes_quote_and_embed(post):
    found = post(
        html='<blockquote class="twitter-tweet"><p>Hi</p><a href="https://twitter.com/a/status/1">May</a></blockquote>'
    )

    assert found.html == (
        '<blockquote><p>Hi</p><a href="https://twitter.com/a/status/1">May</a></blockquote>'
        '<figure data-block="embed" data-url="https://twitter.com/a/status/1"></figure>'
    )


def test_the_oldest_posts_are_markdown_alone(post):
    assert post(markdown="#Hello\nthere").html.startswith('<h1 id="hello">Hello</h1>')


def test_a_pen_keeps_its_words_and_becomes_an_embed(post):
    found = post(
        html='<p data-slug-hash="abC" data-user="ann" class="codepen">See <a href="https://codepen.io/ann/pen/abC">it</a></p>'
        '<script async src="//codepen.io/assets/embed/ei.js"></script>'
    )

    assert found.html == (
        '<p>See <a href="https://codepen.io/ann/pen/abC">it</a></p>'
        '<figure data-block="embed" data-url="https://codepen.io/ann/pen/abC"></figure>'
    )


@pytest.mark.parametrize(
    "drawn",
    [
        # as Ghost 0.x drew them, and as Ghost does today
        '<p>See<sup id="fnref:1"><a href="#fn:1" rel="footnote">1</a></sup></p><div class="footnotes"><ol>'
        '<li class="footnote" id="fn:1"><p>The <em>note</em> '
        '<a href="#fnref:1" title="return">↩</a></p></li></ol></div>',
        '<p>See<sup class="footnote-ref"><a href="#fn1" id="fnref1">[1]</a></sup></p><hr class="footnotes-sep">'
        '<section class="footnotes"><ol class="footnotes-list"><li id="fn1" class="footnote-item">'
        '<p>The <em>note</em> <a href="#fnref1" class="footnote-backref">↩︎</a></p></li></ol></section>',
    ],
)
def test_footnotes_are_footnotes_again(post, drawn):
    assert post(html=drawn).html == (
        '<p>See<sup data-footnote="1"></sup></p>'
        '<section data-block="footnotes"><div data-item data-key="1"><p>The <em>note</em> </p></div></section>'
    )


def test_a_mark_that_is_shown_with_brackets_here_is_told(post):
    note = '<div class="footnotes"><ol><li id="fn:1"><p>N</p></li></ol></div>'
    drawn = f'<p>See<sup><a href="#fn:1">1</a></sup></p>{note}'
    assert [problem.kind for problem in post(html=drawn).problems] == ["footnotes"]


def test_a_raised_number_without_a_footnote_stays_as_it_is(post):
    assert post(html='<p>m<sup>2</sup> <sup><a href="#fn9">9</a></sup></p>').html == (
        '<p>m<sup>2</sup> <sup><a href="#fn9">9</a></sup></p>'
    )


def test_what_stands_in_a_frame_for_old_browsers_is_no_text_with_tags(post):
    frame = '<iframe src="https://bandcamp.com/EmbeddedPlayer/album=4/"><a href="https://a.example/x">Album</a></iframe>'
    assert post(html=f"<p>{frame}</p>").html == f"<p>{frame}</p>"


@pytest.mark.parametrize(
    "start", ["{{site.url}}/", "{{%20site.url%20}}//", "{{ site.baseurl }}/", "{{site_url}}/"]
)
def test_links_a_converter_of_jekyll_blogs_left_open_lead_into_the_blog(post, start):
    assert 'href="/a-day-out/#x"' in post(html=f'<p><a href="{start}a-day-out/#x">x</a></p>').html
