Feature: The loyalty card
  Every customer of ours has a loyalty card, whose number is an attribute of her account.

  @loyalty_card-01 @critical @api
  Scenario: The number of her card is kept
    Given the tutorial's customer Jane Doe, not yet created
    And the customer has the loyalty card "A-17-4"
    When the admin asks to create the customer
    Then the answer holds the loyalty card "A-17-4"

  @loyalty_card-02 @browser
  Scenario: Who has a card signs in as everybody does
    Given the tutorial's customer Jane Doe, not yet created
    And the customer has the loyalty card "A-17-5"
    And the customer is created
    When the customer signs in to the storefront with e-mail and password
    Then My Account shows the customer's name and e-mail

  @loyalty_card-03 @api
  Scenario Outline: A number of the <kind> cards is kept
    Given the tutorial's customer Jane Doe, not yet created
    And the customer has the loyalty card "<number>"
    When the admin asks to create the customer
    Then the answer holds the loyalty card "<number>"

    Examples:
      | kind | number    |
      | old  | 17A       |
      | new  | B-4711-08 |
