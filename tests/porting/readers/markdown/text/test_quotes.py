"""Quotation marks as each system shows them."""

# ruff: noqa: RUF001 - signs that look like others are what this is about

import pytest

from porting.readers.markdown.text.engine import Flavour, markdown_to_html
from porting.readers.markdown.text.typography import Typography
from tests.porting.readers.markdown.site import by_id, read

CONFIGS = {
    "jekyll": "_config.yml",
    "hugo": "hugo.toml",
    "zola": "config.toml",
    "docusaurus": "docusaurus.config.js",
}
FILES = {
    "jekyll": "_posts/2020-01-02-one.md",
    "zola": "content/one.md",
    "docusaurus": "blog/2020-01-02-one.md",
}
URL = 'base_url = "https://x.example"\n'


def html(tmp_path, text: str, system: str = "jekyll", config: str = "") -> str:
    name = FILES.get(system, "content/posts/one.md")
    header = '+++\ntitle = "One"\ndate = 2020-01-02\n+++' if system == "zola" else "---\ntitle: One\n---"
    files = {CONFIGS[system]: config or "title: T", name: f"{header}\n\n{text}"}
    return by_id(read(tmp_path, system, files))[name].html.strip().replace("&quot;", '"')


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("He said \"well\", 'so' it is.", "He said “well”, ‘so’ it is."),
        ("It's the dogs' in the '80s", "It’s the dogs’ in the ’80s"),
        ('"*Loud*" and *"soft"* ("both")', "“<em>Loud</em>” and <em>“soft”</em> (“both”)"),
        ("\"'Twice' over,\" she said", "“‘Twice’ over,” she said"),
        (
            '"[A link](/x/ "Its title")" and "`code`"',
            '“<a href="/x/" title="Its title">A link</a>” and “<code>code</code>”',
        ),
        ('"...and" so "on..."', "“…and” so “on…”"),
        ('One\n"two"\nthree', "One\n“two”\nthree"),
        ('<b>"Bold"</b>\'s "end"', "<b>“Bold”</b>’s “end”"),
        ('他说"你好"，"再见"。', "他说“你好”，“再见”。"),
        ('*Custer*\'s *last* "stand"', "<em>Custer</em>’s <em>last</em> “stand”"),
    ],
)
def test_quotation_marks_turn_as_kramdown_turned_them(tmp_path, written, shown):
    assert html(tmp_path, written) == f"<p>{shown}</p>"


@pytest.mark.parametrize(
    "written",
    [
        "<code>\"a\" -- 'b'</code>",
        "<kbd>'</kbd>",
        "$f'(x)$ and $$\nf''(x) -- y\n$$",
        'https://x.example/"a"',
    ],
)
def test_what_is_no_words_keeps_its_straight_marks(tmp_path, written):
    assert html(tmp_path, written) == f"<p>{written}</p>"


def test_code_attributes_and_descriptions_keep_their_straight_marks(tmp_path):
    shown = html(tmp_path, '`"a"` !["b" -- c](/d.png)\n\n```\n"e"\n```\n\n<p title=\'f\'>"g"</p>')
    assert '<code>"a"</code>' in shown
    assert 'alt=""b" -- c"' in shown
    assert '<code>"e"</code>' in shown
    assert "<p title='f'>\"g\"</p>" in shown


def test_an_escaped_mark_and_an_entity_stay_straight(tmp_path):
    written = r"\"a\" \'b\' c\-- &quot;d&quot; &#xe010;"
    assert html(tmp_path, written) == '<p>"a" \'b\' c-- "d" \ue010</p>'


@pytest.mark.parametrize(
    ("system", "config", "shown"),
    [
        ("jekyll", 'kramdown:\n  smart_quotes: ["apos", "apos", "quot", "quot"]', 'It\'s "so" – and…'),
        ("jekyll", "kramdown:\n  smart_quotes: lsquo,rsquo,laquo,raquo", "It’s «so» – and…"),
        ("jekyll", "kramdown:\n  gfm_quirks: paragraph_end, no_auto_typographic", 'It\'s "so" -- and...'),
        ("jekyll", "markdown: CommonMark", 'It\'s "so" -- and...'),
        ("jekyll", "markdown: CommonMark\ncommonmark:\n  options: [SMART]", "It’s “so” – and…"),
        ("hugo", "title = 'T'", "It’s “so” – and…"),
        ("hugo", "[markup.goldmark.extensions]\ntypographer = false", 'It\'s "so" -- and...'),
        ("hugo", "[markup.goldmark.extensions.typographer]\ndisable = true", 'It\'s "so" -- and...'),
        (
            "hugo",
            "[markup.goldmark.extensions.typographer]\nleftDoubleQuote = '&laquo;'\nrightDoubleQuote = '&raquo;'",
            "It’s «so» – and…",
        ),
        ("zola", URL, 'It\'s "so" -- and...'),
        ("zola", URL + "[markdown]\nsmart_punctuation = true", "It’s “so” – and…"),
        ("docusaurus", "module.exports = {}", 'It\'s "so" -- and...'),
    ],
)
def test_each_system_has_the_signs_its_settings_made(tmp_path, system, config, shown):
    assert html(tmp_path, 'It\'s "so" -- and...', system, config) == f"<p>{shown}</p>"


def test_marks_between_letters_of_a_script_without_spaces_stay_as_hugo_left_them(tmp_path):
    assert html(tmp_path, '他说"你好"吧', "hugo") == '<p>他说"你好"吧</p>'


def test_inches_stay_straight_where_goldmark_found_no_begin():
    flavour = Flavour(typography=Typography(paired=True))
    assert markdown_to_html('A 5" disk and "6" more', flavour).replace("&quot;", '"') == (
        '<p>A 5" disk and “6” more</p>\n'
    )
