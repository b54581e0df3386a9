"""Sites of Pelican: their settings, their fields, their addresses and their links."""

import pytest

from porting.document import State
from porting.readers import detect
from porting.readers.markdown.pelican.program import assigned
from tests.porting.readers.markdown.site import by_id, only, package, read

CONF = "SITENAME = 'Notes'\nPATH = 'content'\nAUTHOR = 'Ash'\nTIMEZONE = 'Europe/Rome'\n"
POST = "Title: On C++ & Café, 4.0\nDate: 2020-01-02 10:00\n\nText"


def site(tmp_path, files, conf=CONF, **options):
    return read(tmp_path, "pelican", {"pelicanconf.py": conf} | files, **options)


def test_settings_make_it_a_site_of_pelican(tmp_path):
    assert detect(package(tmp_path, {"pelicanconf.py": CONF, "content/a.md": POST})).name == "pelican"


def test_addresses_authors_and_days_are_those_pelican_takes_by_itself(tmp_path):
    post = only(site(tmp_path, {"content/a.md": POST}))
    assert post.addresses == ["/on-c-cafe-40.html"]
    assert (post.authors, post.categories) == (["Ash"], ["misc"])
    assert post.date.isoformat() == "2020-01-02T10:00:00+01:00"
    assert post.problems == []


def test_settings_make_addresses_and_those_of_publication_stand_over_them(tmp_path):
    conf = CONF + "ARTICLE_URL = 'posts/{date:%Y}/{date:%b}/{category}/{slug}/'\nPAGE_URL = '{slug}/'\n"
    files = {
        "publishconf.py": "from pelicanconf import *\nSITEURL = 'https://me.example' + '/blog'\n",
        "content/The Cat/a.md": "Title: A\nDate: 2020-01-02\n\nx",
        "content/pages/about.md": "Title: About me\n\nx",
        "content/b.md": "Title: B\nDate: 2020-01-02\nSave_as: own/index.html\n\nx",
        "content/c.md": "Title: C\nDate: 2020-01-02\nStatus: draft\n\nx",
    }
    blog = site(tmp_path, files, conf)
    posts = by_id(blog)
    assert posts["content/The Cat/a.md"].addresses == ["/blog/posts/2020/Jan/the-cat/a/"]
    assert posts["content/pages/about.md"].addresses == ["/blog/about-me/"]
    assert posts["content/pages/about.md"].kind == "page"
    assert posts["content/b.md"].addresses == ["/blog/own/"]
    assert posts["content/c.md"].addresses == ["/blog/drafts/c.html"]
    assert posts["content/c.md"].state is State.DRAFT
    assert blog.hosts == {"me.example"}


def test_names_of_files_and_folders_say_what_the_text_does_not(tmp_path):
    conf = CONF + "FILENAME_METADATA = r'(?P<date>\\d{4}-\\d{2}-\\d{2})_(?P<slug>.*)'\n"
    post = only(site(tmp_path, {"content/Food/2021-03-04_soup.md": "Title: A long title\n\nx"}, conf))
    assert (post.addresses, post.categories) == (["/soup.html"], ["food"])
    assert f"{post.date:%Y-%m-%d}" == "2021-03-04"


def test_the_sites_own_fields_stand_in_for_those_not_said(tmp_path):
    conf = CONF + "DEFAULT_METADATA = {'status': 'draft'}\nUSE_FOLDER_AS_CATEGORY = False\n"
    posts = by_id(
        site(tmp_path, {"content/x/a.md": POST, "content/x/b.md": "Title: B\nStatus: published\n\nx"}, conf)
    )
    assert posts["content/x/a.md"].state is State.DRAFT
    assert posts["content/x/b.md"].state is State.PUBLISHED
    assert posts["content/x/b.md"].categories == ["misc"]


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("DEFAULT_METADATA = dict(status='draft')", set()),
        ("DEFAULT_METADATA = {'status': 'draft', 'date': now()}", set()),
        ("DEFAULT_METADATA = (('status', 'draft'),)", set()),
        ("DEFAULT_METADATA = {}\nDEFAULT_METADATA['status'] = 'draft'", set()),
        ("EXTRA_PATH_METADATA = {'x': {'status': 'draft'}, 'y': {'status': 'published'}}", set()),
        ("DEFAULT_METADATA = made()", {"hidden"}),
        ("DEFAULT_METADATA = {'status': made()}", {"hidden"}),
        ("DEFAULT_METADATA = {**made()}", {"hidden"}),
        ("PATH_METADATA = r'(?:(?P<status>draft)s/)*.*'", {"hidden"}),
        ("EXTRA_PATH_METADATA = {'xy': {'status': 'draft'}}\nDEFAULT_METADATA = {'status': 'draft'}", set()),
        ("EXTRA_PATH_METADATA = {'x': {'status': made()}}", {"hidden"}),
        ("DEFAULT_METADATA = {'status': 'published'}\nEXTRA_PATH_METADATA = made()", {"hidden"}),
        ("DEFAULT_METADATA = {}\nDEFAULT_METADATA.update(status='draft')", {"hidden"}),
        ("DEFAULT_METADATA = {}\nDEFAULT_METADATA |= {'status': 'draft'}", {"hidden"}),
        ("DEFAULT_METADATA = dict()\nDEFAULT_METADATA.setdefault('status', 'draft')", {"hidden"}),
        ("if live:\n    DEFAULT_METADATA = {'status': 'draft'}", {"hidden"}),
        ("THEME, DEFAULT_METADATA = 'a', {'status': 'draft'}", {"hidden"}),
        ("from local import FIELDS as DEFAULT_METADATA", {"hidden"}),
        ("for place in places:\n    EXTRA_PATH_METADATA[place] = {'status': 'draft'}", {"hidden"}),
        ("print 'old'\nDEFAULT_METADATA = {\n    'status': 'draft',\n}", set()),
        ("print 'old'\nDEFAULT_METADATA = {\n    'status': 0777,\n}", {"hidden"}),
    ],
)
def test_what_the_settings_make_drafts_or_may_stays_hidden(tmp_path, setting, told):
    published = "Title: B\nStatus: published\n\nx"
    blog = site(tmp_path, {"content/x/a.md": POST, "content/x/b.md": published}, f"{CONF}{setting}\n")
    posts = by_id(blog)
    assert posts["content/x/a.md"].state is State.DRAFT
    assert posts["content/x/b.md"].state is State.PUBLISHED
    assert {one.kind for one in blog.problems if one.source == "pelicanconf.py"} == told


@pytest.mark.parametrize(
    "setting",
    [
        "DEFAULT_METADATA = {'author': made(), 'date': now()}",
        "EXTRA_PATH_METADATA = {os.path.join('extra', 'CNAME'): {'path': 'CNAME'}}",
        "EXTRA_PATH_METADATA = {'extra/' + name: {'path': name} for name in ['CNAME']}",
        "EXTRA_PATH_METADATA = {}\nfor name in ['CNAME']:\n    EXTRA_PATH_METADATA['extra/' + name] = {'path': name}",
        "FILENAME_METADATA = r'(?P<date>\\d{4}(-\\d{2})+)_(?P<slug>.*)'",
        "PATH_METADATA = r'.*/(?P<category>.*)/(?P<date>.*)_(?P<slug>.*)\\..*'",
        "def made():\n    DEFAULT_METADATA = {'status': 'draft'}",
        "from pelicanconf import *\nfrom plugins.all import *\nif live:\n    SITEURL = 'https://a.example'",
        "STATIC_PATHS = ['images', 'extra']\nARTICLE_EXCLUDES = [] + STATIC_PATHS\nPAGE_EXCLUDES = STATIC_PATHS",
    ],
)
def test_settings_that_hide_nothing_make_no_drafts(tmp_path, setting):
    blog = site(tmp_path, {"content/a.md": POST, "content/drafts/b.md": POST}, f"{CONF}{setting}\n")
    assert {post.state for post in blog.posts} == {State.PUBLISHED}
    assert {one.kind for one in blog.problems} <= {"aliases"}


@pytest.mark.parametrize(
    "setting",
    [
        "ARTICLE_EXCLUDES = list(made())",
        "ARTICLE_EXCLUDES = []\nARTICLE_EXCLUDES.append('x')",
        "IGNORE_FILES += ['x']",
        "ARTICLE_PATHS = [place for place in places]",
    ],
)
def test_posts_are_drafts_when_nobody_knows_which_files_are_left_out(tmp_path, setting):
    published = "Title: B\nStatus: published\n\nx"
    blog = site(tmp_path, {"content/x/a.md": POST, "content/x/b.md": published}, f"{CONF}{setting}\n")
    assert {post.state for post in blog.posts} == {State.DRAFT}
    assert [one.kind for one in blog.problems if one.source == "pelicanconf.py"] == ["hidden"]


@pytest.mark.parametrize(
    "taken", ["from base import *", "try:\n    from base import *\nexcept ImportError:\n    pass"]
)
def test_settings_of_a_module_whose_names_are_all_taken_count(tmp_path, taken):
    files = {
        "base.py": "from pelicanconf import *\nDEFAULT_METADATA = {'status': 'draft'}\n",
        "content/a.md": POST,
    }
    assert only(site(tmp_path, files, f"{CONF}{taken}\n")).state is State.DRAFT


def test_settings_of_publication_that_are_too_large_to_be_read_may_make_drafts(tmp_path):
    large = f"# {'x' * 200_000}\nDEFAULT_METADATA = {{'status': 'draft'}}\n"
    post = only(site(tmp_path, {"publishconf.py": large, "content/a.md": POST}))
    assert post.state is State.DRAFT


def test_a_name_too_long_for_a_pattern_that_says_what_is_a_draft_is_one(tmp_path):
    conf = CONF + "PATH_METADATA = r'(?P<status>draft|published)s?/.*'\n"
    names = ("content/drafts/" + "a" * 130 + ".md", "content/published/b.md")
    posts = by_id(site(tmp_path, dict.fromkeys(names, POST), conf))
    assert [posts[name].state for name in names] == [State.DRAFT, State.PUBLISHED]


def test_settings_for_one_folder_are_for_no_other(tmp_path):
    conf = CONF + "EXTRA_PATH_METADATA = {'x': {'status': 'draft'}}\n"
    posts = by_id(site(tmp_path, {"content/x/a.md": POST, "content/xy/b.md": POST}, conf))
    assert [posts[f"content/{name}"].state for name in ("x/a.md", "xy/b.md")] == [
        State.DRAFT,
        State.PUBLISHED,
    ]


def test_authors_and_tags_stand_apart_by_semicolons_or_else_by_commas(tmp_path):
    files = {
        "content/a.md": "Title: A\nAuthors: Ash, Bo\nTags: One, two\n\nx",
        "content/b.md": "Title: B\nAuthors: Ash, A.; Bo, B.\nTags: a, b; c\nCategory: Salt, sweet\n\nx",
    }
    posts = by_id(site(tmp_path, files))
    assert (posts["content/a.md"].authors, posts["content/a.md"].tags) == (["Ash", "Bo"], ["one", "two"])
    assert (posts["content/b.md"].authors, posts["content/b.md"].tags) == (
        ["Ash, A.", "Bo, B."],
        ["a, b", "c"],
    )
    assert posts["content/b.md"].categories == ["salt, sweet"]


def test_links_in_braces_lead_to_posts_files_and_lists(tmp_path):
    text = (
        "Title: A\nTags: Fast Cars\n\n[b]({filename}/x/b.md#p) ![i]({static}images/i.png) [t]({tag}Fast%20Cars) "
        "[c](|category|misc) [n]({tag}none) [o](|filename|x/b.md) [f]({index}) `{tag}x`"
    )
    files = {"content/a.md": text, "content/x/b.md": "Title: B\n\nx", "content/images/i.png": "x"}
    html = by_id(site(tmp_path, files))["content/a.md"].html
    for address in ("source:content/x/b.md#p", "tag:fast cars", "category:misc", "/tag/none.html", "/"):
        assert f'href="{address}"' in html
    assert html.count("source:content/x/b.md") == 2
    assert 'src="images/i.png"' in html
    assert "<code>{tag}x</code>" in html


def test_code_names_its_language_in_its_first_line(tmp_path):
    text = (
        "Title: A\n\nLook:\n\n    :::python\n    x = 1\n\n    y = 2\n\n* point\n\n        #!sh\n        ls\n\n"
        "```\n:::js\nlet a\n```\n\n    #!/bin/sh\n    ls\n\n    plain\n"
    )
    html = only(site(tmp_path, {"content/a.md": text})).html
    assert '<pre data-language="python"><code>x = 1\n\ny = 2</code></pre>' in html
    assert '<pre data-language="sh" data-numbers><code>ls</code></pre>' in html
    assert '<pre data-language="js"><code>let a</code></pre>' in html
    assert "#!/bin/sh\nls\n\nplain" in html


def test_only_what_pelican_knows_is_rewritten(tmp_path):
    text = "Title: A\n\n[TOC]\n\nClasses such as [[:alnum:]] and {{ values }} stay. %%x%%\n"
    post = only(site(tmp_path, {"content/a.md": text}))
    assert post.html == "<p>Classes such as [[:alnum:]] and {{ values }} stay. %%x%%</p>\n"
    assert [problem.detail for problem in post.problems] == [
        "The mark [TOC] was left out: the site makes its own table of contents."
    ]


def test_lists_and_feeds_have_their_old_addresses(tmp_path):
    conf = CONF + "TAG_URL = 't/{slug}/'\nFEED_ALL_ATOM = None\nFEED_ALL_RSS = 'all.rss'\nTAGS_SAVE_AS = ''\n"
    blog = site(tmp_path, {"content/a.md": "Title: A\nTags: C++ now\n\nx"}, conf)
    found = {one.address: one.target for one in blog.redirects}
    assert found["/t/c-now/"] == "tag:c++ now"
    assert found["/category/misc.html"] == "category:misc"
    assert found["/author/ash.html"] == "author:Ash"
    assert found["/feeds/misc.atom.xml"] == "feed:category:misc"
    assert found["/all.rss"] == "feed:"
    assert found["/archives.html"] == "blog:"
    assert not {"/tags.html", "/feeds/all.atom.xml"} & set(found)


def test_html_with_a_title_is_a_post(tmp_path):
    page = (
        "<html><head><title>A page</title><meta name='tags' content='one, two'><meta name='date' "
        "content='2012-08-27 10:30'></head><body><p>Body</p></body></html>"
    )
    files = {"content/a.html": page, "content/images/frame.html": page, "content/b.md": POST}
    posts = by_id(site(tmp_path, files))
    assert set(posts) == {"content/a.html", "content/b.md"}
    post = posts["content/a.html"]
    assert (post.title, post.tags, post.addresses) == ("A page", ["one", "two"], ["/a-page.html"])
    assert post.html == "<p>Body</p>"


def test_what_the_settings_leave_out_is_left_out_and_named(tmp_path):
    conf = CONF + "ARTICLE_PATHS = ['blog']\nARTICLE_EXCLUDES = ['blog/private']\n"
    files = dict.fromkeys(("content/blog/a.md", "content/blog/private/b.md", "content/c.md"), POST)
    blog = site(tmp_path, files, conf)
    assert set(by_id(blog)) == {"content/blog/a.md"}
    assert {problem.source for problem in blog.problems} == {"content/blog/private/b.md", "content/c.md"}


def test_titles_that_a_program_would_spell_in_other_letters_are_told(tmp_path):
    blog = site(tmp_path, {"content/a.md": "Title: Привет мир\n\nx"})
    assert only(blog).addresses == ["/привет-мир.html"]
    assert [problem.kind for problem in blog.problems] == ["aliases"]


def test_other_languages_have_addresses_of_their_own(tmp_path):
    files = {
        "content/a.md": "Title: A\nSlug: a\nLang: en\n\nx",
        "content/a-fr.md": "Title: A\nSlug: a\nLang: fr\n\nx",
    }
    posts = by_id(site(tmp_path, files))
    assert posts["content/a.md"].addresses == ["/a.html"]
    assert (posts["content/a-fr.md"].addresses, posts["content/a-fr.md"].language) == (["/a-fr.html"], "fr")


def test_settings_are_read_and_never_run():
    program = (
        "import os\nA = 'a'\nB = A + 'b'\nC = os.system('x')\nD: str = 'd'\nE = [A, 1]\nif A:\n    F = 1\n"
    )
    assert assigned(program + "A = f()\n") == {"B": "ab", "D": "d", "E": ["a", 1]}
    assert assigned("print 'old'\nSITENAME = u'S'\nX = (\n") == {"SITENAME": "S"}


@pytest.mark.parametrize(
    "conf",
    [
        "A = 'x' * 10**9\n" + "".join(f"A{n} = A{n - 1} + A{n - 1}\n" for n in range(1, 50)),
        "SITENAME = 'S'\nA0 = 'xxxxxxxx'\n" + "".join(f"A{n} = A{n - 1} + A{n - 1}\n" for n in range(1, 50)),
        "SITENAME = " + "[" * 5000,
        "SITENAME = " + "+".join(["'a'"] * 20000),
        "SITENAME = 'S'\nFILENAME_METADATA = '(?P<slug>(a+)+)$'",
        "SITENAME = 'S'\nFILENAME_METADATA = '(?P<slug>['",
        "SITENAME = 'S'\nFILENAME_METADATA = r'(\\w+-?)+!'",
        "SITENAME = 'S'\nA = {[1]: 2}",
        "SITENAME = 'S'\nARTICLE_URL = '{date:%9999999999Y}/{slug}'\n",
    ],
)
def test_hostile_settings_cost_little_and_no_post(tmp_path, conf):
    files = {"content/" + "a" * 60 + "b.md": POST}
    blog = site(tmp_path, files, conf + "\nTHEME = 'x'\n" if "[[" not in conf else "THEME = 'x'\n" + conf)
    assert only(blog).title.startswith("On C++")
