"""The paper: report blocks in, a tagged PDF out.  ReportLab lives in this room alone.

``draw`` is the door; ``child`` runs it in a process of its own.  Beneath them::

    draw       blocks to boxes, boxes to pages, pages to a file
    rooms      first_page matters answers risks risk_chart chart blank blank_grid signoff:
               one drawing function for each kind of block
    sheet      what every drawing function needs: type, words, structure (looks: measures)
    boxes      a paragraph, a drawing, a field: things that know their height and how to split
    layout     boxes of boxes: stacks, rows, tables
    pages      puts boxes on pages; furniture stands around them
    pen, ink   the marks of one page           lettering  its words
    marks      statuses, each drawn once       qr, logo   the code to scan, the school's own
    tags       what marks mean to a reader     fields     what can be filled in on screen
    typecase   letters and small drawings that all pages share
    setting    text broken into lines          text       a person's text made safe to print
    fonts      letters and their widths
    scripts    other letters: bidi (their order) letters, machine_fonts (who has them)
               glyph_fonts, outlines (their faces in the file)
    archive    the PDF file itself (objects, colour, bookmarks), with metadata and form
    attach     the answers it carries inside
"""
