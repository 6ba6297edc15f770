"""The families of themes that the page objects know, a file each; a shop's own theme is a file of TOML beside them."""
