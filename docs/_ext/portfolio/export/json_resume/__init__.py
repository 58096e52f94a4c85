"""``resume.json``: the career for programs and themes that read JSON Resume."""
