"""Eleventy's habits in a folder of Markdown: data of folders, addresses as templates, dated indexes."""

# ruff: noqa: RUF001 - signs that look like others are what some of it is about

import pytest

from porting.document import State
from porting.readers import detect
from porting.readers.options import ReadOptions
from tests.porting.readers.markdown.site import by_id, kinds, only, package, read

POST = "---\ntitle: A Title\n---\n\nx"


def test_an_index_with_a_day_is_called_as_its_folder(tmp_path):
    files = {"src/posts/mill/2020-01-02-index.md": POST, "src/posts/weir/2020-01-03-index.md": POST}
    posts = read(tmp_path, "markdown", files).posts
    assert [(post.slug, f"{post.date:%Y-%m-%d}") for post in posts] == [
        ("mill", "2020-01-02"),
        ("weir", "2020-01-03"),
    ]


@pytest.mark.parametrize(
    ("permalink", "address"),
    [
        ("blog/{{ page.fileSlug }}/index.html", "/blog/mill/"),
        ("/{{ title | slugify }}/", "/a-title/"),
        ("/{{ page.date | date: '%Y' }}/{{ page.fileSlug | slug }}.html", "/2020/mill.html"),
        ("/{{ section.name }}/x/", "/2020/01/02/mill/"),
    ],
)
def test_an_address_may_be_a_template_in_the_folders_data(tmp_path, permalink, address):
    files = {
        "src/posts/mill/2020-01-02-index.md": POST,
        "src/posts/posts.json": '{"permalink": "' + permalink + '"}',
    }
    assert only(read(tmp_path, "markdown", files)).addresses == [address]


def test_a_files_own_fields_come_before_those_of_its_folder(tmp_path):
    files = {
        "posts/a.md": POST.replace("title", "permalink: /own/\ntitle"),
        "posts/deep/b.md": POST,
        "posts/posts.11tydata.json": '{"permalink": "/outer/{{ page.fileSlug }}/", "author": "Ann"}',
        "posts/deep/deep.json": '{"permalink": "/inner/{{ page.fileSlug }}/"}',
        "posts/other.json": '{"author": "Nobody"}',
    }
    posts = by_id(read(tmp_path, "markdown", files))
    assert posts["posts/a.md"].addresses == ["/own/"]
    assert posts["posts/deep/b.md"].addresses == ["/inner/b/"]
    assert posts["posts/deep/b.md"].authors == ["Ann"]


@pytest.mark.parametrize(
    "files",
    [
        {"posts/a.md": POST.replace("title", "permalink: false\ntitle")},
        {"posts/a.md": POST, "posts/posts.json": '{"permalink": false}'},
        {"drafts/a.md": POST, "drafts/drafts.json": '{"draft": true}'},
    ],
)
def test_what_had_no_page_is_public_nowhere(tmp_path, files):
    assert only(read(tmp_path, "markdown", files)).state is State.DRAFT


def test_what_was_in_no_list_is_unlisted(tmp_path):
    text = POST.replace("title", "eleventyExcludeFromCollections: true\ntitle")
    post = only(read(tmp_path, "markdown", {"a.md": text}))
    assert post.unlisted
    assert "field" not in kinds(post)
    assert not post.kept


def test_eleventys_own_shortcodes_become_blocks_and_raw_text_stays(tmp_path):
    text = (
        'Before\n\n{% callout "tip" %}\nMind the *gap*.\n{% endcallout %}\n\n'
        '{% signup "By the way" %}Write to me{% endsignup %}\n\n'
        "{% raw %}Say {{ name }} {% odd %}{% endraw %}\n\n"
        "```html\n{% raw %}<b>{{ title }}</b>{% endraw %}\n```\n\n{% for a in b %}{{ a }}{% endfor %}"
    )
    files = {"eleventy.config.js": "export default {}", "posts/a.md": POST + text}
    post = only(read(tmp_path, "markdown", files))
    assert '<aside data-block="admonition" data-kind="tip"' in post.html
    assert "Mind the <em>gap</em>." in post.html
    assert "Write to me" in post.html
    assert "Say {{ name }} {% odd %}" in post.html
    assert "<code>&lt;b&gt;{{ title }}&lt;/b&gt;</code>" in post.html
    assert "{% for a in b %}{{ a }}{% endfor %}" in post.html
    assert "raw %}" not in post.html
    assert "callout" not in post.html
    assert "shortcode" in kinds(post)


def test_without_eleventy_such_marks_are_text(tmp_path):
    post = only(read(tmp_path, "markdown", {"posts/a.md": POST + '\n{% callout "tip" %}'}))
    assert "{% callout" in post.html


@pytest.mark.parametrize("piece", ["{% raw %}", "{%", '{% a "', "{% raw %}{{", "{%-  "])
def test_marks_without_an_end_are_read_once(tmp_path, piece):
    files = {"eleventy.config.js": "export default {}", "posts/a.md": POST + piece * 4_000 + "{% endraw %}"}
    assert only(read(tmp_path, "markdown", files)).html


@pytest.mark.parametrize(
    ("program", "shown"),
    [
        ("markdownIt({html: true, typographer: true})", '“It’s” – :tada: https://x.example, a 5" disk'),
        ("markdownIt({linkify: true})", '<a href="https://x.example">https://x.example</a>,'),
        ("import { full } from 'markdown-it-emoji'", '"It\'s" -- 🎉 '),
        ("other({typographer: true})", '"It\'s" -- :tada: https://x.example, a 5" disk'),
    ],
)
@pytest.mark.parametrize("name", ["eleventy.config.js", "utils/markdown.mjs"])
def test_texts_are_read_as_markdown_it_was_told_to(tmp_path, name, program, shown):
    text = '"It\'s" -- :tada: https://x.example, a 5" disk'
    files = {".eleventy.js": "module.exports = {}", name: program, "posts/a.md": POST.replace("x", "") + text}
    assert shown in only(read(tmp_path, "markdown", files)).html.replace("&quot;", '"')


@pytest.mark.parametrize(
    ("front", "body"),
    [
        (
            "",
            "# All\n\n{%- for post in collections.posts | reverse %}\n- {{ post.data.title }}\n{% endfor %}",
        ),
        ("pagination:\n  data: collections.posts\n  size: 9\n", "Words"),
    ],
)
def test_a_page_that_lists_others_by_a_program_is_a_draft_which_is_told(tmp_path, front, body):
    files = {".eleventy.js": "", "all.md": f"---\ntitle: All\n{front}---\n{body}"}
    post = only(read(tmp_path, "markdown", files))
    assert post.state is State.DRAFT
    assert {"text", "hidden"} <= kinds(post)


def test_parts_of_templates_that_stay_are_told(tmp_path):
    text = (
        "---\ntitle: Mills\n---\n{{ title }} {% include 'sign-up.njk' %} {{ site.name }} `{{ code }}` "
        "{% raw %}{{ shown }}{% endraw %}"
    )
    post = only(read(tmp_path, "markdown", {".eleventy.js": "", "a.md": text}))
    told = [problem.detail for problem in post.problems if problem.kind == "liquid"]
    assert len(told) == 2
    assert "{% include 'sign-up.njk' %}" in told[0]
    assert "{{ site.name }}" in told[1]
    assert "{{ shown }}" in post.html
    assert post.html.startswith("<p>Mills {% include")


@pytest.mark.parametrize(
    ("config", "file", "address"),
    [
        ("module.exports = c => {}", "posts/2020-01-02-mill.md", "/posts/mill/"),
        ("export default c => ({ dir: { input: 'src' } })", "src/posts/mill/index.md", "/posts/mill/"),
        ("export const config = { dir: { input: './src' } }", "src/mill.md", "/mill/"),
    ],
)
def test_without_an_address_of_its_own_a_text_is_at_its_place(tmp_path, config, file, address):
    files = {"eleventy.config.js": config, file: POST}
    assert only(read(tmp_path, "markdown", files)).addresses == [address]


def test_layouts_give_addresses_and_people_to_their_texts(tmp_path):
    files = {
        ".eleventy.js": "module.exports = c => {}",
        "_includes/base.njk": "---\nauthor: Ann Ash\npermalink: /no/\n---\n{{ content }}",
        "_includes/post.html": "---\nlayout: base.njk\n"
        "permalink: \"/blog/{{ page.date | date: '%Y/%m' }}/{{ page.fileSlug }}/\"\n---\n{{ content }}",
        "_posts/2020-01-02-mill.md": "---\ntitle: A\nlayout: post\n---\nx",
        "_posts/2020-01-03-weir.md": "---\ntitle: B\nlayout: post\npermalink: /own/\nauthor: Bob Birch\n---\nx",
        "about.md": "---\ntitle: About\n---\nx",
    }
    blog = detect(package(tmp_path, files)).read(package(tmp_path, files), ReadOptions())
    assert [(post.kind, post.addresses, post.authors) for post in blog.posts] == [
        ("post", ["/blog/2020/01/mill/"], ["Ann Ash"]),
        ("post", ["/own/"], ["Bob Birch"]),
        ("page", ["/about/"], []),
    ]


def test_an_address_that_a_filter_only_passes_on_is_the_address(tmp_path):
    text = (
        "![a]({{ '/a.png' | url }}) <a href=\"{{ '/b/' | url}}\">b</a> {{ \"c\" }} {{ '/d/' | other }} "
        "{% raw %}{{ '/e/' | url }}{% endraw %}"
    )
    post = only(read(tmp_path, "markdown", {".eleventy.js": "", "a.md": f"---\ntitle: A\n---\n{text}"}))
    assert '<img src="/a.png" alt="a" />' in post.html
    assert "<a href=\"/b/\">b</a> c {{ '/d/' | other }} {{ '/e/' | url }}" in post.html
    assert len([one for one in post.problems if one.kind == "liquid"]) == 1
