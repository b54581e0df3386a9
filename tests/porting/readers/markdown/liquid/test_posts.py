"""What a text may say of the other posts of its blog: ``site.posts``, ``site.tags`` and ``site.categories``."""

import pytest

from tests.porting.readers.markdown.site import by_id, read

LIST = "{% for post in site.posts %}\n- [{{ post.title }}]({{ post.url }}) {{ post.date | date: '%Y' }}\n{% endfor %}"
ONE, TWO, THREE = "_posts/2020-01-02-one.md", "_posts/2021-01-02-two.md", "_posts/2022-01-02-three.md"


def posts(tmp_path, text: str, **fields: str):
    files = {
        ONE: "---\ntitle: One\ntags: [red]\ncategories: News\n---\n\nFirst",
        TWO: f"---\ntitle: Two\ntags: [red, blue]\n{fields.get('two', '')}\n---\n\nSecond",
        THREE: f"---\ntitle: Three\n---\n\n{text}",
        "_drafts/four.md": "---\ntitle: Four\ntags: [red]\n---\n\nSecret",
    }
    return by_id(read(tmp_path, "jekyll", files))


def test_all_posts_are_listed_from_the_newest_with_links(tmp_path):
    html = posts(tmp_path, LIST)[THREE].html
    assert html.count("<li>") == 3
    assert html.index(">Three<") < html.index(">Two<") < html.index(">One<")
    assert '<a href="/news/2020/01/02/one.html">One</a> 2020' in html


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("{% for post in site.posts limit: 1 offset: 1 %}{{ post.title }}{% endfor %}", "<p>Two</p>"),
        ("{{ site.posts.size }} posts", "<p>3 posts</p>"),
        ("{{ site.posts.first.title }}", "<p>Three</p>"),
        ("{% for post in site.tags.red %}{{ post.title }} {% endfor %}", "<p>Two One</p>"),
        ("{% for post in site.categories['news'] %}{{ post.title }}{% endfor %}x", "<p>x</p>"),
        ("{% for post in site.categories['News'] %}{{ post.title }}{% endfor %}", "<p>One</p>"),
        ("{% for tag in site.tags %}{{ tag[0] }} {{ tag[1].size }}, {% endfor %}", "<p>red 2, blue 1,</p>"),
        ("{% assign old = site.posts | where: 'title', 'One' | first %}{{ old.title }}", "<p>One</p>"),
        (
            "{% for p in site.posts %}{% if p.tags contains 'blue' %}{{ p.title }}{% endif %}{% endfor %}",
            "<p>Two</p>",
        ),
        ("{% for p in site.posts reversed %}{{ p.title }} {% endfor %}", "<p>One Two Three</p>"),
        ("{% for p in site.related_posts limit:1 %}{{ p.title }}{% endfor %}", "<p>Two</p>"),
    ],
)
def test_posts_may_be_chosen_counted_and_grouped(tmp_path, written, expected):
    post = posts(tmp_path, written)[THREE]
    assert post.html.strip() == expected
    assert post.problems == []


@pytest.mark.parametrize("field", ["published: false", "date: 2999-01-01", "hidden: true", "password: x"])
def test_what_is_not_public_stands_in_no_list_of_posts(tmp_path, field):
    found = posts(tmp_path, LIST + "{{ site.tags.red.size }} red", two=field)[THREE]
    assert "Two" not in found.html
    assert "Four" not in found.html
    assert "1 red" in found.html


def test_what_a_list_cannot_say_of_a_post_is_reported(tmp_path):
    found = posts(
        tmp_path, "{% for post in site.posts %}\n- {{ post.title }}: {{ post.excerpt }}\n{% endfor %}"
    )[THREE]
    assert found.html.count("<li>") == 3
    assert [problem.kind for problem in found.problems] == ["liquid"]


def test_lists_of_all_posts_in_each_other_end(tmp_path):
    inner = "{% for a in site.posts %}{% for b in site.posts %}{{ b.title }}{% endfor %}{% endfor %}"
    files = {f"_posts/2020-01-02-p{n}.md": f"---\ntitle: P{n}\n---\n\nText" for n in range(300)}
    blog = read(tmp_path, "jekyll", files | {ONE: f"---\ntitle: One\n---\n\nBefore\n\n{inner}"})
    assert "liquid" in {problem.kind for problem in by_id(blog)[ONE].problems}
    assert "Before" in by_id(blog)[ONE].html


def test_what_has_no_page_of_its_own_is_listed_but_nothing_unpublished(tmp_path):
    files = {
        "_config.yml": "collections:\n  people: {}\n",
        "_people/ana.md": "---\nname: Ana\n---\n",
        "_people/ben.md": "---\nname: Ben\npublished: false\n---\n",
        ONE: "---\ntitle: One\n---\n\n{% for one in site.people %}{{ one.name }} {% endfor %}",
    }
    assert by_id(read(tmp_path, "jekyll", files))[ONE].html.strip() == "<p>Ana</p>"
