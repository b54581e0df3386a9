"""Sites of VitePress made for tests, and what became of their pages."""

from tests.porting.readers.markdown.site import by_id, read

POST = "---\ntitle: The Mill\ndate: 2020-01-02\n---\n"


def text_of(tmp_path, text, **files):
    given = {".vitepress/config.mts": "", "posts/mill.md": POST + text}
    return by_id(read(tmp_path, "markdown", given | files))["posts/mill.md"]


def blog_of(tmp_path, config, *files, place=".vitepress/config.ts", **more):
    """A site whose files are named; each is a post."""
    given = {name: POST + f"Text of {name}" for name in files}
    return read(tmp_path, "markdown", {place: config} | given | more)


def states(blog):
    return {post.source_id: post.state.value for post in blog.posts}


def hidden(blog):
    return [problem.source for problem in blog.problems if problem.kind == "hidden"]
