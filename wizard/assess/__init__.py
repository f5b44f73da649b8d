"""What answers mean: how much each weighs, by which policy, and what is to do or to ask.

``findings`` is the door.  Nothing here reads a file or asks the time; the day is given.
"""
