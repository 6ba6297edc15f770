"""The REST side: a thin client of Magento's web API, its models and its errors."""
