"""Texts that posts of MDX take from other files."""

from tests.porting.readers.markdown.site import by_id, kinds, read

POST = "---\ntitle: One\n---\n\n"
NAME = "blog/2020-01-02-one.mdx"


def test_an_imported_text_stands_where_it_is_used(tmp_path):
    text = (
        "import Part from './_part.mdx';\nimport Far from '@site/shared/far.md';\n\nBefore\n\n<Part />\n\n"
        "<Far name='x' />\n\n```jsx\n<Part />\n```\n"
    )
    part = (
        "---\ntitle: no\n---\nimport Inner from './_inner.md';\n\n:::tip\n\nA **part**\n\n:::\n\n<Inner />\n"
    )
    files = {
        "docusaurus.config.js": "",
        NAME: POST + text,
        "blog/_part.mdx": part,
        "blog/_inner.md": "Within\n\n    code\n",
        "shared/far.md": "From afar\n",
    }
    post = by_id(read(tmp_path, "docusaurus", files))[NAME]
    assert "<p>A <strong>part</strong></p>\n</aside>" in post.html
    assert "<p>Within</p>" in post.html
    assert "<p>From afar</p>" in post.html
    assert "&lt;Part /&gt;" in post.html
    assert kinds(post) == set()


def test_a_text_that_takes_in_itself_ends(tmp_path):
    loop = "import Part from './_part.mdx';\n\nAgain\n\n<Part />\n"
    files = {"docusaurus.config.js": "", NAME: POST + loop, "blog/_part.mdx": loop}
    post = by_id(read(tmp_path, "docusaurus", files))[NAME]
    assert post.html.count("Again") == 2


def test_texts_that_would_grow_without_end_are_left_out(tmp_path):
    def taking(*names: str) -> str:
        heads = "".join(f"import P{name} from './_{name}.mdx';\n" for name in names)
        return (
            heads
            + "\n"
            + "\n\n".join(f"<P{name} />" for name in names for _ in range(90))
            + "\n\nLong words\n"
        )

    files = {f"blog/_{name}.mdx": taking(*(other for other in "abc" if other != name)) for name in "abc"}
    files |= {"docusaurus.config.js": "", NAME: POST + taking("a")}
    assert len(by_id(read(tmp_path, "docusaurus", files))[NAME].html) < 2_000_000


def test_an_imported_text_that_is_not_there_is_told(tmp_path):
    text = "import Part from '../../../_part.mdx';\n\n<Part />\n\nText\n"
    post = by_id(read(tmp_path, "docusaurus", {"docusaurus.config.js": "", NAME: POST + text}))[NAME]
    assert {"mdx-import", "jsx"} <= kinds(post)
