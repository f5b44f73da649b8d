"""The content as a whole: what there is, how it stands, how far it is translated."""
