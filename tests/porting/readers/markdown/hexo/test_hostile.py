"""Hexo sites made to cost time or to break the import."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.porting.readers.markdown.hexo.test_reader import site
from tests.porting.readers.markdown.site import by_id, only

MANY = 20_000


@pytest.mark.parametrize(
    "text",
    [
        "{% tabs a %}" + "<!-- tab x -->" * MANY + "{% endtabs %}",
        "{% tabs a %}" * MANY,
        "{% note " * MANY,
        "{% note %}" * MANY + "{% endnote %}",
        "{% asset_img " * MANY,
        "{% cq %}" * MANY,
        "{% code " * MANY,
        "[[x]]" + " " * 10 * MANY + "^",
        "[[x]] %%" * MANY,
        "==a" * MANY,
        "<lite-youtube '" * MANY,
    ],
)
def test_what_never_closes_is_read_all_the_same(tmp_path: Path, text: str) -> None:
    assert only(site(tmp_path, {"_posts/a.md": f"---\ntitle: A\n---\n{text}"})).title == "A"


def test_settings_that_make_no_sense_harm_nothing(tmp_path: Path) -> None:
    config = (
        "permalink: {a: b}\npermalink_defaults: [1]\npretty_urls: x\nencrypt: {tags: [1, {name: x}]}\n"
        "language: {a: 1}\ntag_map: 3\nskip_render: [3, '*a*a*a*a*a*a*a*b']\nmarkdown: [1]\n"
        "marked: 3\ntheme: ../..\ntimezone: Nowhere\n"
    )
    text = "---\ntitle: A\nsticky: '" + "9" * 5000 + "'\ncategories: [[[1, {a: b}]], 2]\ntags: [x]\n---\nText"
    assert only(site(tmp_path, {"_posts/a.md": text}, config)).html == "<p>Text</p>\n"


def test_places_in_names_of_files_that_nobody_can_tell_apart_are_none(tmp_path: Path) -> None:
    config = "new_post_name: " + ":a" * 40 + ":title:title.md\n"
    blog = site(tmp_path, {f"_posts/{'x' * 200}.md": "---\ndate: 2020-01-02\n---\nT"}, config)
    assert only(blog).addresses == [f"/2020/01/02/{'x' * 200}/"]


def test_thousands_of_categories_below_each_other_stand_beside_each_other(tmp_path: Path) -> None:
    names = ", ".join(f"c{number}" for number in range(3000))
    post = by_id(site(tmp_path, {"_posts/a.md": f"---\ntitle: A\ncategories: [{names}]\n---\nT"}))[
        "source/_posts/a.md"
    ]
    assert len(post.categories) == 3000
