"""Mathematics stays the text it was."""

import re

import pytest

from porting.readers.markdown.text.engine import Flavour, markdown_to_html
from porting.readers.markdown.text.formulas import seen
from tests.porting.readers.markdown.site import by_id, read

POST = "---\ntitle: One\ndate: 2020-01-02\n---\n\n"
CONFIG = 'baseURL = "https://www.old.example/"\ntitle = "Site"\n'


def body(tmp_path, text: str, header: str = POST, **files: str) -> str:
    posts = read(tmp_path, "hugo", {"content/posts/one.md": header + text, **files})
    return by_id(posts)["content/posts/one.md"].html


def test_mathematics_is_not_read_as_markdown(tmp_path):
    html = body(tmp_path, "Let $a_1 * b_2 * c$ and \\(x_1\\_y\\)", POST.replace("title", "math: true\ntitle"))
    assert "$a_1 * b_2 * c$" in html
    assert "\\(x_1" in html


def test_mathematics_may_be_on_by_a_setting_with_parts_and_for_the_whole_site(tmp_path):
    header = POST.replace("title", "math:\n  enable: true\ntitle")
    assert "$a_1 * b_2 * c$" in body(tmp_path / "a", "Let $a_1 * b_2 * c$", header)
    site = {"hugo.toml": CONFIG + "[params.page.math]\nenable = true\n"}
    assert "$a_1 * b_2 * c$" in body(tmp_path / "b", "Let $a_1 * b_2 * c$", **site)


PASSTHROUGH = CONFIG + "[markup.goldmark.extensions.passthrough]\nenable = true\n"
FLAGGED = POST.replace("title", "math: true\ntitle")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (r"Let \\(x\\) be", r"Let \(x\) be"),
        (r"\\[ a\_1 \\\\ b \\]", r"\[ a_1 \\ b \]"),
        (r"$$ a\_1 \\\\ \\{b\\} $$", r"$$ a_1 \\ \{b\} $$"),
        (r"Let $\\cos \\theta = x\\pi$ or $\sin$ be", r"Let $\cos \theta = x\pi$ or $\sin$ be"),
        (r"Let $x\_1 \* y$ be", "Let $x_1 * y$ be"),
    ],
)
def test_strokes_that_goldmark_took_away_are_gone(tmp_path, written, shown):
    assert shown in body(tmp_path / "a", written, FLAGGED)
    on = {"hugo.toml": CONFIG + "[params]\nmath = true\n[markup.goldmark.renderer]\nunsafe = true\n"}
    assert shown in body(tmp_path / "b", written, **on)


@pytest.mark.parametrize(
    "written",
    [
        r"$$ a \\ b \_ c \\\\ d $$",
        r"\(a_1 * b * c_1 \\ d\)",
        r"\[ a \\[2pt] b *c* d* \]",
        "\\[ a\n- b\n= c \\\\ d *e* \\]",
    ],
)
def test_what_passed_through_goldmark_has_all_its_strokes(tmp_path, written):
    assert written in body(tmp_path, written, **{"hugo.toml": PASSTHROUGH})


def test_single_strokes_of_mathematics_stay_where_nothing_was_doubled(tmp_path):
    written = r"$$ \begin{matrix} a \\ b \end{matrix} \, \{c\} $$"
    assert written in body(tmp_path, written, FLAGGED)


def test_what_was_doubled_in_front_of_a_bracket_is_no_begin_of_mathematics(tmp_path):
    html = body(tmp_path, r"A \\(one\\) and *two* \\) three", **{"hugo.toml": PASSTHROUGH})
    assert html == "<p>A \\(one\\) and <em>two</em> \\) three</p>\n"


BEGINS = ("$$", "\\(", "\\[")


@pytest.mark.parametrize(
    "text",
    ["\\(" * 300_000, "\\(a" + "\\\\" * 300_000, "$" + "\\" * 300_000, "$$" + "a " * 300_000, "$$" * 300_000]
    + ["\\[\n" * 20_000, "$$\n" * 20_001, "\\[ a\n" * 20_000, "\\[ a\nb\n" * 10_000, "$$ a\n\n" * 10_001],
)
def test_many_strokes_take_no_minutes(text):
    assert markdown_to_html(text, Flavour(formulas=BEGINS))
    assert seen(text)


def jekyll(tmp_path, text: str, config: str = "title: T") -> str:
    files = {"_config.yml": config, "_posts/2020-01-02-one.md": POST + text}
    return by_id(read(tmp_path, "jekyll", files))["_posts/2020-01-02-one.md"].html


@pytest.mark.parametrize(
    "formula",
    [
        r"$$a_1 * b * c_1 \\ \{d\}$$",
        '$$\n\\begin{aligned}\na &= b \\\\\n- c &= "d" \\{e\\} -- f\'\n\\end{aligned}\n$$',
        "$$\na\n\n= b\n$$",
        "$$ x < y $$",
    ],
)
def test_kramdowns_formulas_are_not_read_as_markdown(tmp_path, formula):
    shown = formula.replace("&", "&amp;").replace("<", "&lt;")
    assert jekyll(tmp_path / "a", formula) == f"<p>{shown}</p>\n"
    within = jekyll(tmp_path / "b", f"So\n{formula}\nis *it*.")
    if "\n\n" in formula:  # a paragraph's end ends what is in it
        assert within.replace("</p>\n<p>", "\n") == f"<p>So\n{shown}\nis <em>it</em>.</p>\n"
    else:
        assert within == f"<p>So\n{shown}\nis <em>it</em>.</p>\n"
    listed = jekyll(tmp_path / "c", "- " + formula.replace("\n", "\n  "))
    assert re.sub(r"</?p>|\n(?=<)", "", listed).strip() == f"<ul><li>{shown}</li></ul>"


def test_what_is_no_formula_for_kramdown_is_read_as_words(tmp_path):
    assert jekyll(tmp_path / "a", "It costs $5 *and* $6, \\$$ and $$.") == (
        "<p>It costs $5 <em>and</em> $6, $$ and $$.</p>\n"
    )
    assert jekyll(tmp_path / "b", "$$a *b* c$$", "markdown: CommonMark") == "<p>$$a <em>b</em> c$$</p>\n"
    assert jekyll(tmp_path / "c", "`$$` *a* `$$`\n\n    $$ b") == (
        "<p><code>$$</code> <em>a</em> <code>$$</code></p>\n<pre><code>$$ b</code></pre>\n"
    )
    assert jekyll(tmp_path / "d", "<div>\n$$a_1 \\\\ b$$\n</div>") == "<div>\n$$a_1 \\\\ b$$\n</div>"
