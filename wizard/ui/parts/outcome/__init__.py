"""What came of a self-assessment: its open points, what turned, and what was decided."""
