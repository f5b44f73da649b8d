"""Everything out of sight at once, and back again."""
