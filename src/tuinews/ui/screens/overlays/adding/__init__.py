"""Over the screen for a while: sources are added.

`add_source` is the sheet and its keys; `typed_addresses` and `rows` make offers of what is typed, `addresses` and
`lists` do what an offer says, and `result` is what the reading screen gets.
"""
