"""The faults that the store can be started with, to prove that the suite notices them."""

DEFECTS: dict[str, str] = {
    "wrong-website-id": "The list of store views gives the us store view another website's id.",
    "no-default-flags": "A created address is stored without its default flags.",
    "foreign-customer-token": "The token endpoint answers with another customer's token.",
    "swapped-addresses": (
        "The Address Book shows each default address in the other's box, a single one with a wrong street."
    ),
    "dead-sign-in-form": (
        "On one load in twenty, from the first on, the sign-in form gets no validation (true of 2.4.8)."
    ),
    "cached-home-page": "A home page cached for a guest is served to a signed-in customer (true of 2.4.8).",
}
