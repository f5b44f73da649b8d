"""A PDF that a stranger may have made, read.  pikepdf's door on the way in.

All of it runs in a child process with little memory and time (``pdf_child_reading``), for
the library itself can be made to unpack too much::

    opening    what a file carries: data, a form's fields, fingerprints
    comparing  which pages are not as we drew them
    page       what a page draws            marks  the same read from its bytes
    whole      one and the same for every reader, and what lies around the pages
    streams    what we unpack ourselves, with a bound
"""
