"""Print the words that each slide of a deck holds, as JSON: one string a slide."""

import json
import sys

from pptx import Presentation


def texts(shapes):
    for shape in shapes:
        if shape.has_text_frame:
            yield shape.text_frame.text
        if getattr(shape, "has_table", False) and shape.has_table:
            for row in shape.table.rows:
                for cell in row.cells:
                    yield cell.text_frame.text
        if hasattr(shape, "shapes"):
            yield from texts(shape.shapes)


deck = Presentation(sys.argv[1])
json.dump([" ".join(texts(slide.shapes)) for slide in deck.slides], sys.stdout)
