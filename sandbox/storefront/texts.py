"""The storefront's texts in German, for the store view that speaks it; what is missing here stays English."""

GERMAN = {
    "Customer Login": "Kundenlogin",
    "My Account": "Mein Konto",
    "My Orders": "Meine Bestellungen",
    "My Downloadable Products": "Meine herunterladbaren Produkte",
    "My Wish List": "Mein Wunschzettel",
    "Address Book": "Adressbuch",
    "Account Information": "Kontoinformationen",
    "Stored Payment Methods": "Gespeicherte Zahlungsmethoden",
    "My Product Reviews": "Meine Produktbewertungen",
    "Newsletter Subscriptions": "Newsletter Abonnements",
    "Sign In": "Anmelden",
    "Sign Out": "Abmelden",
    "Create an Account": "Ein Konto erstellen",
    "Add New Address": "Neue Adresse hinzufügen",
    "Default Billing Address": "Standardrechnungsadresse",
    "Default Shipping Address": "Standardversandadresse",
    "You have no default billing address in your address book.": (
        "Sie haben keine Standardrechnungsadresse in Ihrem Adressbuch."
    ),
    "You have no default shipping address in your address book.": (
        "Sie haben keine Standardversandadresse in Ihrem Adressbuch."
    ),
    "You have no other address entries in your address book.": (
        "Sie haben keine anderen Adresseinträge in Ihrem Adressbuch."
    ),
    'This account is not confirmed. <a href="{}">Click here</a> to resend confirmation email.': (
        'Dieses Konto ist nicht bestätigt. <a href="{}">Klicken Sie hier</a>, '
        "um die Bestätigungs-E-Mail erneut zu verschicken."
    ),
    "Incorrect CAPTCHA": "Falsches Captcha",
    "You are signed out": "You have signed out",
}


def german(text: str) -> str:
    """Say a text in German where its translation is known."""
    return GERMAN.get(text, text)
