"""Conditions, loops, variables and includes of Liquid in Jekyll's posts."""

import pytest

from porting.readers.markdown.liquid.flow import Flow
from porting.readers.markdown.liquid.values import Known
from tests.porting.readers.markdown.site import by_id, kinds, only, read

POST = "---\ntitle: One\nlevel: 3\ncolours: [red, green]\n---\n\n"
CONFIG = "title: Site\nshop: true\nlinks:\n  - {name: Ann, url: /ann}\n  - {name: Bo, url: /bo}\n"


def post(tmp_path, text: str, **files: str):
    written = {"_config.yml": CONFIG, "_posts/2020-01-02-one.md": POST + text, **files}
    return only(read(tmp_path, "jekyll", written))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("{% if site.shop %}Open{% else %}Closed{% endif %}", "<p>Open</p>"),
        ("{% unless site.shop %}Closed{% else %}Open{% endunless %}", "<p>Open</p>"),
        ("{% if page.level > 2 and page.title == 'One' %}Yes{% endif %}", "<p>Yes</p>"),
        ("{% if page.level == 1 %}a{% elsif page.level == 3 %}b{% else %}c{% endif %}", "<p>b</p>"),
        ("{% if page.colours contains 'red' %}Red{% endif %}", "<p>Red</p>"),
        ("{% if page.nothing == nil or page.level < 1 %}None{% endif %}", "<p>None</p>"),
        ("{% case page.level %}{% when 1, 2 %}low{% when 3 %}three{% else %}?{% endcase %}", "<p>three</p>"),
        ("{% for c in page.colours %}{{ forloop.index }}{{ c }}{% unless forloop.last %}, {% endunless %}"
         "{% endfor %}", "<p>1red, 2green</p>"),
        ("{% for one in site.links reversed %}[{{ one.name }}]({{ one.url }}) {% endfor %}",
         '<a href="/bo">Bo</a> <a href="/ann">Ann</a>'),
        ("{% for i in (1..3) %}{{ i | times: 2 }} {% endfor %}", "<p>2 4 6</p>"),
        ('{% assign numbers = "7,8" | split: "," %}{% for n in numbers %}#{{ n }} {% endfor %}', "#7 #8"),
        ('{% assign base = site.baseurl | append: "/files" %}[x]({{ base }}/a.pdf)', 'href="/files/a.pdf"'),
        ('{{ page.colours | join: " and " | upcase }}', "<p>RED AND GREEN</p>"),
        ('{{ page.title | append: "\'s | way" }}', "<p>One\u2019s | way</p>"),
        ("word {%- if true -%} s {%- endif -%} end", "<p>words" ),
        ("{%-if page.level==3-%}Yes{%-endif-%}", "<p>Yes</p>"),
        ('{{ "2020-03-04" | date: "%d.%m.%Y" }}', "<p>04.03.2020</p>"),
        ("{% for item in site.data.team.people %}{{ item.name }};{% endfor %}", "<p>Cy;Di;</p>"),
    ],
)  # fmt: skip
def test_what_was_decided_while_the_site_was_built_is_decided(tmp_path, written, expected):
    data = {"_data/team/people.yml": "- {name: Cy}\n- {name: Di}\n"}
    found = post(tmp_path, written, **data)
    assert expected in found.html
    assert "liquid" not in kinds(found)


def test_marks_that_take_white_space_away_leave_paragraphs_apart(tmp_path):
    found = post(tmp_path, "One {%- if true -%} \n two {%- endif -%}\n\nThree")
    assert found.html == "<p>Onetwo</p>\n<p>Three</p>\n"


def test_raw_that_is_never_closed_is_no_text(tmp_path):
    assert "raw" not in post(tmp_path, "One\n\n{% raw %}\n```liquid\n{{ x }}\n```\n").html
    within = "One\n\n{% raw %}\n    code {% endraw %}\n\n{% raw %}\nTwo {{ x }}\n{% endraw %}"
    assert "raw" not in post(tmp_path, within).html


def test_a_condition_nobody_can_decide_keeps_all_its_branches_and_is_reported(tmp_path):
    found = post(tmp_path, "{% if site.pages.size > 3 %}Many{% else %}Few {{ page.title }}{% endif %}")
    assert "ManyFew One" in found.html
    assert "liquid" in kinds(found)


LONG = "{% assign a = 'xxxxxxxxxx' %}" + "{% assign a = a | append: a %}" * 14
MANY = "{% assign a = (1..1000) %}" + "{% assign a = a | concat: a %}" * 3


@pytest.mark.parametrize(
    "written",
    [
        "{% if site.shop %}open",
        "{% endif %} a {% endfor %}",
        "{% for a in (1..99999999) %}{% for b in (1..99999999) %}x{% endfor %}{% endfor %}",
        "{% if a.b[ %}x{% endif %}{{ a..b | | x }}{{ '' | split: | first: 3, }}",
        "{% assign x = 'a' %}" + "{% assign x = x | append: x %}" * 60 + "{{ x | size }}",
        "{% if true %}" * 200 + "deep" + "{% endif %}" * 200,
        "{% for a in page.colours limit:x offset:-5 %}{{ a }}{% endfor %}{{ 1 | divided_by: 0 }}",
        "{% include loop.html %}",
        "{% capture a %}xy{% endcapture %}"
        + "{% capture a %}{{ a }}{{ a }}{% endcapture %}" * 60
        + "{{ a }}" * 500,
        "{% for a in (1..1000) %}" + "long " * 5000 + "{% endfor %}",
        "{{ 5 | round: -100000000000 }}",
        LONG + "{% assign b = a | replace: 'x', a %}{{ b | size }}",
        LONG + "{% assign b = a | split: '' %}{% assign b = b | concat: b %}{{ b | join: a }}",
        LONG
        + "{% assign b = '' | split: '' %}"
        + "{% assign b = b | push: a %}" * 9
        + "{% assign b = b | concat: b %}" * 9
        + "{{ b }}",
        "{% assign a = (1..2) %}" + "{% assign a = a | push: a | push: a %}" * 60 + "{{ a }}",
        LONG
        + "{{ a }}" * 13
        + "".join(f"{{% for i{at} in (1..2) %}}" for at in range(40))
        + "{% endfor %}" * 40,
        "{% capture a %}" * 40 + "x" * 200_001 + "{% endcapture %}" * 40 + "{{ a }}",
        MANY + "{% for i in (1..900) %}" + "{% assign z = a | uniq | sort %}" * 900 + "{% endfor %}",
        "{% for i in (1..page.title) %}{{ i }}{% endfor %}{% if page.level contains 'x' %}y{% endif %}",
    ],
)
def test_broken_and_endless_liquid_ends(tmp_path, written):
    found = post(
        tmp_path, "Begin\n\n" + written, **{"_includes/loop.html": "<b>x</b>{% include loop.html %}"}
    )
    assert "Begin" in found.html
    assert "{%" not in found.html
    assert len(found.html) < 5_000_000


def test_an_include_in_itself_below_many_blocks_costs_the_post_no_more_than_itself(tmp_path):
    deep = "{% if true %}" * 38 + "x{% include deep.html %}" + "{% endif %}" * 38
    found = post(tmp_path, f"Begin\n\n{deep}\n\n*End*", **{"_includes/deep.html": deep})
    assert "Begin" in found.html
    assert "<em>End</em>" in found.html
    assert [problem.detail for problem in found.problems if "deep.html" in problem.detail]


def test_white_space_without_end_is_read(tmp_path):
    wide = "{% a" + " " * 3000 + "x {% " + "a" * 90_000 + " {{ a" + " " * 3000
    assert "Begin" in post(tmp_path, "Begin\n\n" + wide * 5).html


@pytest.mark.parametrize(
    "piece",
    [
        "{% if x ",
        "{{ x ",
        "{% if x %}",
        "{% for a in (1..9) %}",
        "{% capture x %}a",
        "{% comment %}endcomment",
        "{% raw %}endraw",
        "{% note %}endnote",
        "{% details endraw",
        "\n{% highlight x %}endhighlight",
        "{% highlight" + " " * 2000,
    ],
)
def test_a_long_text_of_nothing_but_begins_is_read(tmp_path, piece):
    assert "Begin" in post(tmp_path, "Begin\n\n" + piece * (250_000 // len(piece))).html


def test_an_include_is_built_from_the_sites_own_template(tmp_path):
    note = '<a href="#f{{ include.n }}"><sup>[{{ include.n }}]</sup></a>'
    box = (
        '<div class="box">\n\n    {% if include.title %}<h4>{{ include.title }}</h4>{% endif %}\n'
        "    {{ include.text | markdownify }}\n  {% comment %} no {% endcomment %}\n</div>\n"
    )
    found = post(
        tmp_path,
        'Words {%- include fn.html n=1 -%} go on\n\n{% include box.html title="T" text="*so* it is" %}\n\nEnd',
        **{"_includes/fn.html": note, "_includes/box.html": box},
    )
    assert '<p>Words<a href="#f1"><sup>[1]</sup></a>go on</p>' in found.html
    assert "<h4>T</h4>\n<em>so</em> it is\n</div>" in found.html
    assert "<pre>" not in found.html
    assert "liquid" not in kinds(found)


def test_a_template_that_asks_for_what_only_jekyll_knows_leaves_its_texts(tmp_path):
    found = post(
        tmp_path,
        '{% include toc.html html=content title="Kept" %}',
        **{"_includes/toc.html": "{% assign parts = content | split: '<h' %}<nav>{{ parts | size }}</nav>"},
    )
    assert "Kept" in found.html
    assert "<nav>" not in found.html
    assert "liquid" in kinds(found)


def test_a_file_beside_the_post_is_part_of_it_and_its_code_is_code(tmp_path):
    files = {
        "_posts/2020-01-02-one.md": POST + "Before\n\n{% include_relative part.md %}\n\nAfter",
        "_posts/part.md": "## Head of {{ page.title }}\n\n```\n{{ code }}\n```\n",
    }
    found = by_id(read(tmp_path, "jekyll", files))["_posts/2020-01-02-one.md"]
    assert "<h2>Head of One</h2>" in found.html
    assert "<code>{{ code }}</code>" in found.html


@pytest.mark.parametrize(
    "written",
    [
        "include ../../../etc/passwd",
        "include ../_drafts/plan.md",
        "include /_drafts/plan.md",
        "include_relative ../_drafts/plan.md",
        "include_relative ../../secret.md",
        "include_relative ../_config.yml",
    ],
)
def test_no_include_reads_outside_of_its_folder(tmp_path, written):
    files = {"_config.yml": CONFIG, "_drafts/plan.md": "Secret", "secret.md": "Secret"}
    files["_posts/2020-01-02-one.md"] = POST + f"a {{% {written} %}} c"
    found = by_id(read(tmp_path, "jekyll", files))["_posts/2020-01-02-one.md"]
    assert not any(word in found.html for word in ("root:", "Secret", "shop"))
    assert "liquid" in kinds(found)


@pytest.mark.parametrize("folder", ["parts/", "./parts", "parts"])
def test_a_site_may_call_its_folder_of_includes_as_it_likes(tmp_path, folder):
    files = {"_config.yml": f"includes_dir: {folder}\n", "parts/inner/one.html": "<b>From a part</b>"}
    files["_posts/2020-01-02-one.md"] = POST + "a {% include inner/one.html %} c"
    assert "<b>From a part</b>" in only(read(tmp_path, "jekyll", files)).html


def test_what_an_include_assigns_is_known_behind_it(tmp_path):
    include = "{% assign a = 'b' %}{% capture base %}{{ page.assets | relative_url }}{% endcapture %}"
    files = {
        "_includes/setup.html": include + "{% assign x = include.given %}",
        "_includes/fig.html": '<img src="{{ base }}/{{ include.file }}.svg" alt="A">',
        "_posts/2020-01-02-one.md": "---\nassets: /assets/one\n---\n{% include setup.html given='g' %}\n\n"
        '{% include fig.html file="f" %}\n\n{{ a }} {{ x }} <img src="{{ base }}/g.png" alt="B">',
    }
    html = only(read(tmp_path, "jekyll", files)).html
    assert '<img src="/assets/one/f.svg" alt="A">' in html
    assert 'b g <img src="/assets/one/g.png" alt="B">' in html


def test_what_a_collection_holds_may_be_listed(tmp_path):
    name = "{{ topic.shortname | default: topic.title }}"
    include = f"{{% for topic in site.topics %}}\n[topic {name}]: {{{{ topic.url }}}}\n{{%- endfor %}}"
    files = {
        "_config.yml": "collections: {topics: {output: true, permalink: '/t/:title/'}}",
        "_includes/references.md": include + "\n[ext]: https://x.example/{{ jekyll.environment }}\n",
        "_topics/one.md": "---\ntitle: One\nshortname: first\n---\nx",
        "_topics/two.md": "---\ntitle: Two\n---\nx",
        "_topics/not.md": "---\ntitle: Not\npublished: false\n---\nx",
        "_posts/2020-01-02-one.md": "---\ntitle: P\n---\n[A][topic first] [B][topic Two] [C][ext] [D][topic Not]\n\n"
        "{% include references.md %}",
    }
    html = by_id(read(tmp_path, "jekyll", files))["_posts/2020-01-02-one.md"].html
    assert (
        '<a href="/t/one/">A</a> <a href="/t/two/">B</a> <a href="https://x.example/production">C</a>' in html
    )
    assert "[D]" in html


def test_things_are_listed_in_groups(tmp_path):
    text = "{% assign all = page.things | group_by: 'kind' %}"
    text += "{% for one in all %}{{ one.name }}: {{ one.size }}. {% endfor %}"
    header = "---\nthings: [{kind: a}, {kind: b}, {kind: a}]\n---\n"
    assert "a: 2. b: 1." in only(read(tmp_path, "jekyll", {"_posts/2020-01-02-one.md": header + text})).html


@pytest.mark.parametrize(
    "field", ["published: false", "draft: true", "date: 2999-01-01", "password: x", "status: private"]
)
def test_what_was_not_public_stands_in_no_list(tmp_path, field):
    files = {
        "_config.yml": "collections: {topics: {output: true}}",
        "_topics/one.md": f"---\ntitle: Secret\nabout: Hush\n{field}\n---\nx",
        "_posts/2020-01-02-one.md": "---\ntitle: P\n---\nList: "
        "{% for one in site.topics %}{{ one.title }}{{ one.about }}{% endfor %}",
    }
    html = by_id(read(tmp_path, "jekyll", files))["_posts/2020-01-02-one.md"].html
    assert html.strip() == "<p>List:</p>"


@pytest.mark.parametrize(
    "text",
    [
        "{% if site.things %}y{% endif %}" * 300,
        "{% assign a = site.things %}" * 300,
        "{% assign a = site.things.last %}" + "{% if site.things contains a %}y{% endif %}" * 300,
        "{% case site.things %}{% when 1 %}y{% when site.things %}y{% endcase %}" * 300,
        "{% assign a = site.things | group_by: 'words' %}" * 300,
        "{% assign a = site.things | uniq %}" * 300,
        "{% for a in site.table limit:0 %}{% endfor %}" * 300,
    ],
)
def test_a_long_list_is_looked_at_only_so_often(text):
    things = [Known({"words": ["a", "b"], "path": f"{number}.md"}) for number in range(10_000)]
    flow = Flow(Known({"site": Known({"things": things, "table": dict.fromkeys(map(str, range(10_000)))})}))
    assert "{%" in flow.build(text)


def test_each_post_of_a_list_is_like_no_other():
    things = [Known({"title": "One"}), Known({"title": "One"})]
    flow = Flow(Known({"things": [*things, things[0]]}))
    assert flow.build("{% assign a = things | uniq %}{{ a | size }}") == "2"
