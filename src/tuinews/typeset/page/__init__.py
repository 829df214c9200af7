"""What can be done with a typeset page: words found in it, parts of it selected and copied, links followed."""
