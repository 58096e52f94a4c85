"""``portfolio import``: the files of other tools -> pages, and a report of what was taken, decided and left out.

======================================  ================================================================
:mod:`.tree`                            JSON, YAML and CSV as trees of values that know their places
:mod:`.json_resume`, :mod:`.rendercv`,  a module a format: tree -> :class:`.resume.Resume`
:mod:`.linkedin`
:mod:`.dates`, :mod:`.addresses`,       what a text of a file means, each a table of pure functions
:mod:`.plain_text`, :mod:`.slugs`
:mod:`.periods`, :mod:`.entries`,       judgements: resume -> pages' front matter, with a note of each
:mod:`.authors`, :mod:`.skills`,
:mod:`.person`, :mod:`.texts`
:mod:`.pages`, :mod:`.report`           front matter -> files of Markdown; notes -> lines and a page
======================================  ================================================================

Nothing is made up on the way: what the file does not say is left out.
"""
