#!/usr/bin/env python3
"""Makes the files in this folder with writers that are not ours, so that the reader is not tested on itself.

Needs LibreOffice (soffice) and python-docx; the tests need neither, for the files are kept beside this one:
    apt-get install libreoffice-writer-nogui python3-docx && /usr/bin/python3 tests/files/make.py
"""
import pathlib
import subprocess
import tempfile

import docx

HERE = pathlib.Path(__file__).parent


def libreoffice(source, target):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["soffice", "--headless", "--convert-to", "docx", "--outdir", folder, source], check=True, stdout=subprocess.DEVNULL)
        target.write_bytes((pathlib.Path(folder) / (source.stem + ".docx")).read_bytes())


# What Word calls tracked changes, comments, hidden text, notes, headers, a text box, lists and merged cells.
libreoffice(HERE / "libreoffice.fodt", HERE / "libreoffice.docx")

# python-docx brings a template of 36 KB; an empty document of LibreOffice is smaller.
with tempfile.TemporaryDirectory() as folder:
    empty = pathlib.Path(folder) / "empty.txt"
    empty.write_text("")
    libreoffice(empty, HERE / "python-docx.docx")
document = docx.Document(HERE / "python-docx.docx")
for paragraph in list(document.paragraphs):
    paragraph._element.getparent().remove(paragraph._element)
document.add_paragraph("松溪县司法局2024年法治政府建设年度报告")
paragraph = document.add_paragraph("全年办理行政复议案件")
paragraph.add_run("96件").bold = True
paragraph.add_run("，其中维持")
run = paragraph.add_run("31件\t撤销12件")
run.italic = True
run.add_break()
run.add_text("，“A & B <C>”一并处理。")
hidden = paragraph.add_run("（内部掌握）")
hidden.font.hidden = True
table = document.add_table(rows=3, cols=3)
for row, words in zip(table.rows, [("项目", "数量", ""), ("受理", "81", "件"), ("不予受理", "15", "件")]):
    for cell, word in zip(row.cells, words):
        cell.text = word
table.cell(0, 1).merge(table.cell(0, 2))
document.add_paragraph("松溪县司法局")
document.save(HERE / "python-docx.docx")

# Encodings that JavaScript cannot write.
TEXT = "松溪县人民政府2024年法治政府建设年度报告\r\n全年办理行政处罚案件86件，喆、镕、㛃等字都在。\r\n"
(HERE / "gb18030.txt").write_bytes(TEXT.encode("gb18030"))
(HERE / "big5.txt").write_bytes("松溪縣人民政府二〇二四年法治政府建設年度報告，全年辦理行政處罰案件八十六件。\r\n".encode("big5", "replace"))
(HERE / "gb2312.html").write_bytes(
    '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>网站标题</title></head>'
    "<body><h1>松溪县2024年法治政府建设年度报告</h1>\n<p>全年办理案件86件。</p></body></html>".encode("gb2312")
)
