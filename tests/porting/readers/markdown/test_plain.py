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
    files = {"a.md": "# A\n", "_old/b.md": "# B\n", ".git/c.md": "# C\n", "_site/d.md": "# D\n"}
    blog = read(tmp_path, "markdown", files)
    assert only(blog).source_id == "a.md"
    assert [problem.source for problem in blog.problems] == ["_old/b.md"]


def test_folders_called_posts_and_drafts_are_what_they_say(tmp_path):
    files = {"_posts/a.md": "---\ntitle: A\n---\nText", "_posts/_b.md": "# B\n", "x/_drafts/c.md": "# C\n"}
    blog = read(tmp_path, "markdown", files)
    assert {name: post.state for name, post in by_id(blog).items()} == {
        "_posts/a.md": State.PUBLISHED,
        "x/_drafts/c.md": State.DRAFT,
    }
    assert [problem.source for problem in blog.problems] == ["_posts/_b.md"]


@pytest.mark.parametrize(
    "front", ["private: true", "publish: false", "isDraft: true", "Draft: true", "dg-publish: false"]
)
def test_what_was_not_public_under_any_name_is_not_public(tmp_path, front):
    post = only(read(tmp_path, "markdown", {"a.md": f"---\ntitle: A\n{front}\n---\nText"}))
    assert post.state in (State.DRAFT, State.PRIVATE)
    assert post.kept == {}


@pytest.mark.parametrize(
    "name", ["pubDate", "pubDatetime", "publishedAt", "datePublished", "published", "createdAt"]
)
def test_dates_have_many_names(tmp_path, name):
    post = only(
        read(
            tmp_path,
            "markdown",
            {"a.md": f"---\ntitle: A\n{name}: 2020-01-02\nupdatedAt: 2021-01-02\n---\nT"},
        )
    )
    assert (f"{post.date:%Y-%m-%d}", f"{post.updated:%Y-%m-%d}") == ("2020-01-02", "2021-01-02")
    assert post.kept == {}


def test_fields_of_pictures_that_are_shown_are_not_said_to_have_no_place(tmp_path):
    front = "title: A\nheroImage: ./mill.png\nogImage: ./card.png\nimageAlt: A mill\nbanner: ./other.png\n"
    post = only(read(tmp_path, "markdown", {"a.md": f"---\n{front}---\nText"}))
    assert (post.cover.url, post.cover.alt, post.social_image.url) == ("./mill.png", "A mill", "./card.png")
    assert post.kept == {"banner": "./other.png"}


def test_an_address_on_another_host_is_where_the_post_was_published_first(tmp_path):
    files = {
        "a.md": "---\ntitle: A\nurl: https://other.example/x\n---\nT",
        "b.md": "---\nurl: https://mine.example/y/\n---\nT",
    }
    posts = by_id(read(tmp_path, "markdown", files, base_url="https://mine.example", permalink="/:slug/"))
    assert (posts["a.md"].addresses, posts["a.md"].canonical_url) == (["/a/"], "https://other.example/x")
    assert kinds(posts["a.md"]) == {"links"}
    assert posts["b.md"].addresses == ["https://mine.example/y/"]


def test_the_parts_of_mdx_are_understood_without_docusaurus(tmp_path):
    text = (
        "---\ntitle: A\n---\nimport { Aside } from 'x';\nimport Mill from './mill.png';\n\n"
        '<Aside type="tip">\nMind *this*\n</Aside>\n\n<Image src={Mill} alt="The mill" />\n\n{/* unseen */}'
    )
    files = {
        "astro.config.mjs": "export default {}",
        "src/content/blog/a.mdx": text,
        "src/content/blog/mill.png": b"x",
    }
    assert detect(package(tmp_path, files)).name == "markdown"
    html = only(read(tmp_path, "markdown", files)).html
    assert '<aside data-block="admonition" data-kind="tip"' in html
    assert '<img src="./mill.png" alt="The mill"' in html
    assert "import" not in html
    assert "unseen" not in html


def test_files_for_the_top_of_the_site_are_found_below_the_sources(tmp_path):
    files = {"src/blog/a.md": "![x](/_img/x.png)", "src/_img/x.png": b"x", "web/public/y.png": b"y"}
    assert read(tmp_path, "markdown", files).media_roots == ["web/public", "src", "web", ""]


def test_a_text_that_is_left_out_with_a_finished_site_is_told(tmp_path):
    blog = read(tmp_path, "markdown", {"a.md": "# A\n", "output/b.md": "# B\n", "output/b.html": "<p>B</p>"})
    assert only(blog).source_id == "a.md"
    assert [problem.source for problem in blog.problems] == ["output/b.md"]


def test_a_cover_that_is_a_files_name_is_found_where_the_layout_kept_it(tmp_path):
    text = "---\ntitle: A\nimage: {}\n---\nText"
    files = {"posts/a.md": text.format("mill.png"), "src/covers/mill.png": b"x"}
    files |= {"posts/b.md": text.format("two.png"), "x/two.png": b"x", "y/two.png": b"y"}
    posts = by_id(read(tmp_path, "markdown", files))
    assert posts["posts/a.md"].cover.url == "/src/covers/mill.png"
    assert posts["posts/b.md"].cover.url == "two.png"


@pytest.mark.parametrize("name", ["aliases", "redirect_from", "redirectFrom", "old_url"])
def test_old_addresses_have_many_names(tmp_path, name):
    post = only(read(tmp_path, "markdown", {"a.md": f"---\ntitle: A\n{name}: [/old/, older]\n---\nText"}))
    assert (post.aliases, post.kept) == (["/old/", "/older"], {})


@pytest.mark.parametrize(
    ("teaser", "summary", "cover"),
    [
        ("Water that runs. All day.", "Water that runs. All day.", ""),
        ("/mill pond.png", "", "/mill pond.png"),
    ],
)
def test_a_teaser_is_a_summary_or_a_picture(tmp_path, teaser, summary, cover):
    post = only(read(tmp_path, "markdown", {"a.md": f"---\ntitle: A\nteaser: {teaser}\n---\nText"}))
    assert (post.summary, post.cover.url if post.cover else "", post.kept) == (summary, cover, {})


@pytest.mark.parametrize(
    ("header", "slug", "addresses"),
    [
        ("abbrlink: 4a17b156\n", "mill", ["/p/4a17b156/", "/p/mill/"]),
        ("abbrlink: 4a17b156\nslug: weir\n", "weir", ["/p/weir/", "/p/mill/"]),
    ],
)
def test_a_shortened_address_is_the_old_one_and_no_name(tmp_path, header, slug, addresses):
    files = {"src/content/mill.md": f"---\ntitle: The Mill\n{header}---\nx"}
    post = only(read(tmp_path, "markdown", files, permalink="/p/:slug/"))
    assert (post.slug, [*post.addresses, *post.aliases], post.kept) == (slug, addresses, {})


@pytest.mark.parametrize(
    ("settings", "address"),
    [
        ("activate :blog do |blog|\n  blog.prefix = 'news'\nend\n", "/news/2020/01/02/mill.html"),
        ("activate :directory_indexes\nactivate :blog do |blog|\n  blog.permalink = '{year}/{title}.html'\nend\n",
         "/2020/mill/"),
        ("# activate :blog\n", "/2020/01/02/mill/"),
    ],
)  # fmt: skip
def test_a_middleman_blog_says_its_addresses_itself(tmp_path, settings, address):
    files = {
        "config.rb": settings,
        "source/news/2020-01-02-mill.html.markdown": "---\ntitle: The Mill\n---\nx",
    }
    post = only(read(tmp_path, "markdown", files))
    assert (post.slug, post.addresses) == ("mill", [address])


@pytest.mark.parametrize(
    ("more", "address"), [("", "/help/us.html"), ("activate :directory_indexes", "/help/us/")]
)
def test_a_page_of_a_middleman_site_is_no_post(tmp_path, more, address):
    files = {"config.rb": f"activate :blog\n{more}\n", "source/help/us.html.md": "---\ntitle: Help\n---\nx"}
    page = only(read(tmp_path, "markdown", files))
    assert (page.kind, page.addresses) == ("page", [address])


def test_words_for_search_engines_are_counted_where_they_are_no_tags(tmp_path):
    files = {
        "posts/a.md": "---\ntitle: A\ntags: [mill]\nkeywords: stone, water\n---\nx",
        "posts/b.md": "---\ntitle: B\nkeywords: stone, water\n---\nx",
        "posts/c.md": "---\ntitle: C\nkeywords: [stone]\ntags: [stone]\n---\nx",
    }
    blog = read(tmp_path, "markdown", files)
    posts = by_id(blog)
    assert [posts[name].tags for name in files] == [["mill"], ["stone", "water"], ["stone"]]
    assert [posts[name].kept for name in files] == [{}, {}, {}]
    assert [(one.source, one.kind) for one in blog.problems] == [("", "field"), ("", "tags")]
    assert "One post" in blog.problems[1].detail
    assert "one post" in blog.problems[0].detail
    assert blog.settings == {"keywords": {"values": [{"value": "stone, water", "posts": ["posts/a.md"]}]}}


def test_a_field_that_many_posts_have_alike_is_told_once(tmp_path):
    header = "---\ntitle: T\ntheme: red\ntoc: true\nnote: {number}\n---\nx"
    files = {f"posts/{number}.md": header.format(number=number % 9) for number in range(10)}
    blog = read(tmp_path, "markdown", files | {"posts/other.md": "---\ntitle: T\ntoc: no\n---\nx"})
    assert {name: post.kept for name, post in by_id(blog).items()} == {
        name: {"note": int(name[6]) % 9} for name in files
    } | {"posts/other.md": {"toc": "no"}}
    assert [(one.source, one.kind, one.detail.partition(": ")[2]) for one in blog.problems] == [
        ("", "field", "toc: True (10); theme: red (10)")
    ]
    assert blog.settings["theme"] == {"values": [{"value": "red", "posts": list(files)}]}


def test_the_line_below_a_title_is_the_summary(tmp_path):
    assert only(read(tmp_path, "markdown", {"a.md": "---\ntagline: In short\n---\nx"})).summary == "In short"


def test_a_line_that_was_taken_for_several_people_is_told(tmp_path):
    blog = read(tmp_path, "markdown", {"posts/a.md": "---\ntitle: A\nauthor: Eve Elm, Fay Fir\n---\nx"})
    assert only(blog).authors == ["Eve Elm", "Fay Fir"]
    assert [(one.kind, "“Eve Elm, Fay Fir”" in one.detail) for one in blog.problems] == [("authors", True)]


def test_what_a_project_says_to_those_who_work_on_it_is_no_post(tmp_path):
    files = {
        "AGENTS.md": "# Rules",
        "docs/SECURITY.md": "# Who to write to",
        "posts/support.md": "# How to help",
    }
    files["posts/CLAUDE.md"] = "---\ntitle: Claude of Lorraine\n---\nx"
    blog = read(tmp_path, "markdown", files)
    assert set(by_id(blog)) == {"posts/support.md", "posts/CLAUDE.md"}
    assert [(one.source, one.kind) for one in blog.problems] == [
        ("AGENTS.md", "text"),
        ("docs/SECURITY.md", "text"),
    ]


def test_what_a_post_says_of_its_only_author_is_the_authors(tmp_path):
    header = (
        f"---\ntitle: A\nauthor: Ann Ash\ngravatar: {'ab' * 16}\ntwitter: '@ann'\n"
        "author_title: Miller\n---\nx"
    )
    files = {
        "a.md": header,
        "b.md": "---\ntitle: B\nauthors: [Ann Ash, Bob]\navatar: /b.png\ntwitter: '@bob'\n---\nx",
    }
    blog = read(tmp_path, "markdown", files)
    ann, bob = blog.authors["Ann Ash"], blog.authors["Bob"]
    assert (ann.portrait, ann.job_title) == (f"https://www.gravatar.com/avatar/{'ab' * 16}?s=400", "Miller")
    assert (ann.links, bob.portrait, bob.links) == ([("twitter", "https://x.com/ann")], "", [])
    assert [by_id(blog)[name].kept for name in files] == [{}, {"avatar": "/b.png", "twitter": "@bob"}]


@pytest.mark.parametrize(
    ("field", "kept"),
    [
        ("image: true", {"image": True}),
        ("image: a sunny day", {"image": "a sunny day"}),
        ("cover: false", {}),
        ("cover: {relative: true}", {}),
        ("cover: /a.png", {}),
    ],
)
def test_a_field_for_a_cover_that_names_no_picture_is_told(tmp_path, field, kept):
    assert only(read(tmp_path, "markdown", {"a.md": f"---\ntitle: A\n{field}\n---\nx"})).kept == kept


def test_folders_may_be_languages(tmp_path):
    files = {
        "blog/en/mill.md": "# A",
        "blog/fa/mill.md": "# B",
        "blog/fa/weir.md": "# C",
        "blog/no/x.md": "# D",
    }
    code = {
        "code/cs/a.md": "# E",
        "code/ts/a.md": "# F",
        "deep/en/index.md": "# G",
        "deep/de/index.md": "# H",
    }
    found = {name: post.language for name, post in by_id(read(tmp_path, "markdown", files | code)).items()}
    assert {name: language for name, language in found.items() if language} == {
        "blog/en/mill.md": "en", "blog/fa/mill.md": "fa", "blog/fa/weir.md": "fa",
    }  # fmt: skip


def test_what_lies_beside_a_projects_program_without_fields_is_no_post(tmp_path):
    files = {"NOTES.md": "# Notes", "own.md": "---\ntitle: Own\n---\nx", "posts/a.md": "# A"}
    fielded = {"posts/b.md": "---\ntitle: B\n---\nx"}
    assert set(by_id(read(tmp_path, "markdown", files | fielded))) == set(files | fielded)
    assert set(by_id(read(tmp_path, "markdown", {"package.json": "{}"}))) == {
        "own.md",
        "posts/a.md",
        "posts/b.md",
    }
