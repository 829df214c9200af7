"""The features of a line for the line model: numbers on its text, its elements, its place and its neighbours.

Every feature is a share, a logarithm, a count or a mean; none depends on a site's name. `LOCAL` and `AROUND` name
the columns in order. The model was trained on them: any change here, in `element_features`, `local_features` and
`page_features`, of a number too, means training it again.
"""

_LOCAL = """
size link_share ends stops name_own name_low name_sum word_mean word_low links bold pictures own tag
wide
"""
LOCAL = tuple(_LOCAL.split())
"""Features of a line by itself; the first pass uses these alone."""

_AROUND = """
hidden list figure article comments depth is_title is_description is_alt seen in_body group_size
group_links group_share group_score box_lines box_links box_share box_score box_name box_place item
since_h1 headings post place inside inside_depth from_start from_end core_share core_mean before
after before2 after2 window strong_before strong_after before_links after_links before_size
after_size
"""
AROUND = tuple(_AROUND.split())
"""Features of a line in its page, for the second pass."""

FEATURES = LOCAL + AROUND


Row = list[float]
"""The features of one line, in the order of `LOCAL` or of `FEATURES`."""
