"""Zola sites: places, shortcodes, links."""

import pytest

from porting.document import State
from porting.readers import ReadError, detect
from tests.porting.readers.markdown.site import by_id, kinds, only, package, read

CONFIG = 'base_url = "https://old.example"\ntitle = "Site"\n'
POST = '+++\ntitle = "One"\ndate = 2020-01-02\n+++\n'


def body(tmp_path, text: str, **files: str) -> str:
    blog = read(tmp_path, "zola", {"config.toml": CONFIG, "content/one.md": POST + text, **files})
    return by_id(blog)["content/one.md"].html


@pytest.mark.parametrize(
    ("name", "header", "address"),
    [
        ("blog/My Post.md", "", "/blog/my-post/"),
        ("blog/2020-01-02-my-post.md", "", "/blog/my-post/"),
        ("blog/2020-01-02_my-post/index.md", "", "/blog/my-post/"),
        ("blog/a.md", 'slug = "other"', "/blog/other/"),
        ("blog/a.md", 'path = "2014/09/15/Rust-1.0"', "/2014/09/15/Rust-1.0/"),
        ("a.md", "", "/a/"),
        ("blog/a.ja.md", "", "/ja/blog/a/"),
        ("blog/a.ja.md", 'path = "ja/first"', "/ja/first/"),
        ("blog/a.ja.md", 'path = "first/ja"', "/first/ja/"),
    ],
)
def test_an_address_follows_place_slug_and_path(tmp_path, name, header, address):
    config = f"{CONFIG}[languages.ja]\n"
    files = {"config.toml": config, f"content/{name}": f"+++\ntitle = 'T'\n{header}\n+++\n"}
    assert only(read(tmp_path, "zola", files)).addresses == [address]


def test_only_fields_without_a_place_are_told(tmp_path):
    header = "+++\ntitle = 'T'\n[taxonomies]\ntags = ['mill']\nplaces = ['Delft']\n"
    header += "[extra]\nauthor = 'Ann'\nwind = 7\n+++\n"
    post = only(read(tmp_path, "zola", {"config.toml": CONFIG, "content/blog/a.md": header}))
    assert post.kept == {"wind": 7, "taxonomies": {"places": ["Delft"]}}


def test_fields_taxonomies_and_authors_are_read(tmp_path):
    header = (
        '+++\ntitle = "T"\ndate = 2020-01-02T03:04:05Z\nupdated = 2020-02-03\ndraft = true\ndescription = "D"\n'
        'aliases = ["old/a.html"]\nauthors = ["Ann", "Bob"]\n[taxonomies]\ntags = ["x", "y"]\ncategories = ["z"]\n'
        '[extra]\nimage = "c.png"\nteam = "Core"\n+++\n'
    )
    post = only(read(tmp_path, "zola", {"config.toml": CONFIG, "content/blog/a.md": header}))
    assert (post.state, post.authors, post.tags, post.categories) == (
        State.DRAFT,
        ["Ann", "Bob"],
        ["x", "y"],
        ["z"],
    )
    assert (post.aliases, post.summary, post.cover.url) == (["/old/a.html"], "D", "c.png")
    assert post.updated.date().isoformat() == "2020-02-03"
    assert post.kept["team"] == "Core"


def test_a_day_in_the_path_is_the_posts_day(tmp_path):
    post = only(
        read(
            tmp_path,
            "zola",
            {"config.toml": CONFIG, "content/a.md": '+++\npath = "team/2020/07/27/a"\n+++\n'},
        )
    )
    assert post.date.isoformat() == "2020-07-27T00:00:00+00:00"


def test_sections_lead_to_the_blog_and_are_no_posts(tmp_path):
    blog = read(
        tmp_path,
        "zola",
        {
            "config.toml": CONFIG,
            "content/_index.md": "+++\n+++\n",
            "content/n/_index.md": "+++\ntitle='N'\n+++\n",
            "content/n/a.md": POST,
        },
    )
    assert [post.source_id for post in blog.posts] == ["content/n/a.md"]
    assert ("/n/", "blog:") in [(one.address, one.target) for one in blog.redirects]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            '{{ youtube(id="abcdefghijk", autoplay=true) }}',
            'data-url="https://www.youtube.com/watch?v=abcdefghijk"',
        ),
        ('{{ figure(src="a.png", alt="A", caption="C (d)") }}', '<img src="a.png" alt="A"><figcaption>C (d)'),
        ('{% quote(author="Ann") %}\nText *it*\n{% end %}', "<p>Text <em>it</em></p>\n<footer>Ann</footer>"),
        ('{% note(title="T") %}\nText\n{% end %}', 'data-kind="note" data-title="T"'),
        ("Write {{/* youtube(id=1) */}} so", "Write {{ youtube(id=1) }} so"),
        ("`{{ code() }}` and {{closure}}", "<code>{{ code() }}</code> and {{closure}}"),
        ("[x](@/blog/two.md#part)", 'href="source:content/blog/two.md#part"'),
        ("[x](@/blog/_index.md)", 'href="/blog/"'),
        (
            "```rust,linenos,hl_lines=1 3-4,name=a.rs\nx\n```",
            '<pre data-language="rust" data-title="a.rs" data-lines="1,3-4" data-numbers>',
        ),
        ("## Head {#part}", '<h2 id="part">Head</h2>'),
        ("> [!WARNING]\n> x", 'data-kind="warning"'),
    ],
)
def test_what_zola_adds_becomes_the_dialect(tmp_path, written, expected):
    files = {"content/blog/_index.md": "+++\n+++\n", "content/blog/two.md": POST}
    assert expected in body(tmp_path, written, **files)


def test_unknown_shortcodes_keep_what_their_parameters_say(tmp_path):
    text = '{{ two_tongues(original="Felix qui potuit rerum",\n  other="Happy who (could) know", author="Virgil", '
    html = body(tmp_path, text + 'class="wide left dark", lang="la") }}\n')
    for part in ("Felix qui potuit rerum", "Happy who (could) know", "Virgil"):
        assert part in html
    assert "wide left dark" not in html


def test_unknown_shortcodes_keep_all_their_pictures(tmp_path):
    html = body(
        tmp_path, '{{ toggler(default_src="img/day.webp", other="img/night.webp", alt="A mill", width=3) }}\n'
    )
    assert '<img src="img/day.webp" alt="A mill">' in html
    assert '<img src="img/night.webp" alt="A mill">' in html


def test_unknown_shortcodes_keep_their_text_and_are_reported(tmp_path):
    post = only(
        read(
            tmp_path,
            "zola",
            {
                "config.toml": CONFIG,
                "content/a.md": POST + '{% odd(title="Kept") %}\nText\n{% end %}\n\na {{ void(x=1) }} b',
            },
        )
    )
    assert "Kept" in post.html
    assert "Text" in post.html
    assert "void" not in post.html
    assert kinds(post) == {"shortcode"}


def test_lines_of_code_that_were_hidden_are_told(tmp_path):
    text = "```rust,hide_lines=1\nfn main() {\nx\n```"
    post = only(read(tmp_path, "zola", {"config.toml": CONFIG, "content/a.md": POST + text}))
    assert "<code>x</code>" in post.html
    assert kinds(post) == {"code"}


def test_a_broken_header_is_reported_and_the_rest_goes_on(tmp_path):
    blog = read(
        tmp_path,
        "zola",
        {"config.toml": CONFIG, "content/a.md": '+++\ntitle = "Good\n+++\nText', "content/b.md": POST},
    )
    assert len(blog.posts) == 2
    assert kinds(by_id(blog)["content/a.md"]) == {"unreadable"}


def test_a_zola_site_is_recognised_beside_hugo(tmp_path):
    assert detect(package(tmp_path, {"config.toml": CONFIG, "content/blog/a.md": POST})).name == "zola"


def test_a_site_without_content_is_told_so(tmp_path):
    with pytest.raises(ReadError, match="content"):
        read(tmp_path, "zola", {"config.toml": CONFIG})


def test_whose_picture_it_is_stands_below_it(tmp_path):
    text = '{{ figure(src="a.png", caption="A *mill*", credits="By [Ann](https://a.example)", link="/x") }}\n'
    html = body(tmp_path, text + '\n{{ figure(src="b.png", credits="By Bob") }}')
    assert '<a href="/x"><img src="a.png" alt=""></a>' in html
    assert '<figcaption>A <em>mill</em> By <a href="https://a.example">Ann</a></figcaption>' in html
    assert '<img src="b.png" alt=""><figcaption>By Bob</figcaption>' in html


def test_pages_without_a_day_beside_no_dated_ones_are_pages(tmp_path):
    files = {
        "config.toml": CONFIG,
        "content/2020/one.md": POST,
        "content/2020/two.md": "+++\ntitle = 'Two'\n+++\nx",
        "content/static/about.md": "+++\ntitle = 'About'\n+++\nx",
        "content/posts/undated.md": "+++\ntitle = 'Undated'\n+++\nx",
    }
    kinds_of = {key: post.kind for key, post in by_id(read(tmp_path, "zola", files)).items()}
    assert kinds_of == {
        "content/2020/one.md": "post",
        "content/2020/two.md": "post",
        "content/static/about.md": "page",
        "content/posts/undated.md": "post",
    }
