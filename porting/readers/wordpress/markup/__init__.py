"""From the HTML WordPress would show to the dialect: pictures, players, code, quotes and the boxes of blocks."""

from porting.readers.wordpress.markup import boxes, code, folded, pictures, players
from porting.readers.wordpress.markup.writer import Handler, Writer

#: Asked in this order; the first that answers with a text (an empty one drops the element) has the last word.
HANDLERS: dict[str, list[Handler]] = {
    "figure": [pictures.gallery, players.embed, boxes.pull_quote, boxes.table_figure, code.framed, pictures.figure],
    "div": [
        pictures.gallery, players.embed, boxes.file, boxes.faq, boxes.accordion, folded.pane, folded.tabs, boxes.button,
        code.framed, code.crayon, pictures.caption_box, pictures.cover, players.provider_box,
    ],
    "ul": [pictures.gallery],
    "img": [pictures.image],
    "pre": [code.preformatted],
    "sup": [boxes.footnote_reference],
    "blockquote": [players.quoted_post, boxes.pull_quote, boxes.quote],
    "iframe": [players.frame],
    "object": [players.old_player],
    "embed": [players.old_player],
    "video": [players.media],
    "audio": [players.media],
    "script": [players.script],
    "amp-youtube": [players.amp],
    "form": [boxes.form],
    "a": [boxes.link],
}  # fmt: skip

__all__ = ["HANDLERS", "Handler", "Writer"]
