"""Mathematics stays the text it was."""

from tests.porting.readers.markdown.site import by_id, read

POST = "---\ntitle: One\ndate: 2020-01-02\n---\n\n"
CONFIG = 'baseURL = "https://www.old.example/"\ntitle = "Site"\n'


def body(tmp_path, text: str, header: str = POST, **files: str) -> str:
    posts = read(tmp_path, "hugo", {"content/posts/one.md": header + text, **files})
    return by_id(posts)["content/posts/one.md"].html


def test_mathematics_is_not_read_as_markdown(tmp_path):
    html = body(tmp_path, "Let $a_1 * b_2 * c$ and \\(x_1\\_y\\)", POST.replace("title", "math: true\ntitle"))
    assert "$a_1 * b_2 * c$" in html
    assert "\\(x_1" in html


def test_mathematics_may_be_on_by_a_setting_with_parts_and_for_the_whole_site(tmp_path):
    header = POST.replace("title", "math:\n  enable: true\ntitle")
    assert "$a_1 * b_2 * c$" in body(tmp_path / "a", "Let $a_1 * b_2 * c$", header)
    site = {"hugo.toml": CONFIG + "[params.page.math]\nenable = true\n"}
    assert "$a_1 * b_2 * c$" in body(tmp_path / "b", "Let $a_1 * b_2 * c$", **site)
