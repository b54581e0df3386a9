"""Code as plugins of the classic editor kept it: what stands in it is never taken for markup."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from porting.readers.wordpress.context import Body
from tests.patience import patience
from tests.porting.readers.wordpress.blocks import block

Dialect = Callable[[str], str]


@pytest.mark.parametrize(
    "begin", ['<pre lang="php">', '<pre lang="PHP" line="1">', '<pre class="theme:x lang:php">']
)
def test_markup_in_the_code_of_a_highlighter_is_code(dialect: Dialect, begin: str) -> None:
    html = dialect(f"One\n\n{begin}\n<?php\n\necho '<h3>' . $a[1] . '&nbsp;</h3>';\n</pre>\n\nTwo")
    assert "<code>&lt;?php\n\necho '&lt;h3&gt;' . $a[1] . '&amp;nbsp;&lt;/h3&gt;';</code></pre>" in html
    assert 'data-language="php"' in html
    assert html.count("<p>") == 2


def test_lines_of_code_in_an_element_for_words_are_code(dialect: Dialect) -> None:
    html = dialect('One\n\n<code lang="PHP">\n<?php $a; ?>\n\n<h2>Two</h2>\n</code>\n\nThree')
    assert (
        '<pre data-language="php"><code>&lt;?php $a; ?&gt;\n\n&lt;h2&gt;Two&lt;/h2&gt;</code></pre>' in html
    )
    assert dialect('A <code lang="php">word <b>x</b></code>').startswith("<p>A <code")


@pytest.mark.parametrize(
    "pre",
    [
        '<pre lang="php" escaped="true">&lt;b&gt; &amp;&amp; 1</pre>',
        '<pre lang="php">&lt;b&gt; &amp;&amp; 1</pre>',
        '<pre lang="php"><span>&lt;b&gt;</span> &amp;&amp; 1</pre>',
    ],
)
def test_code_that_was_escaped_already_is_not_escaped_again(dialect: Dialect, pre: str) -> None:
    assert "<code>&lt;b&gt; &amp;&amp; 1</code>" in dialect(pre)


@pytest.mark.parametrize("begin", ['<pre lang="php" escaped="true">', '<pre class="lang:php decode:true">'])
def test_what_was_escaped_and_what_was_not_are_both_code(dialect: Dialect, begin: str) -> None:
    assert "<code>&lt;?php &lt;b&gt; &amp;&amp; 1</code>" in dialect(
        f"{begin}<?php &lt;b&gt; &amp;&amp; 1</pre>"
    )


def test_words_of_a_language_people_speak_are_no_code(dialect: Dialect) -> None:
    assert "<b>" not in dialect('<pre lang="en">A <b>poem</b>\n<table><tr><td>x</td></tr></table></pre>')


@pytest.mark.parametrize(
    ("name", "language"), [("ccnLe_php", "php"), ("cc_php", "php"), ('cce lang="diff"', "diff"), ("ccN", "")]
)
def test_code_of_the_colourers_many_names_is_code(dialect: Dialect, name: str, language: str) -> None:
    html = dialect(f"One\n\n[{name}]\n&lt;?php\n\n- echo '&lt;b&gt;';\n[/{name.split()[0]}]\n\nTwo")
    attribute = f' data-language="{language}"' if language else ""
    assert f"<pre{attribute}><code>&lt;?php\n\n- echo '&lt;b&gt;';</code></pre>" in html


def test_code_in_a_line_stays_in_it(dialect: Dialect) -> None:
    assert (
        dialect("Use [cci_php]<?php echo 1;[/cci_php] here")
        == "<p>Use <code>&lt;?php echo 1;</code> here</p>"
    )


def test_other_names_that_begin_like_it_are_no_code(dialect: Dialect) -> None:
    assert "<code>" not in dialect("Send it [cc] to me [/cc]")
    assert "<code>" not in dialect("[cc_product]One <b>two</b>\nthree[/cc_product]")


@pytest.mark.parametrize(
    "begun",
    ['</pre><pre lang="php">', '<pre class="x ', '<pre lang="php">[cc_php]', '</code><code lang="php">'],
)
def test_code_that_begins_and_never_ends_is_read(dialect: Dialect, begun: str) -> None:
    with patience():
        dialect(begun * 5_000)


def test_code_ends_where_it_ends_behind_any_letter(dialect: Dialect) -> None:
    html = dialect("\u0130stanbul \u0130\u0130\n\n[code]one\ntwo[/code]\n\nThree")
    assert "<pre><code>one\ntwo</code></pre>" in html
    assert html.endswith("<p>Three</p>")


def test_shortcodes_of_code_that_never_end_are_read(dialect: Dialect) -> None:
    with patience():
        assert "End" in dialect("[cc " * 60_000 + "End [/cc")


def test_preformatted_prose_keeps_its_links_as_paragraphs(dialect: Dialect, body: Body) -> None:
    html = dialect(
        '<pre>See <strong>the <a href="https://x.example/">map</a></strong>,\nthen go.\n\nGood luck</pre>'
    )
    assert html.replace("\n", "") == (
        '<p>See <strong>the <a href="https://x.example/">map</a></strong>,<br>then go.</p><p>Good luck</p>'
    )
    assert [problem.kind for problem in body.problems] == ["code"]


@pytest.mark.parametrize(
    "typed",
    [
        '<pre>a    1\nb    <a href="https://x.example/two">2</a></pre>',
        '<pre>if a:\n  <a href="https://x.example/two">b</a>()</pre>',
    ],
)
def test_preformatted_text_that_is_lined_up_stays_and_its_links_are_named(
    dialect: Dialect, body: Body, typed: str
) -> None:
    assert dialect(typed).startswith("<pre><code>")
    assert any(p.kind == "links" and "https://x.example/two" in p.detail for p in body.problems)


@pytest.mark.parametrize(
    "typed",
    [
        '<pre lang="php"><a href="https://x.example/f">print</a> 1</pre>',
        '<pre><code>See <a href="https://x.example/">it</a></code></pre>',
        '<pre>See <a href="#here">it</a></pre>',
        "<pre>See <em>it</em></pre>",
    ],
)
def test_code_with_links_in_it_stays_code(dialect: Dialect, typed: str) -> None:
    assert dialect(typed).startswith("<pre")


@pytest.mark.parametrize(
    "around", ["<pre>{}</pre>", '<pre class="x">\n{}\n</pre>', block("preformatted", "<pre>{}</pre>")]
)
def test_a_shortcode_of_code_in_an_element_for_code_is_one_block(dialect: Dialect, around: str) -> None:
    code = '[sourcecode language="csharp" padlinenumbers="true"]\nvar a = 1;\nvar b;\n[/sourcecode]'
    written = dialect(f"One\n\n{around.format(code)}\n\n<pre>two</pre>")
    assert '<pre data-language="csharp"><code>var a = 1;\nvar b;</code></pre>' in written
    assert "<pre><code>two</code></pre>" in written


def test_an_element_for_code_with_more_than_a_shortcode_stays(dialect: Dialect) -> None:
    assert "[php]echo 1;[/php]" in dialect("<pre>Type [php]echo 1;[/php] here</pre>")


def test_elements_for_code_that_begin_with_a_shortcode_cost_no_time(dialect: Dialect) -> None:
    with patience():
        assert "End" in dialect("<pre>[code]" * 30_000 + "End</pre>")


@pytest.mark.parametrize(
    ("saved", "shown"),
    [
        ("List&amp;lt;int&amp;gt; a;", "List&lt;int&gt; a;"),
        ("&lt;p&gt;5 &amp;lt; 6&lt;/p&gt;", "&lt;p&gt;5 &amp;lt; 6&lt;/p&gt;"),
        ("a &lt; b;", "a &lt; b;"),
    ],
)
def test_code_that_was_escaped_twice_is_shown_as_typed(dialect: Dialect, saved: str, shown: str) -> None:
    assert f"<code>{shown}</code>" in dialect(f'[sourcecode language="csharp"]\n{saved}\n[/sourcecode]')
