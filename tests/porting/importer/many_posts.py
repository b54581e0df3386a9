"""A blog with as many posts as a test needs, each with a link to the next and a picture of its own."""

from porting.document import SourceBlog
from tests.porting.source import blog, day, post


def many_posts(number: int) -> SourceBlog:
    """Posts ``p-0`` to ``p-<number - 1>`` with tags, an author, an old address and ``pictures/<n>.png``."""
    return blog(
        *(
            post(
                f"p-{n}",
                date=day(n % 28 + 1),
                authors=["jane"],
                tags=[f"t{n % 5}"],
                html=f'<p>Zebra {n} <a href="/2020/p-{(n + 1) % number}/">next</a></p>'
                f'<p><img src="/{n % 7}.png" alt="x"></p>',
            )
            for n in range(number)
        ),
        media_roots=["."],
    )
