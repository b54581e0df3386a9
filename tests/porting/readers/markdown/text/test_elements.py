"""Elements of scripts in Markdown."""

from __future__ import annotations

from pathlib import Path

import pytest

from porting.readers.markdown.text.elements import shown_elements
from tests.porting.readers.markdown.site import only, read

VIDEO = 'data-block="embed" data-url="https://www.youtube.com/watch?v=abcdefg_1"'


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('<lite-youtube videoid="abcdefg_1" playlabel="A mill"></lite-youtube>', VIDEO),
        ('<lite-youtube\n  videoid="abcdefg_1"\n  style="x">\n</lite-youtube>', VIDEO),
        ('<custom-youtube data-id="abcdefg_1" data-label="A"></custom-youtube>', VIDEO),
        ('<youtube-lite-player @slug="abcdefg_1"></youtube-lite-player>', VIDEO),
        ("Words <youtube-video src=https://youtu.be/abcdefg_1></youtube-video>", VIDEO),
        (
            '<nuxt-img provider="x" src="/mill.png" alt="The &quot;mill&quot;"> </nuxt-img>',
            '<img src="/mill.png" alt="The &quot;mill&quot;"',
        ),
        ('<nuxt-img src="/mill.png" alt="a > b" />', '<img src="/mill.png" alt="a &gt; b"'),
        ('<my-youtube :id="$data.film"></my-youtube>', '<my-youtube :id="$data.film">'),
        ("<lite-youtube></lite-youtube>", "<lite-youtube></lite-youtube>"),
        ("`<nuxt-img src='x'>`", "<code>&lt;nuxt-img src='x'&gt;</code>"),
    ],
)
def test_they_become_what_they_showed(tmp_path: Path, text: str, shown: str) -> None:
    assert shown in only(read(tmp_path, "markdown", {"a.md": f"# A\n\n{text}\n"})).html


@pytest.mark.parametrize("words", ["", " "])
def test_a_link_that_a_script_made_a_card_of_has_its_address_as_words(words):
    link = f'<div><a href="https://x.example/?a&amp;b" data-iframely-url="//cdn.example/1">{words}</a></div>'
    assert ">https://x.example/?a&amp;b</a>" in shown_elements(link)
    with_words = link.replace("></a>", ">Words</a>").replace("> </a>", ">Words</a>")
    assert shown_elements(with_words) == with_words
    assert shown_elements('<a href="/x"></a>') == '<a href="/x"></a>'


def test_such_a_link_within_words_is_one_link(tmp_path: Path) -> None:
    text = 'See <a href="https://x.example/_a_/*b*" data-iframely-url></a> and *more*.\n'
    html = only(read(tmp_path, "hugo", {"hugo.toml": "baseURL = '/'", "content/posts/a.md": text})).html
    assert html.count("<a ") == 1
    assert ">https://x.example/_a_/*b*</a> and <em>more</em>." in html
