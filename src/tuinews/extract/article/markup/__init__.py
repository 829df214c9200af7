"""Markup that says one thing in many ways, brought to the plain elements that the other rooms know."""
