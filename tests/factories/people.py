"""Authors, categories, tags, series, accounts, and what readers wrote."""

import factory
from django.contrib.auth import get_user_model
from django.utils.text import slugify
from factory.django import DjangoModelFactory

from blog.models import Author, Category, Comment, Series, Tag

PASSWORD = "a-long-test-password"


class AuthorFactory(DjangoModelFactory):
    """A writer. Portrait: ``portrait=SiteImageFactory()``."""

    name = factory.Sequence(lambda n: f"Author {n}")
    slug = factory.LazyAttribute(lambda author: slugify(author.name, allow_unicode=True))
    job_title = "Writer"

    class Meta:
        model = Author


class TagFactory(DjangoModelFactory):
    """A tag with a description."""

    name = factory.Sequence(lambda n: f"Tag {n}")
    slug = factory.LazyAttribute(lambda tag: slugify(tag.name, allow_unicode=True))
    description = factory.LazyAttribute(lambda tag: f"What we write about {tag.name}.")

    class Meta:
        model = Tag


class CategoryFactory(DjangoModelFactory):
    """A category at the top; ``parent=`` puts it below another."""

    name = factory.Sequence(lambda n: f"Category {n}")
    slug = factory.LazyAttribute(lambda category: slugify(category.name, allow_unicode=True))
    description = factory.LazyAttribute(lambda category: f"All about {category.name}.")

    class Meta:
        model = Category


class SeriesFactory(DjangoModelFactory):
    """A series without posts."""

    title = factory.Sequence(lambda n: f"Series {n}")
    slug = factory.LazyAttribute(lambda series: slugify(series.title, allow_unicode=True))
    description = factory.LazyAttribute(lambda series: f"All parts of {series.title}.")

    class Meta:
        model = Series


class CommentFactory(DjangoModelFactory):
    """An approved comment; needs ``page=``."""

    author_name = factory.Sequence(lambda n: f"Reader {n}")
    text = "<p>Well said.</p>"
    state = Comment.State.APPROVED

    class Meta:
        model = Comment


class UserFactory(DjangoModelFactory):
    """An account with the password ``PASSWORD`` and, with ``groups=[group, ...]``, groups."""

    username = factory.Sequence(lambda n: f"user{n}")
    email = factory.LazyAttribute(lambda user: f"{user.username}@example.org")
    password = factory.django.Password(PASSWORD)

    class Meta:
        model = get_user_model()
        skip_postgeneration_save = True

    @factory.post_generation
    def groups(self, create, extracted, **kwargs):
        if create and extracted:
            self.groups.set(extracted)
