"""A post with one of everything, and the means to change it."""

from blog.models import BlogPage
from core.models import SharedCallout
from search.engines import index_engine
from search.index.comparing import compare
from search.models import Document
from tests.factories import (
    AuthorFactory,
    BlogIndexPageFactory,
    CategoryFactory,
    SeriesFactory,
    TagFactory,
    make_post,
)
from tests.search.index.looking import titles

#: What the post is found by.
FOUND = {"otter", "waders", "quill", "birds", "animals", "diary", "umbrella"}


class Stage:
    """A post "Otter" with one of everything, and the means to change it."""

    def __init__(self, home, blog) -> None:
        self.home, self.blog = home, blog
        self.tag, self.author = TagFactory(name="Waders"), AuthorFactory(name="Quill")
        self.above = CategoryFactory(name="Animals")
        self.category = CategoryFactory(name="Birds", parent=self.above)
        self.series = SeriesFactory(title="Diary")
        self.callout = SharedCallout.objects.create(title="Hint", body="<p>Umbrella</p>")
        self.post = make_post(
            blog,
            title="Otter",
            summary="",
            tags=[self.tag],
            authors=[self.author],
            categories=[self.category],
            series=self.series,
            body=[("callout", self.callout)],
        )
        self.other = BlogIndexPageFactory(parent=home, title="Elsewhere", slug="elsewhere")

    def fresh(self) -> BlogPage:
        return BlogPage.objects.get(pk=self.post.pk)

    def publish(self, **fields) -> None:
        post = self.fresh()
        for name, value in fields.items():
            setattr(post, name, value)
        post.save_revision().publish()

    def rename(self, subject, field="name", name="Zebra") -> None:
        setattr(subject, field, name)
        subject.save()


def assert_index_is_right(found: set[str]) -> None:
    """The index says what the pages say, and everybody finds something by these of the words, and by no others."""
    differences = compare()
    differences.dead_words = set()  # taken out by the check alone
    assert not differences
    assert {word for word in (*FOUND, "zebra") if titles(word)} == found
    assert index_engine().indexed_ids() == set(Document.objects.values_list("pk", flat=True))
