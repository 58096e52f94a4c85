"""Views as docutils nodes, and pages as Markdown."""
