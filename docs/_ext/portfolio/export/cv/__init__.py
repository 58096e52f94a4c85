"""The curriculum vitae as PDF and plain text, with its variants."""
