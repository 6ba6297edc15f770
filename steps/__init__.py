"""The sentences of the features, each carried out by the REST client or the page objects."""
