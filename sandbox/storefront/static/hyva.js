// Brings Hyvä's pages to life: no framework here, but alive as late as one that is loaded by a deferred script.

import {initCookieNotice} from "./cookie-notice.js";
import {initFormKey} from "./form-key.js";
import {initCustomerMenu, initSidebar} from "./hyva-menu.js";
import {sendForm} from "./hyva-form.js";
import {initSignIn} from "./hyva-sign-in.js";
import {initMessages} from "./hyva-messages.js";
import {initPrivateContent} from "./hyva-private-content.js";

const settings = JSON.parse(document.getElementById("settings").textContent);

const initPostedLinks = () => {
  for (const link of document.querySelectorAll("a[data-post]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      sendForm(link.dataset.post);
    });
  }
};

const initAddressList = () => {
  for (const link of document.querySelectorAll("a[data-delete]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      if (confirm(settings.texts["Are you sure you want to delete this address?"])) {
        sendForm(link.dataset.action, {id: link.dataset.delete});
      }
    });
  }
};

const comeAlive = () => {
  initSignIn(settings);
  initCustomerMenu();
  initSidebar();
  initPostedLinks();
  initAddressList();
  initMessages(settings);
  initCookieNotice(settings, document.getElementById("cookie-notice"));
};

// The form key does not wait for the framework, and is made for customers too.
initFormKey({...settings, makesFormKeyForCustomers: true});
setTimeout(comeAlive, settings.delays.menu);
setTimeout(() => initPrivateContent(settings), settings.delays.greeting);
