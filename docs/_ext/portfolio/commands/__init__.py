"""What ``python -m portfolio`` does: check, rename and schema, without Sphinx."""
