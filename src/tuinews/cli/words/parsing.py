"""What `tuinews parse` says."""

from tuinews.language import N_, _

NO_FILE = N_("parse: no FILE was given; give one, or use --batch")
NOT_JSON_OBJECT = N_("the request is not a JSON object")


def cannot_be_read(why: str) -> str:
    """A file of a request."""
    return _("cannot be read: {why}", why=why)
