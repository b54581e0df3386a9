"""Shortcodes become what they showed, and brackets that are only text stay text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from porting.readers.wordpress.context import Body

Dialect = Callable[[str], str]
HILL = "https://old.example/wp-content/uploads/2020/03/hill.jpg"


@pytest.mark.parametrize(
    "content",
    [
        f'[caption id="a" align="alignleft" width="300"]<img src="{HILL}" alt="H"> My <em>words</em>[/caption]',
        f'[wp_caption caption="My <em>words</em>"]<img src="{HILL}" alt="H">[/wp_caption]',
        f'<div class="wp-caption alignnone"><img src="{HILL}" alt="H">'
        f'<p class="wp-caption-text">My <em>words</em></p></div>',
    ],
)
def test_captions_in_every_form(dialect: Dialect, content: str) -> None:
    assert (
        dialect(content)
        == f'<figure><img src="{HILL}" alt="H"><figcaption>My <em>words</em></figcaption></figure>'
    )


def test_a_captioned_picture_keeps_its_link_and_full_size(dialect: Dialect) -> None:
    small = HILL.replace(".jpg", "-300x200.jpg")
    html = dialect(f'[caption]<a href="/big/"><img class="wp-image-7" src="{small}"></a> Words[/caption]')
    assert (
        html
        == f'<figure><a href="/big/"><img src="{HILL}" alt="A hill"></a><figcaption>Words</figcaption></figure>'
    )


@pytest.mark.parametrize(
    "code", ["[gallery]", '[gallery ids="7,8"]', "[gallery include='7,8']", "[gallery ids=&#8221;7,8&#8221;]"]
)
def test_galleries_name_their_pictures_or_show_the_posts_own(dialect: Dialect, code: str) -> None:
    html = dialect(code)
    assert html.startswith('<figure data-block="gallery"><figure><img src="' + HILL)
    assert 'alt="A lake"' in html
    assert "The hill at dawn" in html


@pytest.mark.parametrize("code", ["[imagelist]", "[portfolio_slideshow]", "[imagelist id=1]"])
def test_the_galleries_of_portfolio_plugins_show_the_posts_own_pictures(dialect: Dialect, code: str) -> None:
    assert dialect(f"Words\n\n{code}").count("<img") == 2


def test_a_picture_missing_from_a_gallery_is_reported(dialect: Dialect, body: Body) -> None:
    dialect('[gallery ids="7,99"]')
    assert any(problem.kind == "image" and "99" in problem.detail for problem in body.problems)


def test_a_gallery_can_leave_pictures_out(dialect: Dialect) -> None:
    assert dialect('[gallery exclude="8"]').count("<img") == 1


@pytest.mark.parametrize(
    ("code", "address"),
    [
        ("[embed width=500]https://vimeo.com/12345[/embed]", "https://vimeo.com/12345"),
        (
            "[youtube=http://www.youtube.com/watch?v=abcdefghijk&w=320&h=240]",
            "http://www.youtube.com/watch?v=abcdefghijk",
        ),
        ("[youtube=www.youtube.com/watch?v=abcdefghijk]", "https://www.youtube.com/watch?v=abcdefghijk"),
        ("[youtube abcdefghijk]", "https://www.youtube.com/watch?v=abcdefghijk"),
        ('[su_youtube url="https://youtu.be/abcdefghijk"]', "https://youtu.be/abcdefghijk"),
        ("[vimeo 12345 w=400]", "https://vimeo.com/12345"),
        ('[gist id="0123456789abcdef"]', "https://gist.github.com/0123456789abcdef"),
        (
            "[gist]https://gist.github.com/ann/0123456789abcdef[/gist]",
            "https://gist.github.com/ann/0123456789abcdef",
        ),
        ("[tweet 1234567890]", "https://twitter.com/i/status/1234567890"),
        ('[soundcloud url="https://soundcloud.com/ann/song"]', "https://soundcloud.com/ann/song"),
        (
            '[googleapps domain="docs" dir="forms/d/e/1F/viewform" query="a=1&amp;b=2" width="9" /]',
            "https://docs.google.com/forms/d/e/1F/viewform?a=1&amp;b=2",
        ),
        (
            "[googlemaps https://maps.google.com/maps?q=here&amp;z=3]",
            "https://maps.google.com/maps?q=here&amp;z=3",
        ),
        ("[wpvideo abcdEFGH]", "https://videopress.com/v/abcdEFGH"),
        ("https://www.youtube.com/watch?v=abcdefghijk", "https://www.youtube.com/watch?v=abcdefghijk"),
        ("<p>https://twitter.com/a/status/123456</p>", "https://twitter.com/a/status/123456"),
        (
            '<iframe src="//www.youtube.com/embed/abcdefghijk?rel=0"></iframe>',
            "https://www.youtube.com/watch?v=abcdefghijk",
        ),
        *(
            (player, "https://v.youku.com/v_show/id_XOTA3NjE0NA==.html")
            for player in (
                '<embed src="http://player.youku.com/player.php/sid/XOTA3NjE0NA==/v.swf">',
                '<embed src="http://player.youku.com/player.php/Type/Folder/Fid/1/Ob/1/sid/XOTA3NjE0NA==/v.swf">',
                '<iframe src="//player.youku.com/embed/XOTA3NjE0NA=="></iframe>',
            )
        ),
        ('<iframe src="https://player.vimeo.com/video/12345"></iframe>', "https://vimeo.com/12345"),
        (
            '<object><param name="movie" value="http://www.youtube.com/v/abcdefghijk&hl=en"></object>',
            "https://www.youtube.com/watch?v=abcdefghijk",
        ),
        (
            '<script src="https://gist.github.com/ann/0123456789.js"></script>',
            "https://gist.github.com/ann/0123456789",
        ),
    ],
)
def test_players_become_embeds(dialect: Dialect, code: str, address: str) -> None:
    assert dialect(f"Before\n\n{code}\n\nAfter") == (
        f'<p>Before</p><figure data-block="embed" data-url="{address}"></figure><p>After</p>'
    )


def test_an_address_alone_that_nobody_plays_is_a_link(dialect: Dialect) -> None:
    html = dialect("https://example.org/a\n\nand https://youtu.be/abcdefghijk in a line")
    assert (
        html == '<p><a href="https://example.org/a">https://example.org/a</a></p>'
        "<p>and https://youtu.be/abcdefghijk in a line</p>"
    )


def test_sound_and_films_of_the_blog(dialect: Dialect) -> None:
    assert 'src="https://old.example/a.mp3"' in dialect('[audio mp3="https://old.example/a.mp3"][/audio]')
    assert 'src="https://old.example/a.mp3"' in dialect("[audio https://old.example/a.mp3|width=180]")
    film = dialect(
        '[video width="640" mp4="https://old.example/a.mp4" poster="https://old.example/p.jpg"][/video]'
    )
    assert (
        '<video src="https://old.example/a.mp4" controls poster="https://old.example/p.jpg"></video>' in film
    )
    forms = dialect('[video ogv="https://old.example/a.ogv" mp4="https://old.example/a.mp4"][/video]')
    assert (
        '<video src="https://old.example/a.mp4" controls><source src="https://old.example/a.ogv"></video>'
        in forms
    )


def test_a_playlist_says_that_some_of_its_files_are_not_there(dialect: Dialect, body: Body) -> None:
    assert dialect('[playlist ids="7,99"]').count("<audio") == 1
    assert [problem.kind for problem in body.problems] == ["audio"]


def test_a_number_is_what_stands_before_the_rest_of_an_address(dialect: Dialect) -> None:
    html = dialect("[slideshare id=6841838&amp;doc=slides-110207-phpapp01]")
    assert 'data-url="https://www.slideshare.net/slideshow/embed_code/6841838"' in html


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        (
            "[python]\nif a < b:\n\n    x[1] = '&'\n[/python]",
            "<pre data-language=\"python\"><code>if a &lt; b:\n\n    x[1] = '&amp;'</code></pre>",
        ),
        (
            '[code language="php" title="x.php" highlight="1,3-4"]&lt;?php echo 1;[/code]',
            '<pre data-language="php" data-title="x.php" data-lines="1,3-4"><code>&lt;?php echo 1;</code></pre>',
        ),
        (
            '[code lang="html"]\n<a>x</a>\n<div class="t">\n  <p>one</p>\n</div>\n[/code]',
            '<pre data-language="html"><code>&lt;a&gt;x&lt;/a&gt;\n&lt;div class="t"&gt;\n  '
            "&lt;p&gt;one&lt;/p&gt;\n&lt;/div&gt;</code></pre>",
        ),
        (
            "[code]<p>a &lt; b;</p>\n<p>c<br />\nd</p>[/code]",
            "<pre><code>a &lt; b;\nc\nd</code></pre>",
        ),
        ("[sourcecode lang='css']a{}[/sourcecode]", '<pre data-language="css"><code>a{}</code></pre>'),
        ("[code][gallery][/code]", "<pre><code>[gallery]</code></pre>"),
        (
            '<pre lang="ruby" line="1">puts 1</pre>',
            '<pre data-language="ruby" data-numbers><code>puts 1</code></pre>',
        ),
        (
            '<pre class="brush: jscript; highlight: [2,3]">a</pre>',
            '<pre data-language="jscript" data-lines="2,3"><code>a</code></pre>',
        ),
        ('<pre><code class="language-c++">x</code></pre>', '<pre data-language="c++"><code>x</code></pre>'),
        (
            '<pre class="lang:python decode:true" title="y.py">x</pre>',
            '<pre data-language="python" data-title="y.py"><code>x</code></pre>',
        ),
        ("<pre>a\n\n[gallery]</pre>", "<pre><code>a\n\n[gallery]</code></pre>"),
    ],
)
def test_code_in_every_form_is_final(dialect: Dialect, typed: str, written: str) -> None:
    assert dialect(typed) == written


@pytest.mark.parametrize(
    "text",
    [
        "He wrote [sic] it [1] and [...] so",
        "[link](https://a.example) [Update: new]",
        "[note] this",
        "[/rant]",
        "[Flickr just announced] it",
        "[video of Ann at the conference 2006] there",
    ],
)
def test_brackets_that_are_text_stay_text(dialect: Dialect, body: Body, text: str) -> None:
    assert dialect(text) == f"<p>{text}</p>"
    assert body.problems == []


def test_a_shortcode_that_is_only_shown_is_code(dialect: Dialect) -> None:
    assert dialect("Write [[gallery]] for one") == "<p>Write <code>[gallery]</code> for one</p>"


def test_forms_are_kept_for_review(dialect: Dialect, body: Body) -> None:
    assert 'data-reason="shortcode contact-form-7"' in dialect('[contact-form-7 id="1" title="Write"]')
    assert body.problems


def test_page_builders_leave_their_content(dialect: Dialect) -> None:
    built = '[vc_row][vc_column width="1/2"][vc_column_text]One\n\nTwo[/vc_column_text][/vc_column][/vc_row]'
    built += "[et_pb_text]Three[/et_pb_text]"
    assert dialect(built) == "<p>One</p><p>Two</p><p>Three</p>"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ('[su_spoiler title="Open"]In[/su_spoiler]', "<details><summary>Open</summary><p>In</p></details>"),
        (
            '[su_note title="Look"]In[/su_note]',
            '<aside data-block="admonition" data-kind="note" data-title="Look"><p>In</p></aside>',
        ),
        ("[warning]Hot[/warning]", '<aside data-block="admonition" data-kind="warning"><p>Hot</p></aside>'),
        (
            '[tabs][tab title="A"]One[/tab][tab title="B"]Two[/tab][/tabs]',
            '<div data-block="tabs"><section data-item data-title="A"><p>One</p></section>'
            '<section data-item data-title="B"><p>Two</p></section></div>',
        ),
        (
            '[button url="https://a.example/"]Go[/button]',
            '<p data-block="button"><a href="https://a.example/">Go</a></p>',
        ),
        ('[su_quote cite="Ann"]Said[/su_quote]', "<blockquote><p>Said</p><footer>Ann</footer></blockquote>"),
        ("[dropcap]T[/dropcap]here", "<p>There</p>"),
        (
            "Word[efn_note]A note[/efn_note].",
            '<p>Word<sup data-footnote="note-1"></sup>.</p>'
            '<section data-block="footnotes"><div data-item data-key="note-1"><p>A note</p></div></section>',
        ),
    ],
)
def test_boxes_of_plugins(dialect: Dialect, typed: str, written: str) -> None:
    assert dialect(typed) == written


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("One <!--more--> two", "<p>One</p><p>two</p>"),
        (
            '<img class="wp-smiley" src="/wp-includes/images/smilies/icon_smile.gif" alt=":)"> ok',
            "<p>:) ok</p>",
        ),
        ('<div align="center"><span style="color:red">Red</span></div>', "<p>Red</p>"),
        (
            "<blockquote>Said\n\n<cite>Ann</cite></blockquote>",
            "<blockquote><p>Said</p><footer>Ann</footer></blockquote>",
        ),
        ('<a href="/x/"><img src="a.png" alt="A"></a>', '<p><a href="/x/"><img src="a.png" alt="A"></a></p>'),
        (
            '<figure class="alignwide"><img src="a.png" alt="A"></figure>',
            '<figure data-width="wide"><img src="a.png" alt="A"></figure>',
        ),
    ],
)
def test_classic_content(dialect: Dialect, typed: str, written: str) -> None:
    assert dialect(typed) == written


def test_a_post_of_a_network_keeps_its_words(dialect: Dialect) -> None:
    html = dialect(
        '<blockquote class="twitter-tweet"><p>Hi</p><a href="https://twitter.com/a/status/123456">May</a>'
        "</blockquote>"
        '<script async src="//platform.twitter.com/widgets.js"></script>'
    )
    assert "<p>Hi</p>" in html
    assert html.endswith(
        '<figure data-block="embed" data-url="https://twitter.com/a/status/123456"></figure>'
    )


def test_open_shortcodes_without_end_take_no_time(dialect: Dialect) -> None:
    assert dialect("[code]" * 5000 + "[caption " * 5000 + "<pre>" * 3000)


def test_a_pen_of_either_plugin_plays(dialect: Dialect) -> None:
    html = dialect("[CodePen height=450 show=results href=DCvFm user=ann]")
    assert "https://codepen.io/ann/pen/DCvFm" in html
    assert "[CodePen" not in html


def test_the_name_of_a_service_in_brackets_is_a_word(dialect: Dialect) -> None:
    html = dialect('<ul><li><a href="https://gist.github.com/1">Host [gist]</a></li></ul>')
    assert html == '<ul><li><a href="https://gist.github.com/1">Host [gist]</a></li></ul>'


def test_a_poll_of_polldaddy_is_a_link_to_it(dialect: Dialect, body: Body) -> None:
    assert "https://poll.fm/12345" in dialect("[polldaddy poll=12345]")
    assert not body.problems
