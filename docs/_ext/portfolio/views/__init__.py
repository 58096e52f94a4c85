"""What pages show of a career, as plain data."""
