"""A self-assessment: answered, saved, weighed, planned from, and held against last time."""
