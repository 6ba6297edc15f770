"""The storefront's themes, and where the templates of each are looked for.

Luma and Hyvä are as recorded. Blank is Magento's own theme beneath Luma; what it shows otherwise is the header's
links, by Magento's layout files. Here it borrows the rest from Luma, for both share blocks and names.
"""

LUMA, BLANK, HYVA = "luma", "blank", "hyva"
UNKNOWN = "unknown"
"""A storefront whose sign-in page is of a structure that no suite has seen."""

FOLDERS = {LUMA: (LUMA,), BLANK: (BLANK, LUMA), HYVA: (HYVA,), UNKNOWN: (UNKNOWN, LUMA)}
