"""The career in a Sphinx build: domain, directives, transforms, and what has to be written again."""
