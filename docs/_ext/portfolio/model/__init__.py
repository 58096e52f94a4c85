"""Entries, kinds, dates, career, evidence and ranking: the values a portfolio is made of. Standard library only."""
