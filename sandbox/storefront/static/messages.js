// Messages travel in a cookie, and are shown once: whoever shows them empties it.

import {readJsonCookie, writeCookie} from "./cookies.js";
import {onSection} from "./customer-data.js";

const alertRegion = () => {
  const region = document.createElement("div");
  region.className = "messages";
  region.setAttribute("role", "alert");
  return region;
};

const messageBox = ({type, text}) => {
  const box = document.createElement("div");
  box.className = `message-${type} ${type} message`;
  box.dataset.uiId = `message-${type}`;
  const content = document.createElement("div");
  content.innerHTML = text;
  box.append(content);
  return box;
};

const fill = (region, messages) => {
  region.replaceChildren(...messages.map(messageBox));
  return region;
};

export const initMessages = (settings) => {
  const place = document.querySelector(".page.messages > [data-bind]");
  const fromCookie = readJsonCookie("mage-messages", []);
  writeCookie("mage-messages", "");
  const sectionRegion = alertRegion();
  place.replaceChildren();
  if (fromCookie.length) place.append(fill(alertRegion(), fromCookie));
  if (settings.alertRegionStaysEmpty) {
    for (const region of [...place.children, sectionRegion]) region.setAttribute("aria-atomic", "true");
    place.append(sectionRegion);
  }
  onSection("messages", ({messages = []}) => {
    fill(sectionRegion, messages);
    if (messages.length) place.append(sectionRegion);
  });
};
