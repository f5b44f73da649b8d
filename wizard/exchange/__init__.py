"""Files that a stranger may have made: everything that comes in or goes out as a file.

Reading is strict and bounded: sizes, depth and keys are checked, nothing is run, and
every fault is one clear sentence.
"""
