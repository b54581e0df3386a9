"""What MDX adds to the Markdown of Docusaurus: components, tabs, imports."""

import pytest

from tests.porting.readers.markdown.site import kinds, only, read

POST = "---\ntitle: One\n---\n\n"


def body(tmp_path, text: str, name: str = "blog/2020-01-02-one.mdx", **files: str) -> str:
    return only(read(tmp_path, "docusaurus", {name: POST + text, **files})).html


def test_marks_imports_exports_and_comments_leave_no_trace(tmp_path):
    text = (
        "import Tabs from '@theme/Tabs';\nimport {\n  A,\n  B,\n} from './parts';\n"
        "\nexport const Big = ({children}) => (\n  <b>\n    {children}\n  </b>\n);\n\n"
        "Intro\n\n{/* truncate */}\n\n<!-- truncate -->\n\n{/* a\n comment */}\n\nText{' '}\nmore {`and this`}"
    )
    post = only(read(tmp_path, "docusaurus", {"blog/2020-01-02-one.mdx": POST + text}))
    assert post.html == "<p>Intro</p>\n<p>Text\nmore and this</p>\n"
    assert {"mdx-import", "mdx-export"} <= kinds(post)


def test_tabs_become_tabs(tmp_path):
    html = body(
        tmp_path,
        '<Tabs groupId="os">\n  <TabItem value="mac" label="macOS">\n\n'
        '    Use *brew*.\n\n    ```bash title="x.sh"\n    brew\n    ```\n\n'
        '  </TabItem>\n  <TabItem value="win">Use that.</TabItem>\n</Tabs>\n\nAfter',
    )
    assert '<div data-block="tabs" data-group="os">' in html
    assert (
        '<section data-item data-title="macOS">\n<p>Use <em>brew</em>.</p>\n'
        '<pre data-language="bash" data-title="x.sh"><code>brew</code></pre>'
    ) in html
    assert '<section data-item data-title="win">\n<p>Use that.</p>' in html
    assert html.endswith("</div>\n<p>After</p>\n")


def test_tabs_of_older_versions_have_their_labels(tmp_path):
    html = body(
        tmp_path,
        (
            "<Tabs defaultValue=\"a\" values={[{label: 'Apple', value: 'a'},]}>\n"
            '<TabItem value="a">\n\nx\n\n</TabItem>\n</Tabs>'
        ),
    )
    assert 'data-title="Apple"' in html


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            "<img src={require('./a.png').default} className=\"c\" style={{width: 3}} />",
            '<img src="./a.png" class="c">',
        ),
        ("<img src={useBaseUrl('/img/a.png')} alt='A' />", '<img src="/img/a.png" alt="A">'),
        (
            '<Figure src="/img/a.png" alt="Alt" caption="Some *words*" />',
            '<figure><img src="/img/a.png" alt="Alt"><figcaption>Some <em>words</em></figcaption></figure>',
        ),
        ('<YouTube id="abcdefghijk" />', 'data-url="https://www.youtube.com/watch?v=abcdefghijk"'),
        (
            '<LiteYouTubeEmbed\n  id="abcdefghijk"\n  params="x=1"\n  title="T"\n/>',
            'data-url="https://www.youtube.com/watch?v=abcdefghijk"',
        ),
        (
            "<ReactPlayer url='https://youtu.be/abcdefghijk' />",
            'data-url="https://www.youtube.com/watch?v=abcdefghijk"',
        ),
        ('<Tweet id="123456" />', 'data-url="https://x.com/i/status/123456"'),
        (
            "<ThemedImage alt=\"A\" sources={{light: useBaseUrl('/img/l.svg'), dark: useBaseUrl('/img/d.svg')}} />",
            '<img src="/img/l.svg" alt="A">',
        ),
        ('<Admonition type="tip" title="T">\n\nx\n\n</Admonition>', 'data-kind="tip" data-title="T"'),
        (
            '<CodeBlock language="jsx" title="a.jsx">{`const a = <b/>;`}</CodeBlock>',
            '<pre data-language="jsx" data-title="a.jsx"><code>const a = &lt;b/&gt;;</code></pre>',
        ),
        ('Go <Link to="/docs/x">to *x*</Link>.', '<a href="/docs/x">to <em>x</em></a>'),
        (
            '<img src="/a.png?b=1&amp;c" alt="&quot;A&quot;" />',
            '<img src="/a.png?b=1&amp;c" alt="&quot;A&quot;">',
        ),
        (':::info We\'re "here"\n\nx\n\n:::', 'data-title="We&#x27;re &quot;here&quot;"'),
        ("<details>\n<summary>More</summary>\n\nHidden *text*\n\n</details>", "<p>Hidden <em>text</em></p>"),
        ('<div className="row">\n  **bold**\n</div>', "<strong>bold</strong>"),
        ('<p align="center">Some **bold**</p>', '<p align="center">Some <strong>bold</strong></p>'),
    ],
)
def test_components_and_html_become_the_dialect(tmp_path, written, expected):
    assert expected in body(tmp_path, written)


def test_several_imports_in_one_line_leave_no_trace(tmp_path):
    text = "Text\n\nimport A from '@theme/A'; import b, { c } from './b';import './d.css'\n\nimport; import"
    post = only(read(tmp_path, "docusaurus", {"blog/2020-01-02-one.mdx": POST + text}))
    assert post.html == "<p>Text</p>\n<p>import; import</p>\n"
    assert [problem.kind for problem in post.problems] == ["mdx-import", "mdx-import"]


def test_an_imported_picture_has_its_address(tmp_path):
    assert '<img src="./a.png" alt="A">' in body(
        tmp_path, "import pic from './a.png';\n\n<Image src={pic} alt=\"A\" />"
    )


def test_unknown_components_keep_what_reads_and_are_reported(tmp_path):
    text = (
        '<Hero title="Big" image="/img/a.png" alt="A">\n\nText *in* it\n\n'
        '<Part label="Small" />\n\n</Hero>\n\nSome <Mark>words</Mark> here'
    )
    post = only(read(tmp_path, "docusaurus", {"blog/2020-01-02-one.mdx": POST + text}))
    for part in ("Big", '<img src="/img/a.png" alt="A">', "<em>in</em>", "Small", "Some words here"):
        assert part in post.html
    assert "jsx" in kinds(post)


@pytest.mark.parametrize(
    "text",
    [
        "<Open>\n\nText *one*\n\nmore",
        "Text *one*\n\n</Close>\n\nmore",
        "<A><B>Text *one*</A> more",
        "A < B and Text *one* {x more",
    ],
)
def test_unbalanced_jsx_loses_no_text(tmp_path, text):
    html = body(tmp_path, text)
    assert "<em>one</em>" in html
    assert "more" in html


def test_a_type_in_prose_stays_text(tmp_path):
    assert "Promise&lt;Value&gt; resolves" in body(tmp_path, "A Promise<Value> resolves")


def test_an_escaped_tag_is_text(tmp_path):
    assert "Fix &lt;this.Component /&gt; and &lt;View&gt;" in body(
        tmp_path, "Fix \\<this.Component /> and \\<View>"
    )


def test_code_is_never_touched(tmp_path):
    code = "import x from 'y'\n<Tabs>{/* c */}\n:::note\n"
    html = body(tmp_path, f"```jsx\n{code}```\n\n`<Tabs>{{x}}`")
    assert "import x from 'y'\n&lt;Tabs&gt;{/* c */}\n:::note" in html
    assert "<code>&lt;Tabs&gt;{x}</code>" in html


def test_quotations_say_whose_they_are(tmp_path):
    html = body(tmp_path, '<Quote author="Ann" source="Mills, 1901">\n  Water *runs*.\n</Quote>')
    assert (
        "<blockquote>\n<p>Water <em>runs</em>.</p>\n<footer>Ann <span data-role>Mills, 1901</span></footer>"
        in html
    )


def test_steps_are_the_list_in_them(tmp_path):
    post = only(
        read(
            tmp_path,
            "docusaurus",
            {"blog/2020-01-02-one.mdx": POST + "<Steps>\n\n1. One\n2. Two\n\n</Steps>"},
        )
    )
    assert post.html.startswith("<ol>\n<li>One</li>")
    assert kinds(post) == set()


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ('<Imgix src="https://site.imgix.example/mill.jpg?w=2" alt="A mill" sizes="50vw" />',
         "https://site.imgix.example/mill.jpg?w=2"),
        ('<CloudinaryImage cloudName="ann" publicId="blog/mill" alt="A mill" />',
         "https://res.cloudinary.com/ann/image/upload/blog/mill"),
        ('<StaticImage src="./mill.png" alt="A mill" />', "./mill.png"),
    ],
)  # fmt: skip
def test_pictures_of_services_and_frameworks_are_pictures(tmp_path, written, address):
    post = only(read(tmp_path, "docusaurus", {"blog/2020-01-02-one.mdx": POST + written}))
    assert f'<img src="{address}" alt="A mill">' in post.html
    assert "jsx" not in kinds(post)


def test_a_picture_known_by_name_only_is_reported(tmp_path):
    post = only(
        read(tmp_path, "docusaurus", {"blog/2020-01-02-one.mdx": POST + '<CldImage publicId="mill" />'})
    )
    assert "jsx" in kinds(post)
