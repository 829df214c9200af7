"""What is said of an entry to those who hear the screen, in place of signs."""

from tuinews.language import N_

UNREAD = N_("unread")
NEW = N_("new")
RETITLED = N_("title changed")
STARRED = N_("starred")
OPEN = N_("being read")
SAVED = N_("saved")
ON = N_("Screen reader mode is on: one pane, words instead of symbols, nothing that moves")
OFF = N_("Screen reader mode is off")
REFRESHING = N_("Refreshing")
