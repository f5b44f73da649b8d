"""What stands at home: the welcome, self-assessments, papers, the school."""
