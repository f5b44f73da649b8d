"""Before You Post: a member of school staff checks their own use of social media.

The rooms of this package, and what flows through them, are drawn on one page in
``docs/architecture.md``.
"""
