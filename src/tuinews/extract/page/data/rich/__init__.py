"""Rich text in JSON, in the forms of many editors, as HTML."""
