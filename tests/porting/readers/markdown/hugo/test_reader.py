"""Hugo sites: sections, bundles, languages, permalinks, shortcodes."""

import pytest

from porting.document import State
from porting.readers import ReadError, detect
from tests.porting.readers.markdown.site import by_id, kinds, only, package, read

POST = "---\ntitle: One\ndate: 2020-01-02\n---\n\n"
CONFIG = 'baseURL = "https://www.old.example/"\ntitle = "Site"\n'


def body(tmp_path, text: str, header: str = POST, **files: str) -> str:
    posts = read(tmp_path, "hugo", {"content/posts/one.md": header + text, **files})
    return by_id(posts)["content/posts/one.md"].html


@pytest.mark.parametrize(
    ("config", "header", "address"),
    [
        ("", "", "/posts/my-post/"),
        ("", "slug: other", "/posts/other/"),
        ("", "url: /my/own.html", "/my/own.html"),
        ("[permalinks]\nposts = '/:year/:month/:slug/'", "", "/2020/01/a-title/"),
        ("[permalinks.page]\nposts = '/:year/:contentbasename/'", "", "/2020/my-post/"),
        ("[permalinks]\nposts = '/:section/:slugorfilename/'", "", "/posts/my-post/"),
    ],
)
def test_an_address_follows_place_and_pattern(tmp_path, config, header, address):
    files = {
        "hugo.toml": CONFIG + config,
        "content/posts/My Post.md": f"---\ntitle: A Title\ndate: 2020-01-02\n{header}\n---\n",
    }
    assert only(read(tmp_path, "hugo", files)).addresses == [address]


def test_a_base_address_with_a_path_comes_first(tmp_path):
    files = {
        "config.yaml": "baseURL: https://me.example.io/blog/\n",
        "content/posts/a.md": "---\naliases: [/old/, beside]\n---\n",
    }
    blog = read(tmp_path, "hugo", files)
    assert blog.hosts == {"me.example.io"}
    assert only(blog).addresses == ["/blog/posts/a/"]
    assert {"/old/", "/blog/old/", "/beside", "/blog/posts/beside"} <= set(only(blog).aliases)


def test_configuration_in_several_files_is_one(tmp_path):
    files = {
        "config/_default/hugo.toml": CONFIG,
        "config/_default/permalinks.toml": "posts = '/p/:slug/'",
        "config/_default/params.toml": "mainSections = ['posts']\n[author]\nname = 'Ann'",
        "content/posts/a.md": POST,
    }
    post = only(read(tmp_path, "hugo", files))
    assert post.addresses == ["/p/one/"]
    assert post.authors == ["Ann"]


def test_files_of_the_theme_and_of_named_folders_are_the_sites(tmp_path):
    files = {
        "hugo.toml": CONFIG + "theme = 'mill'\nstaticDir = ['static', 'public-files']\n",
        "content/posts/a.md": POST,
        "themes/mill/static/img/a.png": b"x",
        "themes/other/static/img/b.png": b"x",
        "public-files/c.png": b"x",
    }
    assert read(tmp_path, "hugo", files).media_roots == ["public-files", "content", "themes/mill/static"]


def test_bundles_have_their_files_and_no_posts_in_them(tmp_path):
    files = {
        "hugo.toml": CONFIG,
        "content/posts/a/index.md": POST + "![x](x.png)",
        "content/posts/a/x.png": "x",
        "content/posts/a/featured-b.jpg": "x",
        "content/posts/a/notes.md": "no page",
        "content/posts/_index.md": "---\ntitle: Posts\n---\n",
    }
    blog = read(tmp_path, "hugo", files)
    post = only(blog)
    assert (post.addresses, post.media_base, post.cover.url) == (
        ["/posts/a/"],
        "content/posts/a",
        "featured-b.jpg",
    )
    assert [problem.source for problem in blog.problems] == ["content/posts/a/notes.md"]


@pytest.mark.parametrize(
    ("field", "url"),
    [
        ("image: x.png", "x.png"),
        ("cover:\n  image: /c.png\n  alt: Alt", "/c.png"),
        ("featuredImage: /f.png", "/f.png"),
        ("images: [/i.png, /j.png]", "/i.png"),
        ("params:\n  image: /p.png", "/p.png"),
        ("resources:\n- name: featured-image\n  src: r.png", "r.png"),
    ],
)
def test_a_cover_is_found_under_every_name(tmp_path, field, url):
    assert (
        only(
            read(tmp_path, "hugo", {"content/posts/a.md": f"---\n{field}\n---\n", "hugo.toml": CONFIG})
        ).cover.url
        == url
    )


@pytest.mark.parametrize(
    ("field", "shown"),
    [
        ("coverAlt: A mill\ncoverCaption: By Ann", ("cover-a.jpg", "A mill", "By Ann")),
        ("resources:\n- src: '*a.jpg'\n  name: Featured\n  title: A mill\n  params:\n    image_caption: By Ann",
         ("cover-a.jpg", "A mill", "By Ann")),
        ("resources:\n- src: '*.gif'\n  name: cover", ("*.gif", "", "")),
    ],
)  # fmt: skip
def test_a_cover_that_lies_beside_its_page_has_its_words(tmp_path, field, shown):
    files = {
        "hugo.toml": CONFIG,
        "content/posts/a/cover-a.jpg": "x",
        "content/posts/a/index.md": f"---\n{field}\n---\n",
    }
    post = only(read(tmp_path, "hugo", files))
    assert (post.cover.url, post.cover.alt, post.cover.caption) == shown
    assert "coverCaption" not in post.kept


def test_words_of_a_cover_that_is_not_there_are_told(tmp_path):
    files = {"hugo.toml": CONFIG, "content/posts/a.md": "---\ncoverCaption: By Ann\n---\n"}
    assert only(read(tmp_path, "hugo", files)).kept == {"coverCaption": "By Ann"}


def test_which_files_are_posts_and_which_pages(tmp_path):
    files = {
        "hugo.toml": CONFIG,
        "content/about.md": "---\ntitle: About\n---\nx",
        "content/posts/undated.md": "---\ntitle: U\n---\nx",
        "content/docs/a.md": "---\ntitle: D\n---\nx",
        "content/docs/dated.md": POST,
        "content/search.md": "---\nlayout: search\n---\n",
    }
    posts = by_id(read(tmp_path, "hugo", files))
    assert {key.removeprefix("content/"): post.kind for key, post in posts.items()} == {
        "about.md": "page",
        "posts/undated.md": "post",
        "docs/a.md": "page",
        "docs/dated.md": "post",
    }


def test_states_dates_and_taxonomies_are_kept(tmp_path):
    header = (
        "+++\ntitle = 'T'\ndate = 2020-01-02T03:04:05+02:00\n"
        "lastmod = 2020-02-03\nexpiryDate = 2999-01-01\ndraft = true\n"
        "tags = ['One']\ncategories = ['Two']\nseries = ['Three']\nseries_order = 2\nauthor = 'Ann'\nweight = 3\n+++\n"
    )
    blog = read(tmp_path, "hugo", {"hugo.toml": CONFIG, "content/posts/a.md": header})
    post = only(blog)
    assert (post.state, post.date.isoformat()) == (State.DRAFT, "2020-01-02T03:04:05+02:00")
    assert (post.updated.date().isoformat(), post.expires.year) == ("2020-02-03", 2999)
    assert (post.tags, post.categories, post.series, post.series_position) == (["one"], ["two"], "three", 2)
    assert ("/tags/one/", "tag:one") in [(one.address, one.target) for one in blog.redirects]


@pytest.mark.parametrize(
    ("date", "shown_from", "state"),
    [("2020-01-02", "2999-01-02", State.SCHEDULED), ("2999-01-02", "2020-01-02", State.PUBLISHED)],
)
def test_a_post_is_shown_from_its_own_day_on_whatever_its_date(tmp_path, date, shown_from, state):
    header = f"---\ntitle: One\ndate: {date}\npublishDate: {shown_from}\n---\n"
    post = only(read(tmp_path, "hugo", {"hugo.toml": CONFIG, "content/posts/a.md": header}))
    assert (post.state, f"{post.go_live:%Y-%m-%d}") == (state, shown_from)


def test_terms_and_authors_are_described_by_their_own_files(tmp_path):
    files = {
        "hugo.toml": CONFIG,
        "content/tags/go/_index.md": "---\ntitle: Go!\ndescription: The language\n---\n",
        "content/authors/ann/_index.md": "---\ntitle: Ann Ash\n---\nWrites *much*.",
        "content/posts/a.md": "---\ntags: [go]\nauthors: [ann]\n---\n",
    }
    blog = read(tmp_path, "hugo", files)
    assert (blog.tags["go"].name, blog.tags["go"].description) == ("Go!", "The language")
    assert blog.authors["ann"].name == "Ann Ash"
    assert "<em>much</em>" in blog.authors["ann"].bio


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            '{{< figure src="a.png" alt="A" caption="C *d*" >}}',
            '<figure><img src="a.png" alt="A"><figcaption>C <em>d</em></figcaption></figure>',
        ),
        (
            '{{< figure src="a.png" title="T" link="/x" attr="By B" attrlink="/b" />}}',
            '<a href="/x"><img src="a.png" alt="T"></a><figcaption>T <a href="/b">By B</a>',
        ),
        ("{{< youtube abcdefghijk >}}", 'data-url="https://www.youtube.com/watch?v=abcdefghijk"'),
        (
            '{{< youtube id="abcdefghijk" autoplay="true" >}}',
            'data-url="https://www.youtube.com/watch?v=abcdefghijk"',
        ),
        ("{{< vimeo 12345 >}}", 'data-url="https://vimeo.com/12345"'),
        ("{{< gist ann abcdef01 file.go >}}", 'data-url="https://gist.github.com/ann/abcdef01#file-file-go"'),
        ('{{< tweet user="a" id="123" >}}', 'data-url="https://x.com/i/status/123"'),
        ('{{< x user="a" id="123" >}}', 'data-url="https://x.com/i/status/123"'),
        ("{{< instagram BWNjjyYFxVx >}}", 'data-url="https://www.instagram.com/p/BWNjjyYFxVx/"'),
        (
            '{{% notice tip "My title" %}}\nText *it*\n{{% /notice %}}',
            'data-kind="tip" data-title="My title">\n<p>Text <em>it</em></p>',
        ),
        (
            '{{< admonition type=warning title="W" >}}\nx\n{{< /admonition >}}',
            'data-kind="warning" data-title="W"',
        ),
        ('{{< alert "circle-info" >}}x{{< /alert >}}', 'data-kind="note" data-title=""'),
        ('See {{< ref "two.md" >}}.', '<a href="source:content/posts/two.md">two.md</a>'),
        ("{{< hint info >}}\nx\n{{< /hint >}}", 'data-kind="info"'),
        (
            '{{< details "Sum" >}}\nText *it*\n{{< /details >}}',
            "<details><summary>Sum</summary>\n<p>Text <em>it</em></p>",
        ),
        (
            (
                '{{< tabs "os" >}}\n{{% tab "macOS" %}}\nx\n{{% /tab %}}\n'
                '{{% tab "Linux" %}}\ny\n{{% /tab %}}\n{{< /tabs >}}'
            ),
            '<section data-item data-title="Linux">\n<p>y</p>',
        ),
        (
            '{{< button href="/go" >}}Go *now*{{< /button >}}',
            '<p data-block="button"><a href="/go">Go <em>now</em></a></p>',
        ),
        (
            '{{< quote author="Ann" source="Book" url="https://b.example" >}}\nWords\n{{< /quote >}}',
            '<blockquote cite="https://b.example">\n<p>Words</p>\n<footer>Ann <span data-role>Book</span></footer>',
        ),
        ('[x]({{< ref "two.md#part" >}})', 'href="source:content/posts/two.md#part"'),
        ('[x][a]\n\n[a]: {{< relref "two.md#part" >}}', '<a href="source:content/posts/two.md#part">x</a>'),
        ("[x]( {{< relref two >}} )", '<a href="source:content/posts/two.md">x</a>'),
        ('[x]({{< relref "/posts/two" >}})', 'href="source:content/posts/two.md"'),
        (
            '{{< highlight go "linenos=table,hl_lines=1 3-4" >}}\nx := `{{< y >}}`\n{{< /highlight >}}',
            '<pre data-language="go" data-lines="1,3-4" data-numbers><code>x := `{{&lt; y &gt;}}`</code></pre>',
        ),
        ("Write {{</* youtube x */>}} so", "Write {{&lt; youtube x &gt;}} so"),
        ("```\n{{</* youtube x */>}}\n```", "<code>{{&lt; youtube x &gt;}}</code>"),
        ('{{< param "motto" >}}', "<p>Onward</p>"),
        ('{{% param "social.Mail" %}}', "<p>ann at home</p>"),
        (
            "{{< youtube id=dQw4w9WgXcQ start=30 >}}",
            'data-url="https://www.youtube.com/watch?v=dQw4w9WgXcQ&amp;t=30s"',
        ),
        ('{{< qr text="https://q.example" />}}', '<p><a href="https://q.example">https://q.example</a></p>'),
        ("{{< qr level=high >}}\ncall me\n{{< /qr >}}", "<p>call me</p>"),
        (
            "{{< mermaid >}}\ngraph TD;\n{{< /mermaid >}}",
            '<pre data-language="mermaid"><code>graph TD;</code></pre>',
        ),
        ("a <!--more--> b", "b"),
        ("Text\n{.lead #x}", "<p>Text</p>"),
        ("## Head {#part .c}", '<h2 id="part">Head</h2>'),
        ("> [!NOTE]\n> x", 'data-block="admonition"'),
        (
            '```go {hl_lines=[2,"4-6"] title="a.go"}\nx\n```',
            '<pre data-language="go" data-title="a.go" data-lines="2,4-6">',
        ),
    ],
)
def test_what_hugo_adds_becomes_the_dialect(tmp_path, written, expected):
    files = {
        "hugo.toml": CONFIG + "[params]\nmotto = 'Onward'\n[params.social]\nmail = 'ann at home'\n",
        "content/posts/two.md": POST,
    }
    assert expected in body(tmp_path, written, **files)


def test_unknown_shortcodes_keep_their_text_and_are_reported(tmp_path):
    text = '{{< odd title="Kept" >}}\nText *it*\n{{< /odd >}}\n\na {{< void 3 >}} b {{< inline >}}c{{< /inline >}}'
    text += '\n\n{{< align right "May 2nd, at noon" >}}\n\n{{< align left 二〇二二年 >}}'
    post = only(read(tmp_path, "hugo", {"hugo.toml": CONFIG, "content/posts/a.md": POST + text}))
    assert "{{" not in post.html
    for part in ("Kept", "<em>it</em>", "a  b c", "<p>May 2nd, at noon</p>", "<p>二〇二二年</p>"):
        assert part in post.html
    assert "shortcode" in kinds(post)


def test_a_remark_of_the_author_is_shown_to_nobody(tmp_path):
    assert "secret" not in body(tmp_path, "a\n\n{{% comment %}} secret {{% /comment %}}\n\nb")


def test_mermaid_fences_stay_code(tmp_path):
    assert '<pre data-language="mermaid">' in body(tmp_path, "```mermaid\ngraph\n```")


def test_a_hugo_site_is_recognised(tmp_path):
    assert detect(package(tmp_path, {"config.toml": CONFIG, "content/posts/a.md": "x"})).name == "hugo"


def test_a_site_without_content_is_told_so(tmp_path):
    with pytest.raises(ReadError, match="content"):
        read(tmp_path, "hugo", {"hugo.toml": CONFIG})


def test_a_post_without_a_slug_is_called_as_its_file_in_lower_case(tmp_path):
    post = only(
        read(tmp_path, "hugo", {"content/posts/My Post/index.md": "---\ntitle: T\ndate: 2020-01-02\n---\nx"})
    )
    assert (post.slug, post.addresses) == ("my-post", ["/posts/my-post/"])


def test_originals_come_before_their_translations(tmp_path):
    config = (
        CONFIG + "languageCode = 'en-AU'\ndefaultContentLanguage = 'en'\n[languages.en]\n[languages.de]\n"
    )
    files = {
        "hugo.toml": config,
        "content/posts/a.de.md": POST,
        "content/posts/a.md": POST,
        "content/posts/b.md": POST,
    }
    found = [post.source_id for post in read(tmp_path, "hugo", files).posts]
    assert found == ["content/posts/a.md", "content/posts/b.md", "content/posts/a.de.md"]
