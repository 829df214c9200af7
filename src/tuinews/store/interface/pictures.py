"""Pictures of articles and their files: queries and changes."""

from collections.abc import Sequence
from datetime import datetime

from tuinews.late import late_imports
from tuinews.model.kept_article import Picture, PictureSizes
from tuinews.model.sources.options import PictureChoice
from tuinews.store.failures import cannot_be_written
from tuinews.store.interface.connected import Changes, Queries
from tuinews.store.tables import sources

with late_imports(__name__):
    from tuinews.store.tables import pictures


class PictureQueries(Queries):
    """The queries about pictures."""

    def picture_choice(self, entry_id: int) -> PictureChoice | None:
        """When the pictures of an entry are fetched, as was set for its source; None where nothing was."""
        with self._database.reading() as sql:
            return sources.options_of_entry(sql, entry_id).pictures

    def picture(self, address: str) -> Picture | None:
        """The kept picture of an address, None where there is none, or its file is gone."""
        with self._database.reading() as sql:
            file = pictures.file_of(sql, address)
        data = self._picture_files.read(file.name) if file and self._picture_files else None
        return Picture(address, file.width, file.height, data) if file and data else None

    def picture_sizes(self, entry_id: int, now: datetime) -> PictureSizes:
        """The sizes of the kept pictures of an article, by address, and which could not be had just now."""
        with self._database.reading() as sql:
            return pictures.sizes(sql, entry_id, now)

    def missing_pictures(self, entry_id: int, now: datetime) -> list[str]:
        """The pictures of an article that should be asked for now: not kept, nor failed within the last day."""
        with self._database.reading() as sql:
            return pictures.missing(sql, entry_id, now)

    def ids_without_pictures(self, source_id: int, newest: int, now: datetime) -> list[int]:
        """Of the `newest` entries of a source those that are kept without every picture, newest first."""
        with self._database.reading() as sql:
            return pictures.ids_without(sql, source_id, newest, now)


class PictureChanges(Changes):
    """The changes of pictures and their files."""

    def keep_picture(self, picture: Picture, budget: int, now: datetime) -> None:
        """Keep a picture, and give up others where all together are more than `budget` bytes."""
        if self._picture_files is None or self.refusal:
            raise self.refusal or cannot_be_written()
        name = self._picture_files.write(picture.data)
        file = pictures.PictureFile(name, picture.width, picture.height)
        with self._database.writing() as sql:
            pictures.keep(sql, picture.address, file, len(picture.data), now)
            given_up = pictures.make_room(sql, budget)
        self._picture_files.remove(given_up)

    def note_picture_failure(self, address: str, why: str, now: datetime) -> None:
        """Note why a picture could not be had."""
        with self._database.writing() as sql:
            pictures.note_failure(sql, address, why, now)

    def link_pictures(self, entry_id: int, addresses: Sequence[str]) -> None:
        """Note which pictures a kept article shows."""
        with self._database.writing() as sql:
            pictures.link(sql, entry_id, addresses)

    def sweep_pictures(self, now: datetime) -> None:
        """Make files and tables agree: delete files that nothing names, forget those that are gone."""
        if self._picture_files is None:
            return
        with self._database.writing() as sql:
            pictures.forget_unused(sql)
            named, there = pictures.named_files(sql), self._picture_files.names()
            pictures.forget_files(sql, sorted(named - there))
        self._picture_files.sweep(named, now)

    def make_picture_room(self, source_id: int, budget: int) -> None:
        """Give up pictures of a source's articles where they are more than `budget` bytes."""
        if self._picture_files is None:
            return
        with self._database.writing() as sql:
            given_up = pictures.make_room_of_source(sql, source_id, budget)
        self._picture_files.remove(given_up)
