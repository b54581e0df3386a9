"""Shortcodes of Hugo in places where a block would break the text."""

from tests.porting.readers.markdown.site import only, read

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
