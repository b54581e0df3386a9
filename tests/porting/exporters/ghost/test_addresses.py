"""Every post has a slug of its own in Ghost."""

from porting.document import SourcePost
from porting.exporters.collect import OwnBlog
from porting.exporters.ghost.addresses import GhostAddresses


def test_slugs_that_are_taken_get_the_next_free_number():
    addresses = GhostAddresses(OwnBlog())
    slugs = ["a", "a-3", "a", "a", "a", "b", "", "", "a-2"]
    taken = [addresses.take_slug(SourcePost(str(at), "A post", slug=slug)) for at, slug in enumerate(slugs)]
    assert taken == ["a", "a-3", "a-2", "a-4", "a-5", "b", "untitled", "untitled-2", "a-2-2"]
