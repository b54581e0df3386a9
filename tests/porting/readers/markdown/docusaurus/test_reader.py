"""Docusaurus blogs: places, authors, tags, MDX."""

import re

import pytest

from porting.document import State
from porting.readers import ReadError, detect
from tests.porting.readers.markdown.site import by_id, only, package, read

CONFIG = """
import {themes} from 'prism-react-renderer';
/** @type {import('@docusaurus/types').Config} */
const config = {
  title: 'Our Site', // the name
  tagline: 'A tagline',
  url: 'https://www.docs.example',
  baseUrl: '/base/',
  i18n: {defaultLocale: 'en', locales: ['en']},
  presets: [['classic', {
    docs: {routeBasePath: '/'},
    blog: {routeBasePath: 'news', blogTitle: 'News', showReadingTime: true},
  }]],
  plugins: [['@docusaurus/plugin-content-blog', {id: 'second', path: './devlog', routeBasePath: 'devlog'}]],
};
"""
POST = "---\ntitle: One\n---\n\n"


def body(tmp_path, text: str, name: str = "blog/2020-01-02-one.mdx", **files: str) -> str:
    return only(read(tmp_path, "docusaurus", {name: POST + text, **files})).html


def test_the_configuration_says_where_the_blogs_were(tmp_path):
    blog = read(
        tmp_path,
        "docusaurus",
        {
            "docusaurus.config.js": CONFIG,
            "blog/2020-01-02-one.md": POST + "x",
            "devlog/2020-02-03-two/index.md": POST + "y",
        },
    )
    assert blog.title == "News"
    assert blog.hosts == {"docs.example"}
    assert blog.base_path == "/base/news"
    assert [post.addresses for post in blog.posts] == [
        ["/base/news/2020/01/02/one"],
        ["/base/devlog/2020/02/03/two"],
    ]


def test_translations_are_posts_and_mere_copies_are_redirects(tmp_path):
    folder = "i18n/fr/docusaurus-plugin-content-blog"
    files = {
        "docusaurus.config.js": CONFIG,
        "blog/authors.yml": "ann: {name: Ann}\n",
        f"{folder}/authors.yml": "ann: {name: Anne}\n",
        "blog/2020-01-02-one.md": POST + "Hello",
        "blog/2020-01-03-two.md": POST + "Bye",
        f"{folder}/2020-01-02-one.md": POST + "Bonjour",
        f"{folder}/2020-01-03-two.md": POST + "Bye\n",
    }
    blog = read(tmp_path, "docusaurus", files)
    assert [(post.language, post.addresses[0]) for post in blog.posts] == [
        ("", "/base/news/2020/01/02/one"),
        ("", "/base/news/2020/01/03/two"),
        ("fr", "/base/fr/news/2020/01/02/one"),
    ]
    redirects = {redirect.address: redirect.target for redirect in blog.redirects}
    assert redirects["/base/fr/news/2020/01/03/two"] == "post:blog/2020-01-03-two.md"
    assert redirects["/base/fr/news"] == "blog:"
    assert blog.authors["ann"].name == "Ann"


def test_an_address_that_only_a_program_knows_is_passed_over(tmp_path):
    config = "const locales = all.map(code => ({ baseUrl: `/${code}/` }));\nexport default { 'baseUrl': '/base/' };"
    blog = read(
        tmp_path, "docusaurus", {"docusaurus.config.ts": config, "blog/2020-01-02-one.md": POST + "x"}
    )
    assert blog.posts[0].addresses == ["/base/blog/2020/01/02/one"]


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("2020-01-02-one.md", "/blog/2020/01/02/one"),
        ("2020-01-02-one/index.mdx", "/blog/2020/01/02/one"),
        ("2020/01/02/one.md", "/blog/2020/01/02/one"),
        ("2020/01-02-one.md", "/blog/2020/01/02/one"),
        ("2020/01/02-one/index.md", "/blog/2020/01/02/one"),
        ("group/2020-01-02-one.md", "/blog/group/2020/01/02/one"),
        ("2020-01-02.md", "/blog/2020/01/02"),
        ("one.md", "/blog/one"),
        ("deep/er/index.md", "/blog/deep/er"),
    ],
)
def test_an_address_follows_the_files_place(tmp_path, name, address):
    assert only(read(tmp_path, "docusaurus", {f"blog/{name}": POST})).addresses == [address]


def test_a_slug_replaces_the_dated_path(tmp_path):
    post = only(read(tmp_path, "docusaurus", {"blog/2020-01-02-one.md": "---\nslug: /my/slug\n---\nx"}))
    assert (post.addresses, post.slug, post.date.isoformat()) == (
        ["/blog/my/slug"],
        "slug",
        "2020-01-02T00:00:00+00:00",
    )


def test_authors_come_from_their_file_inline_and_from_old_fields(tmp_path):
    blog = read(
        tmp_path,
        "docusaurus",
        {
            "blog/authors.yml": (
                "ann:\n  name: Ann Ash\n  title: Writer\n"
                "  url: https://ann.example\n  image_url: /img/ann.png\n"
                "  page: true\n  description: Writes **well**.\n  socials:\n"
                "    x: '@ann'\n    github: ann\n    newsletter: https://n.example\n"
            ),
            "blog/2020-01-01-a.md": "---\nauthors: [ann, {name: Bob, title: Guest, url: https://bob.example}]\n---\n",
            "blog/2020-01-02-b.md": "---\nauthors:\n  - key: ann\n    title: Other\n---\n",
            "blog/2020-01-03-c.md": (
                "---\nauthor: Cy\nauthorURL: https://x.com/cy\n"
                "author_title: Boss\nauthorImageURL: https://i.example/c.png\n---\n"
            ),
            "blog/2020-01-04-d.md": "---\nauthors: ann\n---\n",
        },
    )
    assert [post.authors for post in blog.posts] == [["ann", "Bob"], ["ann"], ["Cy"], ["ann"]]
    ann = blog.authors["ann"]
    assert (ann.name, ann.job_title, ann.portrait) == ("Ann Ash", "Writer", "/img/ann.png")
    assert dict(ann.links) == {
        "website": "https://ann.example",
        "x": "https://x.com/ann",
        "github": "https://github.com/ann",
        "newsletter": "https://n.example",
    }
    assert "<strong>well</strong>" in ann.bio
    assert (blog.authors["Cy"].job_title, blog.authors["Cy"].portrait) == ("Boss", "https://i.example/c.png")


def test_tags_have_the_labels_and_addresses_of_their_file(tmp_path):
    blog = read(
        tmp_path,
        "docusaurus",
        {
            "blog/tags.yml": "cpp:\n  label: C++\n  permalink: /c-plus-plus\n  description: The language\n",
            "blog/2020-01-01-a.md": "---\ntags: [cpp, Loose, {label: Inline, permalink: /in-line}]\n---\n",
        },
    )
    assert [blog.tags[key].name for key in only(blog).tags] == ["C++", "Loose", "Inline"]
    assert [blog.tags[key].slug for key in only(blog).tags] == ["c-plus-plus", "loose", "in-line"]
    assert ("/blog/tags/c-plus-plus", "tag:cpp") in [(one.address, one.target) for one in blog.redirects]


def test_states_and_fields_are_kept(tmp_path):
    blog = read(
        tmp_path,
        "docusaurus",
        {
            "blog/2020-01-01-a.md": "---\ndraft: true\n---\nx",
            "blog/2020-01-02-b.md": "---\nunlisted: true\nimage: ./cover.png\ndescription: Short\nkeywords: [k]\n"
            "hide_table_of_contents: true\nlast_update:\n  date: 2020-03-04\n  author: ann\n---\nx",
            "blog/2020-01-03-c.md": "---\ndate: 2999-01-01\n---\nx",
        },
    )
    draft, unlisted, later = blog.posts
    assert (draft.state, unlisted.state, later.state) == (State.DRAFT, State.PUBLISHED, State.SCHEDULED)
    assert unlisted.unlisted
    assert (unlisted.cover.url, unlisted.summary, unlisted.updated.date().isoformat()) == (
        "./cover.png",
        "Short",
        "2020-03-04",
    )
    assert unlisted.kept == {"last_update": {"author": "ann"}}
    assert [(one.source, one.kind) for one in blog.problems] == [("", "field")]  # the keywords


def test_the_title_is_the_first_heading_when_no_field_says_it(tmp_path):
    post = only(
        read(
            tmp_path,
            "docusaurus",
            {"blog/2020-01-01-a.md": "---\ntags: []\n---\n\n# The `real` title {#x}\n\nText"},
        )
    )
    assert post.title == "The real title"
    assert "<h1" not in post.html


def test_a_title_below_what_the_text_imports_is_not_shown_twice(tmp_path):
    imports = "import Tabs from '@theme/Tabs';\nimport {\n  A,\n} from './a';\n\n"
    files = {"blog/2020-01-01-a.md": f"---\ntitle: The mill\n---\n\n{imports}# The mill\n\nText"}
    post = only(read(tmp_path, "docusaurus", files))
    assert (post.title, post.html.strip()) == ("The mill", "<p>Text</p>")


def test_files_with_an_underscore_are_no_posts(tmp_path):
    blog = read(
        tmp_path,
        "docusaurus",
        {"blog/_partial.mdx": "x", "blog/_drafts/y.md": "y", "blog/2020-01-01-a.md": POST},
    )
    assert list(by_id(blog)) == ["blog/2020-01-01-a.md"]


def test_links_between_files_name_the_post(tmp_path):
    blog = read(
        tmp_path,
        "docusaurus",
        {
            "blog/2020-01-01-a.md": POST
            + "[b](./2020-01-02-b/index.md#part) [c](2020-01-03-c.md) [d](/docs/d) [e](@site/blog/2020-01-03-c.md)",
            "blog/2020-01-02-b/index.md": POST,
            "blog/2020-01-03-c.md": POST,
        },
    )
    html = by_id(blog)["blog/2020-01-01-a.md"].html
    assert '<a href="source:blog/2020-01-02-b/index.md#part">' in html
    assert html.count('href="source:blog/2020-01-03-c.md"') == 2
    assert 'href="/docs/d"' in html


def test_what_an_element_did_is_left_out_and_told_and_its_text_stays(tmp_path):
    body = "Before\n\n<button onClick={() => alert('x > y')}>Click *me*</button>\n\nAfter\n"
    post = only(read(tmp_path, "docusaurus", {"blog/2020-01-01-a.md": POST + body}))
    words = re.sub(r"<[^>]*>", " ", post.html).split()
    assert words == ["Before", "Click", "me", "After"]
    told = [problem.detail for problem in post.problems if problem.kind == "jsx"]
    assert told == ["What <button> did (onClick) was left out; the text in it was kept."]


def test_a_missing_picture_of_the_static_folder_keeps_the_address_it_had(tmp_path):
    blog = read(
        tmp_path,
        "docusaurus",
        {
            "site/blog/2020-01-01-a.md": POST + "![x](../static/img/a%20b.png) ![y](../other/y.png)",
            "site/static/img/c.png": "c",
        },
    )
    assert 'src="/img/a%20b.png"' in only(blog).html
    assert 'src="../other/y.png"' in only(blog).html


def test_pictures_are_found_beside_the_post_and_in_static(tmp_path):
    blog = read(
        tmp_path,
        "docusaurus",
        {
            "blog/2020-01-01-a/index.md": POST + "![x](./x.png) ![y](@site/static/img/y.png) ![z](img/z.png)",
            "static/img/y.png": "y",
            "static/img/z.png": "z",
            "blog/2020-01-01-a/x.png": "x",
        },
    )
    assert blog.media_roots == ["static"]
    assert only(blog).media_base == "blog/2020-01-01-a"
    for source in ("./x.png", "/img/y.png", "/img/z.png"):
        assert f'src="{source}"' in only(blog).html


def test_a_docusaurus_site_is_recognised(tmp_path):
    assert (
        detect(package(tmp_path, {"docusaurus.config.ts": "export default {}", "blog/a.md": "x"})).name
        == "docusaurus"
    )


def test_a_site_without_a_blog_is_told_so(tmp_path):
    with pytest.raises(ReadError, match="No blog folder"):
        read(tmp_path, "docusaurus", {"docusaurus.config.js": "module.exports = {}"})


def test_what_only_a_program_knows_is_shown_as_typed_and_told(tmp_path):
    post = only(
        read(tmp_path, "docusaurus", {"blog/2020-01-02-a.mdx": "---\ntitle: A\n---\n\nBy {frontMatter.who}."})
    )
    assert "By {frontMatter.who}." in post.html
    assert any("frontMatter.who" in problem.detail for problem in post.problems)


def test_mathematics_of_a_site_that_shows_it_is_not_read_as_markdown(tmp_path):
    config = "import remarkMath from 'remark-math';\nexport default {remarkPlugins: [remarkMath]};"
    text = "---\ntitle: One\n---\n\nLet $a_1 * b * \\frac{c}{d}$ be\n\n$$\na \\\\ b_{x}\n- c\n$$\n"
    html = only(
        read(tmp_path, "docusaurus", {"docusaurus.config.js": config, "blog/2020-01-02-a.md": text})
    ).html
    assert "Let $a_1 * b * \\frac{c}{d}$ be" in html
    assert "$$\na \\\\ b_{x}\n- c\n$$" in html
