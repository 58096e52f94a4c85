project = "A forester"
author = copyright = "A forester"
version = "1"
language = "en"
extensions = ["myst_parser", "sphinx_design", "portfolio"]
primary_domain = "portfolio"
nitpicky = True
myst_title_to_header = True
html_theme = "basic"
html_copy_source = False
