"""Languages, titles and marked lines of code, in the words of every system."""

import pytest

from porting.readers.markdown.text.code import CodeInfo, fence_html, read_info, take_magic_comments


@pytest.mark.parametrize(
    ("info", "expected"),
    [
        ("", CodeInfo()),
        ("python", CodeInfo("python")),
        ("c++", CodeInfo("c++")),
        ('jsx title="src/a b.jsx" {1,3-5} showLineNumbers', CodeInfo("jsx", "src/a b.jsx", "1,3-5", True)),
        ("js {2} title='x.js'", CodeInfo("js", "x.js", "2")),
        ("js{1,4-5}", CodeInfo("js", lines="1,4-5")),
        ("js:title=src/a.js", CodeInfo("js", "src/a.js")),
        ("js{something=something}", CodeInfo("js")),
        ('go {linenos=true,hl_lines=[2,"4-6"],linenostart=199}', CodeInfo("go", "", "2,4-6", True, "199")),
        ('go {lineNos=false, title="main.go"}', CodeInfo("go", "main.go")),
        ("rust,linenos,hl_lines=3-5 8,name=mod.rs", CodeInfo("rust", "mod.rs", "3-5,8", True)),
        ("js showLineNumbers=10", CodeInfo("js", numbers=True, first="10")),
        ("rust,ignore", CodeInfo("rust")),
        ("{.python .numberLines}", CodeInfo("python", numbers=True)),
        ("{r, echo=FALSE}", CodeInfo("r")),
        ("linenos", CodeInfo(numbers=True)),
        ("shell=", CodeInfo("shell", numbers=True)),
        ("ts [nuxt.config.ts]", CodeInfo("ts", title="nuxt.config.ts")),
        ("ts{1,3} [a b.ts]", CodeInfo("ts", title="a b.ts", lines="1,3")),
        ("js [1,2]", CodeInfo("js")),
        ('py linenums="1"', CodeInfo("py", numbers=True)),
        ("ts=10", CodeInfo("ts", numbers=True, first="10")),
        ('title="only.txt"', CodeInfo(title="only.txt")),
        ("objective-c", CodeInfo("objective-c")),
    ],
)
def test_an_info_string_is_read(info, expected):
    assert read_info(info) == expected


def test_lines_the_old_site_hid_are_left_out_and_marks_stay_on_their_lines():
    html = fence_html("a\nb\nc\nd\ne\n", "rust,hl_lines=4-5,hide_lines=1 3-3")
    assert html == '<pre data-language="rust" data-lines="2-3"><code>b\nd\ne</code></pre>\n'
    assert fence_html("a\nb\n", "rust,hide_lines=9-99999999") == (
        '<pre data-language="rust"><code>a\nb</code></pre>\n'
    )


def test_comments_that_mark_lines_go_and_their_lines_are_marked():
    code = "a\n// highlight-next-line\nb\n# highlight-start\nc\nd\n# highlight-end\ne\n{/* highlight-next-line */}\nf"
    assert take_magic_comments(code) == ("a\nb\nc\nd\ne\nf", "2-4,6")
