"""Keys, fingerprints, limits and names: what keeping and exchanging both need.

Nothing here knows of a database, a report or a window.
"""
