"""Bodies written as Markdown are read back as what they were, and as nothing else."""

from __future__ import annotations

import pytest

from porting.exporters.markdown.body import to_markdown
from porting.exporters.markdown.sameness import canonical, same
from porting.readers.colophon.body import to_dialect

BODIES = {
    "headings": '<h2 id="a-b">Hello <em>you</em></h2><h3 id="c">x</h3><h6>plain</h6>',
    "formatting": (
        "<p>Some <strong>bold</strong>, <em>it</em>, <strong><em>both</em></strong>; a<em>b</em>c, <s>out</s>, "
        "<strong>“x”</strong>y and <strong>foo </strong>bar, <strong>a</strong><em>b</em>.</p>"
    ),
    "inline code": "<p><code>x = `1`</code> <code>{y}</code> <code>{{&lt; z &gt;}}</code> <code> </code></p>",
    "small marks": "<p>x<sup>2</sup>, H<sub>2</sub>O, <kbd>Ctrl</kbd>, <mark>new</mark>, <u>u</u></p>",
    "links": (
        "<p>"
        '<a href="/blog/x/#y">a (b) [c]</a>, <a href="https://example.org/a_(b)?c=1&amp;d=2" title="T “q”">e</a>!</p>'
    ),
    "an exclamation before a link": '<p>Look!<a href="/x">z</a></p>',
    "line breaks": "<p>one<br>- two<br>: three<br>===<br>4. five</p>",
    "text that looks like Markdown": (
        "<p># no</p><p>1. no</p><p>- no</p><p>+ no</p><p>&gt; no</p><p>--- no</p><p>---</p>"
        "<p>===</p><p>:::note</p>"
        "<p>*a* _b_ snake_case __init__ [x](y) [^1] `c` ~d~ ~~e~~ \\ | a | b |</p><p>![x](y)</p>"
    ),
    "text that looks like a program": (
        "<p>import x from 'y'</p><p>export it</p><p>{1 + 1} ${x} {{ y }} {% z %}</p>"
    ),
    "text that looks like HTML": "<p>&lt;b&gt; &amp;amp; &amp;#42; &lt;!-- x --&gt; a &lt; b</p>",
    "text that looks like an address": "<p>https://example.org www.example.org me@example.org http://x</p>",
    "lists": (
        "<ul><li>a<ul><li>b</li><li>c<ol><li>d</li></ol></li></ul></li><li>e</li></ul>"
        '<ol start="3"><li><p>x</p><p>y</p></li><li><p>z</p><pre data-language="bash">'
        "<code>ls</code></pre></li></ol>"
    ),
    "two lists in a row": "<ul><li>a</li></ul><ul><li>b</li></ul><ol><li>c</li></ol><ol><li>d</li></ol>",
    "code": (
        '<pre data-language="python" data-title="x.py" data-lines="1,3-5" data-numbers>'
        "<code>if x:\n\n    pass</code></pre>"
    ),
    "code with fences in it": '<pre data-language="markdown"><code>```\n````\nx</code></pre>',
    "code that ends in an empty line": "<pre><code>x\n</code></pre>",
    "code Hugo would run": '<pre data-language="html"><code>{{&lt; figure &gt;}}\n\n  {{% x %}}</code></pre>',
    "code with colons": "<pre><code>:::note\n\nx\n:::</code></pre>",
    "a note": (
        '<aside data-block="admonition" data-kind="tip" data-title="Look here"><p>a</p><ul><li>b</li></ul>'
        '<pre data-language="text"><code>:::\n</code></pre></aside>'
        '<aside data-block="admonition" data-kind="note"><p>x</p></aside>'
    ),
    "a note with a hard title": (
        '<aside data-block="admonition" data-kind="info" data-title="a [b] {c} *d*"><p>x</p></aside>'
    ),
    "quotations": (
        "<blockquote><p>a</p><p>b</p><ul><li>c</li></ul></blockquote>"
        '<blockquote cite="https://example.org/"><p>q</p><footer>Ada, <span data-role>boss</span>'
        "</footer></blockquote>"
    ),
    "pictures": (
        '<figure><img src="/media/a.jpg" alt="An *image* [x] {y}"></figure>'
        '<figure data-width="wide"><a href="/x"><img src="/media/a.jpg" alt=""></a>'
        "<figcaption>C <em>x</em></figcaption></figure>"
        '<figure><img src="/media/a.jpg" alt="" data-decorative></figure>'
    ),
    "an embed": (
        '<figure data-block="embed" data-url="https://youtu.be/x?a=1&amp;b=2"><figcaption>C</figcaption>'
        "</figure>"
    ),
    "tables": (
        "<table><thead><tr><th>A|B</th><th></th></tr></thead><tbody><tr><td>1 | 2</td><td>"
        "<code>a|b</code></td></tr>"
        "<tr><td>x<br>y</td><td><strong>z</strong></td></tr></tbody></table>"
        "<table><caption>C</caption><thead><tr><th>A</th></tr></thead><tbody><tr>"
        "<th scope=row>1</th></tr></tbody></table>"
        "<table><tbody><tr><td>no head</td></tr></tbody></table>"
    ),
    "footnotes": (
        '<p>a<sup data-footnote="1"></sup> b<sup data-footnote="long-key"></sup></p>'
        '<section data-block="footnotes">'
        '<div data-item data-key="1">One <em>x</em></div><div data-item data-key="long-key">Two</div></section>'
    ),
    "footnotes in another order": (
        '<p>a<sup data-footnote="b"></sup> b<sup data-footnote="a"></sup></p><section data-block="footnotes">'
        '<div data-item data-key="a">One</div><div data-item data-key="b">Two</div></section>'
    ),
    "a footnote nobody refers to": (
        '<p>a</p><section data-block="footnotes"><div data-item data-key="a">One</div></section>'
    ),
    "tabs": (
        '<div data-block="tabs" data-group="os"><section data-item data-title="mac “OS”">'
        "<p>Do <code>{x}</code> *now* 1. y</p>"
        '<pre data-language="bash"><code>a\n\n# b</code></pre></section></div>'
    ),
    "details": "<div data-block=accordion><details open><summary>S</summary><p>x</p></details></div>",
    "HTML kept as it was": (
        '<div data-block="html" data-reason="x"><div style="color:red" class="a b">x<p>y</p>- z</div>'
        "<dl><dt>a</dt><dd>b</dd></dl></div>"
    ),
    "other scripts": "<p>漢字<strong>「か」</strong>な، <em>עברית</em> café naïve — “q” … 🎉</p>",
    "nothing": "",
}


@pytest.mark.parametrize("html", BODIES.values(), ids=BODIES.keys())
def test_a_body_is_read_back_as_it_was(html):
    markdown = to_markdown(html)
    assert canonical(to_dialect(markdown)) == canonical(html), markdown


@pytest.mark.parametrize("html", BODIES.values(), ids=BODIES.keys())
def test_html_in_markdown_has_no_empty_lines_and_nothing_mdx_would_run(html):
    for block in to_markdown(html).split("\n\n"):
        if block.startswith("<"):
            assert "{" not in block.replace("&#123;", "")
            assert "style=" not in block.replace("data-style=", "")
            assert "<!--" not in block


def test_usual_blocks_are_plain_markdown():
    html = (
        '<h2 id="x">Title</h2><p>Some <strong>bold</strong> and <em>it</em> and <a href="/a/">a link</a>.</p>'
        "<ul><li>one</li><li>two</li></ul>"
        '<pre data-language="python" data-title="a.py" data-lines="2"><code>x\ny</code></pre>'
        '<aside data-block="admonition" data-kind="tip" data-title="T"><p>x</p></aside><blockquote>'
        "<p>q</p></blockquote><hr>"
        '<figure><img src="/media/a.jpg" alt="A"></figure>'
        "<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>"
        '<p>n<sup data-footnote="1"></sup></p><section data-block="footnotes">'
        '<div data-item data-key="1">N</div></section>'
    )
    assert to_markdown(html) == (
        "## Title {#x}\n\nSome **bold** and *it* and [a link](/a/).\n\n- one\n- two\n\n"
        '```python title="a.py" {hl_lines=["2"]} {2}\nx\ny\n```\n\n'
        ":::tip[T]\n\nx\n\n:::\n\n> q\n\n---\n\n![A](/media/a.jpg)\n\n"
        "| A | B |\n| --- | --- |\n| 1 | 2 |\n\nn[^1]\n\n[^1]: N\n"
    )


def test_an_embed_and_a_shared_note_show_something_elsewhere_too():
    markdown = to_markdown(
        '<figure data-block="embed" data-url="https://youtu.be/x"></figure>'
        '<aside data-block="callout" data-title="T"></aside>',
        {"T": "<p>Shared words</p>"},
    )
    assert '<a href="https://youtu.be/x">' in markdown
    assert "<p>Shared words</p>" in markdown


def test_sameness_sees_what_differs():
    assert same("<p>a</p>\n<p>b</p>", "<p>a</p><p> b </p>")
    assert not same("<p>a</p>", "<p>b</p>")
    assert not same("<p>a b</p>", "<p>ab</p>")
    assert not same("<ul><li>a</li></ul><ul><li>b</li></ul>", "<ul><li>a</li><li>b</li></ul>")
