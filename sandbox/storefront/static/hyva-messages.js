// Messages travel in a cookie, which goes as soon as they are shown; the customer's own data may bring more.

import {readCookie, readJsonCookie, writeCookie} from "./cookies.js";

const closeButton = (box, label) => {
  const close = document.createElement("button");
  close.type = "button";
  close.setAttribute("aria-label", label);
  close.addEventListener("click", () => box.remove());
  return close;
};

const messageBox = ({type, text}, label) => {
  const box = document.createElement("div");
  box.className = `message ${type}`;
  box.setAttribute("ui-id", `message-${type}`);
  const content = document.createElement("span");
  content.innerHTML = text;
  box.append(content, closeButton(box, label));
  const place = document.createElement("div");
  place.append(box);
  return place;
};

export const showMessages = (messages, settings) => {
  if (!messages.length) return;
  const section = document.getElementById("messages");
  const list = section.querySelector(".messages") ?? document.createElement("div");
  list.className = "messages";
  list.append(...messages.map((message) => messageBox(message, settings.texts["Close message"])));
  section.append(list);
};

export const initMessages = (settings) => {
  const waiting = readJsonCookie("mage-messages", []);
  if (readCookie("mage-messages")) writeCookie("mage-messages", "", 0);
  showMessages(waiting, settings);
};
