"""MkDocs with Material's blog: people, addresses, states, and what its Markdown adds."""

import pytest

from porting.document import State
from porting.readers import detect
from tests.porting.readers.markdown.site import by_id, kinds, only, package, read

CONFIG = """site_name: The Mill
site_url: https://www.old.example/notes/
theme: {{name: material, language: de}}
plugins:
  - search
  - blog{blog}
markdown_extensions:
  - abbr
  - admonition
  - attr_list
  - md_in_html
  - pymdownx.caret
  - pymdownx.details
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
  - pymdownx.keys
  - pymdownx.mark
  - pymdownx.tabbed: {{alternate_style: true}}
  - pymdownx.tilde
"""
POST = "---\ndate: 2020-01-02\n---\n\n# Stones & Water\n\n"


def site(blog: str = "", **files: str) -> dict[str, str | bytes]:
    return {"mkdocs.yml": CONFIG.format(blog=blog)} | files


def body(tmp_path, text: str) -> str:
    return only(read(tmp_path, "markdown", site() | {"docs/blog/posts/one.md": POST + text})).html


def test_a_site_is_recognised_and_what_its_settings_say_is_the_blogs(tmp_path):
    files = site() | {"docs/blog/posts/one.md": POST + "x", "docs/index.md": "# Home\n\nHello"}
    assert detect(package(tmp_path, files)).name == "markdown"
    blog = read(tmp_path, "markdown", files)
    assert (blog.title, blog.language, blog.hosts) == ("The Mill", "de", {"old.example"})
    posts = by_id(blog)
    assert {name: (post.kind, post.title, post.addresses) for name, post in posts.items()} == {
        "docs/blog/posts/one.md": ("post", "Stones & Water", ["/notes/blog/2020/01/02/stones--water/"]),
        "docs/index.md": ("page", "Home", ["/notes/"]),
    }


@pytest.mark.parametrize(
    ("blog", "header", "address"),
    [
        ("", "slug: own", "/notes/blog/2020/01/02/own/"),
        (":\n      post_url_format: '{slug}'", "", "/notes/blog/stones--water/"),
        (":\n      post_url_date_format: yy-M", "", "/notes/blog/20-1/stones--water/"),
        (":\n      post_url_format: '{categories}/{file}'", "categories: [Big Mills, X]", "/notes/blog/big-mills/one/"),
        (":\n      blog_dir: .\n      post_dir: blog/posts", "", "/notes/2020/01/02/stones--water/"),
    ],
)  # fmt: skip
def test_addresses_are_made_as_the_plug_in_made_them(tmp_path, blog, header, address):
    files = site(blog) | {"docs/blog/posts/one.md": POST.replace("date", f"{header}\ndate")}
    assert only(read(tmp_path, "markdown", files)).addresses == [address]


def test_people_lists_and_moved_pages_are_known(tmp_path):
    people = (
        "authors:\n  ann: {name: Ann Ash, description: Gardener, avatar: /ann.png, url: https://a.example}\n"
    )
    moved = (
        "\n  - redirects:\n      redirect_maps: {old/x.md: blog/posts/one.md, gone.md: 'https://b.example/'}"
    )
    header = "categories: [Mills]\ntags: [Red]\nauthors: [ann]\npin: true\nhide: [toc]\ndate"
    files = site(moved) | {
        "docs/blog/.authors.yml": people,
        "docs/blog/index.md": "# Blog\n",
        "docs/blog/posts/one.md": POST.replace("date", header) + "[All](../index.md#top)",
    }
    blog = read(tmp_path, "markdown", files)
    post = only(blog)
    assert 'href="/notes/blog/"' in post.html
    assert (post.authors, post.tags, post.categories, post.featured, post.kept) == (
        ["ann"], ["red"], ["mills"], True, {},
    )  # fmt: skip
    assert (blog.authors["ann"].name, blog.authors["ann"].portrait) == ("Ann Ash", "/ann.png")
    assert {one.address: one.target for one in blog.redirects}.items() >= {
        "/notes/blog/": "blog:",
        "/notes/blog/archive/2020/": "archive:2020",
        "/notes/blog/category/mills/": "category:mills",
        "/notes/blog/author/ann-ash/": "author:ann",
        "/notes/feed_rss_created.xml": "feed:",
        "/notes/old/x/": "post:docs/blog/posts/one.md",
        "/notes/gone/": "https://b.example/",
    }.items()


def test_what_was_not_public_stays_so(tmp_path):
    files = {
        "mkdocs.yml": CONFIG.format(blog="\n  - meta")
        + "draft_docs: |\n  wip/\nexclude_docs: |\n  *.local.md\n",
        "docs/blog/posts/a.md": POST.replace("date", "draft: true\ndate"),
        "docs/blog/posts/later/b.md": POST,
        "docs/blog/posts/later/.meta.yml": "draft: true\n",
        "docs/wip/c.md": "# C\n",
        "docs/notes/d.local.md": "# D\n",
        "docs/blog/posts/e.md": POST.replace("2020-01-02", "{created: 2020-01-02, updated: 2021-03-04}"),
    }
    blog = read(tmp_path, "markdown", files)
    posts = by_id(blog)
    assert {name.split("/")[-1]: post.state for name, post in posts.items()} == {
        "a.md": State.DRAFT, "b.md": State.DRAFT, "c.md": State.DRAFT, "e.md": State.PUBLISHED,
    }  # fmt: skip
    assert [one.source for one in blog.problems] == ["docs/notes/d.local.md"]
    assert f"{posts['docs/blog/posts/e.md'].updated:%Y-%m-%d}" == "2021-03-04"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('!!! tip "On *mills*"\n\n    Turn `it`.\n\n    ``` py title="a.py" linenums="3"\n    x\n    ```\n\nAfter',
         '<aside data-block="admonition" data-kind="tip" data-title="On mills">\n<p>Turn <code>it</code>.</p>\n'
         '<pre data-language="py" data-title="a.py" data-first="3" data-numbers><code>x</code></pre>\n'
         '</aside>\n<p>After</p>'),
        ('!!! warning inline end\n    Hot', 'data-kind="warning" data-title="">\n<p>Hot</p>\n</aside>'),
        ('!!! example ""\n    Bare', 'data-kind="note" data-title="">\n<p>Bare</p>\n</aside>'),
        ('??? question "Why?"\n    So', "<details><summary>Why?</summary>\n<p>So</p>\n</details>"),
        ("???+ info\n\n    So", "<details open><summary>Info</summary>\n<p>So</p>\n</details>"),
        ('!!! note\n\n    a\n\n    !!! danger "In"\n\n        b\n\n    c',
         '<p>a</p>\n<aside data-block="admonition" data-kind="danger" data-title="In">\n<p>b</p>\n'
         '</aside>\n<p>c</p>\n</aside>'),
        ("- one\n\n    !!! note\n\n        in it\n\n- two", "<p>in it</p>\n  </aside>\n</li>\n<li>\n<p>two</p>"),
        ('=== "C"\n\n    ``` c\n    x\n    ```\n\n=== "Go *on*"\n\n    y\n\nz',
         '<div data-block="tabs">\n<section data-item data-title="C">\n<pre data-language="c"><code>x</code></pre>\n'
         '</section>\n<section data-item data-title="Go on">\n<p>y</p>\n</section>\n</div>\n<p>z</p>'),
        ('``` md\n!!! note "x"\n    y\n```', '<code>!!! note "x"\n    y</code>'),
        ("[Go :material-arrow-right:](https://g.example){ .md-button .md-button--primary }",
         '<p data-block="button"><a href="https://g.example">Go</a></p>'),
        ("See [x](#y){ .z target=_blank } ok", '<p>See <a href="#y">x</a> ok</p>'),
        ('![a](b.png){ width="3" align=left }', '<p><img src="b.png" alt="a" /></p>'),
        ("Text\n{ .annotate }\n\n1. a", "<p>Text</p>\n<ol>"),
        ("## Head { #part }", '<h2 id="part">Head</h2>'),
        ("++ctrl+alt+\"x\"++", "<kbd>Ctrl</kbd>+<kbd>Alt</kbd>+<kbd>X</kbd>"),
        ("==a== ^^b^^ c^2^ H~2~O", "<mark>a</mark> <u>b</u> c<sup>2</sup> H<sub>2</sub>O"),
        ("`#!py x = 1`", "<code>x = 1</code>"),
        (":tada: :material-home: home", "<p>🎉 home</p>"),
        ("The HTML.\n\n*[HTML]: Hyper Text", '<abbr title="Hyper Text">HTML</abbr>'),
        ('<div class="grid" markdown>\n\n- **a**\n\n</div>', "<li><strong>a</strong></li>"),
        ('<figure markdown="span">\n  ![a](b.png){ width=3 }\n  <figcaption>c</figcaption>\n</figure>',
         '<img src="b.png" alt="a" />'),
    ],
)  # fmt: skip
def test_what_its_markdown_adds_becomes_the_dialect(tmp_path, written, expected):
    assert expected in body(tmp_path, written)


def test_files_a_text_takes_in_stand_in_their_places(tmp_path):
    text = '--8<-- "parts/a.md"\n\n``` py\n--8<-- "parts/b.py"\n```\n\n--8<-- "gone.md"\n'
    files = site() | {
        "docs/blog/posts/one.md": POST + text,
        "parts/a.md": "Part *a*",
        "docs/parts/b.py": "b = 1\n",
    }
    post = only(read(tmp_path, "markdown", files))
    assert "<p>Part <em>a</em></p>" in post.html
    assert "<code>b = 1</code>" in post.html
    assert "gone.md" not in post.html
    assert "text" in kinds(post)


def test_a_site_without_the_blogs_plug_in_has_posts_where_there_are_days(tmp_path):
    files = {
        "mkdocs.yml": "site_name: x\nsite_author: Ann Ash\n",
        "docs/notes/a.md": POST,
        "docs/about.md": "# About\n",
    }
    blog = read(tmp_path, "markdown", files)
    assert {post.addresses[0]: post.kind for post in blog.posts} == {"/notes/a/": "post", "/about/": "page"}
    assert [author.name for author in blog.authors.values()] == ["Ann Ash"]
