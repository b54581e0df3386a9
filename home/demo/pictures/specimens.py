"""Pictures of the page itself: specimens, columns, keys and charts."""

from __future__ import annotations

from .sheet import BRICK, INK, INKS, NIGHT, OCHRE, PAPER, PLUM, TEAL, Sheet, mix


def specimen(sheet: Sheet, glyph: str = "&", ground: str = BRICK) -> None:
    """One very large character in two inks, printed slightly out of register."""
    sheet.gradient("#f8f0e1", "#f0e1c6")
    x, y, size = sheet.width * 0.5, sheet.height * 0.52, sheet.height * 1.05
    first, second = sheet.overprint(), sheet.overprint()
    first.disc(x + sheet.width * 0.1, y - sheet.height * 0.06, sheet.height * 0.4, mix(OCHRE, "#ffffff", 0.1))
    second.text(x, y, glyph, mix(ground, "#ffffff", 0.06), size)
    sheet.press(first)
    sheet.press(second)
    for share in (0.12, 0.88):
        sheet.line(
            [(sheet.width * 0.05, sheet.height * share), (sheet.width * 0.95, sheet.height * share)],
            ground,
            2,
        )


def columns(sheet: Sheet) -> None:
    """Three columns of text at three widths; a red rule beside the middle one."""
    sheet.gradient("#faf4e8", "#f1e6d2")
    for left, right, ragged in ((0.05, 0.46, 0.02), (0.53, 0.77, 0.05), (0.84, 0.95, 0.34)):
        _text(sheet, sheet.width * left, sheet.width * right, (0.12, 0.9), ragged, "#4a443d")
    x = sheet.width * 0.508
    sheet.rect(x - 4, sheet.height * 0.11, x + 2, sheet.height * 0.9, BRICK)


def _text(
    sheet: Sheet,
    left: float,
    right: float,
    down: tuple[float, float],
    ragged: float,
    colour: str,
    gap: float = 31,
) -> None:
    """Bars that stand for lines of words, in paragraphs."""
    y, in_paragraph = sheet.height * down[0], 0
    while y < sheet.height * down[1]:
        in_paragraph += 1
        last = in_paragraph > 5 and sheet.chance.random() < 0.3
        end = right - (right - left) * (
            sheet.chance.uniform(0.3, 0.6) if last else sheet.chance.uniform(0, ragged)
        )
        _words(sheet, left, end, y, colour)
        y += gap
        if last:
            y, in_paragraph = y + gap * 0.6, 0


def _words(sheet: Sheet, left: float, end: float, y: float, colour: str) -> None:
    x = left
    while x < end - 6:
        word = min(sheet.chance.uniform(16, 86), end - x)
        sheet.rect(x, y, x + word, y + 10, colour, radius=4)
        x += word + 10


def two_lights(sheet: Sheet) -> None:
    """One page drawn twice: by day on cream, by night on blue-black."""
    pages = [(0.0, "#efe4cf", "#fdf9f1", "#3b352f", BRICK), (0.5, "#10141d", "#191e29", "#cfc9bd", "#f0917f")]
    for start, table, page, ink, accent in pages:
        left = sheet.width * start
        sheet.rect(left, 0, left + sheet.width / 2, sheet.height, table)
        edge, right = left + sheet.width * 0.07, left + sheet.width * 0.43
        top = sheet.height * 0.1
        corners = [(edge, top), (right, top), (right, sheet.height), (edge, sheet.height)]
        sheet.shadow(corners, offset=(0, 10), blur=30, depth=0.3)
        sheet.rect(edge, top, right, sheet.height + 20, page, radius=10)
        inner, end = edge + 56, right - 56
        for row, share in ((0, 0.92), (1, 0.6)):
            y = top + 60 + row * 44
            sheet.rect(inner, y, inner + (end - inner) * share, y + 26, accent, radius=5)
        _text(sheet, inner, end, (0.29, 0.97), 0.07, ink)


def keys(sheet: Sheet) -> None:
    """A keyboard in cut paper with the four keys that matter in red."""
    sheet.gradient(mix(TEAL, PAPER, 0.06), mix(TEAL, NIGHT, 0.4))
    unit, top = sheet.width / 13.4, sheet.height * 0.17
    rows: list[list[tuple[float, str]]] = [
        [(1, "")] * 12,
        [(1.5, "Tab"), *[(1.0, "")] * 9, (1.5, "")],
        [(1.8, ""), *[(1.0, "")] * 8, (2.2, "Enter")],
        [(2.3, "Shift"), *[(1.0, "")] * 8, (1.7, "")],
        [(1.4, ""), (1.4, ""), (6.2, "Space"), (1.5, ""), (1.5, "")],
    ]
    for number, row in enumerate(rows):
        x, y = sheet.width * 0.052, top + number * unit * 1.13
        for size, label in row:
            _key(sheet, x, y, unit * size - 12, unit, label)
            x += unit * size


def _key(sheet: Sheet, x: float, y: float, width: float, height: float, label: str) -> None:
    colour = BRICK if label else sheet.chance.choice(["#f3e9d6", "#efe2ca", "#f6eee0"])
    sheet.rect(x + 3, y + 9, x + width + 3, y + height + 9, mix(NIGHT, TEAL, 0.3), radius=14)
    sheet.rect(x, y, x + width, y + height, mix(colour, INK, 0.14), radius=14)
    sheet.rect(x + 5, y + 2, x + width - 5, y + height - 10, colour, radius=11)
    if label:
        sheet.text(x + width / 2, y + height / 2 - 4, label, PAPER, 30)


def bars(sheet: Sheet) -> None:
    """A bar chart of posts per month: none in July, many from September on."""
    sheet.gradient("#fbf6ec", "#f4ead8")
    counts = [3, 2, 4, 3, 4, 2, 0, 1, 6, 8, 7, 9]
    base, left, step = sheet.height * 0.82, sheet.width * 0.09, sheet.width * 0.07
    for number, count in enumerate(counts):
        x, colour = left + number * step, BRICK if number > 7 else mix(TEAL, PAPER, 0.25)
        height = count * sheet.height * 0.072
        if count:
            sheet.rect(x, base - height, x + step * 0.66, base, colour)
        sheet.text(x + step * 0.33, base - height - 24, str(count), INK, 26)
        sheet.text(x + step * 0.33, base + 34, "JFMAMJJASOND"[number], mix(INK, PAPER, 0.3), 26)
    sheet.line([(left - 20, base), (left + 12 * step, base)], INK, 3)


def strips(sheet: Sheet) -> None:
    """Bands of every ink, across and down, so that all pairs meet."""
    for number, ink in enumerate(INKS):
        across, down = sheet.overprint(), sheet.overprint()
        soft = mix(ink, "#ffffff", 0.3)
        y, x = sheet.height * (0.1 + number * 0.21), sheet.width * (0.09 + number * 0.22)
        across.rect(0, y, sheet.width, y + sheet.height * 0.13, soft)
        down.rect(x, 0, x + sheet.width * 0.14, sheet.height, soft)
        sheet.press(across)
        sheet.press(down)


GROUNDS = {"brick": BRICK, "ochre": OCHRE, "teal": TEAL, "plum": PLUM, "night": NIGHT}
