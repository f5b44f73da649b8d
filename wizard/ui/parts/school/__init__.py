"""The school's own: its profile, helplines, questions, clauses and orders of pages."""
