"""The pictures the demo draws for itself."""

from PIL import ImageFont

from home.demo import content

UNKNOWN = "\uffff"


def test_every_character_on_a_cover_is_in_the_typeface_it_is_set_in() -> None:
    face = ImageFont.load_default(60)
    boxes = bytes(face.getmask(UNKNOWN))
    pictures = content.read("pictures").values()
    glyphs = {character for picture in pictures for character in picture.get("options", {}).get("glyph", "")}
    assert len(glyphs) > 2
    assert not [glyph for glyph in glyphs if bytes(face.getmask(glyph)) == boxes]
