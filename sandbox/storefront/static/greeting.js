// The greeting in the header, of which the server sends the bare skeleton.

import {onSection} from "./customer-data.js";

const greet = (place, customer, texts) => {
  const text = document.createElement("span");
  text.className = customer.fullname ? "logged-in" : "not-logged-in";
  text.textContent = customer.fullname
    ? texts["Welcome, %1!"].replace("%1", () => customer.fullname)
    : texts["Default welcome msg!"];
  place.replaceChildren(text);
};

export const initGreetings = ({texts}) => {
  onSection("customer", (customer) => {
    for (const place of document.querySelectorAll(".greet.welcome")) greet(place, customer, texts);
  });
};
