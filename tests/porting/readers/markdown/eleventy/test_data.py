"""Data files of Eleventy's folders and posts, written as data or as programs."""

import pytest

from porting.document import State
from porting.readers.markdown.js_literal import exported
from tests.porting.readers.markdown.site import by_id, only, read

POST = "---\ntitle: A Title\n---\n\nx"
LITERAL = """
// what all posts share
const layout = "base.njk";
%s {
  layout: 'page.njk', /* as it was */
  "tags": ["posts", `stone`, "Deep water"],
  author: "Ann\\u0065 O'Hara",
  permalink: "/stones/{{ page.fileSlug }}/",
  eleventyExcludeFromCollections: true,
  nested: { weight: -1.5, list: [1, , 2], none: null },
}%s
"""


@pytest.mark.parametrize(
    ("begin", "end"),
    [
        ("export default", ";"),
        ("module.exports =", ""),
        ("export default () => (", ")"),
        ("module.exports = async function (config) {\n  const a = {};\n  return", "\n};"),
        ("const data =", ";\nexport default data;\n"),
    ],
)
@pytest.mark.parametrize(
    "name", ["posts/posts.11tydata.js", "posts/posts.11tydata.cjs", "posts/a.11tydata.mjs"]
)
def test_what_a_program_writes_out_is_read(tmp_path, name, begin, end):
    blog = read(tmp_path, "markdown", {"posts/a.md": POST, name: LITERAL % (begin, end)})
    post = only(blog)
    assert (post.kind, post.addresses, post.unlisted) == ("page", ["/stones/a/"], True)
    assert [blog.authors[key].name for key in post.authors] == ["Anne O'Hara"]
    assert [blog.tags[key].name for key in post.tags] == ["stone", "Deep water"]
    assert [(problem.source, problem.kind) for problem in blog.problems] == [(name, "tags")]
    assert "“posts”" in blog.problems[0].detail


def test_all_of_a_json_file_is_read_and_tags_come_together(tmp_path):
    files = {
        "posts/posts.json": '{"tags": ["posts", "outer"], "layout": "post.njk", "series": "Stones", "og": 1}',
        "posts/deep/deep.11tydata.json": '{"tags": "deep", "category": "Water", "published": false}',
        "posts/deep/a.md": POST.replace("title", "tags: [own]\ntitle"),
        "posts/b.md": POST,
        "posts/b.11tydata.json": '{"tags": ["inner"], "permalink": "/b-own/"}',
    }
    blog = read(tmp_path, "markdown", files)
    posts = by_id(blog)
    named = {name: [blog.tags[key].name for key in post.tags] for name, post in posts.items()}
    assert named == {"posts/deep/a.md": ["own", "outer"], "posts/b.md": ["outer", "inner"]}
    assert posts["posts/deep/a.md"].state is State.DRAFT
    assert [blog.categories[key].name for key in posts["posts/deep/a.md"].categories] == ["Water"]
    assert posts["posts/b.md"].addresses == ["/b-own/"]
    assert posts["posts/b.md"].series
    assert not posts["posts/b.md"].kept


def test_computed_values_come_before_a_posts_own_and_a_simple_arrow_is_a_template(tmp_path):
    files = {
        "posts/posts.11tydata.js": (
            "module.exports = { eleventyComputed: { permalink: (data) => `/p/${data.page.fileSlug}/`,\n"
            "  author: data => data.by, other: 1 } }"
        ),
        "posts/a.md": POST.replace("title", "permalink: /own/\ntitle"),
        "pages/b.md": POST.replace(
            "title", "eleventyComputed:\n  permalink: '/c/{{ page.fileSlug }}/'\ntitle"
        ),
    }
    blog = read(tmp_path, "markdown", files)
    assert {post.addresses[0] for post in blog.posts} == {"/p/a/", "/c/b/"}
    assert [(one.source, "author" in one.detail) for one in blog.problems] == [
        ("posts/posts.11tydata.js", True)
    ]
    assert not by_id(blog)["pages/b.md"].kept


@pytest.mark.parametrize(
    ("program", "told"),
    [
        ("export default { ...shared, permalink() { return '}' }, author: 'Ann' }", 2),
        ("export default { tags: ['a', b + '}', 'c'], author: 'Ann' }", 1),
        (
            "export default { permalink: data => { if (data.x) { return `/${a}/`; } return '/'; }, author: 'Ann' }",
            1,
        ),
        ("export default { layout: 'a' + '.njk', author: 'Ann', title: process.env.X }", 1),
        ("import fs from 'fs';\nexport default { draft: fs.rm('/', {force: true}), 'author': \"Ann\" };", 1),
    ],
)
def test_what_only_running_would_tell_is_told_and_the_rest_is_read(tmp_path, program, told):
    blog = read(tmp_path, "markdown", {"posts/a.md": POST, "posts/posts.11tydata.js": program})
    assert [author.name for author in blog.authors.values()] == ["Ann"]
    assert [one.source for one in blog.problems] == ["posts/posts.11tydata.js"] * told


def test_a_file_that_is_all_program_is_told_once(tmp_path):
    files = {"posts/a.md": POST, "posts/b.md": POST, "posts/posts.11tydata.js": "export default make();"}
    blog = read(tmp_path, "markdown", files)
    assert [(one.source, one.kind) for one in blog.problems] == [("posts/posts.11tydata.js", "unreadable")]


@pytest.mark.parametrize(
    "inside",
    ["{a:" * 60_000, "[" * 190_000, "a:(" * 60_000, "a:'" * 60_000, "a:`${" * 30_000, "/*" * 90_000]
    + ["a:" + "[[[," * 40_000, "'a':1," * 30_000, "…" * 100_000, ")" * 100_000, "a:b" * 60_000],
)
def test_hostile_programs_take_no_minutes(inside):
    assert exported("export default {" + inside)


def test_letters_written_as_numbers_are_letters():
    found = exported(r"export default {a: '\u00e9\x41\u{1F600}\ud83d\ude00\ud83d', 'b\'c': 1}")
    assert found.values == {"a": "éA😀😀\ufffd", "b'c": 1.0}


def test_what_the_site_keeps_for_all_texts_stands_where_a_text_asks_for_it(tmp_path):
    files = {
        ".eleventy.js": "module.exports = {};",
        "src/_data/site.json": '{"title": "Mill & Weir", "social": {"chat": "#mill"}, "list": [1]}',
        "src/_data/team/lead.js": "module.exports = { name: 'Ann' };",
        "src/posts/a.md": POST
        + " {{ site.title }} {{ site.social.chat }} {{ team.lead.name }} {{ site.list }}",
    }
    post = only(read(tmp_path, "markdown", files))
    assert post.html == "<p>x Mill &amp; Weir #mill Ann {{ site.list }}</p>\n"
    assert len([one for one in post.problems if one.kind == "liquid"]) == 1
