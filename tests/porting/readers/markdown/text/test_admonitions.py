"""Notes beside the text, in the three ways people write them."""

import pytest

from porting.readers.markdown.text.admonitions import admonitions, alerts
from porting.readers.markdown.text.engine import markdown_to_html
from porting.readers.markdown.text.masks import mask
from porting.readers.markdown.text.notes import Notes


def rendered(text: str) -> str:
    hidden, masks = mask(text)
    notes = Notes("x")
    return markdown_to_html(masks.restore(alerts(admonitions(hidden, masks, notes), masks, notes)))


@pytest.mark.parametrize(
    ("opening", "kind", "title"),
    [
        (":::note", "note", ""),
        ("::: tip", "tip", ""),
        (":::info A title", "info", "A title"),
        (":::warning[With `code` and **more**]", "warning", "With code and more"),
        (':::danger{title="Braces"}', "danger", "Braces"),
        (":::tip A title {#anchor .x}", "tip", "A title"),
        (":::caution", "warning", "Caution"),
        (":::important", "info", "Important"),
        (":::success", "tip", "Success"),
        (":::my-own", "note", "My own"),
    ],
)
def test_colons_make_an_admonition(opening, kind, title):
    html = rendered(f"{opening}\n\nSome *text*.\n\n:::\n\nAfter")
    assert f'<aside data-block="admonition" data-kind="{kind}" data-title="{title}">' in html
    assert "<p>Some <em>text</em>.</p>\n</aside>\n<p>After</p>" in html


def test_blank_lines_around_the_text_are_not_needed():
    assert "<p>Some <em>text</em></p>\n</aside>" in rendered(":::note\nSome *text*\n:::")


def test_admonitions_stand_in_each_other():
    html = rendered("::::note Outer\n\na\n\n:::tip Inner\n\nb\n\n:::\n\nc\n\n::::\n\nd")
    outer, inner = html.index('data-title="Outer"'), html.index('data-title="Inner"')
    assert outer < inner < html.index("<p>c</p>") < html.rindex("</aside>") < html.index("<p>d</p>")


def test_an_admonition_in_a_list_stays_in_its_item():
    html = rendered("- item\n\n  :::note\n\n  text\n\n  :::\n\n- next")
    assert html.index("<aside") < html.index("</aside>") < html.index("</li>")


def test_one_that_is_never_closed_loses_nothing():
    assert "<p>text</p>\n<p>more</p>\n</aside>" in rendered(":::note\n\ntext\n\nmore")


def test_code_that_shows_an_admonition_is_left_alone():
    assert ":::note" in rendered("```md\n:::note\n\nx\n\n:::\n```")


def test_details_keep_their_summary():
    assert "<details><summary>Open me</summary>" in rendered(":::details Open me\n\ntext\n\n:::")


def test_a_link_in_a_title_is_kept_in_the_text():
    assert '<a href="/x">here</a>' in rendered(":::note See [here](/x)\n\ntext\n\n:::")


@pytest.mark.parametrize(
    ("word", "kind"),
    [("NOTE", "note"), ("TIP", "tip"), ("IMPORTANT", "info"), ("WARNING", "warning"), ("CAUTION", "warning")],
)
def test_githubs_alerts_are_admonitions(word, kind):
    html = rendered(f"> [!{word}]\n> Some *text*\n>\n> - item\n\nAfter")
    assert f'data-kind="{kind}"' in html
    assert "<em>text</em>" in html
    assert "<li>item</li>" in html
    assert "<blockquote>" not in html


def test_an_alert_may_have_a_title_and_code():
    html = rendered("> [!tip]+ My title\n> ```js\n> let a;\n> ```\n")
    assert 'data-title="My title"' in html
    assert '<pre data-language="js"><code>let a;</code></pre>' in html


def test_a_plain_quote_stays_a_quote():
    assert "<blockquote>" in rendered("> Text [!NOTE]")


def test_a_title_of_an_alert_keeps_its_link():
    html = rendered("> [!tip] See [the mill](https://m.example)\n> Text")
    assert 'data-kind="tip" data-title=""' in html
    assert '<p><strong>See <a href="https://m.example">the mill</a></strong></p>\n<p>Text</p>' in html
