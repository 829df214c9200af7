"""The query language: what a person types to find articles, to save a view, to mute and to make rules.

`parser` makes an `expression` of it by `tokens` and `fields`; `completion` says how a text can go on. Pure: what
an expression finds is the store's to say."""
