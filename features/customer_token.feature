Feature: The customer token
  With e-mail and password, and no token of the admin's, a customer gets a token for calls on her own behalf.
  It opens what is hers and nothing else.

  Rule: The token opens what is the customer's own

    @customer_token-27 @critical @api
    Scenario: The token shows her record as it was created
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer has a customer token
      When the customer reads her own account
      Then the account is the customer's own

    @customer_token-41 @critical @api
    Scenario: Her account holds neither her password nor anything made of it
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer has a customer token
      When the customer asks for her own account
      Then the answer holds no field that is secret

    @customer_token-01 @critical @api
    Scenario: The token shows her default addresses
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer has a customer token
      When the customer reads her default billing and default shipping address
      Then each is the address that was sent, with both flags

    @customer_token-02 @api
    Scenario: Without default addresses the token shows none
      Given the tutorial's customer Jane Doe, not yet created
      And her address is flagged neither for billing nor for shipping
      And the customer is created
      And the customer has a customer token
      When the customer asks for her default billing and default shipping address
      Then both answers are empty

    @customer_token-03 @api
    Scenario: A token asked with the e-mail in capitals is as good
      Given the tutorial's customer Jane Doe of the store view under test
      When the customer gets a customer token with the e-mail in capitals
      Then the token opens the customer's own account

    @customer_token-33 @minor @api
    Scenario: A worthless token does not keep her from getting her own
      Given the tutorial's customer Jane Doe of the store view under test
      When the customer gets a customer token with an unknown token in hand
      Then the token opens the customer's own account

    @customer_token-04 @api
    Scenario: Two tokens are good at the same time
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer has a customer token
      When the customer gets another customer token with e-mail and password
      Then the token opens the customer's own account
      And the customer's first token still opens her account

    @customer_token-36 @api
    Scenario: A later token shows the same default billing address
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer has a customer token
      When the customer gets a customer token with e-mail and password
      Then both tokens show the same default billing address

  Rule: The token opens nothing else

    @customer_token-05 @critical @api
    Scenario: Another customer's id in the query gives her own account all the same
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer has a customer token
      And another customer of the same website
      When the customer reads her own account with the other customer's id in the query
      Then the account is the customer's own

    @customer_token-30 @critical @api
    Scenario: Another customer's id in a change changes her own account alone
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer has a customer token
      And another customer of the same website
      When the customer changes her first name to "Janet" with the other customer's id in the body
      Then the customer's own first name is "Janet"
      And the other customer's record is as it was

    @customer_token-39 @critical @api
    Scenario: Another customer's address cannot be changed over REST
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer has a customer token
      And another customer of the same website
      When the customer asks to save an address under the id of the other customer's
      Then it is refused: the address is not hers
      And the other customer's record is as it was

    @customer_token-40 @api
    Scenario Outline: <what> is marked not to be stored
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer has a customer token
      When the customer asks for <call>
      Then the answer is marked not to be stored

      Examples:
        | what        | call                                      |
        | Her account | her own account                           |
        | Her token   | a customer token with e-mail and password |

    @customer_token-06 @critical @api
    Scenario Outline: What is the admin's is refused to her: <what>
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer has a customer token
      When the customer asks for <what>
      Then it is refused: not authorized for <resource>

      Examples:
        | what                          | resource                   |
        | her record as the admin does  | Magento_Customer::customer |
        | the customers with her e-mail | Magento_Customer::customer |

    @customer_token-07 @critical @api
    Scenario: Her account is refused to a guest
      When a guest asks for the own account
      Then it is refused: not authorized for self

    @customer_token-28 @api
    Scenario: The admin's own token opens no customer's account
      When the admin asks for the own account
      Then it is refused, for the admin is no customer

    @customer_token-31 @critical @api @needs-jwt
    Scenario Outline: A token forged in another customer's name opens nothing: <forgery>
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer has a customer token
      And another customer of the same website
      When the customer asks for the other customer's account with a token <forgery>
      Then it is refused: not authorized for self

      Examples:
        | forgery                          |
        | that bears her own's signature   |
        | that claims to need no signature |

    @customer_token-08 @api
    Scenario Outline: Her account is refused to <token>
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer has a customer token
      When somebody asks for the own account with <token>
      Then it is refused: not authorized for self

      Examples:
        | token                           |
        | her token and a letter more     |
        | her token with a letter changed |
        | her token in quotes             |

    @customer_token-37 @critical @api @browser
    Scenario: The storefront's session alone does not open her account over REST
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer is signed in to the storefront
      When the customer's browser asks for her own account over REST
      Then it is refused: not authorized for self

    @customer_token-38 @minor @api @browser
    Scenario: The storefront's own scripts need no token
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer is signed in to the storefront
      When the storefront's own script reads the customer's own account over REST
      Then the account is the customer's own

    @customer_token-09 @api
    Scenario: A deleted customer's token opens nothing
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer has a customer token
      And the admin has deleted the customer
      When the customer asks for her own account
      Then it is refused: not authorized for self

  Rule: The token belongs to its website

    @customer_token-29 @api @needs-second-store-view
    Scenario: The token opens her account in another store view of her website
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer has a customer token
      When the customer reads her own account in another store view of her website
      Then the account is the customer's own

    @customer_token-10 @critical @api @needs-second-website @needs-accounts-per-website
    Scenario: No token is given in the scope of another website
      Given the tutorial's customer Jane Doe of the store view under test
      When the customer asks for a customer token in the scope of another website
      Then it is refused: the sign-in is not correct

    @customer_token-11 @critical @api
    Scenario: The token does not open her account in the scope of the whole shop
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer has a customer token
      When the customer asks for her own account in the scope of the whole shop
      Then it is refused: not authorized for self

    @customer_token-12 @api @needs-second-website @needs-accounts-per-website
    Scenario: The token does not open an account in the scope of another website
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer has a customer token
      When the customer asks for her own account in the scope of another website
      Then it is refused: not authorized for self

    @customer_token-35 @api @needs-shared-accounts
    Scenario: Where websites share accounts the token opens hers in the scope of another website
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer has a customer token
      When the customer reads her own account in the scope of another website
      Then the account is the customer's own

  Rule: Who cannot sign in does not learn why

    @customer_token-13 @critical @api
    Scenario Outline: No token is given for <credentials>
      Given the tutorial's customer Jane Doe of the store view under test
      When somebody asks for a customer token with <credentials>
      Then it is refused: the sign-in is not correct

      Examples:
        | credentials                     |
        | her e-mail and a wrong password |
        | an unknown e-mail               |
        | her e-mail and a blank too many |

    @customer_token-14 @api
    Scenario: No token is given for an account without a password
      Given the tutorial's customer Jane Doe, not yet created
      And her password is left out
      And the customer is created
      When the customer asks for a customer token with e-mail and password
      Then it is refused: the sign-in is not correct

    @customer_token-24 @critical @api
    Scenario: Nobody learns from the answer which accounts there are
      Given the tutorial's customer Jane Doe of the store view under test
      And another customer of the same website, without a password
      When somebody asks for a token with a wrong password, an unknown e-mail and no password to match
      Then the three answers are the same to the letter

    @customer_token-15 @critical @api
    Scenario Outline: The refusal of a request without <missing> names what it lacks
      When somebody asks for a customer token without <missing>
      Then it is refused: <reason>

      Examples:
        | missing               | reason                             |
        | username              | username is required               |
        | password              | password is required               |
        | username and password | username and password are required |

    @customer_token-16 @api
    Scenario: The refusal of empty credentials names both
      When somebody asks for a customer token with empty credentials
      Then it is refused: username and password are required

  Rule: Wrong passwords lock the customer out, for a while

    @customer_token-17 @api @lockout @needs-lock-over-rest
    Scenario: After one wrong password fewer than lock her out the right one is still good
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer has given one wrong password fewer than lock her out over REST
      When the customer gets a customer token with e-mail and password
      Then the token opens the customer's own account

    @customer_token-18 @critical @api @lockout @needs-lock-over-rest
    Scenario: After as many wrong passwords as lock her out the right one is refused
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer has given as many wrong passwords as lock her out over REST
      When the customer asks for a customer token with e-mail and password
      Then it is refused: the sign-in is not correct

    @customer_token-20 @api @browser @lockout @needs-later-account-lock
    Scenario: Who is locked out over REST may still sign in to the storefront
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer has given as many wrong passwords as lock her out over REST
      When the customer signs in to the storefront with e-mail and password
      Then My Account shows the customer's name and e-mail

    @customer_token-26 @minor @api @lockout @needs-lock-over-rest
    Scenario: An e-mail is locked out before anybody has it
      Given the tutorial's customer Jane Doe, not yet created
      And the customer has given as many wrong passwords as lock an e-mail out
      And the customer is created
      When the customer asks for a customer token with e-mail and password
      Then it is refused: the sign-in is not correct

    @customer_token-19 @minor @api @lockout @needs-before-2.4.8 @needs-account-lock
    Scenario: Before 2.4.8 wrong passwords lock her account, a right one over REST in between or not
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer has given as many wrong passwords as lock her account, with right ones in between
      When the customer asks for a customer token with e-mail and password
      Then it is refused: the sign-in is not correct

    @customer_token-73 @minor @api @lockout @needs-before-2.4.8 @needs-account-lock
    Scenario: Before 2.4.8 one wrong password fewer than lock an account leaves it open
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer has given one wrong password fewer than lock the account, with right ones in between
      When the customer gets a customer token with e-mail and password
      Then the token opens the customer's own account

    @customer_token-60 @minor @api @lockout @needs-2.4.8 @needs-account-lock
    Scenario: Since 2.4.8 a right password over REST makes the wrong ones before it forgotten
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer has given as many wrong passwords as lock her account, with right ones in between
      When the customer gets a customer token with e-mail and password
      Then the token opens the customer's own account

    @customer_token-70 @minor @api @lockout @needs-no-account-lock
    Scenario: Where the shop locks no account any number of wrong passwords leaves hers open
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer has given more wrong passwords than lock an account on a stock shop, with right ones in between
      When the customer gets a customer token with e-mail and password
      Then the token opens the customer's own account

    @customer_token-25 @api @browser @lockout @needs-before-2.4.8 @needs-account-lock
    Scenario: Before 2.4.8 they close the storefront to her as well, a right one in between or not
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer has given as many wrong passwords as lock her account, with right ones in between
      When the customer tries to sign in with e-mail and password
      Then the storefront refuses the sign-in

    @customer_token-61 @minor @api @browser @lockout @needs-2.4.8 @needs-account-lock
    Scenario: Since 2.4.8 a right password over REST keeps the storefront open to her
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer has given as many wrong passwords as lock her account, with right ones in between
      When the customer signs in to the storefront with e-mail and password
      Then My Account shows the customer's name and e-mail

    @customer_token-71 @minor @api @browser @lockout @needs-lock-before-captcha
    Scenario: After one wrong password fewer than lock an account the storefront lets the customer in
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer has given one wrong password fewer than lock the account, over REST and then in the form
      When the customer signs in to the storefront with e-mail and password
      Then My Account shows the customer's name and e-mail

    @customer_token-72 @api @browser @lockout @needs-lock-before-captcha
    Scenario: After as many wrong passwords as lock an account the storefront refuses the right one
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer has given as many wrong passwords as lock the account, over REST and then in the form
      When the customer tries to sign in with e-mail and password
      Then the storefront refuses the sign-in

  Rule: A token ends

    @customer_token-21 @api @needs-jwt
    Scenario: The token says that it is good for as long as the shop's settings say
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer has a customer token
      When the customer reads what her token says of itself
      Then the token names the customer and is good for the expected time

    @customer_token-22 @critical @api @needs-revocation
    Scenario: A revoked token opens nothing, nor does any other of hers
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer has a customer token
      And the customer has a second customer token
      And the shop's clock has moved on by a second
      When the customer revokes her tokens
      Then neither of the customer's tokens opens her account

    @customer_token-32 @api @needs-revocation
    Scenario: After a revocation a new token is good
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer has a customer token
      And the customer has revoked her tokens
      When the customer gets a customer token again, a moment later
      Then the token opens the customer's own account

    @customer_token-34 @api @browser @needs-revocation
    Scenario: Revoking her tokens does not sign her out of the storefront
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer has a customer token
      And the customer is signed in to the storefront
      When the customer revokes her tokens
      Then My Account still opens

    @customer_token-23 @api @needs-revocation
    Scenario: Revocation is refused to a guest
      When a guest asks to revoke a customer token
      Then it is refused: not authorized for self
