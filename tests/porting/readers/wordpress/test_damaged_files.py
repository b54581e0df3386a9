"""Damaged and hostile exports: what can be read is read, and nothing else happens."""

from __future__ import annotations

import tracemalloc

import pytest

from porting.document import State
from porting.packages import Package
from porting.readers import ReadError
from porting.readers.wordpress import WordPressReader
from tests.patience import patience

from .conftest import Reads, item, meta, wxr


def kinds(blog: object) -> list[str]:
    return [problem.kind for problem in blog.problems]


def bomb(levels: int = 12) -> str:
    """Entities that would grow to 10 to the power of ``levels`` characters."""
    lines = ['<!ENTITY a0 "lol">'] + [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, levels)]
    return f"<!DOCTYPE rss [{''.join(lines)}]>"


@pytest.mark.parametrize("place", ["<title>&a11;</title>", '<category domain="&a11;">x</category>'])
def test_entities_that_multiply_are_never_expanded(read: Reads, place: str) -> None:
    source = wxr(item()).replace("<rss", bomb() + "<rss", 1).replace("<title>Notes</title>", place)
    with patience():
        blog = read(source)
    assert len(blog.posts) == 1
    assert "xml" in kinds(blog)
    assert len(blog.title) < 100


def test_an_external_entity_is_not_opened(read: Reads, tmp_path: object) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("do not tell")
    declared = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{secret}">]>'
    source = wxr(item()).replace("<rss", declared + "<rss", 1).replace("Notes", "&x;")
    blog = read(source)
    assert "do not tell" not in repr(blog)


def test_an_external_document_type_is_passed_over(read: Reads) -> None:
    source = wxr(item()).replace("<rss", '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd"><rss', 1)
    assert [post.title for post in read(source).posts] == ["First"]


def test_a_truncated_file_gives_the_entries_before_the_break(read: Reads) -> None:
    whole = wxr(item(post_id="1"), item(post_id="2", title="Second"), item(post_id="3", title="Third"))
    blog = read(whole[: whole.index("Third") + 40])
    assert {"First", "Second"} <= {post.title for post in blog.posts}
    problem = next(p for p in blog.problems if p.kind == "unreadable")
    assert "3" in problem.detail


def test_an_entry_that_lost_its_state_is_not_made_public(read: Reads) -> None:
    whole = wxr(item(), item("<p>Secret words.</p>", post_id="2", status="private", title="Second"))
    blog = read(whole[: whole.index("Secret words") + 20])
    assert [post.state.value for post in blog.posts] == ["published", "draft"]


def test_control_characters_are_left_out(read: Reads) -> None:
    blog = read(wxr(item("<p>a\x00b\x08c\x0bd</p>")))
    assert "<p>abcd</p>" in blog.posts[0].html
    assert "encoding" in kinds(blog)


def test_wrong_bytes_are_read_as_windows_1252(read: Reads) -> None:
    blog = read(
        wxr(item("<p>caf@ @quoted@</p>")).encode().replace(b"caf@ @quoted@", b"caf\xe9 \x93quoted\x94")
    )
    assert "café “quoted”" in blog.posts[0].html
    assert "encoding" in kinds(blog)


def test_a_declared_encoding_is_followed(read: Reads) -> None:
    source = wxr(item("<p>Żółw</p>")).replace("UTF-8", "ISO-8859-2").encode("iso-8859-2")
    assert "Żółw" in read(source).posts[0].html


def test_utf_16_is_understood(read: Reads) -> None:
    assert "Żółw" in read(wxr(item("<p>Żółw</p>")).encode("utf-16")).posts[0].html


def test_what_a_server_printed_before_the_export_is_passed_over(read: Reads) -> None:
    assert len(read("\n\n<b>Warning</b>: headers already sent\n" + wxr(item())).posts) == 1


def test_entities_of_html_and_loose_ampersands_are_understood(read: Reads) -> None:
    blog = read(wxr(item()).replace("On things", "Salt &amp; pepper &hellip; this & that"))
    assert blog.description == "Salt & pepper … this & that"
    assert len(blog.posts) == 1


@pytest.mark.parametrize("end", ["]]></content:encoded>", "]]>\n\t\t</content:encoded>"])
def test_scripts_with_cdata_of_their_own_end_neither_their_post_nor_the_file(read: Reads, end: str) -> None:
    script = "<script>\n// <![CDATA[\nvar a = 1;\n// ]]>\n</script>\n<p>a]]>b & c</p>\n"
    first = item("HERE<p>Words after.</p>").replace("HERE", script)
    second = item("<p>Other words.</p>", post_id="2", title="Second")
    blog = read(wxr(first, second, item(post_id="3", title="Third")).replace("]]></content:encoded>", end))
    assert [post.title for post in blog.posts] == ["First", "Second", "Third"]
    assert "<p>a]]&gt;b &amp; c</p>" in blog.posts[0].html
    assert "<p>Words after.</p>" in blog.posts[0].html
    problem = next(p for p in blog.problems if p.kind == "unreadable")
    assert "3 of about 3" in problem.detail


def test_a_file_of_nothing_but_ends_of_sections_costs_no_time(read: Reads) -> None:
    with patience():
        blog = read(wxr(item("HERE")).replace("HERE", "]]>\n" * 300_000))
    assert len(blog.posts) == 1


def test_a_section_of_cdata_that_goes_on_in_another_is_one(read: Reads) -> None:
    damaged = wxr(item("<p>a]]>b</p>"), item("<p>c</p>", post_id="2")).replace("Notes", "Salt & pepper")
    assert [post.html for post in read(damaged).posts] == ["<p>a]]&gt;b</p>", "<p>c</p>"]


def test_an_entry_without_title_and_number_is_kept(read: Reads) -> None:
    source = wxr("<item><link>https://old.example/x/</link><content:encoded>Words</content:encoded></item>")
    (post,) = read(source).posts
    assert (post.title, post.source_id, post.html) == ("", "https://old.example/x/", "<p>Words</p>")


def test_entries_with_one_number_but_different_words_are_all_kept(read: Reads) -> None:
    blog = read(
        wxr(item(post_id="5"), item(post_id="5", title="Other", post_name="other"), item(post_id="5"))
    )
    assert [(post.source_id, post.title) for post in blog.posts] == [("5", "First"), ("5-other", "Other")]


def test_an_address_belongs_to_the_public_post_that_names_it(read: Reads) -> None:
    link = "https://old.example/?p=5"
    blog = read(wxr(item(post_id="4", link=link, status="draft"), item(post_id="5", title="B", link=link)))
    assert [link in (*post.addresses, *post.aliases) for post in blog.posts] == [False, True]


def test_pages_in_a_circle_stand_at_the_top(read: Reads) -> None:
    blog = read(
        wxr(
            item(post_id="1", post_type="page", post_parent="2"),
            item(post_id="2", title="B", post_type="page", post_parent="1"),
        )
    )
    assert any(page.parent == "" for page in blog.posts)
    assert any(problem.kind == "parent" for page in blog.posts for problem in page.problems)


def test_a_body_nested_without_end_does_not_stop_the_import(read: Reads) -> None:
    deep = "<div>" * 5000 + "deep" + "</div>" * 5000
    blocks = "<!-- wp:group -->" * 3000 + "inside" + "<!-- /wp:group -->" * 3000
    codes = "[su_box a=1]" * 300 + "within" + "[/su_box]" * 300
    blog = read(wxr(item(deep), item(blocks, post_id="2"), item(codes, post_id="3", title="Third")))
    assert ["deep" in blog.posts[0].html, "inside" in blog.posts[1].html, "within" in blog.posts[2].html] == [
        True
    ] * 3


def test_a_shared_block_that_shows_itself_ends(read: Reads) -> None:
    loop = '<!-- wp:paragraph --><p>Once</p><!-- /wp:paragraph --><!-- wp:block {"ref":9} /-->'
    blog = read(wxr(item('<!-- wp:block {"ref":9} /-->'), item(loop, post_id="9", post_type="wp_block")))
    assert "Once" in blog.posts[0].html


@pytest.mark.parametrize("source", ["", "hello", "<html><body>wordpress.org/export/</body></html>", wxr()])
def test_what_is_no_export_is_refused_in_a_sentence(read: Reads, source: str) -> None:
    with pytest.raises(ReadError, match="no WordPress export"):
        read(source)


def test_files_of_two_blogs_are_not_mixed(read: Reads) -> None:
    with pytest.raises(ReadError, match="different blogs"):
        read({"a.xml": wxr(item()), "b.xml": wxr(item(), base="https://other.example")})


def test_a_split_export_is_put_together(read: Reads) -> None:
    blog = read({"a.xml": wxr(item()), "b.xml": wxr(item(post_id="2", title="Second"), item(), top="")})
    assert [post.title for post in blog.posts] == ["First", "Second"]
    assert "duplicate" in kinds(blog)


@pytest.mark.parametrize("version", ["1.0", "1.1", "1.2", "1.3"])
def test_every_version_is_read(read: Reads, version: str) -> None:
    (post,) = read(wxr(item(), version=version)).posts
    assert (post.title, post.state.value, post.slug) == ("First", "published", "first")


def test_an_export_is_recognised_by_what_it_says(tmp_path: object) -> None:
    path = tmp_path / "anything.xml"
    path.write_text(wxr(item()))
    assert WordPressReader().recognises(Package.open(path)) == 1.0
    path.write_text("<rss><channel><title>A feed</title></channel></rss>")
    assert WordPressReader().recognises(Package.open(path)) == 0.0


def test_a_large_file_is_read_in_bounded_memory(read: Reads) -> None:
    junk = meta("_junk", "x" * 1_000_000)
    source = wxr(*(item(post_id=str(n), title=f"Post {n}", extra=junk) for n in range(40))).encode()
    tracemalloc.start()
    try:
        blog = read(source)
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(blog.posts) == 40
    assert peak < len(source) / 4


def test_a_file_a_browser_laid_out_anew_says_the_same(read: Reads) -> None:
    mention = '<category domain="post_tag" nicename="hills"><![CDATA[Hills]]></category>'
    remark = (
        "<wp:comment><wp:comment_id>4</wp:comment_id><wp:comment_approved><![CDATA[1]]></wp:comment_approved>"
    )
    remark += "<wp:comment_content><![CDATA[Lovely.]]></wp:comment_content></wp:comment>"
    extra = mention + meta("_yoast_wpseo_title", "Walks") + remark
    plain = wxr(item(extra=extra), item(post_id="2", title="Second", post_password=" a b "))
    laid_out = plain.replace("<![CDATA[", "\n<![CDATA[ ").replace("]]>", " ]]>\n")

    first, second = read(laid_out).posts
    wanted = read(plain).posts

    assert first.state is State.PUBLISHED
    assert (first.slug, first.date, first.authors, first.tags) == (
        wanted[0].slug,
        wanted[0].date,
        wanted[0].authors,
        wanted[0].tags,
    )
    assert (first.seo_title, first.comments, first.problems) == ("Walks", wanted[0].comments, [])
    assert (first.password, second.password, wanted[1].password) == ("", "a b", " a b ")


def test_a_file_that_was_cut_off_says_what_to_do(read: Reads) -> None:
    whole = wxr(item("<p>One.</p>"), item("<p>Two.</p>", post_id="2"), item("<p>Three.</p>", post_id="3"))
    blog = read(whole[: whole.index("Three.")])
    said = [problem.detail for problem in blog.problems if problem.kind == "unreadable"]
    assert len(said) == 1
    assert "ends in the middle" in said[0]
    assert "again" in said[0]
    assert [post.html for post in blog.posts][:2] == ["<p>One.</p>", "<p>Two.</p>"]


def test_a_file_with_an_end_is_not_said_to_have_none(read: Reads) -> None:
    blog = read(wxr(item("<p>a</p>")).replace("Notes", "Salt <pepper"))
    assert not [problem for problem in blog.problems if "ends in the middle" in problem.detail]
