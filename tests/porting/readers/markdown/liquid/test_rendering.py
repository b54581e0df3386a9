"""What Jekyll writes into its texts: Liquid and kramdown."""

import pytest

from tests.porting.readers.markdown.site import by_id, kinds, only, read

POST = "---\ntitle: One\n---\n\n"


def body(tmp_path, text: str, **files: str) -> str:
    return only(read(tmp_path, "jekyll", {"_posts/2020-01-02-one.md": POST + text, **files})).html


def test_highlighted_code_is_code_whatever_stands_in_it(tmp_path):
    html = body(
        tmp_path, "{% highlight ruby linenos %}\n*x* {{ y }}\n```\n{% endhighlight %}\n\nAfter *that*"
    )
    assert '<pre data-language="ruby" data-numbers><code>*x* {{ y }}\n```</code></pre>' in html
    assert "<em>that</em>" in html


def test_highlighted_code_stays_in_its_list(tmp_path):
    html = body(
        tmp_path, "1. a\n\n   {% highlight js %}\n   let x;\n\n   let y;\n   {% endhighlight %}\n\n2. b"
    )
    assert html.count("<ol>") == 1
    assert '<pre data-language="js"><code>let x;\n\nlet y;</code></pre>' in html


def test_raw_liquid_is_shown(tmp_path):
    html = body(
        tmp_path,
        (
            "{% raw %}{{ a }} {% b %}{% endraw %} and `{% raw %}{{ c }}{% endraw %}`\n"
            "\n```yaml\n{% raw %}\nx: ${{ d }}\n{% endraw %}\n```"
        ),
    )
    assert "<p>{{ a }} {% b %} and <code>{{ c }}</code></p>" in html
    assert '<pre data-language="yaml"><code>x: ${{ d }}</code></pre>' in html


def test_comments_are_no_text(tmp_path):
    assert body(tmp_path, "a{% comment %} secret {% endcomment %}b") == "<p>ab</p>\n"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("![x]({{ site.baseurl }}/img/a.png)", 'src="/img/a.png"'),
        ('![x]({{ "/img/a.png" | relative_url }})', 'src="/img/a.png"'),
        ("[x]({{ 'feed.xml' | absolute_url }})", 'href="/feed.xml"'),
        ("{{ page.title }} on {{ site.title }}", "<p>One on Site</p>"),
        (
            '{% include youtube.html id="abcdefghijk" %}',
            'data-url="https://www.youtube.com/watch?v=abcdefghijk"',
        ),
        (
            '{% include video id="abcdefghijk" provider="youtube" %}',
            'data-url="https://www.youtube.com/watch?v=abcdefghijk"',
        ),
        (
            '{% include figure image_path="/a.png" alt="A" caption="C *d*" %}',
            '<img src="/a.png" alt="A"><figcaption>C <em>d</em></figcaption>',
        ),
        (
            '{% include image.html url="/a.png" description="D" %}',
            '<img src="/a.png" alt=""><figcaption>D</figcaption>',
        ),
        ("{% youtube abcdefghijk %}", 'data-url="https://www.youtube.com/watch?v=abcdefghijk"'),
        ("{% gist ann/abcdef0123 %}", 'data-url="https://gist.github.com/ann/abcdef0123"'),
        (
            "{% gist ann/abcdef0123 My_file.rb %}",
            'data-url="https://gist.github.com/ann/abcdef0123#file-my-file-rb"',
        ),
        (
            "a {% capture words %}\nOne **two**\n{% endcapture %} b {{ words | markdownify }} c",
            "<p>a  b</p>\n<p>One <strong>two</strong></p>\n<p>c</p>",
        ),
        ("{% capture words %}Unused{% endcapture %}", "<p>Unused</p>"),
        (
            "See {% post_url 2020-02-03-two %}.",
            '<a href="source:_posts/2020-02-03-two.md">2020-02-03-two</a>',
        ),
        ("{{ site.social.mail }}", "<p>ann at home</p>"),
        ("{% tweet https://twitter.com/a/status/123 %}", 'data-url="https://twitter.com/a/status/123"'),
        ("[x]({% post_url 2020-02-03-two %})", 'href="source:_posts/2020-02-03-two.md"'),
        (
            "[x]({{ site.url }}{{ site.baseurl }}{% link _posts/2020-02-03-two.md %}#p)",
            'href="source:_posts/2020-02-03-two.md#p"',
        ),
        ("[x]({% link assets/a.pdf %})", 'href="/assets/a.pdf"'),
        ("{% note %}\nText *it*\n{% endnote %}", 'data-kind="note"'),
        ("{% assign who = 'Ann' %}Hello {{ who }}", "<p>Hello Ann</p>"),
        (
            "{% blockquote Ann, Book https://b.example %}\nWords\n{% endblockquote %}",
            "<footer>Ann <span data-role>Book</span></footer>",
        ),
    ],
)
def test_liquid_means_what_it_meant(tmp_path, written, expected):
    files = {
        "_config.yml": "title: Site\nsocial: {mail: ann at home}\n",
        "_posts/2020-01-02-one.md": POST + written,
        "_posts/2020-02-03-two.md": POST,
    }
    assert expected in by_id(read(tmp_path, "jekyll", files))["_posts/2020-01-02-one.md"].html


def test_unknown_liquid_leaves_and_is_reported(tmp_path):
    post = only(
        read(
            tmp_path,
            "jekyll",
            {
                "_posts/2020-01-02-one.md": POST
                + "a {% strange x %} b {{ odd.value }} c {% include box.html title='Kept' %}"
            },
        )
    )
    assert "{%" not in post.html
    assert "{{" not in post.html
    assert "Kept" in post.html
    assert "liquid" in kinds(post)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("## Head\n{: #part .big}", '<h2 id="part">Head</h2>'),
        ("Head\n----\n{: #part}", '<h2 id="part">Head</h2>'),
        ("## Head {#part}", '<h2 id="part">Head</h2>'),
        ("Text\n{: .lead}", "<p>Text</p>"),
        ("<em>\n  Not for [posts](/posts/).\n</em>", '<a href="/posts/">posts</a>'),
        ("![x](a.png){: width='3' .c} y", '<p><img src="a.png" alt="x" /> y</p>'),
        ("* TOC\n{:toc}\n\nText", "<p>Text</p>"),
        ("~~~ruby\nputs 1\n~~~", '<pre data-language="ruby"><code>puts 1</code></pre>'),
        (
            "~~~\nputs 1\n\nputs 2\n~~~\n{: .language-ruby}",
            '<pre data-language="ruby"><code>puts 1\n\nputs 2</code></pre>',
        ),
        (
            "Text\n\n    puts 1\n\n    puts 2\n{: .language-ruby}",
            '<pre data-language="ruby"><code>puts 1\n\nputs 2</code></pre>',
        ),
        (
            '~~~ruby\nputs 1\n~~~\n{: .nolineno file="lib/a.rb" }',
            '<pre data-language="ruby" data-title="lib/a.rb"><code>puts 1</code></pre>',
        ),
        ("```\nputs 1\n```\n{: file='a.rb'}", '<pre data-title="a.rb"><code>puts 1</code></pre>'),
        ('<div markdown="1" class="x">\n**bold**\n</div>', "<strong>bold</strong>"),
        ("Use HTML.\n\n*[HTML]: Hyper Text", '<abbr title="Hyper Text">HTML</abbr>'),
        (
            "Read this.\n{: .notice--warning}",
            '<aside data-block="admonition" data-kind="warning" data-title="">',
        ),
        ("> Read *this*.\n{: .prompt-tip }", '<aside data-block="admonition" data-kind="tip" data-title="">'),
        ("Term\n: Meaning", "<dd>Meaning</dd>"),
        ("a[^1]\n\n[^1]: note", '<sup data-footnote="1">'),
        ("Elixir's {:ok, value} stays", "{:ok, value} stays"),
        ("{::comment}gone{:/comment}stays", "<p>stays</p>"),
    ],
)
def test_kramdowns_additions_are_read(tmp_path, written, expected):
    assert expected in body(tmp_path, written)


def test_code_in_html_right_below_a_paragraph_keeps_its_blank_lines_and_indentation(tmp_path):
    html = body(
        tmp_path, "<p>So:</p>\n<pre><code>def a\n    b\n \n      c\n    d\nend\n</code></pre>\n<p>*x*</p>"
    )
    assert "<pre><code>def a\n    b\n \n      c\n    d\nend\n</code></pre>" in html
    assert "<p>*x*</p>" in html


def test_kramdown_in_code_is_code(tmp_path):
    assert "{:toc}" in body(tmp_path, "```\n{:toc}\n```")


def test_posts_in_html_are_read(tmp_path):
    post = only(
        read(
            tmp_path,
            "jekyll",
            {"_posts/2020-01-02-one.html": POST + '<p>*x* <a href="{{ site.baseurl }}/y">y</a></p>'},
        )
    )
    assert post.html.strip() == '<p>*x* <a href="/y">y</a></p>'


def test_code_in_a_post_written_in_html_is_code(tmp_path):
    text = "<p>x</p>\n{% highlight html linenos %}\n<b>{{ x }}</b>\n\n<i>\n{% endhighlight %}\n<p>y</p>"
    html = only(read(tmp_path, "jekyll", {"_posts/2020-01-02-one.html": POST + text})).html
    code = "<b>{{ x }}</b>\n\n<i>".replace("<", "&lt;").replace(">", "&gt;")
    assert f'<pre data-language="html" data-numbers><code>{code}</code></pre>' in html
    assert "<p>y</p>" in html


def test_a_post_that_asks_for_no_liquid_keeps_its_braces(tmp_path):
    text = "---\ntitle: One\nrender_with_liquid: false\n---\nIt is {{ x }} and {% y %}"
    post = only(read(tmp_path, "jekyll", {"_posts/2020-01-02-one.md": text}))
    assert post.html.strip() == "<p>It is {{ x }} and {% y %}</p>"
    assert not post.problems


def test_who_is_cited_is_named_where_only_a_plug_in_knows_the_book(tmp_path):
    post = only(
        read(tmp_path, "jekyll", {"_posts/2020-01-02-one.md": "---\n---\nAs {% cite knuth75 %} says"})
    )
    assert post.html.strip() == "<p>As [knuth75] says</p>"
    assert post.problems


@pytest.mark.parametrize(
    "picture", ["{% img left /a.png %}", '<img src="/a.png" alt="">', '<img src="/a.png" alt=""><br>']
)
def test_text_right_below_a_picture_is_text(tmp_path, picture):
    html = body(tmp_path, f"{picture}\nWith a [link](https://x.example) and a note[^1].\n\n[^1]: Noted")
    assert '<a href="https://x.example">link</a>' in html
    assert "Noted" in html


def test_a_tag_of_the_sites_own_that_names_a_player_plays(tmp_path):
    html = body(tmp_path, "{% iframe_embed vimeo 1262325 630x421 %}\n\nAfter")
    assert 'data-url="https://vimeo.com/1262325"' in html


def test_a_table_in_html_is_one_whatever_is_blank_and_indented_in_it(tmp_path):
    rows = "<table>\n    <tr>\n{% if page.title %}\n        <td>one</td>\n{% endif %}\n\n    </tr>\n</table>"
    html = body(tmp_path, f'<div markdown="1">\n{rows}\n</div>\n\nAfter *that*')
    assert "<td>one</td>" in html
    assert "&lt;" not in html
    assert "<em>that</em>" in html


def test_markdown_in_a_cell_stays_markdown(tmp_path):
    html = body(tmp_path, '<table>\n<tr>\n<td markdown="1">\n\n*one*\n\n</td>\n</tr>\n</table>')
    assert "<em>one</em>" in html


def test_cells_of_markdown_deep_in_a_table_are_cells(tmp_path):
    pad = "\n            "
    rows = f'<tr>{pad}<td>a</td>{pad}<td markdown="span">b[^1]</td>{pad}<td>c</td>\n        </tr>'
    table = f'<div markdown="1">\n<div>\n    <table>\n        {rows}\n    </table>\n</div>\n</div>'
    html = body(tmp_path, f"{table}\n\n[^1]: Noted")
    assert "&lt;" not in html
    assert html.count("<td>") == 3
    assert 'data-footnote="1"' in html


@pytest.mark.parametrize(
    ("cells", "shown"),
    [
        (
            '<th markdown="span">One\n*two*</th><th markdown="span">**b**</th>',
            ["<em>two</em>", "<strong>b</strong>"],
        ),
        ('<td markdown="1">One\n\n- a\n- b\n</td><td>*c*</td>', ["<li>a</li>\n<li>b</li>", "<td>*c*</td>"]),
        ('<td class="x"\n  markdown="1">`a`\n</td>', ["<code>a</code>"]),
        ('<td markdown="span">- one\n# two\n3. three</td>', ["- one", "# two", "3. three"]),
        (
            '<td>a</td> <td markdown="1">\n\n```ruby\na\n\nb\n```\n\n</td>',
            ["<code>a\n\nb</code>", "<td>a</td>"],
        ),
    ],
)
def test_cells_that_begin_within_a_line_and_run_over_several_are_read(tmp_path, cells, shown):
    html = body(tmp_path, f"Before\n\n<table><tr>{cells}</tr></table>\n\nAfter *that*")
    assert all(piece in html for piece in shown)
    assert "markdown=" not in html
    assert html.count("<t") == f"<table><tr>{cells}".count("<t")
    assert "<em>that</em>" in html


def test_a_word_marked_as_markdown_stays_in_its_sentence(tmp_path):
    html = body(tmp_path, '<span markdown="1">*One*</span> word and <b markdown="span">`two`</b> here')
    assert html.strip() == "<p><span><em>One</em></span> word and <b><code>two</code></b> here</p>"


def test_the_set_up_of_jekyll_bootstrap_is_no_loss(tmp_path):
    post = only(
        read(tmp_path, "jekyll", {"_posts/2020-01-02-one.md": POST + "{% include JB/setup %}\n\nText"})
    )
    assert (post.html, kinds(post)) == ("<p>Text</p>\n", set())
