"""What each page says of itself to programs, in the words of https://schema.org."""
