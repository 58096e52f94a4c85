project = author = copyright = "Ada Flora"
version = "1"
language = "en"
extensions = ["myst_parser", "sphinx_design", "portfolio"]
exclude_patterns = ["_build"]
primary_domain = "portfolio"
nitpicky = True
myst_title_to_header = True
html_theme = "furo"
html_baseurl = "https://ada.example/"
portfolio_cv_pages = 1
portfolio_front_matter_keys = ["keywords"]
