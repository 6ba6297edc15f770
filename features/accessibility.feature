Feature: Accessibility of the customer's pages
  Signing in, My Account and the Address Book can be used by people who see, hear or move otherwise: axe-core finds
  nothing that keeps them out. The shop's setting "accessibility" says from which impact on a violation fails. What is
  lighter stands in the report alone, as does everything where the setting is missing.

  Rule: The pages hold in a wide window and in a phone's

    @accessibility-01 @accessibility @minor @browser
    Scenario Outline: The sign-in page is accessible, <width> pixels wide
      Given a browser window that is <width> pixels wide
      When a guest asks for My Account
      Then the storefront asks to sign in
      And the page has no accessibility violation that the shop's settings fail

      Examples:
        | width |
        | 1280  |
        | 390   |

    @accessibility-02 @accessibility @minor @browser
    Scenario Outline: A refused sign-in is accessible, <width> pixels wide
      Given the tutorial's customer Jane Doe of the store view under test
      And a browser window that is <width> pixels wide
      When the customer tries to sign in with a wrong password
      Then the storefront refuses the sign-in
      And the page has no accessibility violation that the shop's settings fail

      Examples:
        | width |
        | 1280  |
        | 390   |

    @accessibility-03 @accessibility @minor @browser
    Scenario Outline: My Account is accessible, <width> pixels wide
      Given the tutorial's customer Jane Doe of the store view under test
      And a browser window that is <width> pixels wide
      And the customer is signed in to the storefront
      When the customer asks for My Account
      Then My Account shows the customer's name and e-mail
      And the page has no accessibility violation that the shop's settings fail

      Examples:
        | width |
        | 1280  |
        | 390   |

    @accessibility-04 @accessibility @minor @browser
    Scenario Outline: The Address Book is accessible, <width> pixels wide
      Given the tutorial's customer Jane Doe of the store view under test
      And a browser window that is <width> pixels wide
      And the customer is signed in to the storefront
      When the customer opens the Address Book
      Then the Address Book is shown
      And the page has no accessibility violation that the shop's settings fail

      Examples:
        | width |
        | 1280  |
        | 390   |
