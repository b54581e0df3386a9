"""Docusaurus blogs in several languages: what no translation has is the original's."""

from tests.porting.readers.markdown.site import by_id, read

CONFIG = """
const config = {
  url: 'https://www.docs.example',
  baseUrl: '/base/',
  i18n: {defaultLocale: 'en', locales: ['en', 'fr', "pt-BR"]},
  presets: [['classic', {blog: {routeBasePath: 'news'}}]],
};
"""
POST = "---\ntitle: One\n---\n\n"
FRENCH = "i18n/fr/docusaurus-plugin-content-blog"


def test_links_in_a_translation_lead_to_the_original_where_there_is_no_other(tmp_path):
    written = "[a](./2020-01-03-two.md#part) [b](2020-01-04-three.md) [c](./2020-01-05-four.mdx)"
    files = {
        "docusaurus.config.js": CONFIG,
        "blog/2020-01-02-one.md": POST + "Hello",
        "blog/2020-01-03-two.md": POST + "Two",
        "blog/2020-01-04-three.md": POST + "Three",
        "blog/2020-01-05-four.mdx": POST + "Same",
        f"{FRENCH}/2020-01-02-one.md": POST + "Bonjour " + written,
        f"{FRENCH}/2020-01-04-three.md": POST + "Trois",
        f"{FRENCH}/2020-01-05-four.mdx": POST + "Same",
    }
    html = by_id(read(tmp_path, "docusaurus", files))[f"{FRENCH}/2020-01-02-one.md"].html
    assert '<a href="source:blog/2020-01-03-two.md#part">a</a>' in html
    assert f'<a href="source:{FRENCH}/2020-01-04-three.md">b</a>' in html
    assert '<a href="source:blog/2020-01-05-four.mdx">c</a>' in html


def test_a_post_has_an_address_in_every_language_that_does_not_translate_it(tmp_path):
    files = {
        "docusaurus.config.js": CONFIG,
        "blog/2020-01-02-one.md": POST + "Hello",
        "blog/2020-01-03-two.md": POST + "Two",
        f"{FRENCH}/2020-01-02-one.md": POST + "Bonjour",
    }
    posts = by_id(read(tmp_path, "docusaurus", files))
    assert posts["blog/2020-01-02-one.md"].aliases == ["/base/pt-BR/news/2020/01/02/one"]
    assert posts["blog/2020-01-03-two.md"].aliases == [
        "/base/fr/news/2020/01/03/two",
        "/base/pt-BR/news/2020/01/03/two",
    ]


SEVERAL = """
module.exports = {
  url: 'https://www.docs.example',
  i18n: {defaultLocale: 'en', locales: ['en', 'fr']},
  presets: [['classic', {blog: {path: 'news', feedOptions: {type: 'all'}}, docs: {id: 'guides'}}]],
  plugins: [
    ['@docusaurus/plugin-content-docs', {id: 'community', path: 'community'}],
    [
      '@docusaurus/plugin-content-blog',
      {id: 'stories', routeBasePath: 'tales', path: './stories', feedOptions: {type: 'rss'}},
    ],
    ['@docusaurus/plugin-content-pages', {id: 'more'}],
  ],
};
"""


def test_each_of_several_blogs_has_its_own_translations(tmp_path):
    files = {
        "docusaurus.config.js": SEVERAL,
        "news/2020-01-02-one.md": POST + "Hello",
        "stories/2020-01-02-one.md": POST + "A tale",
        "stories/2020-01-03-two.md": POST + "Two",
        "stories/2020-01-04-three.md": POST + "Three",
        f"{FRENCH}/2020-01-02-one.md": POST + "Bonjour",
        f"{FRENCH}-stories/2020-01-02-one.md": POST + "Un conte [b](./2020-01-03-two.md)",
        f"{FRENCH}-stories/2020-01-04-three.md": POST + "Three",
    }
    blog = read(tmp_path, "docusaurus", files)
    posts = by_id(blog)
    tale = posts[f"{FRENCH}-stories/2020-01-02-one.md"]
    assert (tale.language, tale.addresses) == ("fr", ["/fr/tales/2020/01/02/one"])
    assert '<a href="source:stories/2020-01-03-two.md">b</a>' in tale.html
    assert posts[f"{FRENCH}/2020-01-02-one.md"].addresses == ["/fr/blog/2020/01/02/one"]
    assert posts["stories/2020-01-02-one.md"].aliases == posts["news/2020-01-02-one.md"].aliases == []
    assert posts["stories/2020-01-03-two.md"].aliases == ["/fr/tales/2020/01/03/two"]
    assert f"{FRENCH}-stories/2020-01-04-three.md" not in posts
    led = {one.address: one.target for one in blog.redirects}
    assert led["/fr/tales/2020/01/04/three"] == "post:stories/2020-01-04-three.md"
    assert led["/fr/tales"] == "blog:"


def test_without_a_configuration_the_folders_name_says_which_blog_is_translated(tmp_path):
    files = {
        "stories/authors.yml": "ann: {name: Ann}",
        "stories/2020-01-02-one.md": POST + "A tale",
        f"{FRENCH}-stories/2020-01-02-one.md": POST + "Un conte",
    }
    posts = by_id(read(tmp_path, "docusaurus", files))
    assert posts[f"{FRENCH}-stories/2020-01-02-one.md"].language == "fr"
    assert posts["stories/2020-01-02-one.md"].language == ""
