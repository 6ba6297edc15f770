Feature: The whole step, in plain pytest-bdd

  Scenario: ids, customer, customer token, Address Book
    Given the ids of the store view
    When the admin creates the customer
    And she asks for her customer token
    Then the token opens her own account
    When she signs in and opens the Address Book
    Then it shows both default addresses
