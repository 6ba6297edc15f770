@tutorial
Feature: Order processing, step 6: a customer of the us store view
  Adobe's tutorial "Order Processing with Inventory Management" creates a customer who belongs to the us store
  view, gets her token, and looks at her default addresses in the storefront. Every scenario makes a customer of
  its own and deletes her over REST afterwards.

  @order_processing_step_6-01 @smoke @critical @api @browser @mobile
  Scenario: The whole step: ids, customer, customer token, Address Book
    When the admin reads the store views
    Then the store view under test is listed once
    And its id and its website's id agree with the shop's store configs
    Given the tutorial's customer Jane Doe, not yet created
    When the admin creates the customer
    Then the customer has the name, e-mail, store view and website that were sent
    And the customer has exactly the one address that was sent
    And that address is the customer's default billing and default shipping address
    When the customer gets a customer token with e-mail and password
    Then the token opens the customer's own account
    When the customer signs in to the storefront with e-mail and password
    And the customer selects My Account in the menu at the account name
    And the customer opens the Address Book
    Then the default billing box shows the address that was sent
    And the default shipping box shows the address that was sent

  Rule: The admin finds the ids of the store view

    @order_processing_step_6-02 @critical @api
    Scenario: The store view is listed with the ids that a customer needs
      When the admin reads the store views
      Then the store view under test is listed once
      And its id and its website's id agree with the shop's store configs

  Rule: The admin creates the customer

    @order_processing_step_6-03 @critical @api
    Scenario: The customer is created as she was sent, with one address for billing and shipping
      Given the tutorial's customer Jane Doe, not yet created
      When the admin creates the customer
      Then the customer has the name, e-mail, store view and website that were sent
      And the customer was created in the store view by its name
      And the customer has exactly the one address that was sent
      And that address is the customer's default billing and default shipping address

  Rule: The customer gets her token

    @order_processing_step_6-04 @critical @api
    Scenario: The customer's token opens her own account
      Given the tutorial's customer Jane Doe of the store view under test
      When the customer gets a customer token with e-mail and password
      Then the token opens the customer's own account

  Rule: The customer verifies her addresses in the storefront

    @order_processing_step_6-05 @critical @browser @mobile
    Scenario: My Account greets the customer with her name and e-mail
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer is signed in to the storefront
      When the customer selects My Account in the menu at the account name
      Then My Account shows the customer's name and e-mail

    @order_processing_step_6-06 @critical @browser @mobile
    Scenario: The Address Book shows the default billing and the default shipping address
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer is signed in to the storefront
      When the customer opens the Address Book
      Then the default billing box shows the address that was sent
      And the default shipping box shows the address that was sent
