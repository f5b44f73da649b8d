"""The paper: report blocks in, a tagged PDF out.  ReportLab lives in this room alone.

``draw`` is the door; ``child`` runs it in a process of its own.  Beneath them::

    draw      blocks to boxes, boxes to pages, pages to a file
    rooms     first_page matters answers risks blank blank_grid signoff: one drawing
              function for each kind of block
    sheet     what every drawing function needs: type, words, structure
    boxes     a paragraph, a drawing: things that know their height and how to split
    layout    boxes of boxes: stacks, rows, tables
    pages     puts boxes on pages; furniture stands around them
    pen, ink  the marks of one page        tags      what they mean to a reader
    typecase  letters and small drawings that all pages share
    fonts     letters and their widths     text      a person's text made safe to print
    scripts   other letters: bidi (their order) letters, machine_fonts (who has them)
              glyph_fonts, outlines (their faces in the file)
    archive   the PDF file itself (objects, metadata, colour, bookmarks)
    attach    the answers it carries inside        qr   the code to scan
"""
