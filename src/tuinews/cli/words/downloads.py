"""What commands say of downloads."""

from tuinews.language import N_, _

NO_FILES = N_("these articles come with no files")
NO_DOWNLOADS = N_("there are no downloads")
WHICH_DOWNLOADS = N_("say which ones, by number; see: tuinews downloads")


def file_missing(path: object) -> str:
    """A file that was downloaded is not where it was put."""
    return _("{path} no longer exists", path=path)
