"""Keys that are needed in more places than the menus: what lies over the window has them too."""

HIDE_KEYS = ("F12", "Ctrl+Shift+H")
"""What hides everything: one key that a hand finds at once, and one hard to press unasked."""

LOCK_KEYS, QUIT_KEYS = "Ctrl+L", "Ctrl+Q"
