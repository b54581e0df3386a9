"""Files of the site shown as code, and tags of literature."""

import pytest

from tests.porting.readers.markdown.site import kinds, only, read

POST = "_posts/2020-01-02-one.md"
CODE = "def one\n  {% x %}\n  ```\nend\n"


def post(tmp_path, text: str, name: str = POST, config: str = "title: T"):
    files = {
        "old/_config.yml": config,
        f"old/{name}": f"---\ntitle: One\n---\n\n{text}",
        "old/downloads/code/lib/one.rb": CODE,
        "old/snippets/two.py": "a = 1\nb = 2\nc = 3\n",
        "old/.secret": "hidden",
        "old/_drafts/plan.md": "---\npublished: false\n---\nhidden",
        "outside.rb": "outside",
    }
    blog = read(tmp_path, "jekyll", files)
    return next(one for one in blog.posts if one.source_id == f"old/{name}")


def test_a_file_of_the_site_is_shown_as_code(tmp_path):
    found = post(tmp_path, "Before\n\n{% include_code The way lang:ruby lib/one.rb %}\n\nAfter *it*")
    assert '<pre data-language="ruby" data-title="The way (one.rb)"><code>def one' in found.html
    assert "  {% x %}\n  ```\nend</code></pre>" in found.html
    assert "<em>it</em>" in found.html
    assert found.problems == []


def test_the_language_is_that_of_the_files_name(tmp_path):
    html = post(tmp_path, "{% include_code two.py start:2 %}", config="code_dir: snippets").html
    assert html.strip() == '<pre data-language="py" data-title="two.py"><code>b = 2\nc = 3</code></pre>'


def test_a_file_in_a_list_stays_in_it(tmp_path):
    html = post(tmp_path, "- One\n\n    {% include_code snippets/two.py range:1-2 %}\n\n- Two").html
    assert html.count("<ul>") == 1
    assert "<code>a = 1\nb = 2</code>" in html


def test_a_post_in_html_shows_a_file_as_code(tmp_path):
    html = post(tmp_path, "<p>x</p>\n{% include_code lib/one.rb %}", "_posts/2020-01-02-one.html").html
    assert "<code>def one\n  {% x %}" in html


@pytest.mark.parametrize(
    "path",
    ["../outside.rb", "../../outside.rb", "/etc/passwd", ".secret", "_drafts/plan.md", "nowhere.rb", ""],
)
def test_nothing_outside_of_the_blog_and_nothing_hidden_is_shown(tmp_path, path):
    found = post(tmp_path, f"Text {{% include_code {path} %}}")
    assert found.html.strip() == "<p>Text</p>"
    assert [problem.kind for problem in found.problems] == ["liquid"]
    assert "code" in found.problems[0].detail


@pytest.mark.parametrize(
    ("written", "shown", "said"),
    [
        (
            "As {% cite knuth75 lamport --locator 5 %} says",
            "<p>As [knuth75, lamport, 5] says</p>",
            "cites a work",
        ),
        ("x {% bibliography --cited %}", "<p>x</p>", "list of literature"),
        ("x {% nocite knuth75 %}", "<p>x</p>", "list of literature"),
        ("x {% reference knuth75 %}", "<p>x [knuth75]</p>", "cites a work"),
        ("x {% something else %}", "<p>x</p>", "not known here"),
    ],
)
def test_tags_of_literature_are_called_what_they_are(tmp_path, written, shown, said):
    found = post(tmp_path, written)
    assert found.html.strip() == shown
    assert said in found.problems[0].detail
    assert kinds(found) == {"liquid"}


@pytest.mark.parametrize("name", ["code.html", "code.md"])
def test_code_in_an_include_is_code(tmp_path, name):
    begin, end = ("<div>\n  ", "\n</div>\n") if name.endswith("html") else ("", "\n")
    code = "{% highlight bash %}\nmake <all>\n\n    then\n{% endhighlight %}"
    found = only(
        read(
            tmp_path,
            "jekyll",
            {
                f"_includes/{name}": f"{begin}{code}{end}",
                "_posts/2020-01-02-one.md": f"---\ntitle: One\n---\nBefore\n\n{{% include {name} %}}\n\nAfter",
            },
        )
    )
    assert '<pre data-language="bash"><code>make &lt;all&gt;\n\n    then</code></pre>' in found.html
    assert not found.problems


def test_a_value_in_the_code_of_an_include_stands_there_with_all_its_spaces(tmp_path):
    code = "<div>\n{% highlight sh %}\nif {{ include.it }}\n    run\n{% endhighlight %}\n</div>"
    post = '---\ntitle: One\n---\n{% include code.html it="this" %}'
    files = {"_includes/code.html": code, "_posts/2020-01-02-one.md": post}
    assert "<code>if this\n    run</code>" in only(read(tmp_path, "jekyll", files)).html
