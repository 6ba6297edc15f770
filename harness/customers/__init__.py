"""The suite's own customers: their e-mails, and their deletion after each scenario, at the end, by the sweep."""
