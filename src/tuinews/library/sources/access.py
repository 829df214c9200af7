"""How the requests of a source are made, as its options say."""

from tuinews.model.source import Source
from tuinews.web.access import USUAL_ACCESS, Access


def access_of(source: Source) -> Access:
    """What the requests of a source carry."""
    return Access(source.options.user_agent) if source.options.user_agent else USUAL_ACCESS
