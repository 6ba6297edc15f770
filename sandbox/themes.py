"""The storefront's themes, and where the templates of each are looked for.

Luma and Hyvä are as recorded. Blank is Magento's own theme beneath Luma; what it shows otherwise is the header's
links, by Magento's layout files. Here it borrows the rest from Luma, for both share blocks and names.

What no recording says of Hyvä is as in its public templates: which columns of the address list a window shows, the
sidebar's button, the closed dialog for signing in, the icons beside the account menu. That is inference, since 1.4.5
was not looked at for it. So are Hyvä in English and Luma in German: recorded themes with the other language's phrases.
"""

LUMA, BLANK, HYVA = "luma", "blank", "hyva"
UNKNOWN = "unknown"
"""A storefront whose sign-in page is of a structure that no suite has seen."""

FOLDERS = {LUMA: (LUMA,), BLANK: (BLANK, LUMA), HYVA: (HYVA,), UNKNOWN: (UNKNOWN, LUMA)}
