"""A paper: how it will look, where it comes out, which were made; other files too."""
