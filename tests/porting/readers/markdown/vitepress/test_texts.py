"""What VitePress and VuePress make of a text: addresses of files, code and texts of other files, badges."""

import pytest

from porting.readers import detect
from tests.porting.readers.markdown.site import by_id, kinds, only, package, read
from tests.porting.readers.markdown.vitepress.pages import POST, text_of


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


def test_code_of_files_is_not_put_where_its_mark_is_shown(tmp_path):
    text = (
        "```md\n<<< @/code/a.js\n```\n\n`<<< @/code/a.js`\n\n    <<< @/code/a.js\n\n"
        "- In a list:\n\n  <<< @/code/a.js\n"
    )
    html = text_of(tmp_path, text, **{"code/a.js": "turn()\n\nstop()"}).html
    assert html.count("&lt;&lt;&lt; @/code/a.js") == 3
    assert html.count("turn()") == 1
    assert (
        '<li>\n<p>In a list:</p>\n<pre data-language="js"><code>turn()\n\nstop()</code></pre>\n</li>' in html
    )


def test_texts_of_files_are_put_in_before_anything_is_code(tmp_path):
    """As VitePress does; what shows the mark names a file that is not there, or writes it with two signs."""
    text = "```md\n<!--@include: ./part.md-->\n<!--@@include: ./part.md-->\n<!-- @include: ./no.md -->\n```"
    post = text_of(tmp_path, text, **{"posts/part.md": "The *end*"})
    assert (
        "<code>The *end*\n&lt;!--@@include: ./part.md--&gt;\n&lt;!-- @include: ./no.md --&gt;</code>"
        in post.html
    )


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("part.md{2,3}", "two three"),
        ("part.md{,1}", "one"),
        ("part.md{4,}", "four"),
        ("area.md#weir", "Water"),
        ("area.md#the-lock", "Doors"),
        ("area.md#own", "Wheels"),
        ("area.md#weir{1,1}", "Water"),
        ("nest.md", "Around Water about"),
    ],
)
def test_only_the_part_that_was_shown_is_taken_in(tmp_path, asked, shown):
    area = (
        "---\ntitle: Area\n---\n<!-- #region weir -->\nWater\n<!-- #endregion weir -->\n\n"
        "## The Lock\n\nDoors\n\n## Mill {#own}\n\nWheels\n\n# Other\n\nSecret"
    )
    files = {
        "posts/parts/part.md": "one\ntwo\nthree\nfour",
        "posts/parts/area.md": area,
        "posts/parts/nest.md": "Around\n<!-- @include: ./area.md#weir -->\nabout\n<!-- @include: ./nest.md -->",
    }
    html = text_of(tmp_path, f"<!-- @include: ./parts/{asked} -->", **files).html
    assert " ".join(html.removeprefix("<p>").split("</p>")[0].split()) == shown
    assert "Secret" not in html


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("a\n# region mill\n  b\n# endregion\nc", "b"),
        ("/* #region mill */\nb\n/* #endregion mill */\nc\n/* #region mill */\nd\n/* #endregion */", "b\nd"),
        ("// #region mill\nb\n// #region other\nc\n// #endregion other\nd\n// #endregion mill", "b\nc\nd"),
        ("<!--#region mill-->\nb\n<!-- #endregion -->\nc", "b"),
        (
            "#pragma region other\n#pragma region mill\nc\n#pragma endregion mill\n#pragma endregion other",
            "c",
        ),
        ("// #region mill\nb", "// #region mill\nb"),
        ("the region mill\nb\n// #endregion mill", "the region mill\nb\n// #endregion mill"),
    ],
)
def test_of_a_file_of_code_a_region_can_be_shown(tmp_path, code, shown):
    html = text_of(tmp_path, "<<< @/a.txt#mill", **{"a.txt": code}).html
    assert html == f'<pre data-language="txt"><code>{shown}</code></pre>\n'
