Feature: Deleting a customer
  The admin deletes a customer over REST; nobody else does. Nothing of her is left, and her e-mail is free.

  Rule: The admin deletes a customer for good

    @delete_customer-01 @critical @api
    Scenario: A deleted customer is found neither by her id nor by her e-mail
      Given the tutorial's customer Jane Doe of the store view under test
      When the admin deletes the customer
      Then the customer is deleted
      And the admin finds no customer with that id or that e-mail

    @delete_customer-02 @api @needs-manage
    Scenario: Her addresses are gone with her
      Given the tutorial's customer Jane Doe of the store view under test
      When the admin deletes the customer
      Then the customer is deleted
      And the admin finds none of the customer's addresses

    @delete_customer-03 @critical @api
    Scenario: A customer who is gone cannot be deleted again
      Given the tutorial's customer Jane Doe of the store view under test
      And the admin has deleted the customer
      When the admin asks to delete the customer
      Then it is refused: the customer does not exist

    @delete_customer-08 @minor @api
    Scenario: An id that nobody can have deletes nobody
      When the admin asks to delete the customer with the id -1
      Then it is refused: the customer does not exist

    @delete_customer-04 @api
    Scenario: The e-mail of a deleted customer is free
      Given the tutorial's customer Jane Doe of the store view under test
      And the admin has deleted the customer
      When the admin creates the customer again
      Then the new customer has the same e-mail and another id

    @delete_customer-05 @api @browser
    Scenario: A deleted customer is signed out of the storefront
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer is signed in to the storefront
      And the admin has deleted the customer
      When the customer asks for My Account
      Then the storefront asks to sign in

  Rule: Nobody else deletes her

    @delete_customer-06 @critical @api
    Scenario: She cannot delete herself
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer has a customer token
      When the customer asks to delete herself
      Then it is refused: not authorized for Magento_Customer::delete
      And the admin finds one customer with that e-mail

    @delete_customer-07 @critical @api
    Scenario: A guest cannot delete her
      Given the tutorial's customer Jane Doe of the store view under test
      When a guest asks to delete the customer
      Then it is refused: not authorized for Magento_Customer::delete
      And the admin finds one customer with that e-mail
