"""Hexo sites: posts, pages, addresses, categories, pictures, and who may see what."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from porting.document import SourceBlog, State
from porting.readers import detect
from tests.porting.readers.markdown.site import by_id, kinds, only, package, read

CONFIG = (
    "title: Mill\nurl: https://mill.example\nroot: /\nnew_post_name: :title.md\npost_asset_folder: true\n"
)


def site(folder: Path, files: dict[str, Any], config: str = "") -> SourceBlog:
    """A blog of these files below ``source``."""
    below = {f"source/{name}": content for name, content in files.items()}
    return read(
        folder,
        "markdown",
        {"_config.yml": CONFIG + config, "scaffolds/post.md": "---\ntitle: {{ title }}\n---\n"} | below,
    )


def test_a_hexo_site_is_recognised_though_jekyll_has_a_folder_of_the_same_name(tmp_path: Path) -> None:
    files = {"_config.yml": CONFIG, "source/_posts/2020-01-02-a.md": "---\ntitle: A\n---\nText"}
    found = detect(package(tmp_path, files))
    assert found is not None
    assert found.name == "markdown"


def test_posts_drafts_and_pages_are_told_apart_and_patterns_for_new_posts_are_none(tmp_path: Path) -> None:
    files = {
        "_posts/a.md": "---\ntitle: A\ndate: 2020-01-02 10:00:00\n---\nText",
        "_drafts/b.md": "---\ntitle: B\n---\nText",
        "about/index.md": "---\ntitle: About\n---\nText",
        "_data/c.md": "Data",
        "tags/index.md": "---\ntitle: Tags\ntype: tags\n---\n",
    }
    blog = site(tmp_path, files)
    posts = by_id(blog)
    assert {name: (post.kind, post.state) for name, post in posts.items()} == {
        "source/_posts/a.md": ("post", State.PUBLISHED),
        "source/_drafts/b.md": ("post", State.DRAFT),
        "source/about/index.md": ("page", State.PUBLISHED),
    }
    assert posts["source/_posts/a.md"].addresses == ["/2020/01/02/a/"]
    assert posts["source/about/index.md"].addresses == ["/about/"]
    assert {problem.source for problem in blog.problems} == {"source/_data/c.md", "source/tags/index.md"}
    assert ("/tags/", "blog:") in [(one.address, one.target) for one in blog.redirects]


@pytest.mark.parametrize(
    ("config", "name", "front", "address"),
    [
        ("permalink: :title.html\n", "x/Mill_1.md", "", "/x/Mill_1.html"),
        ("permalink: p/:name/\n", "x/a.md", "", "/p/a/"),
        ("permalink: posts/:abbrlink.html\n", "a.md", "abbrlink: 4a17b156\n", "/posts/4a17b156.html"),
        ("permalink: :category/:title/\n", "a.md", "categories: [Foo, Big Bar]\n", "/Foo/Big-Bar/a/"),
        ("permalink: :category/:title/\nfilename_case: 1\n", "a.md", "categories: Foo Bar\n", "/foo-bar/a/"),
        ("permalink: :category/:title/\ndefault_category: none\n", "a.md", "", "/none/a/"),
        ("permalink: :lang/:title/\npermalink_defaults:\n  lang: en\n", "a.md", "", "/en/a/"),
        ("permalink: :title.html\npretty_urls:\n  trailing_html: false\n", "a.md", "", "/a"),
        ("permalink: :year/:title/\n", "a.md", "permalink: own/place/\n", "/own/place/"),
        ("new_post_name: :year-:month-:day-:title.md\n", "2019-03-04-b.md", "", "/2020/01/02/b/"),
        ("", "2019-03-04-b.md", "", "/2020/01/02/2019-03-04-b/"),
        (
            "permalink: :i_month/:title/\ntimezone: Asia/Taipei\n",
            "a.md",
            "date: 2020-01-31T20:00:00Z\n",
            "/2/a/",
        ),
        ("root: /notes/\n", "a.md", "", "/notes/2020/01/02/a/"),
    ],
)
def test_addresses_are_those_of_the_settings(
    tmp_path: Path, config: str, name: str, front: str, address: str
) -> None:
    front = front if "date:" in front else front + "date: 2020-01-02 10:00:00\n"
    blog = site(tmp_path, {f"_posts/{name}": f"---\ntitle: A\n{front}---\nText"}, config)
    assert only(blog).addresses == [address]


def test_the_day_in_a_files_name_is_the_posts_where_new_posts_are_named_so(tmp_path: Path) -> None:
    blog = site(
        tmp_path,
        {"_posts/2019-03-04-b.md": "---\ntitle: A\n---\nText"},
        "new_post_name: :year-:month-:day-:title.md\n",
    )
    post = only(blog)
    assert post.date is not None
    assert (f"{post.date:%Y-%m-%d}", post.addresses) == ("2019-03-04", ["/2019/03/04/b/"])


def test_categories_of_one_list_stand_below_each_other(tmp_path: Path) -> None:
    files = {
        "_posts/a.md": "---\ntitle: A\ncategories:\n  - Mills\n  - Water\n---\nText",
        "_posts/b.md": "---\ntitle: B\ncategories:\n  - [Boats, Water]\n  - Wind\n---\nText",
    }
    blog = site(tmp_path, files)
    assert {key: (term.name, term.parent) for key, term in blog.categories.items()} == {
        "mills": ("Mills", ""),
        "mills/water": ("Water", "mills"),
        "boats": ("Boats", ""),
        "boats/water": ("Water", "boats"),
        "wind": ("Wind", ""),
    }
    assert by_id(blog)["source/_posts/b.md"].categories == ["boats", "boats/water", "wind"]
    assert ("/categories/Boats/Water/", "category:boats/water") in [
        (one.address, one.target) for one in blog.redirects
    ]


@pytest.mark.parametrize(
    ("config", "address"),
    [
        ("", "/tags/Water-Mill/"),
        ("filename_case: 1\n", "/tags/water-mill/"),
        ("tag_dir: t\ntag_map:\n  Water Mill: wm\n", "/t/wm/"),
    ],
)
def test_lists_of_tags_are_where_the_settings_say(tmp_path: Path, config: str, address: str) -> None:
    blog = site(tmp_path, {"_posts/a.md": "---\ntitle: A\ntags: Water Mill\n---\nText"}, config)
    assert (address, "tag:water mill") in [(one.address, one.target) for one in blog.redirects]


def test_pictures_of_a_posts_own_folder_are_found_by_all_their_names(tmp_path: Path) -> None:
    text = (
        "---\ntitle: A\ndate: 2020-01-02 10:00:00\ncover: mill.png\n---\n"
        "{% asset_img mill.png 300 200 The mill %}\n\n![Two](mill.png)\n\n![Three](/2020/01/02/a/mill.png)\n\n"
        '{% asset_link mill.png A picture %} {% asset_img left "a b.png" "title \'An alt\'" %}'
    )
    files = {"_posts/a.md": text, "_posts/a/mill.png": b"x", "_posts/a/a b.png": b"x"}
    post = only(site(tmp_path, files))
    assert post.html.count('src="a/mill.png"') == 3
    assert '<a href="a/mill.png">A picture</a>' in post.html
    assert '<img src="a/a%20b.png" alt="An alt"' in post.html
    assert post.cover is not None
    assert post.cover.url == "a/mill.png"
    assert kinds(post) == set()


def test_links_to_posts_lead_to_them_and_those_to_none_are_told(tmp_path: Path) -> None:
    text = "---\ntitle: A\n---\n{% post_link b Look here %}, [x]({% post_path b %}), {% post_link c Gone %}"
    post = by_id(site(tmp_path, {"_posts/a.md": text, "_posts/b.md": "B"}))["source/_posts/a.md"]
    assert post.html.count('href="source:source/_posts/b.md"') == 2
    assert ">Look here</a>" in post.html
    assert "Gone" in post.html
    assert kinds(post) == {"links"}


def test_what_was_asked_for_with_a_password_is_so_here(tmp_path: Path) -> None:
    files = {
        "_posts/a.md": "---\ntitle: A\ntags: [diary]\n---\nText",
        "_posts/b.md": "---\ntitle: B\ntags: [diary]\npassword: own\n---\nText",
        "_posts/c.md": "---\ntitle: C\n---\nText",
        "_posts/d.md": "---\ntitle: D\npublished: false\n---\nText",
        "_posts/e.md": "---\ntitle: E\nhide: true\nsticky: 100\n---\nText",
    }
    posts = by_id(site(tmp_path, files, "encrypt:\n  tags:\n    - {name: diary, password: word}\n"))
    states = {
        name[-4]: (post.state, post.password, post.unlisted, post.featured) for name, post in posts.items()
    }
    assert states == {
        "a": (State.PASSWORD, "word", False, False),
        "b": (State.PASSWORD, "own", False, False),
        "c": (State.PUBLISHED, "", False, False),
        "d": (State.DRAFT, "", False, False),
        "e": (State.PUBLISHED, "", True, True),
    }


@pytest.mark.parametrize(
    ("config", "shown"),
    [
        ("", "<p>“A”<br />\nb</p>\n"),
        ("marked:\n  breaks: false\n  smartypants: false\n", "<p>&quot;A&quot;\nb</p>\n"),
        ("markdown:\n  render:\n    breaks: false\n    typographer: true\n", "<p>“A”\nb</p>\n"),
    ],
)
def test_signs_and_ends_of_lines_are_those_of_the_reader_of_markdown(
    tmp_path: Path, config: str, shown: str
) -> None:
    assert only(site(tmp_path, {"_posts/a.md": '---\ntitle: A\n---\n"A"\nb'}, config)).html == shown


def test_notes_tabs_and_code_of_themes_are_blocks(tmp_path: Path) -> None:
    text = (
        "---\ntitle: A\n---\n{% note warning no-icon Mind the *gap* %}\nFirst\n{% endnote %}\n\n"
        "{% tabs Unique %}\n<!-- tab One -->\nOne's text\n<!-- endtab -->\n<!-- tab Two@fa-x -->\n```js\nx\n```\n"
        "<!-- endtab -->\n{% endtabs %}\n\n{% code lang:js %}\nlet {{ x }}\n{% endcode %}\n\n"
        "{% cq %}\nA wise word\n{% endcq %}\n\n{% hideToggle More %}\nFolded\n{% endhideToggle %}\n\n"
        ":::info\nBetween colons\n:::"
    )
    html = only(site(tmp_path, {"_posts/a.md": text})).html
    assert '<aside data-block="admonition" data-kind="warning" data-title="Mind the gap">' in html
    assert '<section data-item data-title="One">' in html
    assert '<section data-item data-title="Two">' in html
    assert 'data-language="js"><code>x' in html
    assert "let {{ x }}" in html
    assert "<blockquote>\n<p>A wise word</p>" in html
    assert "<details><summary>More</summary>" in html
    assert 'data-kind="info" data-title=""' in html
    assert "{%" not in html
    assert ":::" not in html
