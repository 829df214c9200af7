"""`tuinews demo`: the embedded site and a throwaway library; the whole program without a network."""

import argparse
import asyncio
import tempfile
import threading
from pathlib import Path

from tuinews.cli.commands.screen import converse, no_screen_because, show
from tuinews.cli.output import print_lines, report
from tuinews.cli.process import end_as_ctrl_c_does
from tuinews.cli.words import program as messages
from tuinews.demo.edition import guide_articles
from tuinews.demo.site import DemoSite
from tuinews.language import _, current
from tuinews.library.library import Library
from tuinews.paths import places
from tuinews.settings import load


def run(arguments: argparse.Namespace) -> int:
    """Serve the site; unless told to serve only, show the screen on a library that goes away afterwards."""
    with DemoSite(arguments.port) as site:
        if arguments.serve_only:
            return _serve(site)
        why = None if arguments.linear else no_screen_because()
        if why is not None:
            report(messages.no_demo_screen(why))
            return 4
        settings_file = places(arguments.data_dir, arguments.config).settings_file
        with tempfile.TemporaryDirectory(prefix="tuinews-demo-", ignore_cleanup_errors=True) as folder:
            asyncio.run(_stock(Path(folder), settings_file, site))
            return (converse if arguments.linear else show)(Path(folder), settings_file)


def _serve(site: DemoSite) -> int:
    end_as_ctrl_c_does()
    places_to_add = ("", "rss.xml", "atom.xml", "feed.json", "tin-moi/", "en/", "en/rss.xml", "sitemap-news.xml")
    print_lines([_(messages.DEMO_RUNNING), *(f"  {site.url}{place}" for place in places_to_add)])
    try:
        threading.Event().wait()
    except KeyboardInterrupt:
        print_lines(["", _(messages.DEMO_STOPPED)])
    return 0


async def _stock(folder: Path, settings_file: Path, site: DemoSite) -> None:
    """Add the site as a feed and as a page without one, so that both ways are there to be seen.

    Who reads English gets its English edition, and who reads Vietnamese no article in English.
    """
    feed, page = ("rss.xml", "tin-moi/") if current() == "vi" else ("en/rss.xml", "en/")
    site.publish(guide_articles(current(), site.url), unlisted=site.articles)
    library = await Library.open(folder, load(settings_file))
    try:
        await library.add(f"{site.url}{feed}")
        await library.add(f"{site.url}{page}")
    finally:
        await library.close()
