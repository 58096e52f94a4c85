"""The ledger of published addresses, and where old ones lead."""
