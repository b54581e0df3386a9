"""Dashes and dots as kramdown shows them."""

import pytest
from markdown_it.token import Token

from porting.readers.markdown.text.typography import Typography, give_signs
from tests.porting.readers.markdown.site import only, read


def html(tmp_path, text: str, config: str = "title: T") -> str:
    files = {"_config.yml": config, "_posts/2020-01-02-one.md": f"---\ntitle: One\n---\n\n{text}"}
    return only(read(tmp_path, "jekyll", files)).html.strip()


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Well --- I *think* so...", "<p>Well — I <em>think</em> so…</p>"),
        ("1999--2003, a -- b, one---two", "<p>1999\u20132003, a \u2013 b, one—two</p>"),
        ("## A --- b", "<h2>A — b</h2>"),
        ("| a |\n|---|\n| b -- c |", "b \u2013 c"),
    ],
)
def test_hyphens_and_dots_are_the_signs_readers_saw(tmp_path, written, shown):
    assert shown in html(tmp_path, written)


@pytest.mark.parametrize(
    "written",
    ["git add --all", "a --> b <-- c", "a ---- b .... c", "https://x.example/a--b...c", "$a -- b$"],
)
def test_what_is_no_dash_stays_as_written(tmp_path, written):
    shown = html(tmp_path, written).replace("&gt;", ">").replace("&lt;", "<")
    assert written in shown


def test_code_addresses_and_rules_keep_their_hyphens(tmp_path):
    shown = html(tmp_path, "`a -- b`\n\n---\n\n[x](/a--b/) ![y](/c--d.png)\n\n```\na --- b...\n```")
    assert "<code>a -- b</code>" in shown
    assert "<hr" in shown
    assert 'href="/a--b/"' in shown
    assert 'src="/c--d.png"' in shown
    assert "a --- b..." in shown


@pytest.mark.parametrize("config", ["markdown: CommonMark", "kramdown: {typographic_symbols: {ndash: x}}"])
def test_a_site_that_made_no_dashes_has_none(tmp_path, config):
    assert html(tmp_path / "b", "a -- b", config) == "<p>a -- b</p>"


@pytest.mark.parametrize(
    "words",
    [
        "- -- --- " * 100_000 + "-" * 100_000 + "." * 100_000,
        "www.a--b" * 50_000,
        "a" * 200_000 + '--"' * 200_000,
    ]
    + ["\"'" * 300_000, "\\(--" * 200_000, "$--" * 200_000, "{%--" * 200_000, "$$--" * 200_001],
)
def test_many_signs_take_no_minutes(words):
    text = Token("text", "", 0, content=words)
    give_signs(
        [Token("inline", "", 0, children=[text] + [Token("em_open", "em", 1)] * 100_000)], Typography()
    )
    assert text.content
