"""What the program can do, said without Qt: one small object for each thing.

The window and the commands know nothing of what lies behind these objects, and
nothing here knows whether a window or a command asked.

Each subject has a room of its own, and leans only on those before it in this list:
``content``, ``lock``, ``reading``, ``school``, none of which needs another, then
``assessment``, then ``paper``.  Out of them ``desk`` is made, and ``front``, which every
start waits for; ``handover`` needs a desk, and ``demo`` all of it.  What else lies here
needs no room, and any of them may use it.
"""
