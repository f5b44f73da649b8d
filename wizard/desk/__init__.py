"""What the program can do, said without Qt: one small object for each thing.

The window and the commands know nothing of what lies behind these objects, and
nothing here knows whether a window or a command asked.
"""
