"""Hostile texts and settings of VitePress and VuePress take no minutes."""

import pytest

from tests.patience import patience
from tests.porting.readers.markdown.vitepress.pages import blog_of, states, text_of

LONG = 200_000
HOSTILE = {
    "texts on one line": "<!--@include: a",
    "texts on lines": "<!--@include: a\n",
    "a long path": "<!--@include: " + "a" * LONG,
    "space before a mark": " " * LONG + "x",
    "a path of code": "<<< a#" + "a" * LONG + "{",
    "badges": "<Badge ",
    "fields": "{{ $page.",
}


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_texts_take_no_minutes(tmp_path, what):
    text = HOSTILE[what]
    with patience():
        html = text_of(tmp_path, "First\n\n" + text * max(1, LONG // len(text)) + "\n\n-->\n\nEnd").html
    assert "End" in html


@pytest.mark.parametrize(
    "code", ["// #region a\n", "#region", "// #region a\n// #endregion b\n", "#region a " + " " * LONG]
)
def test_hostile_code_takes_no_minutes(tmp_path, code):
    code = (code * (LONG // len(code) + 1))[: LONG - 100]
    with patience():
        assert "End" in text_of(tmp_path, "<<< @/a.js#a\n\n<<< @/a.js#b\n\nEnd", **{"a.js": code}).html


def test_files_that_take_each_other_in_take_no_minutes(tmp_path):
    marks = "".join(f"<!--@include: ./{number}.md-->\n" for number in range(20))
    files = {f"posts/{number}.md": marks + "word " * 30_000 for number in range(20)}
    with patience():
        assert "End" in text_of(tmp_path, f"{marks}\n\nEnd", **files).html


@pytest.mark.parametrize(
    "config",
    [
        "/*",
        "`\\`",
        '"\\"',
        "({[",
        "srcExclude:",
        "{ srcExclude: [",
        "/[",
        "srcExclude /[",
        "=/[/] srcExclude",
        "export default a ",
        "import './config",
        "export default { srcExclude: ['{a,b}" + "{a,b}" * 60 + "'] }\n",
        "export default { srcExclude: ['" + "**/*a" * 90 + "'] }\n",
        "export default { rewrites: { '" + ":a-" * 60 + "': 'x' } }\n",
    ],
)
def test_hostile_settings_take_no_minutes(tmp_path, config):
    name = "-" * 190 + ".md"
    with patience():
        blog = blog_of(tmp_path, config * (LONG // len(config)), name)
    assert set(states(blog)) == {name}
