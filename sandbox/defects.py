"""The faults that the store can be started with, to prove that the suite notices them.

Each is one row here and one line at the place where the rule stands that it breaks.
"""

from flask import current_app

DEFECTS: dict[str, str] = {
    # Store views
    "wrong-website-id": "The list of store views gives the us store view another website's id.",
    "scoped-list": "A scope sees the store views of its own website alone.",
    "open-store-views": "Guests may list the store views, and nothing else.",
    "any-token": "A token that the shop never gave out is as good as the merchant's.",
    # Creating a customer
    "no-default-flags": "A created address is stored without its default flags.",
    "swapped-default-flags": "The default billing address is stored as the one for shipping, and the other way round.",
    "lost-telephone": "An answer leaves out an address's telephone number.",
    "lost-street-line": "Of a street only the first line is stored.",
    "lower-case-email": "An e-mail is stored in small letters.",
    "code-for-name": "A customer is created in the store view's code, in place of its name.",
    "local-time": "The time of a creation is five hours behind UTC.",
    "unasked-newsletter": "Every new customer is subscribed to the newsletter.",
    "told-password": "The answer to a creation holds the password.",
    "scope-wins": "A customer belongs to the store view of the call, whatever the ids in the body.",
    "second-account": "Who sends an e-mail that is taken gets the account that has it.",
    "id-overwrites": "A creation with an id changes the customer who has it.",
    "weak-passwords": "Every password is good enough.",
    "email-as-password": "A password may be the e-mail.",
    "refused-customer-stays": "A customer stays though her address was refused.",
    "one-problem-at-a-time": "Of several problems only the first is told.",
    "unknown-regions": "Any number is a region's id.",
    "refused-country": "An address in an unknown country is refused in place of being dropped.",
    # A shop that does not keep to how it is set
    **{
        f"without-{name}": f"A missing {name} is let pass, though it is required."
        for name in ("telephone", "company", "fax", "prefix", "suffix", "taxvat", "gender", "postcode")
    },
    "without-own-attributes": "The merchant's own required attributes may be missing.",
    "demands-telephone": "A telephone number is demanded, though it is optional.",
    "demands-postcode": "A postcode is demanded, though it is optional in the country.",
    "keeps-no-company": "A company is not kept.",
    "keeps-no-fax": "A fax number is not kept.",
    "keeps-no-middle-name": "A middle name is not kept.",
    "keeps-no-prefix": "A prefix is not kept.",
    "a-line-more": "A street may have a line more than the shop is set to.",
    "a-line-fewer": "A street may have a line fewer than the shop is set to.",
    "drops-sold-countries": "An address in a country that is sold to is dropped.",
    "other-region": "An address is kept without its region.",
    "shorter-passwords": "A password may have a character fewer than the shop is set to.",
    "longer-passwords": "A password needs a character more than the shop is set to.",
    "plainer-passwords": "A password may have a class of characters fewer than the shop is set to.",
    "more-varied-passwords": "A password needs a class of characters more than the shop is set to.",
    "later-throttle": "REST is closed to an e-mail after one wrong password more than the shop is set to.",
    "earlier-throttle": "REST is closed to an e-mail after one wrong password fewer than the shop is set to.",
    "later-lock": "An account is locked after one wrong password more than the shop is set to.",
    "locks-all-the-same": "An account is locked by ten wrong passwords, though the shop is set to lock none.",
    # The customer token
    "foreign-customer-token": "The token endpoint answers with another customer's token.",
    "sign-in-anywhere": "A customer gets her token in every website's scope.",
    "token-anywhere": "A customer's token is good in every scope.",
    "token-of-one-website": "A customer's token is good on her own website alone, though accounts are shared.",
    "token-of-one-store-view": "A customer's token is good in her own store view alone.",
    "telling-refusal": "Who asks with an unknown e-mail is told so.",
    "other-words": "A refused sign-in is told in other words.",
    "no-throttle": "Wrong passwords over REST may be tried without end.",
    "no-lock": "Wrong passwords never lock an account.",
    "lasting-tokens": "A customer token lives for a day.",
    "deaf-revocation": "Revoking tokens ends none.",
    "unsigned-tokens": "A token is believed without a look at its signature.",
    "id-in-query": "The customer's own account is that of the id in the query.",
    "id-in-body": "A customer who changes her account changes that of the id in the body.",
    "no-own-shipping": "A customer is told that she has no default shipping address.",
    "customers-may-all": "A customer may do what the merchant may.",
    # Deleting
    "deaf-deletion": "Deleting a customer leaves her where she is.",
    # REST as such
    "json-for-xml": "Who asks for XML gets JSON.",
    "body-wins": "What stands in the body wins over the query.",
    "unknown-fields": "A field that the shop does not know is let pass.",
    # The storefront
    "swapped-addresses": (
        "The Address Book shows each default address in the other's box, a single one with a wrong street."
    ),
    "wrong-summary": "My Account's summary shows the first address in both boxes.",
    "kept-page": "The Address Book is shown as it was at the first look.",
    "raw-markup": "An address is shown without its markup escaped.",
    "open-addresses": "The form for an address opens for whoever knows its id.",
    "first-name-alone": "The header greets with the first name alone.",
    "forgotten-email": "A refused sign-in empties the form.",
    "deaf-sign-out": "Signing out leaves the session as it is.",
    "sign-out-everywhere": "Signing out ends every session of the shop.",
    "unchecked-form-key": "A form is taken without its key.",
    "lost-way": "Signing in never leads back to the page asked for.",
    # True of 2.4.8: what a suite has to live with
    "dead-sign-in-form": "On one load in twenty, from the first on, the sign-in form gets no validation.",
    "cached-home-page": "A home page cached for a guest is served to a signed-in customer.",
}


def defective(name: str) -> bool:
    """Tell whether the store that answers the current request has a fault; raises KeyError for an unknown one."""
    return bool(DEFECTS[name] and current_app) and name in current_app.extensions["shop"].handles.defects
