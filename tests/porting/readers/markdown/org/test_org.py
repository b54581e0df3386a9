"""Org: its fields, blocks and lines, and texts made to break it."""

import pytest

from porting.document import State
from tests.patience import patience
from tests.porting.readers.markdown.site import kinds, only, read

HEAD = "#+TITLE: One *mill*\n#+DATE: <2020-01-02 Thu 10:20>\n"
CONFIG = 'baseURL = "https://www.old.example/"\n'


def post_of(tmp_path, text: str, head: str = HEAD):
    return only(read(tmp_path, "hugo", {"hugo.toml": CONFIG, "content/posts/one.org": head + text}))


def test_fields_are_the_posts(tmp_path):
    head = HEAD + (
        "#+TAGS: red\n#+TAGS: green\n#+categories[]: mills\n#+DRAFT: true\n#+AUTHOR: Ann Ash\n"
        "#+DESCRIPTION: Short.\n#+SLUG: own\n#+OPTIONS: toc:nil\n#+STARTUP: showall\n"
    )
    post = post_of(tmp_path, "\nText", head)
    assert (post.title, post.tags, post.categories, post.state, post.authors, post.summary, post.addresses) == (
        "One *mill*", ["red", "green"], ["mills"], State.DRAFT, ["Ann Ash"], "Short.", ["/posts/own/"],
    )  # fmt: skip
    assert f"{post.date:%Y-%m-%d %H:%M}" == "2020-01-02 10:20"
    assert (post.kept, post.html) == ({}, "<p>Text</p>\n")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("* TODO [#A] Head one :a:b:\n:PROPERTIES:\n:CUSTOM_ID: part\n:END:\nText\n** Two",
         '<h2 id="part">Head one</h2>\n<p>Text</p>\n<h3>Two</h3>'),
        ("#+begin_src go :results none\n,* x\n  y <z>\n#+end_src",
         '<pre data-language="go"><code>* x\n  y &lt;z&gt;</code></pre>'),
        ("#+BEGIN_EXAMPLE\na ``` b\n#+END_EXAMPLE", "<pre><code>a ``` b</code></pre>"),
        (": fixed\n: more", "<pre><code>fixed\nmore</code></pre>"),
        ("#+begin_quote\nWise /words/\n#+end_quote", "<blockquote>\n<p>Wise <em>words</em></p>\n</blockquote>"),
        ("#+begin_quote\n#+begin_src c\nx\n#+end_src\n#+end_quote",
         '<blockquote>\n<pre data-language="c"><code>x</code></pre>'),
        ("#+begin_verse\na\nb\n#+end_verse", "<p>a<br />\nb</p>"),
        ("#+begin_export html\n<b>x</b>\n#+end_export", "<b>x</b>"),
        ("*b* /i/ =v_*= ~c~ +s+ _u_ and a/b/c_d",
         "<strong>b</strong> <em>i</em> <code>v_*</code> <code>c</code> <s>s</s> <u>u</u> and a/b/c_d"),
        ("A [[https://x.example/a_b][*link*]] https://y.example/a_b.",
         'A <a href="https://x.example/a_b"><strong>link</strong></a> <a href="https://y.example/a_b">https://y.example/a_b</a>.'),
        ("[[file:two.org][Two]]", '<a href="two.org">Two</a>'),
        ("#+CAPTION: A /mill/\n[[./mill.png]]", '<figure><img src="./mill.png" alt=""><figcaption>'),
        ("- a\n- [X] b\n  more\n  1. c\n\nafter",
         "<ul>\n<li>a</li>\n<li>☑ b\nmore\n<ol>\n<li>c</li>\n</ol>\n</li>\n</ul>\n<p>after</p>"),
        ("- mill :: turns\n- weir :: stops", "<dt>mill</dt>\n<dd>turns</dd>"),
        ("| a | b |\n|---+---|\n| 1 | =2= |", "<th>a</th>"),
        ("A[fn:1] and[fn:: said /so/].\n\n[fn:1] The *note*.",
         '<div data-item data-key="1"><p>The <strong>note</strong>.</p>'),
        ("a\\\\\nb", "<p>a<br />\nb</p>"),
        ("a\n-----\nb", "<p>a</p>\n<hr />\n<p>b</p>"),
        ("# secret\nshown", "<p>shown</p>"),
        ("a\n\n#+RESULTS:\n: 3\n\n:LOGBOOK:\nx\n:END:\nb", "<p>a</p>\n<pre><code>3</code></pre>\n<p>b</p>"),
        ("1 * 2 < 3 & `x` [a](b) \\alpha", "<p>1 * 2 &lt; 3 &amp; `x` [a](b) \\alpha</p>"),
        ("{{< youtube dQw4w9WgXcQ >}}", 'data-url="https://www.youtube.com/watch?v=dQw4w9WgXcQ"'),
    ],
)  # fmt: skip
def test_what_org_writes_becomes_the_dialect(tmp_path, written, expected):
    html = post_of(tmp_path, "\n" + written).html
    assert expected in html
    assert "secret" not in html


def test_links_between_files_lead_to_the_posts(tmp_path):
    files = {
        "hugo.toml": CONFIG,
        "content/posts/one.org": HEAD + "\n[[file:two.org][Two]]",
        "content/posts/two.org": HEAD + "\nx",
    }
    assert 'href="source:content/posts/two.org"' in read(tmp_path, "hugo", files).posts[0].html


def test_a_folder_of_org_is_read_where_it_says_its_titles(tmp_path):
    files = {"a.md": "---\ntitle: A\n---\nx", "b.org": HEAD + "\nText", "todo.org": "* TODO call"}
    blog = read(tmp_path, "markdown", files)
    assert {post.source_id for post in blog.posts} == {"a.md", "b.org"}
    assert [one.source for one in blog.problems] == ["todo.org"]


@pytest.mark.parametrize(
    "text",
    [
        ":x:\n" * 50_000,
        "#+begin_quote\n" * 5_000,
        "*a " * 50_000,
        "[[" * 100_000,
        "* " + " " * 200_000 + "x",
        "[fn:" * 50_000,
        "#+begin_src\n" * 50_000,
        "| " * 50_000,
        "- a :: " * 20_000,
        "=" * 100_000,
    ],
)
def test_texts_made_to_break_it_cost_no_minutes(tmp_path, text):
    with patience():
        assert "unreadable" not in kinds(post_of(tmp_path, "\n" + text))
