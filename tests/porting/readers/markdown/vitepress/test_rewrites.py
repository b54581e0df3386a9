"""Addresses that the settings of VitePress give to files."""

import pytest

from tests.porting.readers.markdown.site import by_id, only
from tests.porting.readers.markdown.vitepress.pages import POST, blog_of, states


@pytest.mark.parametrize(
    ("rewrites", "file", "address"),
    [
        (
            "{ 'packages/:pkg/src/:slug*': ':pkg/:slug*' }",
            "packages/mill/src/parts/wheel.md",
            "/mill/parts/wheel.html",
        ),
        ("{ 'packages/:pkg/src/:slug*': ':pkg/:slug*' }", "packages/mill/src/index.md", "/mill/"),
        ("{ 'packages/:pkg/src/:slug*': ':pkg/:slug*' }", "mill.md", "/mill.html"),
        ("{ 'a/mill.md': 'b/weir.md', 'a/:rest*': ':rest*' }", "a/mill.md", "/b/weir.html"),
        ("{ 'en/(.*)': '(.*)' }", "en/posts/mill.md", "/posts/mill.html"),
        ("{ 'posts/:year(\\\\d+)-:name.md': ':year/:name.md' }", "posts/2020-mill.md", "/2020/mill.html"),
        ("{ ':lang(de|fr)/:rest+': 'x/:lang/:rest+' }", "fr/a/mill.md", "/x/fr/a/mill.html"),
    ],
)
def test_files_have_the_addresses_the_settings_give_them(tmp_path, rewrites, file, address):
    blog = blog_of(tmp_path, "export default { rewrites: " + rewrites + " }", file)
    assert (only(blog).addresses, blog.problems) == ([address], [])


@pytest.mark.parametrize(
    "config",
    [
        "{ rewrites(id) { return id.replace('a/', '') } }",
        "{ rewrites: (id) => id.slice(2) }",
        "{ rewrites: { ...others, 'b/:x': ':x' } }",
        "{ rewrites: { '^a/(.*)': '$1' } }",
        "{ rewrites: { 'a/:x': ':y' } }",
        "{ rewrites: { 'a/:x(([a-z]+)+)': ':x' } }",
        "{ rewrites: { 'a/:x*.:y*.:z*': ':x' } }",
    ],
)
def test_rules_of_addresses_that_cannot_be_read_are_told(tmp_path, config):
    blog = blog_of(tmp_path, f"export default {config}", "a/mill.md")
    assert (only(blog).addresses, states(blog)) == (["/a/mill.html"], {"a/mill.md": "published"})
    assert [(one.source, one.kind) for one in blog.problems] == [(".vitepress/config.ts", "aliases")]


def test_links_between_files_with_other_addresses_are_those_of_the_site(tmp_path):
    config = "export default { rewrites: { 'packages/:pkg/src/:slug*': ':pkg/:slug*' } }"
    text = (
        "[a](../weir/lock) [b](./wheel.md#top) [c](/weir/lock) [d](../about.md) [e](https://a.example/lock)"
    )
    files = {"packages/mill/src/stone.md": POST + text}
    names = ("packages/mill/src/wheel.md", "packages/weir/src/lock.md", "about.md")
    html = by_id(blog_of(tmp_path, config, *names, **files))["packages/mill/src/stone.md"].html
    assert 'href="source:packages/weir/src/lock.md">a<' in html
    assert 'href="source:packages/mill/src/wheel.md#top">b<' in html
    assert 'href="/weir/lock">c<' in html
    assert 'href="source:about.md">d<' in html
