"""Texts that open and never close: nothing is lost, nothing raises, nothing takes minutes."""

import zipfile

import pytest

from porting.packages import Package
from porting.readers import reader
from porting.readers.options import ReadOptions
from tests.patience import patience
from tests.porting.readers.markdown.site import by_id, only, read

PLACES = {
    "docusaurus": "blog/2020-01-01-a.md",
    "jekyll": "_posts/2020-01-01-a.md",
    "hugo": "content/posts/a.md",
    "zola": "content/posts/a.md",
    "markdown": "a.md",
}
TEXTS = [
    "{% x ",
    "{{ x ",
    "{{< x ",
    "{{ a(",
    "<A b={",
    "<A>",
    ":::note\n",
    "> [!NOTE]\n",
    "{% raw %}",
    "{% note %}",
    "[[",
    "<!--",
    ":" * 20,
    "[" * 20,
    "[[#" * 10,
]


@pytest.mark.parametrize("format_name", PLACES)
@pytest.mark.parametrize("text", TEXTS)
def test_what_never_closes_is_read_all_the_same(tmp_path, format_name, text):
    written = {PLACES[format_name]: "---\ntitle: T\n---\nFirst\n\n" + text * 1000}
    with patience():
        post = only(read(tmp_path, format_name, written))
    assert post.html.startswith("<p>First</p>")


@pytest.mark.parametrize("said", ["[[a]]", "[{a: [b]}]", "word", "7", "{a: [b], c: {d: [e]}}", "[~]"])
def test_a_configuration_of_an_odd_shape_costs_no_post(tmp_path, said):
    names = (
        "collections",
        "defaults",
        "authors",
        "author",
        "url",
        "title",
        "permalink",
        "plugins",
        "exclude",
    )
    config = "\n".join(f"{name}: {said}" for name in names)
    files = {PLACES["jekyll"]: "---\ntitle: T\n---\nText", "_config.yml": config, "_data/authors.yml": said}

    assert only(read(tmp_path, "jekyll", files)).html.strip() == "<p>Text</p>"


@pytest.mark.parametrize("format_name", PLACES)
def test_a_text_too_long_for_a_post_is_reported_and_the_others_are_read(tmp_path, format_name):
    place = PLACES[format_name]
    long = place.replace("a.md", "long.md")
    header = "---\ntitle: T\n---\n"

    blog = read(tmp_path, format_name, {place: f"{header}Text", long: header + "word " * 1_200_000})

    assert only(blog).html.strip() == "<p>Text</p>"
    assert any(problem.source == long and "too large" in problem.detail for problem in blog.problems)


@pytest.mark.parametrize("format_name", PLACES)
def test_a_damaged_file_in_a_zip_costs_no_other(tmp_path, format_name):
    path = tmp_path / "blog.zip"
    names = [PLACES[format_name], PLACES[format_name].replace("a.md", "b.md"), "about.md", "index.html"]
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, f"---\ntitle: T\n---\nWords of {name}")
    path.write_bytes(
        path.read_bytes().replace(f"Words of {names[1]}".encode(), f"Worms of {names[1]}".encode())
    )

    with Package.open(path) as package:
        blog = reader(format_name).read(package, ReadOptions())

    assert names[0] in {post.source_path or post.source_id for post in blog.posts}
    assert any(problem.source == names[1] for problem in blog.problems)


BEHIND = {
    "a picture's tag": ("jekyll", "{% img a" + " " * 1900 + "b %}\n", 400, {"_config.yml": "code_dir: x"}),
    "a tag of one long word": ("jekyll", "{% zz " + "a" * 1900 + " %}\n", 800, {}),
    "raw marks in code": ("jekyll", "{% raw %}", 30_000, {}),
    "tables that never end": ("jekyll", "<table>", 30_000, {}),
    "tables whose tags never end": ("jekyll", "<table ", 30_000, {}),
}


@pytest.mark.parametrize("what", BEHIND)
def test_what_is_searched_again_and_again_takes_no_minutes(tmp_path, what):
    format_name, text, times, more = BEHIND[what]
    ends = "\n{% endhighlight %}\n\n</ul>\n\nEnd"
    body = "---\ntitle: T\n---\n{% highlight text %}\n" + text * times + ends
    if not text.startswith("{% raw"):
        body = body.replace("{% highlight text %}", "").replace("{% endhighlight %}", "")
    with patience():
        post = only(read(tmp_path, format_name, {PLACES[format_name]: body, **more}))
    assert "End" in post.html


@pytest.mark.parametrize("before", ["", "---\nlayout: post\n---\n"])
@pytest.mark.parametrize("text", [" " * 400_000 + "x", "# a" + " " * 400_000 + "x", "\n# " + " " * 400_000])
def test_white_space_around_a_heading_takes_no_minutes(tmp_path, before, text):
    with patience():
        assert only(read(tmp_path, "markdown", {"a.md": before + text})).title


@pytest.mark.parametrize("text", ["/*" * 200_000, "/" * 400_000, "'" * 400_000, "a: `" * 100_000])
def test_comments_of_a_configuration_that_never_close_take_no_minutes(tmp_path, text):
    files = {"docusaurus.config.js": text, "blog/2020-01-01-a.md": "# A\n\nWords."}
    with patience():
        assert only(read(tmp_path, "docusaurus", files)).title == "A"


def test_blank_lines_in_a_table_take_no_minutes(tmp_path):
    text = "---\ntitle: T\n---\n<table>" + "\n \n" * 60_000 + "</table>\n\nEnd"
    with patience():
        assert "End" in only(read(tmp_path, "jekyll", {PLACES["jekyll"]: text})).html


@pytest.mark.parametrize("value", ["a" * 100_000, "\u4e00a" * 50_000])
@pytest.mark.parametrize("name", ["", "title="])
def test_a_long_word_in_a_shortcode_takes_no_minutes(tmp_path, name, value):
    text = f'---\ntitle: T\n---\n{{{{< zz {name}"{value}" >}}}}\n\nEnd'
    with patience():
        assert "End" in only(read(tmp_path, "hugo", {PLACES["hugo"]: text})).html


@pytest.mark.parametrize(
    "files",
    [
        {"_posts/2020-01-01-a.html": "{% highlight x %}TOKENTOKEN{% endhighlight %}"},
        {"_posts/2020-01-01-a.html": "{% raw %}{{ TOKENTOKEN }}{% endraw %}"},
        {"_posts/2020-01-01-a.md": "{% include x.html %}", "_includes/x.html": "<pre>TOKENTOKEN</pre>"},
        {
            "_posts/2020-01-01-a.md": "{% for i in (1..900) %}\n```\nCODE\n```\n{% endfor %}".replace(
                "CODE", "x" * 500_000
            )
        },
    ],
)
def test_what_stands_for_itself_twice_fills_no_memory(tmp_path, files):
    files = {name: text.replace("TOKEN", "\ue0000\ue001") for name, text in files.items()}
    files = {name: "---\ntitle: T\n---\n" + text for name, text in files.items()}
    with patience():
        blog = read(tmp_path, "jekyll", files | {"_posts/2020-01-01-b.md": "---\ntitle: B\n---\nText"})
    assert sum(len(post.html) for post in blog.posts) < 20_000_000
    assert "B" in {post.title for post in blog.posts}


@pytest.mark.parametrize("name", ["tags", "categories"])
def test_many_words_in_a_field_take_no_minutes(tmp_path, name):
    words = " ".join(f"w{number}" for number in range(60_000))
    with patience():
        post = only(
            read(tmp_path, "jekyll", {PLACES["jekyll"]: f"---\ntitle: T\n{name}: {words}\n---\nText"})
        )
    assert len(getattr(post, name)) == 60_000


def test_many_patterns_of_what_is_left_out_take_no_minutes(tmp_path):
    names = ", ".join(f"'x{number}*'" for number in range(400))
    files = {f"_posts/2020-01-01-{number}.md": "---\ntitle: T\n---\nText" for number in range(400)}
    config = f"exclude: [{names}]\ninclude: [{names.replace('x', 'y')}]\n"
    with patience():
        assert len(read(tmp_path, "jekyll", files | {"_config.yml": config}).posts) == 400


def test_files_that_take_each_other_in_take_no_minutes(tmp_path):
    imports = "".join(f"import P{number} from './_p{number}.mdx'\n" for number in range(20))
    uses = "".join(f"<P{number} />\n" for number in range(20))
    files = {f"blog/_p{number}.mdx": f"{imports}\n{uses}\n" + "Text " * 9_000 for number in range(20)}
    with patience():
        post = only(
            read(
                tmp_path,
                "docusaurus",
                files | {"blog/2020-01-01-a.mdx": f"---\ntitle: T\n---\n{imports}\n{uses}\nEnd"},
            )
        )
    assert "End" in post.html


@pytest.mark.parametrize("said", ["{1: 2}", "[{1: 2, name: N}]", "{~: 3}"])
@pytest.mark.parametrize(
    "name", ["author", "authors", "category", "categories", "tags", "image", "series", "redirect_to"]
)
def test_a_field_of_an_odd_shape_costs_no_post(tmp_path, name, said):
    header = f"---\ntitle: T\n{name}: {said}\n---\n"
    files = {
        PLACES["jekyll"]: header + "Text",
        "_config.yml": f"defaults: [{{values: {said}}}]",
        "_data/authors/a.yml": said,
    }
    assert only(read(tmp_path, "jekyll", files)).html.strip() == "<p>Text</p>"


def test_groups_of_groups_take_no_minutes(tmp_path):
    text = "{% assign a = page.things %}" + "{% assign a = a | concat: a | group_by: 'x' %}" * 40
    text = f"---\ntitle: T\nthings: [{{a: b}}]\n---\n{text}{{% assign b = a | uniq %}}\n\nEnd"
    with patience():
        assert "End" in only(read(tmp_path, "jekyll", {PLACES["jekyll"]: text})).html


def test_a_collection_in_itself_ends_with_the_usual_words(tmp_path):
    files = {f"_things/{number}.md": "---\ntitle: T\n---\n" for number in range(100)}
    loop = "{% for a in site.things %}{% for b in site.things %}x{% endfor %}{% endfor %}"
    files |= {"_config.yml": "collections: {things: {output: true}}\n"}
    files |= {PLACES["jekyll"]: f"---\ntitle: T\n---\n{loop}\n\nEnd"}
    found = by_id(read(tmp_path, "jekyll", files))[PLACES["jekyll"]]
    assert "End" in found.html
    assert "liquid" in {problem.kind for problem in found.problems}
