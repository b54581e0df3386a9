"""Captions around pictures and code."""

from tests.porting.readers.markdown.site import only, read


def post(tmp_path, text: str):
    return only(read(tmp_path, "jekyll", {"_posts/2020-01-02-one.md": f"---\ntitle: One\n---\n\n{text}"}))


def test_the_caption_around_a_picture_is_kept(tmp_path):
    text = (
        'Before\n\n{% figure caption:"It\'s *here*, from [A](https://a.example)" class:"wide" %}\n'
        "![What is seen](/a.png)\n{% endfigure %}\n\nAfter *it*"
    )
    found = post(tmp_path, text)
    caption = 'It\'s <em>here</em>, from <a href="https://a.example">A</a>'
    assert '<img src="/a.png" alt="What is seen"' in found.html
    assert f"<figcaption>{caption}</figcaption></figure>" in found.html
    assert found.html.index("<figure>") < found.html.index("<img")
    assert "<em>it</em>" in found.html
    assert found.problems == []


def test_code_in_a_figure_is_code(tmp_path):
    found = post(
        tmp_path, "{% figure caption:'Listing `x`' %}\n```ruby\na {% b %}\n\nc\n```\n{% endfigure %}"
    )
    assert '<pre data-language="ruby"><code>a {% b %}\n\nc</code></pre>' in found.html
    assert "<figcaption>Listing <code>x</code></figcaption>" in found.html
    assert found.problems == []


def test_a_figure_without_a_caption_is_its_picture(tmp_path):
    found = post(tmp_path, "{% figure class:'wide' %}\n![A](/a.png)\n{% endfigure %}\n\nText")
    assert found.html.strip() == '<p><img src="/a.png" alt="A" /></p>\n<p>Text</p>'
    assert found.problems == []


def test_a_figure_without_an_end_is_a_picture_of_its_own(tmp_path):
    assert '<img src="/a.png"' in post(tmp_path, '{% figure src="/a.png" %}').html


def test_a_diagram_is_code_of_its_language(tmp_path):
    found = post(tmp_path, "Before\n\n{% mermaid %}\ngraph TD\n\n    A --> B\n{% endmermaid %}\n\nAfter *it*")
    assert '<pre data-language="mermaid"><code>graph TD\n\n    A --&gt; B</code></pre>' in found.html
    assert "<em>it</em>" in found.html
    assert found.problems == []
