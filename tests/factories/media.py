"""Pictures and documents."""

import factory
from wagtail.models import Collection
from wagtail_factories import DocumentFactory, ImageFactory

from core.models import SiteDocument, SiteImage


class SiteImageFactory(ImageFactory):
    """A small one-coloured JPEG; ``file__width=1600, file__height=900, file__color="navy"`` to vary it."""

    title = factory.Sequence(lambda n: f"Picture {n}")
    description = "A field of one colour"
    file = factory.django.ImageField(width=640, height=480, color="teal", format="JPEG")
    collection = factory.LazyFunction(Collection.get_first_root_node)

    class Meta:
        model = SiteImage


class SiteDocumentFactory(DocumentFactory):
    """A text file; ``file__data=b"..."`` and ``file__filename="x.txt"`` to vary it."""

    title = factory.Sequence(lambda n: f"Document {n}")
    file = factory.django.FileField(data=b"Words to keep.", filename="words.txt")
    collection = factory.LazyFunction(Collection.get_first_root_node)

    class Meta:
        model = SiteDocument
