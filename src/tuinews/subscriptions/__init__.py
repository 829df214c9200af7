"""Lists of sources, in and out: OPML, newsboat's `urls`, and plain lists of addresses.

`reading` tells which of them a list is, by its content; `outlines` and `newsboat_urls` read them, `listed` judges
what they name, `writing` makes OPML. Pure: text in, `SubscriptionList` out.
"""
