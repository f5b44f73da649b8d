"""A PDF that a stranger may have made, read.  pikepdf's door on the way in.

All of it runs in a process of its own with little memory and time (``child``; the parent's
side is ``wizard.exchange.pdf_child``), for the library itself can be made to unpack too much::

    opening    what a file carries: data, a form's fields, fingerprints
    comparing  which pages are not as we drew them
    page       what a page draws            marks  the same read from its bytes
    whole      one and the same for every reader, and what lies around the pages
    streams    what we unpack ourselves, with a bound
"""
