"""The extension's own words, and the languages they are in."""
