"""What Octopress and Hexo add to Jekyll's texts: pictures, quotes and code with titles."""

import pytest

from tests.porting.readers.markdown.site import only, read


def body(tmp_path, text: str, config: str = "") -> str:
    files = {"_config.yml": config, "_posts/2020-01-02-one.md": f"---\ntitle: One\n---\n\n{text}"}
    return only(read(tmp_path, "jekyll", files)).html.strip()


@pytest.mark.parametrize(
    ("tag", "alt"),
    [
        ("{% img /i/a.png %}", ""),
        ("{% img left half /i/a.png 300 200 A long title %}", "A long title"),
        ("{% img /i/a.png 'Title' 'What is seen' %}", "What is seen"),
        ('{% img right /i/a.png 300 "Title" %}', "Title"),
        ('{% img src="/i/a.png" alt="What is seen" %}', "What is seen"),
    ],
)
def test_a_picture_has_its_description(tmp_path, tag, alt):
    assert f'<img src="/i/a.png" alt="{alt}">' in body(tmp_path, tag)


def test_a_tag_nobody_knows_that_names_a_picture_shows_it(tmp_path):
    html = body(tmp_path, '{% cloudinary /i/a.jpg alt="A cat" caption="Our **cat**" %}')
    assert '<img src="/i/a.jpg" alt="A cat">' in html
    assert "<strong>cat</strong>" in html


def test_a_pull_quote_is_part_of_its_text(tmp_path):
    html = body(tmp_path, '{% pullquote %}\nSome {" words are "} pulled.\n{% endpullquote %}')
    assert html == "<p>Some words are pulled.</p>"


def test_the_title_behind_a_quotes_address_is_kept(tmp_path):
    html = body(tmp_path, "{% blockquote Ann https://b.example/x The Book %}\nWords\n{% endblockquote %}")
    assert 'cite="https://b.example/x"' in html
    assert "<footer>Ann <span data-role>The Book</span></footer>" in html


@pytest.mark.parametrize(
    ("info", "attributes"),
    [
        ("lang:ruby", 'data-language="ruby"'),
        ("ruby", 'data-language="ruby"'),
        ("Time to be awesome lang:ruby", 'data-language="ruby" data-title="Time to be awesome"'),
        ("awesome.rb", 'data-language="rb" data-title="awesome.rb"'),
        ("A (a.rb) mark:2,4-5 start:3", 'data-language="rb" data-title="A (a.rb)" data-lines="2,4-5"'),
    ],
)  # fmt: skip
def test_a_block_of_code_has_its_title_and_language(tmp_path, info, attributes):
    html = body(tmp_path, f"{{% codeblock {info} %}}\nputs 1\n{{% endcodeblock %}}")
    assert html == f"<pre {attributes}><code>puts 1</code></pre>"


def test_where_code_is_from_stands_below_it(tmp_path):
    html = body(tmp_path, "{% codeblock a.rb https://b.example/a.rb The file %}\nputs 1\n{% endcodeblock %}")
    assert html.endswith('</pre>\n<p><a href="https://b.example/a.rb">The file</a></p>')


def test_backticks_have_titles_in_octopress_alone(tmp_path):
    text = "``` ruby Say one https://b.example/a.rb\nputs 1\n```"
    html = body(tmp_path, text, config="code_dir: downloads/code")
    assert html.startswith('<pre data-language="ruby" data-title="Say one"><code>puts 1</code></pre>')
    assert '<a href="https://b.example/a.rb">https://b.example/a.rb</a>' in html


def test_begins_of_code_without_ends_are_read_in_no_time(tmp_path):
    text = "``` ruby Title\n" * 50_000 + "{% pullquote %}\n" + '{" ' * 50_000 + "\n{% endpullquote %}\n"
    assert "ruby Title" in body(tmp_path, text, config="code_dir: downloads/code")
