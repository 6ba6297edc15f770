"""Running the suite: settings, secrets, the embedded store, the browser, clean-up and reporting."""
