"""Social cards and QR codes."""
