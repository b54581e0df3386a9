"""Sites of VitePress and VuePress: addresses of files, texts and code that are taken in, badges."""

import pytest

from porting.readers import detect
from tests.porting.readers.markdown.site import by_id, kinds, only, package, read

POST = "---\ntitle: The Mill\ndate: 2020-01-02\n---\n"


def text_of(tmp_path, text, **files):
    given = {".vitepress/config.mts": "", "posts/mill.md": POST + text}
    return by_id(read(tmp_path, "markdown", given | files))["posts/mill.md"]


@pytest.mark.parametrize(
    ("config", "settings", "file", "address"),
    [
        (".vitepress/config.ts", "export default { cleanUrls: true }", "posts/mill.md", "/posts/mill"),
        (".vitepress/config.mts", "", "posts/mill.md", "/posts/mill.html"),
        (".vitepress/config/index.js", "base: '/b/', srcDir: './src'", "src/mill.md", "/b/mill.html"),
        ("docs/.vuepress/config.js", "module.exports = { base: '/b/' }", "docs/mill/README.md", "/b/mill/"),
        ("docs/.vuepress/config.js", "", "docs/_posts/2020-01-02-mill.md", "/2020/01/02/mill/"),
    ],
)  # fmt: skip
def test_the_place_of_a_file_is_its_address(tmp_path, config, settings, file, address):
    post = only(read(tmp_path, "markdown", {config: settings, file: POST + "x", "README.md": "# Project"}))
    assert (post.addresses, post.kind, post.title) == ([address], "post", "The Mill")


def test_such_a_site_is_recognised_and_what_a_program_fills_is_left_out(tmp_path):
    files = {
        ".vitepress/config.mts": "export default { title: 'Mills' }",
        "index.md": "---\nlayout: home\n---\n",
        "about.md": "# About\n\nx",
        "posts/mill.md": POST + "[a](../about.md)",
    }
    blog = read(tmp_path, "markdown", files)
    posts = by_id(blog)
    assert detect(package(tmp_path, files)).name == "markdown"
    assert (blog.title, {name: post.kind for name, post in posts.items()}) == (
        "Mills", {"about.md": "page", "posts/mill.md": "post"},
    )  # fmt: skip
    assert 'href="source:about.md"' in posts["posts/mill.md"].html
    assert [(problem.source, problem.kind) for problem in blog.problems] == [("index.md", "text")]


def test_code_and_texts_of_other_files_stand_where_they_are_named(tmp_path):
    post = text_of(
        tmp_path,
        "<<< @/code/a.js#turn{1} [a.js]\n\n<<< ../code/b.rb{1-2 ruby}\n\n"
        "<!--@include: ../parts/end.md-->\n\n<<< ./no.js\n",
        **{
            "code/a.js": "// #region turn\nturn()\n// #endregion turn\nstop()\n",
            "code/b.rb": "grind\nrest",
            "parts/end.md": "---\ntitle: no\n---\nThe *end*",
        },
    )
    assert '<pre data-language="js" data-title="a.js" data-lines="1"><code>turn()</code></pre>' in post.html
    assert '<pre data-language="ruby" data-lines="1-2"><code>grind\nrest</code></pre>' in post.html
    assert "<em>end</em>" in post.html
    assert "&lt;&lt;&lt; ./no.js" in post.html
    assert kinds(post) == {"text"}


def test_fields_and_badges_in_the_text_are_their_words(tmp_path):
    html = text_of(
        tmp_path, 'On {{ $frontmatter.title }} <Badge type="tip" text="new" /> and {{ $frontmatter.no }}'
    ).html
    assert html == "<p>On The Mill <mark>new</mark> and {{ $frontmatter.no }}</p>\n"


@pytest.mark.parametrize(
    ("code", "shown", "lines"),
    [
        ("a() // [!code ++]\nb()\nc() // [!code --]", "a()\nb()\nc()", "1,3"),
        ("# [!code focus:2]\na\nb\nc", "a\nb\nc", "1-2"),
        ("a /* [!code hl] */\n<b> <!-- [!code highlight] -->", "a\n&lt;b&gt;", "1-2"),
        ("a // [!code word:a]", "a", ""),
        ("a // [!code no]\nb", "a // [!code no]\nb", ""),
    ],
)
def test_marks_of_lines_are_taken_from_code(tmp_path, code, shown, lines):
    marked = f' data-lines="{lines}"' if lines else ""
    html = text_of(tmp_path, f"```js\n{code}\n```").html
    assert html == f'<pre data-language="js"{marked}><code>{shown}</code></pre>\n'


def test_a_mark_for_contents_is_no_link(tmp_path):
    post = text_of(tmp_path, "[[toc]]\n\n[[TOC]]\n\ntext")
    assert (post.html, kinds(post)) == ("<p>text</p>\n", {"text"})
