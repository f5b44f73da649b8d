"""How quick and how light it is, beside small frozen scripts that do the bare minimum.

Run with ``make bench``.  A floor script never changes, so a ratio that grows is ours.
Nothing here is a test: a busy machine must not fail a build.
"""
