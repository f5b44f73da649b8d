"""The school: its profile, what it lays over the content, and what is being written of both."""
