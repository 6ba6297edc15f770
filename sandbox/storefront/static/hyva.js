// The German store view's sign-in page: no framework, but alive as late as one.

import {readCookie, readJsonCookie, writeCookie} from "./cookies.js";
import {initCookieNotice} from "./cookie-notice.js";
import {initFormKey} from "./form-key.js";

const settings = JSON.parse(document.getElementById("settings").textContent);

const initMenu = () => {
  const button = document.getElementById("customer-menu");
  const menu = document.querySelector('nav[aria-labelledby="customer-menu"]');
  const setOpen = (open) => {
    button.setAttribute("aria-expanded", String(open));
    menu.hidden = !open;
  };
  setOpen(false);
  button.addEventListener("click", (event) => {
    event.stopPropagation();
    setOpen(menu.hidden);
  });
  document.addEventListener("click", () => setOpen(false));
  document.addEventListener("keydown", (event) => event.key === "Escape" && setOpen(false));
};

const initPassword = () => {
  const password = document.getElementById("pass");
  const toggle = document.getElementById("toggle-password");
  const spoken = document.querySelector("[aria-live]");
  const setVisible = (visible) => {
    password.type = visible ? "text" : "password";
    toggle.setAttribute("aria-pressed", String(visible));
    toggle.setAttribute("aria-label", visible ? "Passwort verbergen" : "Passwort anzeigen");
    spoken.textContent = visible ? "Password shown" : "Password hidden";
  };
  setVisible(false);
  toggle.addEventListener("click", () => setVisible(password.type === "password"));
};

const closeButton = (box) => {
  const close = document.createElement("button");
  close.type = "button";
  close.setAttribute("aria-label", "Close message");
  close.addEventListener("click", () => box.remove());
  return close;
};

const initMessages = () => {
  const waiting = readJsonCookie("mage-messages", []);
  if (readCookie("mage-messages")) writeCookie("mage-messages", "", 0);
  if (!waiting.length) return;
  const list = document.createElement("div");
  list.className = "messages";
  for (const {type, text} of waiting) {
    const box = document.createElement("div");
    box.className = `message ${type}`;
    box.setAttribute("ui-id", `message-${type}`);
    const content = document.createElement("span");
    content.innerHTML = text;
    box.append(content, closeButton(box));
    list.append(box);
  }
  document.getElementById("messages").append(list);
};

const comeAlive = () => {
  initFormKey(settings);
  initPassword();
  initMenu();
  initMessages();
  initCookieNotice(settings, document.getElementById("cookie-notice"));
  writeCookie("mage-cache-sessid", "true");
};

setTimeout(comeAlive, settings.delays.menu);
