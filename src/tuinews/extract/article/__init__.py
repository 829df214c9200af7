"""The article of a page: what a careful person would call it, and nothing else (decision 3).

`extract_article` conducts: the page becomes lines (`page_lines`), each line is judged (`features`, `judge`), what
belongs together is kept (`body`, `corrections`), and becomes blocks (`blocks`). Beside it: title, byline, date,
lead.
"""

from tuinews.extract.article.article import article_candidates, extract_article
from tuinews.extract.article.blocks.blocks import document_from_html

__all__ = ["article_candidates", "document_from_html", "extract_article"]
