"""The floors: the least code that does the same, frozen.  Do not improve them."""
