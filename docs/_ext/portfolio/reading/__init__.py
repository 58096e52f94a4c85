"""From bytes to entries, and to problems with line and column."""
