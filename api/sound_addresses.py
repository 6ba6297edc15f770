"""Sound addresses of many countries, for customers of store views elsewhere than in the tutorial's United States.

Postcodes have their country's real format. Regions are named by Magento's codes, "" where Magento lists none. Telephone
numbers are from the ranges that a country reserves for fiction: Ofcom's (GB), Bundesnetzagentur's (DE), ARCEP's (FR),
ACMA's (AU), ComReg's (IE), PTS's (SE), 555-01xx (US, CA). Elsewhere they have the format of a number in that town.
"""

from collections.abc import Callable
from typing import NamedTuple


class Place(NamedTuple):
    """A postal address without a person; `region` is a code of Magento's list, `region_name` stands in for it."""

    street: str
    city: str
    postcode: str
    region: str
    region_name: str
    telephone: str


PURCHASE = Place("123 Oak Ave", "Purchase", "10755", "NY", "New York", "512-555-1111")
"""The tutorial's own place."""
ALBANY = PURCHASE._replace(street="1 Pine Rd", city="Albany", postcode="12207")

ALBANY_IN_TEXAS = Place("7 Cypress Ln", "Albany", "76430", "TX", "Texas", "325-762-0144")

BERLIN = Place("Invalidenstraße 43", "Berlin", "10115", "BER", "Berlin", "030 23125123")
"""Where the customer of a German store view lives, in a city that is its own region."""

PLACES: dict[str, tuple[Place, Place]] = {
    "US": (PURCHASE, ALBANY),
    "CA": (
        Place("123 Oak Street", "Ottawa", "K1A 0B1", "ON", "Ontario", "613-555-0142"),
        Place("8 Rue Sainte-Anne", "Laval", "H7N 1A1", "QC", "Quebec", "450-555-0187"),
    ),
    "GB": (
        Place("12 Oak Road", "Reading", "RG1 1AA", "", "Berkshire", "0118 496 0123"),
        Place("7 Mill Lane", "Leeds", "LS1 4AP", "", "West Yorkshire", "0113 496 0456"),
    ),
    "IE": (
        Place("12 Oak Road", "Cork", "T12 W8KP", "", "County Cork", "020 913 1234"),
        Place("7 Mill Lane", "Galway", "H91 E2K3", "", "County Galway", "020 915 5678"),
    ),
    "DE": (
        BERLIN,
        Place("Mühlweg 7", "München", "80331", "BAY", "Bayern", "089 99998456"),
    ),
    "AT": (
        Place("Eichengasse 12", "Linz", "4020", "OO", "Oberösterreich", "0732 123456"),
        Place("Mühlweg 7", "Graz", "8010", "ST", "Steiermark", "0316 234567"),
    ),
    "CH": (
        Place("Eichenweg 12", "Luzern", "6003", "LU", "Lucerne", "041 234 56 78"),
        Place("Mühlegasse 7", "Winterthur", "8400", "ZH", "Zürich", "052 345 67 89"),
    ),
    "FR": (
        Place("12 rue des Chênes", "Rennes", "35000", "35", "Ille-et-Vilaine", "02 61 91 12 34"),
        Place("7 rue du Moulin", "Nancy", "54000", "54", "Meurthe-et-Moselle", "03 53 01 56 78"),
    ),
    "BE": (
        Place("Eikenlaan 12", "Gent", "9000", "VOV", "Oost-Vlaanderen", "09 234 56 78"),
        Place("Molenstraat 7", "Leuven", "3000", "VBR", "Vlaams-Brabant", "016 23 45 67"),
    ),
    "NL": (
        Place("Eikenlaan 12", "Utrecht", "3511 AB", "", "Utrecht", "030 234 5678"),
        Place("Molenstraat 7", "Breda", "4811 CD", "", "Noord-Brabant", "076 345 6789"),
    ),
    "LU": (
        Place("12 rue des Chênes", "Esch-sur-Alzette", "4010", "", "Esch-sur-Alzette", "26 54 32 10"),
        Place("7 rue du Moulin", "Differdange", "4550", "", "Esch", "26 58 12 34"),
    ),
    "IT": (
        Place("Via delle Querce 12", "Parma", "43121", "PR", "Parma", "0521 123456"),
        Place("Via del Mulino 7", "Verona", "37121", "VR", "Verona", "045 1234567"),
    ),
    "ES": (
        Place("Calle del Roble 12", "Toledo", "45001", "Toledo", "Toledo", "925 12 34 56"),
        Place("Calle del Molino 7", "Girona", "17001", "Girona", "Girona", "972 12 34 56"),
    ),
    "PT": (
        Place("Rua do Carvalho 12", "Braga", "4700-001", "PT-03", "Braga", "253 123 456"),
        Place("Rua do Moinho 7", "Faro", "8000-001", "PT-08", "Faro", "289 123 456"),
    ),
    "DK": (
        Place("Egevej 12", "Aarhus", "8000", "DK-82", "Midtjylland", "86 12 34 56"),
        Place("Møllevej 7", "Odense", "5000", "DK-83", "Syddanmark", "66 12 34 56"),
    ),
    "SE": (
        Place("Ekvägen 12", "Stockholm", "111 20", "SE-AB", "Stockholms län", "08-465 004 12"),
        Place("Kvarngatan 7", "Göteborg", "411 05", "SE-O", "Västra Götalands län", "031-390 06 34"),
    ),
    "NO": (
        Place("Eikeveien 12", "Bergen", "5003", "", "Vestland", "55 12 34 56"),
        Place("Mølleveien 7", "Tromsø", "9008", "", "Troms", "77 12 34 56"),
    ),
    "FI": (
        Place("Tammitie 12", "Tampere", "33100", "Pirkanmaa", "Pirkanmaa", "03 123 4567"),
        Place("Myllykatu 7", "Oulu", "90100", "Pohjois-Pohjanmaa", "Pohjois-Pohjanmaa", "08 123 4567"),
    ),
    "PL": (
        Place("ul. Dębowa 12", "Kraków", "30-001", "PL-12", "małopolskie", "12 345 67 89"),
        Place("ul. Młyńska 7", "Gdynia", "81-301", "PL-22", "pomorskie", "58 345 67 89"),
    ),
    "CZ": (
        Place("Dubová 12", "Brno", "602 00", "CZ-64", "Jihomoravský kraj", "541 234 567"),
        Place("Mlýnská 7", "Olomouc", "779 00", "CZ-71", "Olomoucký kraj", "585 234 567"),
    ),
    "GR": (
        Place("Dryos 12", "Patra", "262 21", "GR-G", "Dytikí Elláda", "2610 123456"),
        Place("Mylou 7", "Irakleio", "712 01", "GR-M", "Kríti", "2810 123456"),
    ),
    "AU": (
        Place("12 Oak Street", "Hobart", "7000", "TAS", "Tasmania", "03 7010 1234"),
        Place("7 Mill Lane", "Newcastle", "2300", "NSW", "New South Wales", "02 5550 5678"),
    ),
    "NZ": (
        Place("12 Oak Street", "Nelson", "7010", "", "Nelson", "03 234 5678"),
        Place("7 Mill Lane", "Hamilton", "3204", "", "Waikato", "07 234 5678"),
    ),
    "JP": (
        Place("1-2-3 Chuo", "Kobe", "650-0001", "", "Hyogo", "078-123-4567"),
        Place("4-5-6 Honmachi", "Sendai", "980-0014", "", "Miyagi", "022-123-4567"),
    ),
    "CN": (
        Place("12 Xiangshu Road", "Hangzhou", "310000", "CN-ZJ", "Zhejiang Sheng", "0571 1234 5678"),
        Place("7 Mofang Road", "Chengdu", "610000", "CN-SC", "Sichuan Sheng", "028 1234 5678"),
    ),
    "IN": (
        Place("12 Oak Road", "Pune", "411001", "MH", "Maharashtra", "020 1234 5678"),
        Place("7 Mill Lane", "Mysuru", "570001", "KA", "Karnataka", "0821 123 4567"),
    ),
    "BR": (
        Place("Rua do Carvalho 12", "Campinas", "13010-000", "SP", "São Paulo", "19 3123-4567"),
        Place("Rua do Moinho 7", "Niterói", "24020-000", "RJ", "Rio de Janeiro", "21 2123-4567"),
    ),
    "MX": (
        Place("Calle Roble 12", "Puebla", "72000", "PUE", "Puebla", "222 123 4567"),
        Place("Calle Molino 7", "Guadalajara", "44100", "JAL", "Jalisco", "33 1234 5678"),
    ),
}
"""Two places in each country, where it has regions in two of them; `country_for` takes one."""


def country_for(locale: str, sells_to: Callable[[str], bool]) -> str:
    """Give the country that fits a store view, "" where the shop sells to none of the table.

    It is the country of the view's locale ("de_DE") where addresses there are taken, else the table's first one.
    """
    own = locale.rpartition("_")[2]
    candidates = (own, *PLACES) if own in PLACES else tuple(PLACES)
    return next(filter(sells_to, candidates), "")
