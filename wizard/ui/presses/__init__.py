"""Presses, of keys and of the mouse, and what is dropped: told from what nobody meant."""
