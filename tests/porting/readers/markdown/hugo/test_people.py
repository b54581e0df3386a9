"""Who writes for a Hugo site."""

from tests.porting.readers.markdown.site import read

CONFIG = 'baseURL = "https://www.old.example/"\n'
POST = "---\ntitle: One\ndate: 2020-01-02\n---\n\nText"
PNG = b"\x89PNG"


def test_the_author_of_the_settings_comes_with_all_that_is_said_of_them(tmp_path):
    about = (
        "[params.author]\nname = 'Ann Ash'\nimage = 'img/ann.jpg'\nheadline = 'Gardener'\n"
        "links = [{ github = 'https://github.com/ann' }, { mastodon = 'https://social.example/@ann' }]\n"
    )
    blog = read(tmp_path, "hugo", {"hugo.toml": CONFIG + about, "content/posts/a.md": POST})
    assert blog.posts[0].authors == ["Ann Ash"]
    author = blog.authors["Ann Ash"]
    assert (author.portrait, author.bio) == ("img/ann.jpg", "<p>Gardener</p>")
    assert author.links == [("github", "https://github.com/ann"), ("mastodon", "https://social.example/@ann")]


def test_a_nameless_author_of_the_settings_is_nobody(tmp_path):
    files = {"hugo.toml": CONFIG + "[params.author]\nemail = 'a@a.example'\n", "content/posts/a.md": POST}
    assert read(tmp_path, "hugo", files).authors == {}


def test_a_portrait_lies_beside_the_text_about_an_author(tmp_path):
    files = {
        "hugo.toml": CONFIG,
        "content/authors/ann/_index.md": "---\ntitle: Ann Ash\nrole: Gardener\n---\n",
        "content/authors/ann/avatar.png": PNG,
        "content/posts/a.md": POST.replace("title", "authors: [ann]\ntitle"),
    }
    author = read(tmp_path, "hugo", files).authors["ann"]
    assert (author.name, author.job_title, author.portrait) == (
        "Ann Ash",
        "Gardener",
        "/authors/ann/avatar.png",
    )


def test_an_author_among_the_parameters_of_a_post_is_not_named_as_left_over(tmp_path):
    header = "params:\n  author: Ann Ash\n  mood: fine\ntitle"
    files = {"hugo.toml": CONFIG, "content/posts/a.md": POST.replace("title", header)}
    post = read(tmp_path, "hugo", files).posts[0]
    assert post.authors == ["Ann Ash"]
    assert post.kept == {"params": {"mood": "fine"}}
