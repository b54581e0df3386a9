"""HTML that is read in feed readers."""

import pytest

from core.seo.portable import portable_html

PAGE = "https://example.org/blog/ships/"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="/x/?a=1&amp;b=2">x</a>', '<a href="https://example.org/x/?a=1&amp;b=2">x</a>'),
        ('<a href="#part">x</a>', '<a href="https://example.org/blog/ships/#part">x</a>'),
        ('<a href="next">x</a>', '<a href="https://example.org/blog/ships/next">x</a>'),
        ('<a href="mailto:a@example.org">x</a>', '<a href="mailto:a@example.org">x</a>'),
        ('<a href="http://[broken">x</a>', "<a>x</a>"),
        ('<a href="javascript:alert(1)">x</a>', "<a>x</a>"),
        ('<img src="/a.jpg" alt="A">', '<img src="https://example.org/a.jpg" alt="A">'),
        (
            '<img srcset="/a.jpg 480w, /b.jpg 960w">',
            '<img srcset="https://example.org/a.jpg 480w, https://example.org/b.jpg 960w">',
        ),
        (
            '<blockquote cite="/source/">x</blockquote>',
            '<blockquote cite="https://example.org/source/">x</blockquote>',
        ),
    ],
)
def test_addresses_are_absolute_and_safe(html, expected):
    assert portable_html(html, PAGE) == expected


def test_of_a_pictures_formats_the_common_one_stays():
    html = '<picture><source type="image/avif" srcset="/a.avif 1w"><img src="/a.jpg"></picture>'
    assert portable_html(html, PAGE) == '<img src="https://example.org/a.jpg">'


def test_what_kept_code_is_called_stands_above_it():
    html = '<td><pre tabindex="0" title="a&amp;b.js"><code>x</code></pre></td>'
    assert "<p><strong>a&amp;b.js</strong></p><pre><code>x</code></pre>" in portable_html(html, PAGE)


def test_what_opens_by_a_click_is_laid_open():
    html = '<details class="x"><summary class="y">Deep?</summary><div>Very.</div></details>'
    assert portable_html(html, PAGE) == "<p><strong>Deep?</strong></p><div>Very.</div>"


def test_controls_frames_and_words_for_screen_readers_are_left_out():
    html = (
        '<button>Copy</button><svg><text>drawn</text></svg><iframe src="https://x.example/"></iframe>'
        '<style>p{}</style><p>Text<span class="visually-hidden"> spoken</span></p>'
    )
    assert portable_html(html, PAGE) == "<p>Text</p>"


def test_code_keeps_its_lines_and_loses_its_colours():
    html = '<div>\n\n\n<pre><code><span class="k">a</span>\n\n\nb &lt; c</code></pre>\n\n</div>'
    assert portable_html(html, PAGE) == "<div>\n<pre><code>a\n\n\nb &lt; c</code></pre>\n</div>"


def test_a_picture_elsewhere_is_a_picture_again():
    url = "https://old.example/a.png"
    html = f'<a href="{url}"><img src="data:image/gif;base64,R0==" data-src="{url}?a=1&amp;b=2" alt="A"></a>'
    assert '<img src="https://old.example/a.png?a=1&amp;b=2" alt="A">' in portable_html(html, PAGE)


def test_what_kept_pieces_hold_stays():
    html = "<dl><dt>A</dt><dd><kbd>B</kbd> <mark>C</mark></dd></dl>"
    assert portable_html(html, PAGE) == html
