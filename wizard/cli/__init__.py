"""The commands: one file for each group, each a thin caller of the desk."""
