"""The peer: builds the same slides with python-pptx.

Reads a deck's content as JSON (the shape that `benches/deck.rs` writes), builds
it N times, saves it, and prints the seconds of each build, one a line.
"""

import io
import json
import sys
import time

from pptx import Presentation
from pptx.util import Inches, Pt


def write(frame, paragraphs):
    for n, content in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if n == 0 else frame.add_paragraph()
        paragraph.level = content["level"]
        for piece in content["runs"]:
            run = paragraph.add_run()
            run.text = piece["text"]
            run.font.size = Pt(18)
            run.font.bold = piece["strong"]
            run._r.get_or_add_rPr().set("lang", piece["lang"])
            if piece["link"]:
                run.hyperlink.address = piece["link"]


def columns(slide, groups, top, height):
    width = 12.3 / max(1, len(groups))
    for n, group in enumerate(groups):
        box = slide.shapes.add_textbox(Inches(0.5 + n * width), Inches(top), Inches(width), Inches(height))
        box.text_frame.word_wrap = True
        write(box.text_frame, group)


def build(content):
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(13.333), Inches(7.5)
    for page in content["slides"]:
        layout = deck.slide_layouts[{"title": 0, "text": 1}.get(page["kind"], 5)]
        slide = deck.slides.add_slide(layout)
        write(slide.shapes.title.text_frame, [page["title"]])
        if page["kind"] in ("title", "text"):
            write(slide.placeholders[1].text_frame, page["columns"][0])
        elif page["kind"] == "table":
            rows = page["rows"]
            shape = slide.shapes.add_table(
                len(rows), len(rows[0]), Inches(0.5), Inches(1.5), Inches(12.3), Inches(5)
            )
            for r, row in enumerate(rows):
                for c, cell in enumerate(row):
                    write(shape.table.cell(r, c).text_frame, cell)
        else:
            columns(slide, page["columns"], 1.5, 5.5)
        slide.notes_slide.notes_text_frame.text = "\n".join(page["notes"])
    saved = io.BytesIO()
    deck.save(saved)
    return saved.getvalue()


content = json.load(open(sys.argv[1], encoding="utf-8"))
for _ in range(int(sys.argv[2])):
    begun = time.perf_counter()
    data = build(content)
    print(time.perf_counter() - begun)
with open(sys.argv[3], "wb") as file:
    file.write(data)
