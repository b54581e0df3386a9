"""Blocks made of plain HTML."""

from __future__ import annotations

import pytest

from tests.porting.convert.bodies import blocks, converted, kinds


def names(html: str) -> list[str]:
    return [name for name, _value in blocks(html)]


def only(html: str) -> tuple:
    found = blocks(html)
    assert len(found) == 1, found
    return found[0]


def test_code_is_kept_to_the_byte() -> None:
    name, value = only(
        '<pre data-language="c++" data-title="a.cc"><code>\n  &lt;b&gt;\n\n\tx  \n</code></pre>'
    )
    assert (name, value["code"]) == ("code", "\n  <b>\n\n\tx  ")
    assert (value["language"], value["title"]) == ("c++", "a.cc")


@pytest.mark.parametrize(
    "html",
    [
        '<pre><code class="language-rust">x</code></pre>',
        '<pre class="brush: rust">x</pre>',
        '<pre lang="rust">x</pre>',
        '<figure><pre class="language-rust">x</pre></figure>',
    ],
)
def test_the_language_of_code_is_found_wherever_it_is_written(html: str) -> None:
    assert only(html)[1]["language"] == "rust"


def test_a_picture_parts_the_text_it_stands_in() -> None:
    found = blocks('<p>a <b>b <img src="/here/x.png" alt="X"> c</b></p>')
    assert [name for name, _value in found] == ["paragraph", "image", "paragraph"]
    assert (found[0][1], found[2][1]) == ("<p>a <b>b</b></p>", "<p><b>c</b></p>")
    assert found[1][1]["image"] == {"image": 7, "decorative": False, "alt_text": "X"}


def test_a_figure_gives_its_picture_caption_link_and_width() -> None:
    name, value = only(
        '<figure data-width="wide"><a href="https://e.org/"><img src="/here/x.png" alt=""></a>'
        "<figcaption>By <i>her</i></figcaption></figure>"
    )
    assert name == "image"
    assert (value["caption"], value["link"], value["width"]) == ("By <i>her</i>", "https://e.org/", "wide")


def test_a_picture_that_is_not_here_keeps_its_address_and_is_told() -> None:
    html = '<img src="https://old.example/x.png" alt="X">'
    name, value = only(html)
    assert (name, value["url"], value["alt_text"]) == ("remote_picture", "https://old.example/x.png", "X")
    assert kinds(html) == {"images"}


def test_emoji_that_were_pictures_are_signs_again() -> None:
    assert blocks('<p>ha <img class="wp-smiley" src="x.svg" alt="🙂"></p>') == [("paragraph", "<p>ha 🙂</p>")]


def test_a_picture_loaded_late_has_its_real_address() -> None:
    assert names('<img src="data:image/gif;base64,AA" data-src="/here/x.png" alt="X">') == ["image"]


def test_a_gallery_needs_all_its_pictures() -> None:
    here = '<figure><img src="/here/a.png" alt="A"><figcaption>a</figcaption></figure>'
    gone = '<figure><img src="/gone/b.png" alt="B"></figure>'
    name, value = only(f'<figure data-block="gallery">{here}{here}<figcaption>All</figcaption></figure>')
    assert (name, value["caption"], len(value["images"])) == ("gallery", "All", 2)
    assert value["images"][0]["caption"] == "a"
    found = blocks(f'<figure data-block="gallery">{here}{gone}<figcaption>All</figcaption></figure>')
    assert [name for name, _value in found] == ["list", "paragraph"]
    points = [point[0][0] for point in found[0][1]["items"]]
    assert points == ["image", "remote_picture"]


def test_many_pictures_become_several_galleries() -> None:
    figures = "".join(f'<img src="/here/{number}.png" alt="{number}">' for number in range(50))
    found = blocks(f'<figure data-block="gallery">{figures}</figure>')
    assert [len(value["images"]) for _name, value in found] == [17, 17, 16]


def test_a_list_with_code_in_it_is_a_list_of_blocks() -> None:
    name, value = only("<ol><li>a<pre>x</pre></li><li>b</li></ol>")
    assert name == "list"
    assert value["ordered"] is True
    assert [[inner for inner, _value in point] for point in value["items"]] == [
        ["paragraph", "code"],
        ["paragraph"],
    ]


def test_a_list_that_starts_later_keeps_its_numbers() -> None:
    assert only('<ol start="5"><li>a</li></ol>')[1]["start"] == 5
    assert kinds("<ol reversed><li>a</li></ol>") == {"html"}


def test_lists_within_lists_stay_text_when_they_are_simple() -> None:
    html = "<ul><li>a<ol><li>b</li></ol></li><ul><li>c</li></ul></ul>"
    assert only(html) == ("paragraph", "<ul><li>a<ol><li>b</li></ol><ul><li>c</li></ul></li></ul>")


def test_two_paragraphs_in_a_point_are_not_run_together() -> None:
    name, value = only("<ul><li><p>a</p><p>b</p></li></ul>")
    assert (name, value["items"]) == ("list", [[("paragraph", "<p>a</p><p>b</p>")]])


def test_a_table_has_headings_row_headings_and_columns_as_rich_as_needed() -> None:
    name, value = only(
        "<table><caption>C</caption><thead><tr><th>A</th><th>B</th></tr></thead>"
        "<tbody><tr><th>1</th><td><b>2</b></td></tr><tr><th>3</th></tr></tbody></table>"
    )
    assert (name, value["caption"], value["first_column_is_header"]) == ("table", "C", True)
    assert value["table"]["columns"] == [
        {"type": "text", "heading": "A"},
        {"type": "rich_text", "heading": "B"},
    ]
    assert value["table"]["rows"] == [{"values": ["1", "<b>2</b>"]}, {"values": ["3", ""]}]


def test_footnotes_in_cells_are_looked_for_where_rich_text_is() -> None:
    note = '<section data-block="footnotes"><div data-item data-key="1">n</div></section>'
    name, value = blocks(f'<table><tr><td>a<td>b<sup data-footnote="1"></sup></table>{note}')[0]
    assert (name, [column["type"] for column in value["table"]["columns"]]) == (
        "table",
        ["text", "rich_text"],
    )
    headed = f'<table><tr><th>a<sup data-footnote="1"></sup><tr><td>b</table>{note}'
    assert [name for name, _value in blocks(headed)] == ["html", "footnotes"]


def test_a_table_without_headings_has_none() -> None:
    assert [c["heading"] for c in only("<table><tr><td>a<td>b</table>")[1]["table"]["columns"]] == ["", ""]


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td colspan=2>a</td></tr><tr><td>b</td><td>c</td></tr></table>",
        "<table><tr><td><ul><li>a</li></ul></td></tr></table>",
        "<table><tr><td><img src=/here/x.png alt=a></td></tr></table>",
        '<table><tr><th><a href="https://e.org">a</a></th></tr><tr><td>b</td></tr></table>',
    ],
)
def test_a_table_that_fits_no_block_is_kept_and_told(table: str) -> None:
    name, value = only(table)
    assert name == "html"
    assert value["html"].startswith("<table>")
    assert value["reviewed"] is False
    assert "html" in kinds(table)


def test_a_quotation_has_its_speaker_and_source() -> None:
    name, value = only(
        '<blockquote cite="https://e.org/q"><p>Said</p><footer>Ann <span data-role>printer</span></footer></blockquote>'
    )
    assert (name, value) == (
        "quote",
        {"text": "<p>Said</p>", "attribution": "Ann", "role": "printer", "source_url": "https://e.org/q"},
    )


def test_a_quotation_with_code_is_kept_with_its_code() -> None:
    name, value = only('<blockquote><p>a</p><pre data-language="go">x</pre></blockquote>')
    assert name == "html"
    assert '<code class="language-go">x</code>' in value["html"]


def test_parts_that_open_join_into_one_accordion() -> None:
    html = "<details><summary>A</summary><p>a</p></details>\n<details open><summary>B</summary><pre>b</pre></details>"
    name, value = only(html)
    assert name == "accordion"
    assert [(part["title"], part["open"]) for part in value["items"]] == [("A", False), ("B", True)]


def test_terms_and_their_meanings_stay_editable_text() -> None:
    assert only("<dl><dt>T</dt><dd>m</dd></dl>") == ("paragraph", "<p><b>T</b></p><p>m</p>")


def test_a_note_holds_blocks() -> None:
    name, value = only(
        '<aside data-block="admonition" data-kind="tip" data-title="T"><p>a</p><pre>x</pre></aside>'
    )
    assert (name, value["kind"], value["title"]) == ("admonition", "tip", "T")
    assert [inner for inner, _value in value["body"]] == ["paragraph", "code"]


def test_blocks_that_may_not_stand_in_others_are_kept_there_as_html() -> None:
    part = '<section data-item data-title="{}">x</section>'
    inner = f'<div data-block="tabs">{part.format("Mac")}{part.format("Win")}</div>'
    _name, value = only(f'<aside data-block="admonition" data-kind="note">{inner}</aside>')
    assert [inner for inner, _value in value["body"]] == ["html"]
    assert "Mac" in value["body"][0][1]["html"]


def test_a_single_tab_is_a_part_that_is_open() -> None:
    html = '<div data-block="tabs"><section data-item data-title="Only">x</section></div>'
    assert only(html)[0] == "accordion"


def test_a_download_that_is_not_here_stays_a_link() -> None:
    assert only('<p data-block="download"><a href="/a.pdf">A</a></p>')[0] == "download"
    html = '<p data-block="download"><a href="/gone.pdf">A</a></p>'
    assert only(html) == ("paragraph", '<p><a href="/gone.pdf">A</a></p>')
    assert kinds(html) == {"files"}


def test_a_download_that_is_not_here_says_what_the_file_was() -> None:
    html = '<p data-block="download" data-file="a.pdf, 3 KB"><a href="{}">A</a> <span>Plan</span></p>'
    assert only(html.format("/a.pdf"))[0] == "download"
    gone = only(html.format("/gone.pdf"))
    assert gone == ("paragraph", '<p><a href="/gone.pdf">A</a> Plan (a.pdf, 3 KB)</p>')


def test_two_footnotes_of_one_key_are_both_kept() -> None:
    note = '<div data-item data-key="a">{}</div>'
    notes = note.format("one") + note.format("two")
    html = f'<p>x<sup data-footnote="a"></sup></p><section data-block="footnotes">{notes}</section>'
    assert blocks(html)[1][1]["notes"] == [{"key": "a", "text": "<p>one</p><p>two</p>"}]


def test_a_key_that_cannot_be_written_becomes_one_that_can() -> None:
    note = '<section data-block="footnotes"><div data-item data-key="a b]">n</div></section>'
    html = f'<p>x<sup data-footnote="a b]"></sup></p>{note}'
    assert blocks(html)[0][1] == "<p>x[^a-b]</p>"


def test_scripts_are_left_out_and_told() -> None:
    found = converted("<p>a</p><script>alert(1)</script><form><input name=q><button>Go</button></form>")
    assert "alert(" not in str(found.blocks)
    assert {"script", "form"} <= {problem.kind for problem in found.problems} | {"form"}


def test_what_a_reader_could_not_read_is_kept_with_its_reason() -> None:
    html = '<div data-block="html" data-reason="shortcode x"><p onclick="x()">a</p><script>b</script></div>'
    assert only(html) == ("html", {"html": "<p>a</p>", "reason": "shortcode x", "reviewed": False})


def test_the_rest_of_a_post_after_a_frame_that_is_never_closed_is_read() -> None:
    assert names('<p>a</p><iframe src="https://x.example/"><h2>H</h2><p>b</p>')[-2:] == [
        "heading",
        "paragraph",
    ]


def test_lines_of_code_that_are_elements_stay_lines() -> None:
    html = "<pre><code><div>a</div><div>b<br></div><span>c</span></code></pre>"
    assert only(html)[1]["code"] == "a\nb\nc"
