"""A question: its card, what is folded beneath, and its line in the lists beside it."""
