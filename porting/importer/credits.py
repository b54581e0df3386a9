"""Who made a picture, as the old site said below it."""

from __future__ import annotations

from wagtail.images import get_image_model


def credit(image_id: int, words: str) -> bool:
    """Note the credit of a picture that has none yet; whether the picture has these words now."""
    model = get_image_model()
    if len(words) > (model._meta.get_field("credit").max_length or 0):
        return False
    model.objects.filter(pk=image_id, credit="").update(credit=words)
    return model.objects.filter(pk=image_id, credit=words).exists()
