"""Texts that open and never close: nothing is lost, nothing raises, nothing takes minutes."""

import time

import pytest

from tests.porting.readers.markdown.site import only, read

PLACES = {
    "docusaurus": "blog/2020-01-01-a.md",
    "jekyll": "_posts/2020-01-01-a.md",
    "hugo": "content/posts/a.md",
    "zola": "content/posts/a.md",
    "markdown": "a.md",
}
TEXTS = [
    "{% x ",
    "{{ x ",
    "{{< x ",
    "{{ a(",
    "<A b={",
    "<A>",
    ":::note\n",
    "> [!NOTE]\n",
    "{% raw %}",
    "{% note %}",
    "[[",
    "<!--",
    ":" * 20,
    "[" * 20,
    "[[#" * 10,
]


@pytest.mark.parametrize("format_name", PLACES)
@pytest.mark.parametrize("text", TEXTS)
def test_what_never_closes_is_read_all_the_same(tmp_path, format_name, text):
    started = time.process_time()
    post = only(
        read(tmp_path, format_name, {PLACES[format_name]: "---\ntitle: T\n---\nFirst\n\n" + text * 1000})
    )
    assert post.html.startswith("<p>First</p>")
    assert time.process_time() - started < 10


@pytest.mark.parametrize("said", ["[[a]]", "[{a: [b]}]", "word", "7", "{a: [b], c: {d: [e]}}", "[~]"])
def test_a_configuration_of_an_odd_shape_costs_no_post(tmp_path, said):
    names = (
        "collections",
        "defaults",
        "authors",
        "author",
        "url",
        "title",
        "permalink",
        "plugins",
        "exclude",
    )
    config = "\n".join(f"{name}: {said}" for name in names)
    files = {PLACES["jekyll"]: "---\ntitle: T\n---\nText", "_config.yml": config, "_data/authors.yml": said}

    assert only(read(tmp_path, "jekyll", files)).html.strip() == "<p>Text</p>"
