"""What pages are made of: small widgets that know one thing each.

Here lies what any page may need: words, cards, buttons, and how they stand beside each other.
What belongs to one subject has a room of its own, and leans only on those before it in this
list, and on what lies here: ``writing``, ``reading``, ``paper``, then ``question``,
``outcome``, ``school``, and last ``home``.
"""
