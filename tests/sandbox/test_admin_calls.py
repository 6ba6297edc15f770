"""What the admin does with customers: read, change, search, delete; and the lists of stores."""

import pytest

from tests.sandbox.rest_client import RestClient, address, customer

NO_SUCH = "No such entity with %fieldName = %fieldValue"
SEARCH = "all/V1/customers/search"


@pytest.fixture
def people(client: RestClient) -> list[int]:
    """Four customers: three of the us website, one of the German."""
    emails = ("ann@example.com", "bob@example.com", "cid@example.org")
    ids = [client.create(email=email, lastname=email[0].upper() + "oe").json["id"] for email in emails]
    return [*ids, client.create(scope="de", email="dora@example.com", store_id=3, website_id=3).json["id"]]


def criteria(*groups: list[tuple[str, str, str]], more: str = "") -> str:
    """Write search criteria: a group holds (field, value, condition) of which one must hold."""
    prefix = "searchCriteria[filter_groups]"
    pieces = [
        f"{prefix}[{at}][filters][{place}][field]={field}"
        f"&{prefix}[{at}][filters][{place}][value]={value}"
        f"&{prefix}[{at}][filters][{place}][condition_type]={condition}"
        for at, group in enumerate(groups)
        for place, (field, value, condition) in enumerate(group)
    ]
    return f"{SEARCH}?searchCriteria=&" + "&".join([*pieces, more])


def test_what_a_search_finds(subtests: pytest.Subtests, admin: RestClient, people: list[int]) -> None:
    """Groups must all hold, of the filters in a group one."""
    for groups, found in [
        ([[("email", "ann@example.com", "eq")]], "a"),
        ([[("email", "ANN@example.com", "eq")]], "a"),
        ([[("email", "%25@example.com", "like")]], "abd"),
        ([[("email", "ann@example.com", "neq")]], "bcd"),
        ([[("email", "ann@example.com,cid@example.org", "in")]], "ac"),
        ([[("email", "ann@example.com", "eq"), ("email", "bob@example.com", "eq")]], "ab"),
        ([[("email", "%25@example.com", "like")], [("website_id", "2", "eq")]], "ab"),
        ([[("website_id", "2", "gt")]], "d"),
        ([[("website_id", "3", "lt")]], "abc"),
        ([[("website_id", "2", "gteq")], [("website_id", "2", "lteq")]], "abc"),
        ([[("website_id", "2", "from")], [("website_id", "2", "to")]], "abc"),
        ([[("entity_id", "1", "gt")]], "bcd"),
        ([[("lastname", "Aoe", "eq")]], "a"),
        ([[("email", "nobody@example.com", "eq")]], ""),
    ]:
        with subtests.test(groups=str(groups)):
            answer = admin.get(criteria(*groups)).json
            assert "".join(sorted(one["email"][0] for one in answer["items"])) == found
            assert answer["total_count"] == len(found)
            shown = [
                [(one["field"], one["value"], one["condition_type"]) for one in group["filters"]]
                for group in answer["search_criteria"]["filter_groups"]
            ]
            assert shown == [
                [(field, value.replace("%25", "%"), kind) for field, value, kind in group] for group in groups
            ]
            assert people


def test_pages_and_order_of_a_search(admin: RestClient, people: list[int]) -> None:
    """The count is of all, the items are of the page; a page beyond the last is the last."""
    order = "searchCriteria[sortOrders][0][field]=email&searchCriteria[sortOrders][0][direction]=desc"
    pages = [
        admin.get(
            criteria(more=f"{order}&searchCriteria[pageSize]=3&searchCriteria[currentPage]={page}")
        ).json
        for page in (1, 2, 9)
    ]
    assert [[one["email"][0] for one in page["items"]] for page in pages] == [["d", "c", "b"], ["a"], ["a"]]
    assert {page["total_count"] for page in pages} == {len(people)}
    assert pages[0]["search_criteria"] == {
        "filter_groups": [],
        "sort_orders": [{"field": "email", "direction": "DESC"}],
        "page_size": 3,
        "current_page": 1,
    }


def test_a_search_without_criteria(admin: RestClient) -> None:
    """The parameter is needed, empty is enough; an unknown field is refused."""
    missing = admin.get(SEARCH)
    assert (missing.status_code, missing.json["parameters"]) == (400, {"fieldName": "searchCriteria"})
    assert admin.get(f"{SEARCH}?searchCriteria=").json == {
        "items": [],
        "search_criteria": {"filter_groups": []},
        "total_count": 0,
    }
    assert admin.get(criteria([("shoe_size", "9", "eq")])).status_code == 400


def test_reading_a_customer_and_the_addresses(client: RestClient, admin: RestClient) -> None:
    """The record is the same everywhere; what does not exist is reported by field and value."""
    made = client.create().json
    address_id = made["addresses"][0]["id"]
    assert admin.get(f"us/V1/customers/{made['id']}").json == made
    for path in (f"addresses/{address_id}", f"{made['id']}/billingAddress", f"{made['id']}/shippingAddress"):
        assert admin.get(f"all/V1/customers/{path}").json == made["addresses"][0]
    for path, field, value in (
        ("999", "customerId", 999),
        ("-1", "customerId", -1),
        ("999/billingAddress", "customerId", 999),
        ("999/confirm", "customerId", 999),
        ("addresses/999", "addressId", 999),
    ):
        answer = admin.get(f"all/V1/customers/{path}")
        assert answer.status_code == 404
        assert answer.json == {"message": NO_SUCH, "parameters": {"fieldName": field, "fieldValue": value}}


def test_changing_a_customer(client: RestClient, admin: RestClient) -> None:
    """The id in the path counts, and an unknown one is not found."""
    made = client.create().json["id"]
    body = {"customer": customer(id=999, firstname="Janet", group_id=2, addresses=[address(city="Albany")])}
    changed = admin.put(f"all/V1/customers/{made}", body)
    assert (changed.json["id"], changed.json["firstname"], changed.json["group_id"]) == (made, "Janet", 2)
    assert [one["city"] for one in changed.json["addresses"]] == ["Albany"]
    assert admin.put("all/V1/customers/999", body).status_code == 404
    part = admin.put(f"all/V1/customers/{made}", {"customer": {"taxvat": "X1"}}).json
    assert part == changed.json | {"taxvat": "X1", "updated_at": part["updated_at"]}


def test_validating_makes_nobody(admin: RestClient) -> None:
    """What is empty is reported in words of their own."""
    bad = admin.put("all/V1/customers/validate", {"customer": customer(firstname=None, lastname="")}).json
    assert bad == {
        "valid": False,
        "messages": [
            'The "First Name" attribute value is empty. Set the attribute and try again.',
            'The "Last Name" attribute value is empty. Set the attribute and try again.',
        ],
    }
    nothing = admin.put("all/V1/customers/validate", {"customer": {}}).json
    assert [text.split('"')[1] for text in nothing["messages"]] == ["First Name", "Last Name", "Email"]
    good = admin.put("all/V1/customers/validate", {"customer": customer()}).json
    assert good == {"valid": True, "messages": []}
    assert admin.get(f"{SEARCH}?searchCriteria=").json["total_count"] == 0


def test_activating_an_active_account(client: RestClient, admin: RestClient) -> None:
    """There is nothing to activate."""
    client.create()
    answer = admin.put("us/V1/customers/jdoe@example.com/activate", {"confirmationKey": "x"})
    assert (answer.status_code, answer.json) == (400, {"message": "The account is already active."})
    assert admin.put("us/V1/customers/no@example.com/activate", {"confirmationKey": "x"}).status_code == 404


def test_deleting_a_customer(client: RestClient, admin: RestClient, jane: RestClient) -> None:
    """Record, addresses and tokens are gone, the e-mail address is free and gets another id."""
    made = jane.get("us/V1/customers/me").json
    path = f"all/V1/customers/{made['id']}"
    assert admin.delete(path).json is True
    assert admin.get(path).status_code == 404
    again = admin.delete(path)
    assert (again.status_code, again.json["parameters"]["fieldValue"]) == (404, made["id"])
    assert admin.get(f"all/V1/customers/addresses/{made['addresses'][0]['id']}").status_code == 404
    assert jane.get("us/V1/customers/me").status_code == 401
    assert client.ask_token().status_code == 401
    assert client.create().json["id"] > made["id"]
    assert jane.get("us/V1/customers/me").status_code == 401


def test_deleting_a_default_address(client: RestClient, admin: RestClient) -> None:
    """The customer then has no such default."""
    made = client.create().json
    path = f"all/V1/addresses/{made['addresses'][0]['id']}"
    assert admin.delete(path).json is True
    after = admin.get(f"all/V1/customers/{made['id']}").json
    assert after["addresses"] == []
    assert after.keys().isdisjoint({"default_billing", "default_shipping"})
    assert admin.delete(path).status_code == 404


def test_whether_an_email_is_free(client: RestClient, magento: str) -> None:
    """The later releases say so of every one."""
    client.create()
    path = "us/V1/customers/isEmailAvailable"
    taken = client.post(path, {"customerEmail": "jdoe@example.com", "websiteId": 2}).json
    assert taken is (magento != "2.4.1")
    assert client.post(path, {"customerEmail": "jdoe@example.com"}).json is taken
    assert client.post(path, {"customerEmail": "new@example.com"}).json is True
    for scope in ("de", "all"):
        elsewhere = client.post(
            f"{scope}/V1/customers/isEmailAvailable", {"customerEmail": "jdoe@example.com"}
        )
        assert elsewhere.json is True
    assert client.post(path, {}).json["parameters"] == {"fieldName": "customerEmail"}


def test_a_mail_with_a_new_password(client: RestClient) -> None:
    """The customer and the kind of mail have to exist; the mail itself goes nowhere."""
    client.create()
    path = "us/V1/customers/password"
    jane = {"email": "jdoe@example.com", "template": "email_reset"}
    assert client.put(path, jane).json is True
    assert client.put("de/V1/customers/password", jane).json["parameters"]["field2Value"] == "3"
    assert client.put(path, jane | {"websiteId": 3}).json["parameters"]["field2Value"] == 3
    unknown = client.put(path, jane | {"template": "postcard"})
    assert (unknown.status_code, unknown.json["parameters"]["template2"]) == (400, "email_reset")


def test_nobody_is_protected_from_deletion(client: RestClient, admin: RestClient) -> None:
    """The shop says so of each customer, and of nobody else."""
    made = client.create().json["id"]
    assert admin.get(f"all/V1/customers/{made}/permissions/readonly").json is False
    assert admin.get("all/V1/customers/999/permissions/readonly").status_code == 404


def test_ids_of_stores_websites_and_groups_fit(admin: RestClient) -> None:
    """Every id that one list names is found in the other."""
    lists = {
        name: admin.get(f"all/V1/store/{name}").json for name in ("storeViews", "storeGroups", "websites")
    }
    ids = {name: {one["id"] for one in rows} for name, rows in lists.items()}
    for view in lists["storeViews"]:
        assert view["website_id"] in ids["websites"]
        assert view["store_group_id"] in ids["storeGroups"]
    for group in lists["storeGroups"]:
        assert group["default_store_id"] in ids["storeViews"]
        assert group["website_id"] in ids["websites"]


def test_settings_of_some_store_views(admin: RestClient) -> None:
    """Only those whose codes are named; an unknown code names none."""
    path = "all/V1/store/storeConfigs"
    assert {one["code"] for one in admin.get(path).json} == {"default", "us", "de"}
    both = admin.get(f"{path}?storeCodes[]=us&storeCodes[]=de").json
    assert {one["code"] for one in both} == {"us", "de"}
    assert admin.get(f"{path}?storeCodes[0]=us").json[0]["base_link_url"] == "http://localhost/us/"
    assert admin.get(f"{path}?storeCodes[]=nosuch").json == []
