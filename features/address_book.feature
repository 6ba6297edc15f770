Feature: The Address Book
  The storefront shows a customer's addresses as they were sent over REST: her two defaults as boxes, every other
  address in a list, and never anybody else's.

  Rule: The Address Book shows what is default and what is not

    @address_book-01 @critical @browser @mobile
    Scenario: Two different defaults stand in their own boxes
      Given the tutorial's customer Jane Doe, not yet created
      And her default billing address is in Purchase and her default shipping address in Albany
      And the customer is created
      And the customer is signed in to the storefront
      When the customer opens the Address Book
      Then the default billing box shows the address in Purchase
      And the default shipping box shows the address in Albany
      And there is no other address

    @address_book-02 @critical @browser @mobile
    Scenario: One address for both leaves the list of others empty
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer is signed in to the storefront
      When the customer opens the Address Book
      Then there is no other address

    @address_book-03 @browser @mobile
    Scenario: An address beside the defaults stands in the list
      Given the tutorial's customer Jane Doe, not yet created
      And she has a second address in Albany beside the default one
      And the customer is created
      And the customer is signed in to the storefront
      When the customer opens the Address Book
      Then the default billing box shows the address in Purchase
      And the default shipping box shows the address in Purchase
      And the list of other addresses shows the one in Albany

    @address_book-04 @browser @mobile
    Scenario: Without defaults both boxes say so
      Given the tutorial's customer Jane Doe, not yet created
      And her address is flagged neither for billing nor for shipping
      And the customer is created
      And the customer is signed in to the storefront
      When the customer opens the Address Book
      Then there is no default billing and no default shipping address
      And the list of other addresses shows the one in Purchase

    @address_book-05 @browser @mobile
    Scenario: Without any address she is led to the form for a new one
      Given the tutorial's customer Jane Doe, not yet created
      And she has no address
      And the customer is created
      And the customer is signed in to the storefront
      When the customer asks for the Address Book
      Then the form for a new address is shown

  Rule: An address is shown as it was sent

    @address_book-06 @browser @mobile @needs-second-street-line
    Scenario: A company and a second line of the street are shown
      Given the tutorial's customer Jane Doe, not yet created
      And her address has the company "Acme Inc" and the street "9 Elm St", "Suite 4"
      And the customer is created
      And the customer is signed in to the storefront
      When the customer opens the Address Book
      Then the default billing box shows the address that was sent
      And the default shipping box shows the address that was sent

    @address_book-70 @browser @needs-telephone-optional
    Scenario: Without a telephone number none is shown
      Given the tutorial's customer Jane Doe, not yet created
      And her address lacks a telephone number
      And the customer is created
      And the customer is signed in to the storefront
      When the customer opens the Address Book
      Then the default billing box shows the address that was sent

    @address_book-71 @critical @browser
    Scenario: A box shows the parts that the shop's template is said to show
      Given the tutorial's customer Jane Doe, not yet created
      And every field of her address has a value of its own
      And the customer is created
      And the customer is signed in to the storefront
      When the customer opens the Address Book
      Then the default billing box shows what the template is said to show

    @address_book-07 @browser @needs-other-countries
    Scenario: A region in plain text is shown
      Given the tutorial's customer Jane Doe, not yet created
      And her address is in London with the region "Greater London"
      And the customer is created
      And the customer is signed in to the storefront
      When the customer opens the Address Book
      Then the default billing box shows the address that was sent

    @address_book-08 @browser
    Scenario: Accents and an apostrophe are shown
      Given the tutorial's customer Jane Doe, not yet created
      And her address is that of "Zoë" "D'Artagnan"
      And the customer is created
      And the customer is signed in to the storefront
      When the customer opens the Address Book
      Then the default billing box shows the address that was sent

    @address_book-09 @critical @browser @mobile
    Scenario: Markup in the company is shown as text
      Given the tutorial's customer Jane Doe, not yet created
      And her address has the company "<b>Bold & Co</b>"
      And the customer is created
      And the customer is signed in to the storefront
      When the customer opens the Address Book
      Then the default billing box shows the address that was sent

    @address_book-16 @browser
    Scenario: A city that is called like its region stands beside it
      Given the tutorial's customer Jane Doe, not yet created
      And her address is in "New York"
      And the customer is created
      And the customer is signed in to the storefront
      When the customer opens the Address Book
      Then the default billing box shows the address that was sent

  Rule: The Address Book agrees with every other source

    @address_book-10 @browser @mobile
    Scenario: My Account's own summary shows the same defaults
      Given the tutorial's customer Jane Doe, not yet created
      And her default billing address is in Purchase and her default shipping address in Albany
      And the customer is created
      When the customer signs in to the storefront with e-mail and password
      Then My Account's summary shows Purchase for billing and Albany for shipping

    @address_book-15 @browser @mobile
    Scenario: Without defaults My Account's own summary shows no address
      Given the tutorial's customer Jane Doe, not yet created
      And her address is flagged neither for billing nor for shipping
      And the customer is created
      When the customer signs in to the storefront with e-mail and password
      Then My Account's summary shows no address in Purchase

    @address_book-11 @critical @api @browser @mobile
    Scenario: It agrees field by field with what REST tells the customer
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer has a customer token
      And the customer is signed in to the storefront
      When the customer opens the Address Book
      Then both boxes show the default addresses that the customer token shows

    @address_book-12 @api @browser @mobile
    Scenario: A change over REST is there after a reload
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer has a customer token
      And the customer is signed in to the storefront and at the Address Book
      When the default address moves to Albany over REST and the customer reloads the page
      Then the default billing box shows the address in Albany
      And the default shipping box shows the address in Albany

  Rule: Nobody sees anybody else's address

    @address_book-13 @critical @browser
    Scenario: Two customers in two browsers see their own
      Given the tutorial's customer Jane Doe of the store view under test
      And another customer of the same website
      And the customer is signed in to the storefront
      And the other customer is signed in to the storefront in a second browser
      When both customers open the Address Book
      Then each customer sees her own address

    @address_book-14 @critical @browser
    Scenario: Another customer's address cannot be opened by its id
      Given the tutorial's customer Jane Doe of the store view under test
      And another customer of the same website
      And the customer is signed in to the storefront
      When the customer asks for the form of the other customer's address
      Then the form for a new address is shown, with the customer's own name and nothing else
      And nothing of the other customer stands anywhere in the page
      And no message is shown

    @address_book-17 @critical @browser
    Scenario: Another customer's address cannot be changed by a form
      Given the tutorial's customer Jane Doe of the store view under test
      And another customer of the same website
      And the customer is signed in to the storefront
      When the customer sends the form for a new address under the id of the other customer's
      Then the storefront says that it cannot be done
      And the other customer's record is as it was
