"""The pages: plain widgets that the shell shows and hides in its one scroll area."""
