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
