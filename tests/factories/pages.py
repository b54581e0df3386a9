"""Pages of every type. All need ``parent=``."""

import factory
from django.utils.text import slugify
from wagtail_factories import PageFactory

from blog.models import BlogIndexPage, BlogPage, PostAuthor, PostCategory
from home.models import HomePage, StandardPage


class NamedPageFactory(PageFactory):
    """A page whose slug follows from its title."""

    slug = factory.LazyAttribute(lambda page: slugify(page.title, allow_unicode=True))

    class Meta:
        abstract = True


class HomePageFactory(NamedPageFactory):
    """A further home page; the migrations made one already (fixture ``home``)."""

    title = factory.Sequence(lambda n: f"Home {n}")

    class Meta:
        model = HomePage


class StandardPageFactory(NamedPageFactory):
    """A plain page."""

    title = factory.Sequence(lambda n: f"Page {n}")

    class Meta:
        model = StandardPage


class BlogIndexPageFactory(NamedPageFactory):
    """A blog without posts."""

    title = factory.Sequence(lambda n: f"Blog {n}")

    class Meta:
        model = BlogIndexPage


class BlogPageFactory(NamedPageFactory):
    """A live post; takes ``authors``, ``categories``, ``tags`` (lists) and ``text="<p>...</p>"`` besides the fields."""

    title = factory.Sequence(lambda n: f"Post {n}")
    summary = factory.LazyAttribute(lambda post: f"In short: {post.title}.")

    class Meta:
        model = BlogPage

    @classmethod
    def _create_instance(cls, model_class, parent, kwargs):
        authors, tags = kwargs.pop("authors", ()), kwargs.pop("tags", ())
        categories = kwargs.pop("categories", ())
        text = kwargs.pop("text", "")
        if text:
            kwargs["body"] = [("paragraph", text)]
        # Authors and tags go in before the first save, as they do in the admin.
        post = model_class(**kwargs)
        post.post_authors = [PostAuthor(author=author, sort_order=n) for n, author in enumerate(authors)]
        post.post_categories = [
            PostCategory(category=category, sort_order=n) for n, category in enumerate(categories)
        ]
        if tags:
            post.tags.add(*tags)
        parent.add_child(instance=post)
        return post
