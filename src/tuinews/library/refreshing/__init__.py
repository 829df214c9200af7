"""Refreshes of many sources in a process of their own: `background` decides and goes on where that process ends,
`process` is it as its owner sees it, `loop` is what it runs, and `request` is what it is told."""
