"""Blocks of code of which readers pick one."""

import pytest

from tests.porting.readers.markdown.site import only, read

POST = "---\ntitle: One\n---\n\n"
TABS = (
    '<div data-block="tabs">\n<section data-item data-title="npm">\n'
    '<pre data-language="sh"{}><code>npm i</code></pre>\n</section>\n'
    '<section data-item data-title="b.ts">\n<pre data-language="ts"{}><code>x\n\ny</code></pre>\n</section>\n</div>\n'
)


@pytest.mark.parametrize(
    ("written", "titles"),
    [
        ("::: code-group\n\n```sh [npm]\nnpm i\n```\n\n```ts [b.ts]\nx\n\ny\n```\n\n:::",
         (' data-title="npm"', ' data-title="b.ts"')),
        ("::: code-tabs#shell\n@tab npm\n```sh\nnpm i\n```\n@tab:active b.ts\n```ts\nx\n\ny\n```\n:::", ("", "")),
    ],
)  # fmt: skip
def test_a_group_of_code_becomes_tabs(tmp_path, written, titles):
    post = only(read(tmp_path, "markdown", {"posts/a.md": POST + written + "\n\nAfter"}))
    assert post.html == TABS.format(*titles) + "<p>After</p>\n"


def test_a_group_that_never_ends_is_not_lost(tmp_path):
    post = only(
        read(
            tmp_path, "markdown", {"posts/a.md": POST + "::: code-group\n\n```sh [npm]\nnpm i\n```\n\nAfter"}
        )
    )
    assert "npm i" in post.html
    assert "After" in post.html
