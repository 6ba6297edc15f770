// The form key counts: what a form sends back has to be what the cookie says.

import {readCookie, writeCookie} from "./cookies.js";

const LENGTH = 16;
const LETTERS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

const randomKey = () =>
  Array.from(crypto.getRandomValues(new Uint32Array(LENGTH)), (number) => LETTERS[number % LETTERS.length]).join("");

export const initFormKey = (settings) => {
  let key = readCookie("form_key");
  if (!key && (!settings.signedIn || settings.makesFormKeyForCustomers)) {
    key = randomKey();
    writeCookie("form_key", key);
  }
  if (key) for (const input of document.querySelectorAll('input[name="form_key"]')) input.value = key;
};
