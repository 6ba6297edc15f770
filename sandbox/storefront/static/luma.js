// Brings a page to life: every part on its own, as late as the page's settings say.

import {initAccountMenus} from "./account-menu.js";
import {initAddressBook} from "./address-book.js";
import {initAuthenticationPopup} from "./authentication-popup.js";
import {initCookieNotice} from "./cookie-notice.js";
import {initCaptcha} from "./captcha.js";
import {initCustomerData} from "./customer-data.js";
import {initDataPost} from "./data-post.js";
import {initFormKey} from "./form-key.js";
import {initGreetings} from "./greeting.js";
import {initMessages} from "./messages.js";
import {cloneHeaderLinks, initDrawer, initSidebar} from "./narrow-window.js";
import {initPlaceholders} from "./page-cache.js";
import {initShowPassword} from "./show-password.js";
import {initValidation} from "./validation.js";

const SECONDS_UNTIL_HOME = 5;
const settings = JSON.parse(document.querySelector('script[type="text/x-magento-init"]').textContent)["*"][
  "Sandbox/storefront"
];

// A delay of null stands for a script that never comes.
const after = (delay, run) => {
  if (delay === 0) run();
  else if (delay !== null) setTimeout(run, delay);
};

cloneHeaderLinks(settings);
initFormKey(settings);

after(settings.delays.menu, () => {
  initAccountMenus(document);
  initDrawer();
  initSidebar();
  initAddressBook(settings);
  initPlaceholders(settings);
  initCookieNotice(settings, document.getElementById("notice-cookie-block"));
});

after(settings.delays.validation, () => {
  initValidation(settings);
  initCaptcha();
});

after(settings.delays.greeting, () => {
  initMessages(settings);
  initGreetings(settings);
  initCustomerData(settings);
  initDataPost();
  initAuthenticationPopup(settings);
});

if (settings.offersShowPassword) after(settings.delays.showPassword, () => initShowPassword(settings));

if (settings.leavesForHome) {
  after(settings.delays.menu, () =>
    setTimeout(() => location.assign(settings.baseUrl), SECONDS_UNTIL_HOME * 1000));
}
