"""Where somebody writes or chooses: fields, answers to pick, and what is wrong with them."""
