"""One editor of the concurrency test: publishes posts in a process of its own and prints what failed."""

import sys

import django


def publish_posts(writer: int, posts: int) -> list[str]:
    """Publish `posts` new posts under the first blog, each edited once; return the failures as texts."""
    from blog.models import BlogIndexPage, BlogPage

    failures = []
    for number in range(posts):
        try:
            # Titles of unequal length: real ones are, and PostgreSQL's search index locks by their length.
            title = f"Writer {writer} tells story {number} " + "again " * ((writer * posts + number) % 13)
            blog = BlogIndexPage.objects.get()
            post = blog.add_child(instance=BlogPage(title=title.strip(), slug=f"story-{writer}-{number}"))
            post.summary = "Told twice."
            post.save_revision().publish()
        except Exception as error:  # noqa: BLE001 - the test wants every kind of failure
            failures.append(f"{type(error).__name__}: {error}")
    return failures


if __name__ == "__main__":
    django.setup()
    print("\n".join(publish_posts(int(sys.argv[1]), int(sys.argv[2]))))  # noqa: T201 - read by the test
