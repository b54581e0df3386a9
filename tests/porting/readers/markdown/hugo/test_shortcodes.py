"""Shortcodes of Hugo in places where a block would break the text."""

import re

import pytest

from tests.porting.readers.markdown.site import by_id, only, read

CONFIG = 'baseURL = "https://www.old.example/"\n'
POST = "---\ntitle: One\ndate: 2020-01-02\n---\n\n"


def body(tmp_path, text: str, config: str = "") -> str:
    return only(
        read(tmp_path, "hugo", {"hugo.toml": CONFIG + config, "content/posts/one.md": POST + text})
    ).html


def test_html_within_a_line_stays_within_it(tmp_path):
    html = body(
        tmp_path,
        '|A|B|\n|-|-|\n|{{< rawhtml >}}<a href="https://x.example">x</a>{{< /rawhtml >}} (3)|d|\n\n'
        "- {{< rawhtml >}}<b>y</b>{{< /rawhtml >}} z",
    )
    assert '<td><a href="https://x.example">x</a> (3)</td>' in html
    assert "<li><b>y</b> z</li>" in html


def test_an_authors_own_page_is_read_as_a_page_is(tmp_path):
    about = '---\ntitle: Ann Ash\n---\n<div><a href="https://a.example">{{< icon "x" >}}A</a></div>\n\n'
    about += '{{< button href="/go" >}}Go{{< /button >}}'
    files = {
        "hugo.toml": CONFIG,
        "content/authors/ann/_index.md": about,
        "content/posts/a.md": POST.replace("title", "authors: [ann]\ntitle"),
    }
    bio = read(tmp_path, "hugo", files).authors["ann"].bio
    assert "{{" not in bio
    assert '<a href="https://a.example">A</a>' in bio
    assert '<a href="/go">Go</a>' in bio


def test_notes_in_the_margin_and_words_explained_are_footnotes(tmp_path):
    html = body(
        tmp_path,
        'It runs.{{< sidenote side="right" label="why" >}}Because of *water* [here](/x).{{< /sidenote >}}\n\n'
        'Its {{< tooltip "sluice" >}}A gate{{< /tooltip >}} and {{< tooltip term="weir" >}}A low dam{{< /tooltip >}}.',
    )
    assert html.index("runs.<sup data-footnote") > 0
    assert "Its sluice<sup data-footnote" in html
    assert "and weir<sup data-footnote" in html
    notes = html.partition('<section data-block="footnotes">')[2]
    for note in ('Because of <em>water</em> <a href="/x">here</a>.', "A gate", "A low dam"):
        assert note in notes
    assert "why" not in html


def test_a_note_in_the_margin_with_paragraphs_or_brackets_stays_in_the_text(tmp_path):
    html = body(
        tmp_path,
        "One.{{< sidenote >}}\nA\n\nB\n{{< /sidenote >}} Two.{{< sidenote >}}C] D{{< /sidenote >}}",
    )
    for word in "ABCD":
        assert word in html


def test_a_word_explained_by_nothing_stays(tmp_path):
    assert "The sluice is" in body(tmp_path, 'The {{< tooltip "sluice" >}} is open.')


def test_pictures_of_a_gallery_keep_where_they_lead_and_their_captions(tmp_path):
    html = body(
        tmp_path,
        '{{< gallery >}}\n    <a class="w" href="/a/" target="_blank"><img src="a.png" class="x" />\n'
        '    <a href=\'/b/\'><img src="b.png"></a>\n    <img src="c.png">\n{{< /gallery >}}\n\n'
        "{{< gallery >}}\n[![D](d.png)](/d/)\n![E](e.png)\n{{< /gallery >}}\n\n"
        '{{< gallery >}}\n<figure><img src="f.png">\n<figcaption>Eff</figcaption></figure>\n'
        '<figure><img src="g.png"></figure>\n{{< /gallery >}}',
    )
    assert '<figure><a href="/a/"><img src="a.png" class="x" /></a></figure>' in html
    assert '<figure><a href=\'/b/\'><img src="b.png"></a></figure><figure><img src="c.png"></figure>' in html
    assert '<figure><a href="/d/"><img src="d.png" alt="D" /></a></figure><figure><img src="e.png"' in html
    assert '<figure><img src="f.png"> <figcaption>Eff</figcaption></figure> <figure><img src="g.png">' in html


def test_cards_for_posts_and_repositories_are_links(tmp_path):
    two = POST.replace("One", "Two & more")
    text = '{{< article link="/posts/two/" >}}\n\nSee {{< github repo="ann/stones" >}}.\n\n'
    text += '{{< forgejo server="https://git.example" repo="ann/stones" >}}\n\n{{< article link="/posts/none/" >}}'
    files = {"hugo.toml": CONFIG, "content/posts/one.md": POST + text, "content/posts/two.md": two}
    post = by_id(read(tmp_path, "hugo", files))["content/posts/one.md"]
    assert '<p><a href="source:content/posts/two.md">Two &amp; more</a></p>' in post.html
    assert 'See <a href="https://github.com/ann/stones">ann/stones</a>.' in post.html
    assert '<p><a href="https://git.example/ann/stones">ann/stones</a></p>' in post.html
    assert '<p><a href="/posts/none/">/posts/none/</a></p>' in post.html
    assert not post.problems


def test_a_picture_stays_in_the_footnote_or_list_it_begins(tmp_path):
    figure = '{{< figure src="a.jpg" caption="A still" alt="Alt" >}}'
    html = body(
        tmp_path, f"See.[^4]\n\n- {figure} [Link](https://k.example/)\n- two\n\n[^4]: {figure} *More*\n"
    )
    shown = '<figure><img src="a.jpg" alt="Alt"><figcaption>A still</figcaption></figure>'
    assert f'<li>\n{shown}\n<p><a href="https://k.example/">Link</a></p>\n</li>\n<li>' in html
    assert f'<div data-item data-key="4">{shown}\n<p><em>More</em></p>\n</div>' in html


def titles(html: str) -> list[str]:
    return re.findall(r'data-item data-title="([^"]*)"', html)


@pytest.mark.parametrize("names", ['"C & D" *two*', 'items="C & D,*two*"', '"C & D" "two" "three"'])
def test_tabs_may_be_named_by_what_stands_around_them(tmp_path, names):
    post = only(tabbed(tmp_path, names))
    assert titles(post.html) == ["C &amp; D", "two"]
    assert any("three" in problem.detail for problem in post.problems) == ("three" in names)


def tabbed(tmp_path, names: str):
    tabs = "".join(f"{{{{< tab >}}}}\n{word}\n{{{{< /tab >}}}}\n" for word in "AB")
    text = f"{{{{< tabs {names} >}}}}\n{tabs}{{{{< /tabs >}}}}"
    return read(tmp_path, "hugo", {"hugo.toml": CONFIG, "content/posts/one.md": POST + text})


def test_tabs_with_names_of_their_own_keep_them(tmp_path):
    html = body(
        tmp_path, '{{< tabs "group" >}}{{< tab "A" >}}1{{< /tab >}}{{< tab "B" >}}2{{< /tab >}}{{< /tabs >}}'
    )
    assert titles(html) == ["A", "B"]


@pytest.mark.parametrize("parameter", ["theme", "variant"])
def test_the_colour_of_a_note_is_its_kind(tmp_path, parameter):
    html = body(tmp_path, f'{{{{< alert {parameter}="warning" >}}}}Hot{{{{< /alert >}}}}')
    assert 'data-kind="warning"' in html


def test_a_fence_within_a_shortcode_for_code_is_code_once(tmp_path):
    html = body(
        tmp_path,
        "{{< code >}}\n\n  ```java\n  one();\n  ```\n\n{{< /code >}}\n\n{{< code go >}}\nx\n{{< /code >}}",
    )
    assert '<pre data-language="java"><code>one();</code></pre>' in html
    assert '<pre data-language="go"><code>x</code></pre>' in html
    assert "```" not in html


def test_what_a_chart_is_made_of_is_code(tmp_path):
    chart = '  {{< echarts >}}\n  {"a": [*1*, 2],\n    "b": "```"}\n  {{< /echarts >}}'
    text = f"- One\n\n{chart}\n\nEnd {{{{< fa-icon solid star >}}}}."
    files = {"hugo.toml": CONFIG, "content/posts/one.md": POST + text}
    post = only(read(tmp_path, "hugo", files))
    assert '<pre data-language="json"><code>{"a": [*1*, 2],\n  "b": "```"}</code></pre>' in post.html
    assert "<p>End .</p>" in post.html
    assert ["echarts" in problem.detail for problem in post.problems] == [True]


def test_a_script_in_a_shortcode_is_a_script(tmp_path):
    html = body(tmp_path, "Before\n\n{{< script >}}\nrun(1 * 2 * 3);\n{{< /script >}}\n\nAfter")
    assert "<script>run(1 * 2 * 3);</script>" in html
