"""The paper: drawn, printed, known again by its foot, and what was decided about it."""
