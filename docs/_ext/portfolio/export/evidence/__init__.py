"""``evidence.json``: every claim with what proves it, under a published JSON Schema."""
