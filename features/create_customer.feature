Feature: Creating a customer
  The admin creates a customer in a store view over REST. What is sent comes back. What Magento does not accept,
  it refuses with a reason, and the refusal leaves nothing behind.

  Rule: A customer is created as she was sent

    @create_customer-01 @api
    Scenario: Optional fields come back as sent
      Given the tutorial's customer Jane Doe, not yet created
      And she has the optional fields
        | field      | value      |
        | prefix     | Ms         |
        | middlename | Marie      |
        | suffix     | II         |
        | dob        | 1990-02-03 |
        | taxvat     | US123      |
      When the admin asks to create the customer
      Then the answer holds the optional fields as sent

    @create_customer-02 @api
    Scenario: Keys in snake case are as good as the tutorial's camel case
      Given the tutorial's customer Jane Doe, not yet created
      When the admin creates the customer with every key in snake case
      Then the customer has the name, e-mail, store view and website that were sent
      And the customer has exactly the one address that was sent

    @create_customer-03 @api
    Scenario Outline: A name is kept as it was sent: <firstname> <lastname>
      Given the tutorial's customer Jane Doe, not yet created
      And she is called "<firstname>" "<lastname>"
      When the admin creates the customer
      Then the customer has the name, e-mail, store view and website that were sent

      Examples:
        | firstname   | lastname           |
        | Zoë         | D'Artagnan         |
        | Anne-Marie  | O’Neil             |
        | Erika & Max | Müller-Lüdenscheid |
        | नंदिनी         | देशमुख               |

    @create_customer-04 @api
    Scenario: An e-mail in mixed case is kept as it was sent
      Given the tutorial's customer Jane Doe, not yet created
      And her e-mail is written in mixed case
      When the admin creates the customer
      Then the customer has the name, e-mail, store view and website that were sent

    @create_customer-05 @minor @api
    Scenario: A subscriber to the newsletter comes back as one
      Given the tutorial's customer Jane Doe, not yet created
      And she subscribes to the newsletter
      When the admin asks to create the customer
      Then the answer says that the customer is subscribed

    @create_customer-46 @minor @api
    Scenario: Who does not subscribe to the newsletter is not subscribed
      Given the tutorial's customer Jane Doe, not yet created
      When the admin asks to create the customer
      Then the answer says that the customer is not subscribed

    @create_customer-45 @api
    Scenario: The answer says when she was created
      Given the tutorial's customer Jane Doe, not yet created
      When the admin asks to create the customer
      Then the answer says that the customer is created now, in UTC

    @create_customer-57 @api @needs-group
    Scenario: She is in the default customer group of her store view
      Given the tutorial's customer Jane Doe, not yet created
      When the admin creates the customer
      Then the customer is in the default customer group of the store view

    @create_customer-06 @api
    Scenario: A guest may create the customer herself
      Given the tutorial's customer Jane Doe, not yet created
      When a guest creates the customer
      Then the customer has the name, e-mail, store view and website that were sent

    @create_customer-07 @api
    Scenario: A customer without a password is created
      Given the tutorial's customer Jane Doe, not yet created
      And her password is left out
      When the admin creates the customer
      Then the customer has the name, e-mail, store view and website that were sent

    @create_customer-08 @critical @api
    Scenario: The answer holds neither her password nor a hash of it
      Given the tutorial's customer Jane Doe, not yet created
      When the admin asks to create the customer
      Then the answer holds no field that is secret

    @create_customer-09 @critical @api
    Scenario: The admin finds the same customer by her id and by her e-mail
      Given the tutorial's customer Jane Doe, not yet created
      When the admin creates the customer
      Then the admin reads the same record by the customer's id
      And the admin finds one customer with that e-mail

  Rule: The ids in the body decide where she belongs

    @create_customer-10 @api @needs-second-website
    Scenario: The ids win over the scope of the call
      Given the tutorial's customer Jane Doe, not yet created
      When the admin creates the customer in the scope of another website
      Then the customer has the name, e-mail, store view and website that were sent

    @create_customer-11 @api
    Scenario: The website's id alone puts her in one of its store views
      Given the tutorial's customer Jane Doe, not yet created
      And her store view's id is left out
      When the admin creates the customer
      Then the customer is in the website that was sent, in one of its store views

    @create_customer-12 @api
    Scenario: The store view's id alone puts her in its website
      Given the tutorial's customer Jane Doe, not yet created
      And her website's id is left out
      When the admin creates the customer
      Then the customer has the name, e-mail, store view and website that were sent

    @create_customer-13 @critical @api @needs-second-website @needs-accounts-per-website
    Scenario: A store view of another website is refused
      Given the tutorial's customer Jane Doe, not yet created
      And her store view's id is that of another website's store view
      When the admin asks to create the customer
      Then it is refused: the store view is not in the website
      And no customer was created and the e-mail is free

    @create_customer-14 @api
    Scenario Outline: An unknown <place> is refused
      Given the tutorial's customer Jane Doe, not yet created
      And her <other> is left out
      And her <place>'s id is 999999
      When the admin asks to create the customer
      Then it is refused: the <place> does not exist
      And no customer was created and the e-mail is free

      Examples:
        | place      | other           |
        | store view | website's id    |
        | website    | store view's id |

    @create_customer-49 @api
    Scenario: An unknown store view beside a known website is refused
      Given the tutorial's customer Jane Doe, not yet created
      And her store view's id is 999999
      When the admin asks to create the customer
      Then it is refused: the store view is not in the website
      And no customer was created and the e-mail is free

    @create_customer-15 @minor @api @needs-manage
    Scenario: An unknown customer group is refused
      Given the tutorial's customer Jane Doe, not yet created
      And her customer group's id is 999999
      When the admin asks to create the customer
      Then it is refused: the customer group does not exist
      And no customer was created and the e-mail is free

  Rule: An e-mail belongs to one customer of a website

    @create_customer-16 @critical @api
    Scenario: The same e-mail is refused on the same website
      Given the tutorial's customer Jane Doe of the store view under test
      When the admin asks to create another customer with the same e-mail
      Then it is refused: the e-mail is taken
      And the admin finds one customer with that e-mail

    @create_customer-17 @api
    Scenario: The same e-mail in capitals is refused on the same website
      Given the tutorial's customer Jane Doe of the store view under test
      When the admin asks to create another customer with the same e-mail in capitals
      Then it is refused: the e-mail is taken
      And the admin finds one customer with that e-mail

    @create_customer-18 @api @needs-second-website @needs-accounts-per-website
    Scenario: The same e-mail is accepted on another website
      Given the tutorial's customer Jane Doe of the store view under test
      When the admin creates another customer with the same e-mail on another website
      Then the other customer has the same e-mail, another id and the other website

  Rule: A new customer's id is the shop's to give

    @create_customer-50 @critical @api
    Scenario: A customer who exists is not created again by her id
      Given the tutorial's customer Jane Doe of the store view under test
      When the admin asks to create a customer with the id of this one
      Then it is refused: the customer exists already
      And the admin reads the same record by the customer's id

    @create_customer-51 @minor @api
    Scenario: An id that nobody has does not make a new customer
      Given the tutorial's customer Jane Doe, not yet created
      And her id is 999999999
      When the admin asks to create the customer
      Then it is refused: nobody has the e-mail
      And no customer was created and the e-mail is free

  Rule: Every customer has a name and an e-mail

    @create_customer-19 @critical @api
    Scenario Outline: A customer without a <field> is refused
      Given the tutorial's customer Jane Doe, not yet created
      And her <field> is left out
      When the admin asks to create the customer
      Then it is refused: the <field> is missing
      And no customer was created and the e-mail is free

      Examples:
        | field      |
        | first name |
        | last name  |

    @create_customer-20 @api
    Scenario: An empty first name is as good as none
      Given the tutorial's customer Jane Doe, not yet created
      And her first name is ""
      When the admin asks to create the customer
      Then it is refused: the first name is missing
      And no customer was created and the e-mail is free

    @create_customer-21 @api
    Scenario: A customer without any name is refused for both names at once
      Given the tutorial's customer Jane Doe, not yet created
      And her first name is left out
      And her last name is left out
      When the admin asks to create the customer
      Then it is refused: both names are missing
      And no customer was created and the e-mail is free

    @create_customer-22 @minor @api
    Scenario: A first name of 256 letters is refused
      Given the tutorial's customer Jane Doe, not yet created
      And her first name has 256 letters
      When the admin asks to create the customer
      Then it is refused: the first name is not valid
      And no customer was created and the e-mail is free

    @create_customer-23 @api
    Scenario: A customer without an e-mail is refused
      Given the tutorial's customer Jane Doe, not yet created
      And her e-mail is left out
      When the admin asks to create the customer
      Then it is refused: the e-mail is missing

    @create_customer-24 @critical @api
    Scenario Outline: The e-mail "<email>" is refused
      Given the tutorial's customer Jane Doe, not yet created
      And her e-mail is "<email>"
      When the admin asks to create the customer
      Then it is refused: <reason>

      Examples:
        | email      | reason                         |
        | …          | the e-mail is not an address   |
        | …@nodomain | the e-mail's host is not valid |
        |            | the e-mail is missing          |

  Rule: A password is long enough, varied, and not the e-mail

    @create_customer-25 @critical @api
    Scenario Outline: A password is refused: <fault>
      Given the tutorial's customer Jane Doe, not yet created
      And her password is <fault>
      When the admin asks to create the customer
      Then it is refused: <reason>
      And no customer was created and the e-mail is free

      Examples:
        | fault                 | reason                    |
        | empty                 | the password is too short |
        | a character too short | the password is too short |

      @needs-password-classes
      Examples:
        | fault              | reason                                         |
        | of a class too few | the password has too few classes of characters |

    @create_customer-26 @api
    Scenario Outline: A password with a space at its <end> is refused
      Given the tutorial's customer Jane Doe, not yet created
      And her password has a space at its <end>
      When the admin asks to create the customer
      Then it is refused: the password begins or ends with a space
      And no customer was created and the e-mail is free

      Examples:
        | end       |
        | beginning |
        | end       |

    @create_customer-27 @api
    Scenario: A password of 257 characters is refused
      Given the tutorial's customer Jane Doe, not yet created
      And her password has 257 characters
      When the admin asks to create the customer
      Then it is refused: the password is too long
      And no customer was created and the e-mail is free

    @create_customer-28 @api
    Scenario: Her e-mail is refused as her password
      Given the tutorial's customer Jane Doe, not yet created
      And her password is her e-mail
      When the admin asks to create the customer
      Then it is refused: the password is the e-mail
      And no customer was created and the e-mail is free

    @create_customer-29 @minor @api
    Scenario: A weak password is reported before a wrong e-mail
      Given the tutorial's customer Jane Doe, not yet created
      And her e-mail is "…"
      And her password is a character too short
      When the admin asks to create the customer
      Then it is refused: the password is too short

    @create_customer-30 @api
    Scenario: A password as short and plain as the shop allows is enough
      Given the tutorial's customer Jane Doe, not yet created
      And her password is just long and varied enough
      When the admin creates the customer
      Then the customer has the name, e-mail, store view and website that were sent

    @create_customer-48 @minor @api
    Scenario: A password of 256 characters is not too long
      Given the tutorial's customer Jane Doe, not yet created
      And her password has 256 characters
      When the admin creates the customer
      Then the customer has the name, e-mail, store view and website that were sent

  Rule: She may have any number of addresses, two of them defaults

    @create_customer-31 @critical @api
    Scenario: Billing and shipping go to different addresses
      Given the tutorial's customer Jane Doe, not yet created
      And her default billing address is in Purchase and her default shipping address in Albany
      When the admin creates the customer
      Then the customer has the addresses that were sent
      And the default billing address is the one in Purchase
      And the default shipping address is the one in Albany

    @create_customer-32 @api
    Scenario: An address may stand beside the defaults
      Given the tutorial's customer Jane Doe, not yet created
      And she has a second address in Albany beside the default one
      When the admin creates the customer
      Then the customer has the addresses that were sent
      And the default billing address is the one in Purchase
      And the default shipping address is the one in Purchase

    @create_customer-33 @api
    Scenario: An address without flags is nobody's default
      Given the tutorial's customer Jane Doe, not yet created
      And her address is flagged neither for billing nor for shipping
      When the admin creates the customer
      Then the customer has the addresses that were sent
      And the customer has no default addresses

    @create_customer-34 @api
    Scenario: A customer without an address is created
      Given the tutorial's customer Jane Doe, not yet created
      And she has no address
      When the admin creates the customer
      Then the customer has the addresses that were sent
      And the customer has no default addresses

    @create_customer-47 @api @needs-second-street-line
    Scenario: A company and a second line of the street come back as sent
      Given the tutorial's customer Jane Doe, not yet created
      And her address has the company "Acme Inc" and the street "9 Elm St", "Suite 4"
      When the admin creates the customer
      Then the customer has the addresses that were sent

    @create_customer-70 @api @needs-one-street-line
    Scenario: A company comes back as sent where a street has one line
      Given the tutorial's customer Jane Doe, not yet created
      And her address has the company "Acme Inc"
      When the admin creates the customer
      Then the customer has the addresses that were sent

    @create_customer-56 @minor @api
    Scenario: An address's id is the shop's to give
      Given the tutorial's customer Jane Doe, not yet created
      And her address has the id 999999999
      When the admin creates the customer
      Then the customer has the addresses that were sent
      And the shop gave the address another id than 999999999

  Rule: An address is complete, or nothing is created

    @create_customer-35 @critical @api
    Scenario Outline: An address without <part> is refused
      Given the tutorial's customer Jane Doe, not yet created
      And her address has no <part>
      When the admin asks to create the customer
      Then it is refused: <part> is required
      And no customer was created and the e-mail is free

      Examples:
        | part      |
        | firstname |
        | lastname  |
        | street    |
        | city      |

      @needs-telephone-required
      Examples:
        | part      |
        | telephone |

      @needs-postcode-required
      Examples:
        | part     |
        | postcode |

    @create_customer-71 @api @needs-telephone-optional
    Scenario: A customer without a telephone number is created where the shop asks for none
      Given the tutorial's customer Jane Doe, not yet created
      And her address lacks a telephone number
      When the admin creates the customer
      Then the customer has the addresses that were sent

    @create_customer-72 @api @needs-postcode-optional
    Scenario: A customer without a postcode is created where her country needs none
      Given the tutorial's customer Jane Doe, not yet created
      And her address lacks a postcode
      When the admin creates the customer
      Then the customer has the addresses that were sent

    @create_customer-73 @critical @api @needs-more-fields
    Scenario: What a shop asks beyond a stock one is refused when it is missing
      Given the tutorial's customer Jane Doe, not yet created
      When the admin asks to create the customer once without each required field
      Then each time it is refused by the field's name
      And no customer was created and the e-mail is free

    @create_customer-36 @api @needs-telephone-required
    Scenario: Everything that an address lacks is reported at once
      Given the tutorial's customer Jane Doe, not yet created
      And her address has no street
      And her address has no city
      And her address has no telephone
      When the admin asks to create the customer
      Then it is refused: street, city and telephone are required
      And no customer was created and the e-mail is free

    @create_customer-74 @api @needs-telephone-optional
    Scenario: Everything else that an address lacks is reported at once where a telephone number is optional
      Given the tutorial's customer Jane Doe, not yet created
      And her address has no street
      And her address has no city
      When the admin asks to create the customer
      Then it is refused: street and city are required
      And no customer was created and the e-mail is free

    @create_customer-55 @api
    Scenario Outline: A street of <lines> is as good as none
      Given the tutorial's customer Jane Doe, not yet created
      And her address has a street of <lines>
      When the admin asks to create the customer
      Then it is refused: street is required
      And no customer was created and the e-mail is free

      Examples:
        | lines          |
        | no lines       |
        | one empty line |

    @create_customer-37 @minor @api
    Scenario: A street of a line more than the shop takes is refused
      Given the tutorial's customer Jane Doe, not yet created
      And her address has a street of a line too many
      When the admin asks to create the customer
      Then it is refused: the street has too many lines
      And no customer was created and the e-mail is free

  Rule: A region is taken by its id

    @create_customer-38 @api @needs-regions
    Scenario Outline: A region is refused: <fault>
      Given the tutorial's customer Jane Doe, not yet created
      And her address's region is <fault>
      When the admin asks to create the customer
      Then it is refused: the region does not exist
      And no customer was created and the e-mail is free

      Examples:
        | fault   |
        | unknown |

      @needs-other-countries
      Examples:
        | fault                  |
        | one of another country |

    @create_customer-39 @api @needs-regions
    Scenario: The region's id wins over its name
      Given the tutorial's customer Jane Doe, not yet created
      And her address's region has New York's id and the name "Texas"
      When the admin creates the customer
      Then the address's region is New York with its id

    @create_customer-40 @api
    Scenario: An address without a region is accepted
      Given the tutorial's customer Jane Doe, not yet created
      And her address has no region
      When the admin creates the customer
      Then the address has no region

    @create_customer-41 @minor @api @needs-regions
    Scenario: A region given by its code alone is not looked up
      Given the tutorial's customer Jane Doe, not yet created
      And her address's region is the code "NY" alone
      When the admin creates the customer
      Then the address has no region

    @create_customer-42 @api @needs-other-countries
    Scenario: A country without a list of regions takes any text for one
      Given the tutorial's customer Jane Doe, not yet created
      And her address is in London with the region "Greater London"
      When the admin creates the customer
      Then the address's region is "Greater London" without an id

  Rule: An address in an unknown country is silently dropped

    @create_customer-43 @critical @api
    Scenario: The customer is created without the address
      Given the tutorial's customer Jane Doe, not yet created
      And her address is in the country "XX"
      When the admin creates the customer
      Then the customer has no address
      And the customer has no default addresses

    @create_customer-54 @api
    Scenario: An address without a country is dropped as well
      Given the tutorial's customer Jane Doe, not yet created
      And her address has no countryId
      When the admin creates the customer
      Then the customer has no address
      And the customer has no default addresses

    @create_customer-44 @api
    Scenario: Of two addresses the other one is kept
      Given the tutorial's customer Jane Doe, not yet created
      And she has a second address in Albany beside the default one
      And her address is in the country "XX"
      When the admin creates the customer
      Then the customer has the address in Albany alone

  Rule: Where versions differ, she is created as she was sent or not at all

    @create_customer-52 @api
    Scenario Outline: <what> is kept, or refused in later versions
      Given the tutorial's customer Jane Doe, not yet created
      And <sent>
      When the admin asks to create the customer
      Then the customer is created as she was sent, or since Magento <since> refused: <reason>

      Examples:
        | what                        | sent                                  | since | reason                            |
        | Markup in a name            | she is called "<i>Jane</i>" "Doe"     | 2.4.4 | the first name is not valid       |
        | A formula in a name         | she is called "$(date)" "Doe"         | 2.4.4 | the first name is not valid       |
        | A slash in a city           | her address is in "Halle/Saale"       | 2.4.8 | the city is not valid             |
        | A dot in a telephone number | her telephone number is "512.5551111" | 2.4.8 | the telephone number is not valid |

    @create_customer-53 @critical @api
    Scenario: A guest's choice of customer group is kept, or refused in later versions
      Given the tutorial's customer Jane Doe, not yet created
      And her customer group's id is 1
      When a guest asks to create the customer
      Then the customer is created as she was sent, or since Magento 2.4.4 refused: not authorized for Magento_Customer::manage
