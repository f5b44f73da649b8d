"""What there is to read on screen, and how it is found."""
