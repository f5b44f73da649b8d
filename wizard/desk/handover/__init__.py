"""What leaves the desk, and what comes back to it: archives, carried files, PDFs."""
