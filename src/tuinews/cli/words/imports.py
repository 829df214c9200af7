"""What `tuinews import` says of articles that were saved in another program."""

from tuinews.language import N_, _, ngettext, number
from tuinews.model.saved.articles import ImportedArticles

UNTITLED = N_("an article without a title")
NO_WEB_ADDRESS = N_("it has no web address")


def breaks_off(file: str) -> str:
    """An export that ends before its list does."""
    return _("{file}: it is cut short; the articles before that point were read", file=file)


def imported_articles(done: ImportedArticles) -> str:
    """What came of saved articles: `312 articles from Pocket: 290 new, 20 known, 2 without an address`."""
    what = ngettext(
        "1 article from {program}", "{count} articles from {program}", done.total, program=_(done.program.value)
    )
    return f"{what}: {_counted(done)}"


def would_import_articles(done: ImportedArticles) -> str:
    """What would come of saved articles."""
    what = ngettext(
        "1 article from {program}, nothing imported yet",
        "{count} articles from {program}, nothing imported yet",
        done.total,
        program=_(done.program.value),
    )
    return f"{what}: {_counted(done)}"


def _counted(done: ImportedArticles) -> str:
    parts = [
        _("{count} new", count=number(done.new)),
        _("{count} known", count=number(done.known)),
        _("{count} without an address", count=number(done.without_address)) if done.without_address else "",
    ]
    return ", ".join(part for part in parts if part)
