"""The tables behind the REST half of the store."""

CUSTOMER = """CREATE TABLE IF NOT EXISTS customer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    email TEXT NOT NULL COLLATE NOCASE,
    website_id INTEGER NOT NULL,
    store_id INTEGER NOT NULL,
    group_id INTEGER NOT NULL,
    created_in TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    prefix TEXT, firstname TEXT NOT NULL, middlename TEXT, lastname TEXT NOT NULL, suffix TEXT,
    dob TEXT, gender INTEGER, taxvat TEXT,
    default_billing INTEGER,
    default_shipping INTEGER,
    disable_auto_group_change INTEGER NOT NULL DEFAULT 0,
    is_subscribed INTEGER NOT NULL DEFAULT 0,
    password_hash TEXT,
    confirmation TEXT,
    custom_attributes TEXT NOT NULL DEFAULT '{}',
    signed_out_at REAL,
    failures INTEGER NOT NULL DEFAULT 0,
    lock_expires REAL,
    UNIQUE (email, website_id)
)"""

ADDRESS = """CREATE TABLE IF NOT EXISTS address (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
    prefix TEXT, firstname TEXT NOT NULL, middlename TEXT, lastname TEXT NOT NULL, suffix TEXT,
    company TEXT,
    street TEXT NOT NULL,
    city TEXT NOT NULL,
    region TEXT,
    region_id INTEGER,
    postcode TEXT,
    country_id TEXT NOT NULL,
    telephone TEXT NOT NULL,
    fax TEXT,
    vat_id TEXT
)"""

ADDRESS_OF_CUSTOMER = "CREATE INDEX IF NOT EXISTS address_of_customer ON address (customer_id)"

OPAQUE_TOKEN = """CREATE TABLE IF NOT EXISTS opaque_token (
    token TEXT PRIMARY KEY,
    user_type INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    issued_at REAL NOT NULL
)"""

TOKEN_REVOCATION = """CREATE TABLE IF NOT EXISTS token_revocation (
    user_type INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    revoked_at INTEGER NOT NULL,
    PRIMARY KEY (user_type, user_id)
)"""

SIGNING_KEY = "CREATE TABLE IF NOT EXISTS signing_key (key TEXT NOT NULL)"

SIGN_IN_FAILURE = """CREATE TABLE IF NOT EXISTS sign_in_failure (
    username TEXT NOT NULL,
    user_type INTEGER NOT NULL,
    failures INTEGER NOT NULL,
    expires_at REAL NOT NULL,
    PRIMARY KEY (username, user_type)
)"""

OAUTH_NONCE = "CREATE TABLE IF NOT EXISTS oauth_nonce (nonce TEXT PRIMARY KEY)"

SCHEMA = [
    CUSTOMER,
    ADDRESS,
    ADDRESS_OF_CUSTOMER,
    OPAQUE_TOKEN,
    TOKEN_REVOCATION,
    SIGNING_KEY,
    SIGN_IN_FAILURE,
    OAUTH_NONCE,
]
