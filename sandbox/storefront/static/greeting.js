// The greeting in the header, of which the server sends the bare skeleton.

import {onSection} from "./customer-data.js";

const DEFAULT_WELCOME = "Default welcome msg!";

const greet = (place, customer) => {
  const text = document.createElement("span");
  text.className = customer.fullname ? "logged-in" : "not-logged-in";
  text.textContent = customer.fullname ? `Welcome, ${customer.fullname}!` : DEFAULT_WELCOME;
  place.replaceChildren(text);
};

export const initGreetings = () => {
  onSection("customer", (customer) => {
    for (const place of document.querySelectorAll(".greet.welcome")) greet(place, customer);
  });
};
