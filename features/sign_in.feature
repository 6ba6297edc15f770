Feature: Signing in to the storefront
  A customer signs in with e-mail and password in a browser, and nobody else does. Who is not signed in is sent to
  the sign-in page; who signs out is.

  Rule: The right e-mail and password sign the customer in

    @sign_in-01 @critical @browser @mobile @needs-greeting
    Scenario: The header greets her by her name
      Given the tutorial's customer Jane Doe of the store view under test
      When the customer signs in to the storefront with e-mail and password
      Then the header greets the customer by name

    @sign_in-19 @browser @needs-greeting
    Scenario: The header greets a name with an ampersand, an apostrophe and accents
      Given the tutorial's customer Jane Doe, not yet created
      And she is called "Zoë & Co" "D'Artagnan"
      And the customer is created
      When the customer signs in to the storefront with e-mail and password
      Then the header greets the customer by name
      And My Account shows the customer's name and e-mail

    @sign_in-15 @browser @mobile @needs-greeting
    Scenario: A browser that has seen the shop as a guest greets her as well
      Given the tutorial's customer Jane Doe of the store view under test
      And the browser has been at the home page as a guest
      When the customer signs in to the storefront with e-mail and password
      Then the header greets the customer by name

    @sign_in-17 @browser @mobile
    Scenario: Her e-mail in capitals is as good
      Given the tutorial's customer Jane Doe of the store view under test
      When the customer signs in to the storefront with the e-mail in capitals
      Then My Account shows the customer's name and e-mail

    @sign_in-02 @browser @mobile
    Scenario: The account menu leads to My Account and to the way out
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer is signed in to the storefront
      When the customer opens the menu at the account name
      Then the menu offers My Account and signing out

    @sign_in-18 @minor @browser @mobile
    Scenario: My Account is titled and headed as the menu calls it
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer is signed in to the storefront
      When the customer selects My Account in the menu at the account name
      Then My Account is titled and headed as the menu calls it

    @sign_in-03 @browser @mobile
    Scenario: Who is signed in already is led on from the sign-in page
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer is signed in to the storefront
      When the customer asks for the sign-in page
      Then My Account shows the customer's name and e-mail

  Rule: Anything else is refused without saying why

    @sign_in-04 @critical @browser @mobile
    Scenario: A wrong password is refused, and the e-mail stays in the form
      Given the tutorial's customer Jane Doe of the store view under test
      When the customer tries to sign in with a wrong password
      Then the storefront refuses the sign-in
      And the form keeps the e-mail and forgets the password

    @sign_in-05 @critical @browser @mobile
    Scenario: An unknown e-mail is refused in the same words
      Given the tutorial's customer Jane Doe, not yet created
      When the customer tries to sign in with e-mail and password
      Then the storefront refuses the sign-in
      And My Account is closed

    @sign_in-06 @browser @needs-second-website @needs-accounts-per-website
    Scenario: A customer of another website is refused in the same words
      Given the tutorial's customer Jane Doe of another website
      When the customer tries to sign in with e-mail and password
      Then the storefront refuses the sign-in
      And My Account is closed

    @sign_in-07 @browser @mobile
    Scenario: A form without e-mail and password is refused
      Given a guest at the sign-in page
      When the guest sends the form without e-mail and password
      Then the form is refused
      And My Account is closed

    @sign_in-08 @browser @mobile
    Scenario: A malformed e-mail is refused
      Given a guest at the sign-in page
      When the guest sends the form with the e-mail "not-an-email"
      Then the form refuses the e-mail and sends nothing
      And My Account is closed

    @sign_in-09 @browser
    Scenario: A form that has lost its key is refused
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer has filled in the sign-in form and lost her cookies
      When the customer sends the form
      Then the form is refused
      And My Account is closed

  Rule: A guest is sent to the sign-in page, and back

    @sign_in-10 @critical @browser @mobile
    Scenario Outline: <page> is closed to a guest
      When a guest asks for <page>
      Then the storefront asks to sign in

      Examples:
        | page             |
        | My Account       |
        | the Address Book |

    @sign_in-11 @critical @browser @mobile
    Scenario: Signing in leads back to the page asked for
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer was sent to the sign-in page when she asked for the Address Book
      When the customer signs in where she was sent
      Then the Address Book is shown

  Rule: A session is its customer's alone

    @sign_in-20 @critical @browser
    Scenario: Signing in hands the session over in a cookie that is kept from others
      Given the tutorial's customer Jane Doe of the store view under test
      When the customer sends the sign-in form with e-mail and password
      Then the session's cookie is kept from scripts, from other sites' forms and from plain http

    @sign_in-21 @critical @browser
    Scenario: A session known from before signing in opens nothing
      Given the tutorial's customer Jane Doe of the store view under test
      And somebody knows the id of the customer's session as a guest
      When the customer signs in to the storefront with e-mail and password
      Then the customer's session has another id
      And the known id opens nothing

    @sign_in-22 @critical @browser
    Scenario: A session known from before signing out opens nothing
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer is signed in to the storefront
      And somebody knows the id of the customer's session
      When the customer signs out
      Then the known id opens nothing

    @sign_in-23 @browser
    Scenario Outline: <page> is marked not to be stored
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer is signed in to the storefront
      When the customer asks for <page>
      Then the page is marked not to be stored

      Examples:
        | page             |
        | My Account       |
        | the Address Book |

  Rule: Signing out ends the session

    @sign_in-12 @critical @browser @mobile
    Scenario: After signing out My Account is closed
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer is signed in to the storefront
      When the customer signs out
      Then My Account is closed

    @sign_in-13 @browser @mobile
    Scenario: The back button brings nothing back
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer is signed in to the storefront
      And the customer has signed out
      When the customer goes back in the browser
      Then the storefront asks to sign in

    @sign_in-16 @api @browser
    Scenario: Her customer token outlives the session
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer has a customer token
      And the customer is signed in to the storefront
      When the customer signs out
      Then the customer's first token still opens her account

    @sign_in-14 @browser
    Scenario: A second browser stays signed in
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer is signed in to the storefront
      And the customer is signed in in a second browser
      When the customer signs out
      Then My Account still opens in the second browser

  Rule: A keyboard is enough

    @sign_in-24 @browser @accessibility @needs-wide-window
    Scenario: By keyboard alone the way leads to the Address Book and out again
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer has signed in by keyboard alone
      And the customer has opened My Account in the menu by keyboard alone
      And the customer has opened the Address Book by keyboard alone
      When the customer signs out by keyboard alone
      Then My Account is closed
