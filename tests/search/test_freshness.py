"""The search index follows what editors do."""

from tests.factories import AuthorFactory, CategoryFactory, SeriesFactory, TagFactory


def test_tags_and_authors_are_found_from_the_first_save_on(make_post, found, indexed):
    with indexed():
        make_post(title="One", tags=[TagFactory(name="Gardening")], authors=[AuthorFactory(name="Ada Quill")])

    assert found("gardening") == found("quill") == ["One"]


def test_a_tag_added_and_taken_away_is_followed(make_post, found, indexed):
    post, tag = make_post(title="One"), TagFactory(name="Gardening")

    with indexed():
        post.tags.add(tag)
        post.save()
    assert found("gardening") == ["One"]

    with indexed():
        post.tags.remove(tag.name)
        post.save()
    assert found("gardening") == []


def test_a_category_is_followed_from_the_first_save_to_its_end(make_post, found, indexed):
    category = CategoryFactory(name="Gardening")
    with indexed():
        make_post(title="One", categories=[category])
    assert found("gardening") == ["One"]

    with indexed():
        category.name = "Orchards"
        category.save()
    assert (found("gardening"), found("orchards")) == ([], ["One"])

    with indexed():
        category.delete()
    assert found("orchards") == []


def test_a_renamed_tag_author_or_series_is_found_by_its_new_name_only(make_post, found, indexed):
    tag, author, series = TagFactory(name="Mammals"), AuthorFactory(name="Ada"), SeriesFactory(title="Notes")
    with indexed():
        make_post(title="One", tags=[tag], authors=[author], series=series)

    with indexed():
        for subject, field in ((tag, "name"), (author, "name"), (series, "title")):
            setattr(subject, field, f"Changed{subject.slug}")
            subject.save()

    assert found("changedmammals") == found("changedada") == found("changednotes") == ["One"]
    assert found("mammals") == found("ada") == found("notes") == []


def test_a_deleted_tag_or_series_finds_nothing(make_post, found, indexed):
    tag, series = TagFactory(name="Mammals"), SeriesFactory(title="Notes")
    with indexed():
        make_post(title="One", tags=[tag], series=series)

    with indexed():
        tag.delete()
        series.delete()

    assert found("mammals") == found("notes") == []


def test_saving_a_tag_under_its_old_name_indexes_nothing(make_post, django_capture_on_commit_callbacks):
    tag = TagFactory()
    make_post(tags=[tag])

    with django_capture_on_commit_callbacks() as callbacks:
        tag.description = "Other words"
        tag.save()

    assert callbacks == []


def test_a_post_is_found_by_what_is_published_not_by_its_draft(make_post, found, indexed):
    with indexed():
        post = make_post(title="Otter", summary="")
    post.title = "Badger"
    with indexed():
        revision = post.save_revision()
    assert (found("otter"), found("badger")) == (["Otter"], [])

    with indexed():
        revision.publish()
    assert (found("otter"), found("badger")) == ([], ["Badger"])


def test_an_unpublished_or_deleted_post_is_found_no_more(make_post, found, indexed):
    with indexed():
        first, second = make_post(title="Otter one"), make_post(title="Otter two")
    assert len(found("otter")) == 2

    with indexed():
        first.unpublish()
        second.delete()

    assert found("otter") == []


def test_posts_that_are_gone_are_passed_over(make_post):
    from search.tasks import reindex_pages

    reindex_pages.enqueue([make_post().pk, 10**9])
