"""Reads a deck back with python-pptx and prints what is on it as JSON.

A list of slides, each with `title`, `texts` (a string per paragraph, in reading
order, tables row by row), `table` (rows of cells), `links` (addresses), `notes`,
`langs` (of every run) and `sizes` (in points).
"""

import json
import sys

from pptx import Presentation
from pptx.util import Emu

HYPERLINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def paragraphs(shape):
    if shape.has_text_frame:
        yield from shape.text_frame.paragraphs
    if getattr(shape, "has_table", False) and shape.has_table:
        for row in shape.table.rows:
            for cell in row.cells:
                yield from cell.text_frame.paragraphs


def slide(page, width, height):
    texts, links, langs, sizes, outside = [], [], [], [], []
    table = None
    for shape in page.shapes:
        inside = (
            0 <= shape.left
            and 0 <= shape.top
            and shape.left + shape.width <= width
            and shape.top + shape.height <= height
        )
        if not inside:
            outside.append(shape.name)
        if getattr(shape, "has_table", False) and shape.has_table:
            table = [[cell.text_frame.text for cell in row.cells] for row in shape.table.rows]
        for paragraph in paragraphs(shape):
            if paragraph.text.strip():
                texts.append(paragraph.text)
            for run in paragraph.runs:
                langs.append(run._r.get_or_add_rPr().get("lang"))
                if run.font.size is not None:
                    sizes.append(Emu(run.font.size).pt)
                if run.hyperlink.address:
                    links.append(run.hyperlink.address)
    notes = page.notes_slide.notes_text_frame.text if page.has_notes_slide else ""
    title = page.shapes.title
    return {
        "title": title.text_frame.text if title is not None else None,
        "texts": texts,
        "table": table,
        "links": links,
        "langs": sorted({lang or "" for lang in langs}),
        "sizes": sorted(set(sizes)),
        "notes": notes,
        "outside": outside,
    }


deck = Presentation(sys.argv[1])
pages = [slide(page, deck.slide_width, deck.slide_height) for page in deck.slides]
properties = deck.core_properties
json.dump({"title": properties.title, "language": properties.language, "slides": pages}, sys.stdout)
