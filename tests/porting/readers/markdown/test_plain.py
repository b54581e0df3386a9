"""Folders of Markdown without a system."""

import pytest

from porting.document import State
from porting.readers import ReadError, detect
from tests.porting.readers.markdown.site import by_id, kinds, only, package, read


def test_files_with_and_without_headers_are_posts(tmp_path):
    blog = read(
        tmp_path,
        "markdown",
        {
            "a.md": "---\ntitle: A\ndate: 2020-01-02\n---\nText",
            "b/2020-02-03-b.markdown": "# B *title*\n\nText",
            "c.md": "Only text",
        },
    )
    posts = by_id(blog)
    assert {key: post.title for key, post in posts.items()} == {
        "a.md": "A",
        "b/2020-02-03-b.markdown": "B title",
        "c.md": "C",
    }
    assert posts["b/2020-02-03-b.markdown"].addresses == ["/2020/02/03/b/"]
    assert posts["c.md"].date is None


def test_the_pattern_that_is_asked_for_makes_addresses(tmp_path):
    post = only(read(tmp_path, "markdown", {"a.md": "---\nslug: my-slug\n---\n"}, permalink="/:slug.html"))
    assert post.addresses == ["/my-slug.html"]


def test_pelicans_lines_are_the_posts_fields(tmp_path):
    text = (
        "Title: My title\nDate: 2010-12-03 10:20\nModified: 2010-12-05\nCategory: Python\n"
        "Tags: one, Two\nAuthors: Ash, Ann; Bob\nSlug: mine\nSummary: Short\nStatus: draft\n\nText"
    )
    post = only(read(tmp_path, "markdown", {"a.md": text}))
    assert (post.title, post.slug, post.summary, post.state) == ("My title", "mine", "Short", State.DRAFT)
    assert (post.tags, post.categories, post.authors) == (["one", "two"], ["python"], ["Ash, Ann", "Bob"])
    assert post.html == "<p>Text</p>\n"


def test_hidden_means_reachable_but_unlisted(tmp_path):
    post = only(read(tmp_path, "markdown", {"a.md": "Title: T\nStatus: hidden\n\nText"}))
    assert (post.state, post.unlisted) == (State.PUBLISHED, True)


def test_wiki_links_and_pictures_are_understood(tmp_path):
    text = (
        "[[Other note]] and [[Other note#Some part|label]] and "
        "[[Nowhere]] ![[pic.png]] ![[pic.png|The alt]] [[#Here]]"
    )
    post = by_id(
        read(tmp_path, "markdown", {"notes/a.md": text, "notes/Other note.md": "x", "files/pic.png": "x"})
    )["notes/a.md"]
    assert '<a href="source:notes/Other%20note.md">Other note</a>' in post.html
    assert '<a href="source:notes/Other%20note.md#some-part">label</a>' in post.html
    assert '<img src="/files/pic.png" alt="The alt" />' in post.html
    assert '<a href="#here">Here</a>' in post.html
    assert "and Nowhere " in post.html
    assert kinds(post) == {"link"}


def test_alerts_and_footnotes_are_read_and_shortcodes_left_alone(tmp_path):
    html = only(
        read(tmp_path, "markdown", {"a.md": "> [!TIP]\n> x\n\na[^1] {{< y >}} {% z %}\n\n[^1]: n"})
    ).html
    assert 'data-kind="tip"' in html
    assert 'data-footnote="1"' in html
    assert "{{&lt; y &gt;}} {% z %}" in html


def test_links_between_files_name_the_post(tmp_path):
    html = by_id(
        read(tmp_path, "markdown", {"x/a.md": "[b](../y/b.md#p) [c](https://c.example/b.md)", "y/b.md": "x"})
    )["x/a.md"].html
    assert 'href="source:y/b.md#p"' in html
    assert 'href="https://c.example/b.md"' in html


def test_other_kinds_of_text_are_reported_as_left_out(tmp_path):
    blog = read(tmp_path, "markdown", {"a.md": "x", "b.rst": "x", "README.md": "x", "_hidden.md": "x"})
    assert [post.source_id for post in blog.posts] == ["a.md"]
    assert [(problem.source, problem.kind) for problem in blog.problems] == [
        ("_hidden.md", "text"),
        ("b.rst", "unreadable"),
    ]


def test_old_letters_are_read_and_reported(tmp_path):
    post = only(read(tmp_path, "markdown", {"a.md": "---\ntitle: Café\n---\nnaïve".encode("cp1252")}))
    assert (post.title, post.html) == ("Café", "<p>naïve</p>\n")
    assert kinds(post) == {"encoding"}


def test_one_bad_file_keeps_no_other_out(tmp_path):
    blog = read(
        tmp_path,
        "markdown",
        {
            "a.md": b"\x00\xff\xfe---",
            "b.md": "---\ntitle: [\n---\nText",
            "c.md": "---\ntags: {a: {b: c}}\nauthors: 3\n---\nText",
        },
    )
    assert len(blog.posts) == 3


def test_deep_nesting_harms_nothing(tmp_path):
    blog = read(
        tmp_path,
        "markdown",
        {"a.md": ">" * 5000 + " x", "b.md": "[" * 5000, "c.md": "---\nx: " + "[" * 5000 + "\n---\nText"},
    )
    assert {post.source_id for post in blog.posts} | {problem.source for problem in blog.problems} == {
        "a.md",
        "b.md",
        "c.md",
    }


def test_a_folder_of_markdown_is_recognised(tmp_path):
    assert detect(package(tmp_path, {"a.md": "x"})).name == "markdown"


def test_a_folder_without_markdown_is_told_so(tmp_path):
    with pytest.raises(ReadError, match="no Markdown"):
        read(tmp_path, "markdown", {"a.txt": "x"})


def test_notes_between_colons_are_notes(tmp_path):
    post = only(read(tmp_path, "markdown", {"a.md": "# A\n\n::: warning Mind *this*\nText\n:::\n\nAfter"}))
    assert '<aside data-block="admonition" data-kind="warning" data-title="Mind this">' in post.html
    assert ":::" not in post.html


def test_posts_in_a_folder_called_public_are_read_and_a_finished_site_is_not(tmp_path):
    files = {
        "public/mill/index.md": "---\ntitle: Mill\ndate: 2020-01-02\n---\nSee ![a](./a.png)",
        "public/mill/a.png": b"x",
        "public/about.html": "<!doctype html><p>Built</p>",
        "public/llms.md": "# Built\n",
    }
    assert only(read(tmp_path, "markdown", files)).source_id == "public/mill/index.md"


def test_texts_that_begin_with_an_underscore_are_left_out_and_told(tmp_path):
    files = {"a.md": "# A\n", "_drafts/b.md": "# B\n", ".git/c.md": "# C\n", "_site/d.md": "# D\n"}
    blog = read(tmp_path, "markdown", files)
    assert only(blog).source_id == "a.md"
    assert [problem.source for problem in blog.problems] == ["_drafts/b.md"]


def test_a_text_that_is_left_out_with_a_finished_site_is_told(tmp_path):
    blog = read(tmp_path, "markdown", {"a.md": "# A\n", "output/b.md": "# B\n", "output/b.html": "<p>B</p>"})
    assert only(blog).source_id == "a.md"
    assert [problem.source for problem in blog.problems] == ["output/b.md"]
