"""Something to read: a document, the glossary, and what a search found."""
