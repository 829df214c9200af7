"""The article of a page: what a careful person would call it, and nothing else (decision 3).

`extract_article` conducts: the page becomes lines (`flow`), each line is judged (`features`, `judge`), what
belongs together is kept (`body`, `corrections`), and becomes blocks (`blocks`). Beside it: title, byline, date,
lead.
"""

from tuinews.extract.article.blocks import document_from_html
from tuinews.extract.article.extract import article_candidates, extract_article

__all__ = ["article_candidates", "document_from_html", "extract_article"]
