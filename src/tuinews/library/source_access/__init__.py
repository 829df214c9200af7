"""How sources are asked that refuse an ordinary request: headers, cookies, passwords, commands."""
