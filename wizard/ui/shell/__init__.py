"""The frame that stays: window, side list, footer, menus and the way between pages."""
