# Gives the secrets of the shop's environment the names that the suite reads: ADMIN_PASSWORD becomes
# STAGING_ADMIN_PASSWORD for the shop staging. To be sourced; one that is empty is as good as not set.
prefix=$(printf '%s' "$SHOP" | tr 'a-z-' 'A-Z_')
for name in ADMIN_USERNAME ADMIN_PASSWORD ADMIN_TOTP_SECRET ADMIN_TOKEN \
  OAUTH_CONSUMER_KEY OAUTH_CONSUMER_SECRET OAUTH_ACCESS_TOKEN OAUTH_ACCESS_TOKEN_SECRET \
  BASIC_AUTH_USERNAME BASIC_AUTH_PASSWORD HEADERS; do
  export "${prefix}_$name=${!name}"
done
