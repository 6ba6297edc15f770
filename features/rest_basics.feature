Feature: REST basics
  How Magento's REST API answers when a request is not what it expects; the step's other promises stand on it.

  Rule: A body says what it is written in

    @rest_basics-01 @api
    Scenario: JSON that cannot be decoded is refused
      When a customer is sent as JSON that breaks off
      Then it is refused: the JSON cannot be decoded

    @rest_basics-02 @api
    Scenario Outline: A body is refused when its content type is <content type>
      When a customer is sent with the content type "<header>"
      Then it is refused: <reason>

      Examples:
        | content type             | header                           | reason                             |
        | plain text               | text/plain                       | the content type is not understood |
        | JSON in another alphabet | application/json; charset=latin1 | the character set is not UTF-8     |

    @rest_basics-03 @api
    Scenario: A body without a content type is refused
      When a customer is sent without a content type
      Then it is refused: the content type is missing

    @rest_basics-12 @minor @api
    Scenario: A body may be XML
      When credentials without a password are sent as XML
      Then it is refused: password is required

  Rule: An answer is written in what was asked for

    @rest_basics-04 @api
    Scenario: An answer comes as XML when XML is asked for
      When XML is asked for the store views
      Then the answer is XML and lists the store view under test

  Rule: A body has the fields that the call knows

    @rest_basics-05 @critical @api
    Scenario: The refusal of a body without the customer names what it lacks
      When an empty body is sent in place of a customer
      Then it is refused: customer is required

    @rest_basics-11 @minor @api
    Scenario: A parameter in the query wins over the body
      Given the tutorial's customer Jane Doe of the store view under test
      When the customer asks for a customer token with an unknown e-mail in the query
      Then it is refused: the sign-in is not correct

    @rest_basics-06 @api
    Scenario: A field that Magento does not know leaves nothing behind
      Given the tutorial's customer Jane Doe, not yet created
      And she has the field "nickname2", which Magento does not know
      When the admin asks to create the customer
      Then the field is refused by its name, by older versions as an internal error
      And no customer was created and the e-mail is free

    @rest_basics-07 @api
    Scenario: A text where a number belongs is refused
      Given the tutorial's customer Jane Doe, not yet created
      And her store view's id is the text "abc"
      When the admin asks to create the customer
      Then it is refused: the value has the wrong type
      And no customer was created and the e-mail is free

  Rule: A route has its own methods

    @rest_basics-08 @minor @api
    Scenario Outline: <method> is refused on <route>
      When <method> is sent to the route of <route>
      Then it is refused: no such route

      Examples:
        | method | route              |
        | DELETE | the store views    |
        | GET    | the customer token |

  Rule: A route does not mind how it is spelled

    @rest_basics-09 @minor @api
    Scenario: A slash at the end of a route makes no difference
      When the admin reads the store views with a slash at the end
      Then the list is the same as for the whole shop
