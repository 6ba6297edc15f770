"""The browser side: page objects of a Magento storefront, with every locator of a theme in one place."""
