Feature: Store views: the ids that tie a customer to a store view
  Before a customer can be created, the store view's id and its website's id are looked up over REST. Ids are a
  shop's own, so they are found by the store view's code.

  Rule: The admin sees every store view of the shop

    @store_views-01 @critical @api
    Scenario: Every store view is listed with its ids, its code, its name and whether it is active
      When the admin reads the store views
      Then every store view has an id and a code of its own, a name, and is active or not

    @store_views-02 @api
    Scenario: The admin's own store view is listed with the id 0
      When the admin reads the store views
      Then the store view "admin" is listed with id 0 and website id 0

    @store_views-03 @api
    Scenario: Every store view belongs to a website and to a store group that exist
      When the admin reads the store views
      Then the website of every store view is one of the shop's websites
      And the store group of every store view is one of the shop's store groups

    @store_views-04 @api
    Scenario Outline: The list is the same, asked <scope>
      When the admin reads the store views <scope>
      Then the list is the same as for the whole shop

      Examples:
        | scope                          |
        | in the scope of the store view |
        | without naming a scope         |

      @needs-second-website
      Examples:
        | scope                           |
        | in the scope of another website |

    @store_views-13 @api
    Scenario: Every website is listed with its id, its code, its name and its default store group
      When the admin reads the websites
      Then every website has an id and a code of its own, a name, and a default store group that exists
      And the website "admin" is listed with id 0

    @store_views-05 @minor @api
    Scenario: Only the fields asked for are listed
      When the admin asks for the store views' ids and codes alone
      Then every store view is listed with its id and its code alone

  Rule: The store configs tell where a store view's storefront is

    @store_views-06 @critical @api
    Scenario: The store config names the store view's ids, its locale and its storefront's URL
      When the admin reads the store config of the store view under test
      Then it is the only one and names the store view's id and its website's id
      And it names a locale and the URL of a storefront

  Rule: Nobody but the admin sees them

    @store_views-07 @critical @api @needs-closed-store-endpoints
    Scenario: The store views are refused to a guest
      When a guest asks for the store views
      Then it is refused: not authorized for Magento_Backend::store

    @store_views-14 @api @needs-closed-store-endpoints
    Scenario Outline: The <list> are refused to a guest
      When a guest asks for the <list>
      Then it is refused: not authorized for Magento_Backend::store

      Examples:
        | list          |
        | websites      |
        | store groups  |
        | store configs |

    @store_views-08 @critical @api @needs-closed-store-endpoints
    Scenario: The store views are refused to an unknown token
      When somebody with an unknown token asks for the store views
      Then it is refused: not authorized for Magento_Backend::store

    @store_views-09 @api @needs-closed-store-endpoints @needs-admin-token
    Scenario: The store views are refused to a token in quotes
      When somebody with the admin token in quotes asks for the store views
      Then it is refused: not authorized for Magento_Backend::store

    @store_views-10 @critical @api @needs-closed-store-endpoints
    Scenario: The store views are refused to a customer
      Given the tutorial's customer Jane Doe of the store view under test
      And the customer has a customer token
      When the customer asks for the store views
      Then it is refused: not authorized for Magento_Backend::store

    @store_views-60 @minor @api @needs-guest-access
    Scenario: Where guests may read the store views they see what the admin sees
      When a guest reads the store views
      Then the list is the same as for the whole shop

  Rule: A wrong URL is named as such

    @store_views-11 @api
    Scenario: An unknown store code is refused
      When the admin asks for the store views in the scope of an unknown store code
      Then it is refused: the request cannot be processed

    @store_views-12 @api
    Scenario: An unknown route is refused
      When the admin asks for a route that does not exist
      Then it is refused: no such route
