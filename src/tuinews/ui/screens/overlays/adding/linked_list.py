"""What is offered where a link leads to a list of articles: to add it as a source, or to read it as a page."""

from tuinews.model.discovery import Candidate
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.screens.overlays.adding.add_source import AddSourceScreen
from tuinews.ui.screens.overlays.adding.rows import listed_rows
from tuinews.ui.widgets.fields.choices import Choices
from tuinews.ui.words.sources import adding


class LinkedListScreen(AddSourceScreen):
    """Adds sources, with the list that a link leads to on offer."""

    def __init__(self, library: LibraryProtocol, listed: Candidate) -> None:
        super().__init__(library)
        self._listed = listed

    def offer_first(self) -> None:
        """Offer the list of the page, before anything is typed."""
        self.query_one(Choices).offer(listed_rows(self._listed))
        self.say(adding.leads_to_list(self._listed.entries))
