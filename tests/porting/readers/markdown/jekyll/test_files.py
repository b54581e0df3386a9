"""Which files of a Jekyll site become posts and pages, as its settings decide."""

import pytest

from porting.document import State
from porting.readers import ReadError
from tests.porting.readers.markdown.site import by_id, kinds, only, read

POST = "---\ntitle: One\n---\n\nWords"
FIRST = {"_posts/2020-01-01-first.md": POST}


def names(blog) -> set[str]:
    return {post.source_id for post in blog.posts} - set(FIRST)


def test_what_the_settings_exclude_was_never_shown_and_is_named(tmp_path):
    files = FIRST | {
        "_config.yml": "exclude: [private, '*.bak.md']",
        "private/_posts/2020-01-02-secret.md": POST,
        "private/plans.md": POST,
        "_posts/2020-01-03-old.bak.md": POST,
    }
    blog = read(tmp_path, "jekyll", files)
    assert not names(blog)
    assert {problem.source for problem in blog.problems} == set(files) - set(FIRST) - {"_config.yml"}


def test_folders_the_settings_include_hold_pages(tmp_path):
    files = FIRST | {
        "_config.yml": "include: ['_pages']\nexclude: [docs]",
        "_pages/about.md": POST,
        "_other/hidden.md": POST,
    }
    assert names(read(tmp_path, "jekyll", files)) == {"_pages/about.md"}


def test_a_site_may_lie_in_the_folder_its_settings_name(tmp_path):
    files = {
        "_config.yml": "source: src\npermalink: /:categories/:title/",
        "README.md": POST,
        "src/_posts/2020-01-01-a.md": "---\ntitle: A\n---\n![x](/i/a.png)",
        "src/i/a.png": "x",
    }
    blog = read(tmp_path, "jekyll", files)
    assert only(blog).addresses == ["/a/"]
    assert only(blog).categories == []
    assert blog.media_roots == ["src"]


def test_posts_and_collections_may_lie_in_a_folder_of_their_own(tmp_path):
    files = {
        "_config.yml": "collections_dir: all\ncollections: {notes: {output: true}}",
        "all/_posts/2020-01-01-a.md": POST,
        "all/_notes/deep/n.md": POST,
    }
    posts = by_id(read(tmp_path, "jekyll", files))
    assert posts["all/_posts/2020-01-01-a.md"].addresses == ["/2020/01/01/a.html"]
    assert posts["all/_posts/2020-01-01-a.md"].categories == []
    assert posts["all/_notes/deep/n.md"].addresses == ["/notes/deep/n.html"]


@pytest.mark.parametrize("name", ["_posts/2020-01-02-t.textile", "_drafts/t.adoc", "_posts/2020-01-02-t.txt"])
def test_texts_of_other_kinds_are_named_in_words(tmp_path, name):
    problem = read(tmp_path, "jekyll", FIRST | {name: POST}).problems[0]
    assert (problem.source, problem.kind) == (name, "unreadable")
    assert "left out" in problem.detail


def test_a_page_of_another_kind_is_named_too(tmp_path):
    blog = read(tmp_path, "jekyll", FIRST | {"about.textile": POST, "robots.txt": POST})
    assert [problem.source for problem in blog.problems] == ["about.textile"]
    assert "Textile" in blog.problems[0].detail


def test_a_site_written_in_something_else_altogether_says_so(tmp_path):
    with pytest.raises(ReadError, match="Textile"):
        read(tmp_path, "jekyll", {"_config.yml": "title: T", "_posts/2020-01-02-t.textile": POST})


def test_the_settings_may_give_markdown_another_ending(tmp_path):
    files = FIRST | {"_config.yml": "markdown_ext: 'md,txt'", "_posts/2020-01-02-t.txt": POST}
    assert names(read(tmp_path, "jekyll", files)) == {"_posts/2020-01-02-t.txt"}


def test_a_post_without_a_day_was_never_shown_and_comes_as_a_draft(tmp_path):
    files = FIRST | {"_posts/todo.md": POST, "_posts/dated.md": "---\ndate: 2020-01-05\n---\nx"}
    posts = by_id(read(tmp_path, "jekyll", files))
    assert posts["_posts/todo.md"].state == State.DRAFT
    assert any("no day" in problem.detail for problem in posts["_posts/todo.md"].problems)
    assert posts["_posts/dated.md"].state == State.PUBLISHED


def test_a_collection_that_made_no_pages_comes_as_drafts(tmp_path):
    files = FIRST | {
        "_config.yml": "collections:\n  team:\n  notes: {output: true}",
        "_team/ann.md": POST,
        "_notes/n.md": POST,
    }
    posts = by_id(read(tmp_path, "jekyll", files))
    assert posts["_team/ann.md"].state == State.DRAFT
    assert "hidden" in kinds(posts["_team/ann.md"])
    assert posts["_notes/n.md"].state == State.PUBLISHED


def test_a_folders_index_is_a_page_and_lists_the_site_makes_itself_are_not(tmp_path):
    files = FIRST | {
        "about/index.md": POST,
        "archive.md": POST,
        "tags/index.html": "---\nlayout: tags\n---\n",
        "index.html": "---\nlayout: home\n---\n",
        "search.html": "---\n---\n<input>",
        "categories.html": "---\n---\n{% for one in site.categories %}{{ one }}{% endfor %}",
    }
    blog = read(tmp_path, "jekyll", files)
    assert {post.source_id: post.addresses[0] for post in blog.posts if post.kind == "page"} == {
        "about/index.md": "/about/",
        "archive.md": "/archive.html",
    }
    assert not blog.problems


def test_words_on_the_first_page_are_reported(tmp_path):
    blog = read(tmp_path, "jekyll", FIRST | {"index.md": "---\nlayout: home\n---\nWelcome to my blog."})
    assert not names(blog)
    assert [problem.source for problem in blog.problems] == ["index.md"]


def test_a_page_with_a_mark_of_its_encoding_is_a_page(tmp_path):
    files = {
        "_posts/2020-01-02-one.md": "---\ntitle: One\n---\nA",
        "about.md": b"\xef\xbb\xbf---\ntitle: About\n---\nB",
    }
    assert "about.md" in by_id(read(tmp_path, "jekyll", files))
