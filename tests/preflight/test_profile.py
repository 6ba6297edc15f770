"""How the shop is set: read in five questions, reported by the doctor, and carried to the workers as it was found."""

import json

from werkzeug.wrappers import Response

from harness.preflight.checks import CHECKS
from harness.preflight.diagnosis import Diagnosis
from harness.preflight.examination import Known
from harness.preflight.profile_check import fitted
from harness.run.run import Run
from harness.secrets.scrubber import Scrubber
from tests.preflight.examined import examine
from tests.preflight.served_shop import served, shop_at
from tests.verdict.spoiled_shop import Spoil, spoiled_shop, status

WITHOUT_BROWSER = [check for check in CHECKS if check.title != "browser"]


def examined(*options: str, **settings: object) -> tuple[Diagnosis, Known]:
    """Look at a store that is set so."""
    with served(*options) as address:
        shop = shop_at(address, **settings)
        return examine(shop, "test", Scrubber(), wait=0, tell=print, checks=WITHOUT_BROWSER)


def said(diagnosis: Diagnosis) -> str:
    """Give everything that the doctor says of it."""
    return "\n".join(line.text for line in diagnosis.lines)


def test_shop_that_asks_for_more() -> None:
    """Everything is read in the scope of the store view, and a worker gets it as it was found."""
    settings = (
        "customer/address/prefix_show@us_website=req",
        "customer/address/telephone_show@us_website=opt",
        "customer/address/street_lines@us_website=3",
        "general/country/allow@us_website=DE,AT",
        "customer/password/minimum_password_length=12",
        "customer/password/required_character_classes_number=4",
        "customer/create_account/default_group@us=2",
    )
    diagnosis, known = examined(*(option for one in settings for option in ("--set", one)))
    profile = known.profile
    assert (profile.street_lines, profile.countries, profile.group) == (3, ("AT", "DE"), 2)
    assert (profile.password_length, profile.password_classes) == (12, 4)
    assert not profile.requires("telephone")
    assert [field.code for field in profile.more_of("customer")] == ["prefix"]
    assert [field.code for field in profile.more_of("address")] == ["prefix"]
    assert profile.assumed == ()
    for sentence in (
        "of an address it asks Name Prefix (prefix); a telephone number is optional",
        "a street has up to 3 lines",
        "it sells to AT, DE",
        "a password has 12 characters of 4 classes at least",
        "the default group of its customers: id 2",
        "the addresses are in DE: the shop does not sell to US (general/country/allow)",
    ):
        assert sentence in said(diagnosis)
    run = Run(shop_at("http://127.0.0.1:9"), "x", "1", profile=profile)
    assert Run.taken_over(run.handed_over(), "gw0").profile == profile


def test_stock_shop_asks_for_nothing_more() -> None:
    """The customer is the tutorial's, and the report says so."""
    diagnosis, known = examined()
    assert known.customer == known.facts["Customer"] == "Jane Doe as in the tutorial"
    assert "a street has up to 2 lines; it sells to" in known.facts["Shop_as_set"]
    assert diagnosis.warnings == ()


def examined_behind_a_front(pattern: str, spoil: Spoil, *options: str) -> tuple[Diagnosis, Known]:
    """Look at a store whose answers to some calls are spoiled."""
    with spoiled_shop(*options) as context:
        context.front.break_for(None, pattern, spoil)
        shop = shop_at(context.shop.base_url, password_length=9)
        return examine(shop, "test", Scrubber(), wait=0, tell=print, checks=WITHOUT_BROWSER)


def test_what_cannot_be_read_is_as_stock_and_as_the_settings_say() -> None:
    """It is said once, as a warning."""
    diagnosis, known = examined_behind_a_front("attributeMetadata", status(401))
    assert [warning.id for warning in diagnosis.warnings] == ["assumed"]
    assert known.profile.requires("telephone")
    assert known.profile.assumed == ("the fields of customers and addresses",)
    diagnosis, known = examined_behind_a_front("customer/account/create", status(200, "<p>our own</p>"))
    assert [warning.id for warning in diagnosis.warnings] == ["assumed"]
    assert (known.profile.password_length, known.profile.password_classes) == (9, 3)


def a_file_is_asked_for(response: Response) -> Response:
    """Make a file of what is to be uploaded of the admin's own fields."""
    fields = [
        {**each, "frontend_input": "file"} if each["user_defined"] else each
        for each in json.loads(response.get_data())
    ]
    response.set_data(json.dumps(fields))
    return response


def test_field_that_cannot_be_guessed() -> None:
    """The doctor says where to give its value."""
    diagnosis, _ = examined_behind_a_front(
        "attributeMetadata/customer$", a_file_is_asked_for, "--required-attributes", "passport"
    )
    (warning,) = diagnosis.warnings
    assert warning.id == "unknown-field"
    assert warning.text.startswith("The shop requires Passport (passport), and nothing tells a value")


def titles_are_chosen(response: Response) -> Response:
    """Make lists of the texts for a prefix and a suffix, as a shop does that is set so."""
    page = response.get_data(as_text=True)
    chosen = (
        '<select id="prefix" name="prefix" class="required-entry"><option value="Mr">Mr</option></select>'
    )
    options = "".join(f'<option value="{each}" >{each}</option>' for each in ("", "Jr &amp; Co", "II"))
    response.set_data(page.replace("</form>", f'{chosen}<select name="suffix">{options}</select></form>'))
    return response


def test_prefix_and_suffix_are_chosen_from_the_shop_s_own() -> None:
    """The registration page alone tells them; what she has otherwise is kept where it may be chosen."""
    required = [f"customer/address/{each}_show=req" for each in ("prefix", "suffix")]
    _, known = examined_behind_a_front(
        "customer/account/create",
        titles_are_chosen,
        *(option for each in required for option in ("--set", each)),
    )
    fits = fitted(known.profile, shop_at("http://127.0.0.1:9"))
    assert (fits.customer, fits.address) == ({"prefix": "Mr", "suffix": "II"},) * 2
    assert "Jr & Co" in next(field.options for field in known.profile.customer if field.code == "suffix")


def test_password_that_nobody_can_have() -> None:
    """Nothing can be run, and the sentence says what to set."""
    diagnosis, _ = examined("--set", "customer/password/required_character_classes_number=5")
    assert diagnosis.stop
    assert (diagnosis.stop.id, diagnosis.exit_code) == ("impossible-password", 78)
    assert "5 classes of characters" in diagnosis.stop.text


def test_country_without_a_sound_address() -> None:
    """Nothing can be run, and the sentence says what to add."""
    diagnosis, _ = examined("--set", "general/country/allow=AF")
    assert diagnosis.stop
    assert (diagnosis.stop.id, diagnosis.exit_code) == ("no-sound-address", 78)
    assert "The shop sells to AF alone (general/country/allow)" in diagnosis.stop.text
