"""Who may open the answers: how they are locked, what opens them, and whose they are."""
