"""What only web pages have: head, sidebar, share box, Markdown copies, redirect files, variant pages."""
