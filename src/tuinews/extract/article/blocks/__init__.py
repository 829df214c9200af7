"""From the kept lines to blocks: one walk over the markup, no depth of nesting matters."""
