"""Extracts the article of a web page, and nothing else of it (docs/decisions/0003-extraction.md).

`extract_article` turns the page into lines (`page.lines`), chooses the lines of the article (`body`) and builds
its blocks (`blocks`). Title, authors, date, lead, language and next page have rooms or files of their own.
"""

from tuinews.late import late_imports

# A refresh of feeds asks for what walls say, and for no article: 160 modules are imported for the first one.
with late_imports(__name__):
    from tuinews.extract.article.article import article_candidates, extract_article
    from tuinews.extract.article.blocks.blocks import document_from_html

__all__ = ["article_candidates", "document_from_html", "extract_article"]
