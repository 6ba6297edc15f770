"""Magento's message texts by name, in English; `sandbox/languages.py` translates them."""

NOT_AUTHORIZED = "The consumer isn't authorized to access %resources."
SIGN_IN_REFUSED = (
    "The account sign-in was incorrect or your account is disabled temporarily. "
    "Please wait and try again later."
)
SIGN_IN_REFUSED_OTHERWISE = "Invalid login or password."
NO_SUCH_ACCOUNT = "There is no account with this email address."
REQUIRED = '"%fieldName" is required. Enter and try again.'
SEVERAL_ERRORS = "One or more input exceptions have occurred."
INVALID_VALUE = 'Invalid value of "%value" provided for the %fieldName field.'
NO_SUCH_ENTITY = "No such entity with %fieldName = %fieldValue"
NO_SUCH_ATTRIBUTE_OF_ENTITY = "No such entity with entityType = %entityType, attributeCode = %attributeCode"
NO_SUCH_ENTITY_TWO_FIELDS = "No such entity with %fieldName = %fieldValue, %field2Name = %field2Value"
INTERNAL_ERROR = "Internal Error. Details are available in Magento log file. Report ID: {report}"
RUN_FAILED = "An error has happened during application run. See exception log for details."

NO_ROUTE = "Request does not match any route."
NO_SUCH_SCOPE = "Specified request cannot be processed."
INVALID_METHOD = "Request method is invalid."
UNSUPPORTED_METHOD = "The {method} HTTP method is not supported."
DECODING_ERROR = "Decoding error."
CONTENT_TYPE_EMPTY = "Content-Type header is empty."
CONTENT_TYPE_INVALID = "Content-Type header is invalid."
CONTENT_TYPE_UNKNOWN = "Server cannot understand Content-Type HTTP header media type {media_type}"
ONLY_UTF_8 = "UTF-8 is the only supported charset."
PROPERTY_NOT_SUPPORTED = '"%fieldName" is not supported. Correct the field name and try again.'
VALUE_NOT_VALID = '"%field_name" does not contains valid value.'
WRONG_TYPE = 'The "{value}" value\'s type is invalid. The "{type}" type was expected. Verify and try again.'
WRONG_FIELD = 'Error occurred during "{field}" processing. {details}'

TWO_FACTOR_NOT_FORCED = "Please ask an administrator with sufficient access to configure 2FA first"
TWO_FACTOR_NOT_CONFIGURED = (
    "You are required to configure personal Two-Factor Authorization in order to login. "
    "Please check your email."
)
TWO_FACTOR_ELSEWHERE = "Please use the 2fa provider-specific endpoints to obtain a token."
PROVIDER_NOT_ALLOWED = "Provider is not allowed."
PROVIDER_NOT_CONFIGURED = "Provider is not configured."
INVALID_CODE = "Invalid code."

MORE_PERMISSIONS_NEEDED = "More permissions are needed to access this."
OAUTH_VERSION_NOT_SUPPORTED = 'The "%1" Oauth version isn\'t supported.'
TOKEN_LENGTH_INVALID = "The token length is invalid. Check the length and try again."
SIGNATURE_METHOD_NOT_SUPPORTED = "Signature method %1 is not supported"
CONSUMER_KEY_LENGTH_INVALID = "Consumer key is not the correct length"
NO_SUCH_CONSUMER = "A consumer having the specified key does not exist"
NO_SUCH_TOKEN = "Specified token does not exist"
NONCE_NOT_VALIDATED = "An error occurred validating the nonce"
NONCE_USED = "The nonce is already being used by the consumer with ID %1"
SIGNATURE_INVALID = "The signature is invalid. Verify and try again."

RECAPTCHA_FAILED = "ReCaptcha validation failed, please try again"

PASSWORD_TOO_SHORT = "The password needs at least %1 characters. Create a new password and try again."
PASSWORD_TOO_LONG = "Please enter a password with at most %1 characters."
PASSWORD_TOO_SIMPLE = (
    "Minimum of different classes of characters in password is %1. "
    "Classes of characters: Lower Case, Upper Case, Digits, Special Characters."
)
PASSWORD_HAS_OUTER_SPACE = "The password can't begin or end with a space. Verify the password and try again."
PASSWORD_IS_EMAIL = (
    "The password can't be the same as the email address. Create a new password and try again."
)
PASSWORD_DOES_NOT_MATCH = "The password doesn't match this account. Verify the password and try again."
NO_SUCH_COUNTRY = "The country isn't available."
ACCOUNT_ACTIVE = "The account is already active."
ACCOUNT_NOT_CONFIRMED = "This account isn't confirmed. Verify and try again."
CONFIRMATION_KEY_INVALID = "The confirmation token is invalid. Verify the token and try again."
ACCOUNT_LOCKED = "The account is locked."

EMAIL_REQUIRED = "The email address is required to create a customer account."
EMAIL_MISSING = "The customer email is missing. Enter and try again."
EMAIL_TAKEN = "A customer with the same email address already exists in an associated website."
CUSTOMER_EXISTS = "This customer already exists in this store."
STORE_NOT_IN_WEBSITE = "The store view is not in the associated website."
STORE_NOT_FOUND = "The store that was requested wasn't found. Verify the store and try again."
WEBSITE_NOT_FOUND = (
    "The website with id {website_id} that was requested wasn't found. Verify the website and try again."
)
NO_SUCH_GROUP = "The specified customer group id does not exist."
REQUIRED_VALUE = '"{label}" is a required value.'
EMPTY_ATTRIBUTE = "The {label} attribute value is empty. Set the attribute and try again."
EMAIL_MALFORMED = '"Email" is not a valid email address.'
EMAIL_TOO_LONG = '"Email" uses too many characters.'
HOSTNAME_INVALID = '"Email" is not a valid hostname.'
TOP_LEVEL_DOMAIN_UNKNOWN = (
    "'{host}' looks like a DNS hostname but we cannot match the TLD against known TLDs."
)
TOP_LEVEL_DOMAIN_UNREADABLE = "'{host}' looks like a DNS hostname but cannot extract TLD part."
DASH_MISPLACED = "'{host}' looks like a DNS hostname but contains a dash in an invalid position."
HOST_LABEL_INVALID = (
    "'{host}' looks like a DNS hostname but we cannot match it against the hostname schema for TLD '{tld}'."
)
IP_ADDRESS_REFUSED = "'{host}' looks like an IP address, which is not an acceptable format."
LOCAL_NAME_REFUSED = "'{host}' looks like a local network name, which is not an acceptable format."
LOCAL_NAME_INVALID = "'{host}' does not look like a valid local network name."
BIRTH_DATE_IN_FUTURE = "The Date of Birth should not be greater than today."
NAME_NOT_VALID = "{label} is not valid!"
CITY_NOT_VALID = "Invalid City. Please use A-Z, a-z, 0-9, -, ', spaces"
TELEPHONE_NOT_VALID = "Invalid Phone Number. Please use 0-9, +, -, (, ) and space."
UNKNOWN_TEMPLATE = (
    'Invalid value of "%value" provided for the %fieldName field. Possible values: %template1 or %template2.'
)
FOREIGN_ADDRESS = 'Provided customer ID "%customer_id" isn\'t related to current customer address.'
NO_SUCH_OPTION = "Attribute {code} does not contain option with Id {value}"
INVALID_DATE = "Invalid date"
BAD_SORT_DIRECTION = "The sort order has to be set as %1 for ascending order or %2 for descending order."
NO_SUCH_ATTRIBUTE = "Invalid attribute name: %1"
STREET_TOO_LONG = '"Street Address" cannot contain more than {lines} lines.'
