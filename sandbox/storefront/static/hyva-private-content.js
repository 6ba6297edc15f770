// The customer's own data: fetched only once a form has been sent, and again when another has, or the store changes.

import {readCookie, writeCookie} from "./cookies.js";
import {showMessages} from "./hyva-messages.js";

const STORAGE = "mage-cache-storage";
const VERSION = "private_content_version";
const CACHE_SESSION = "mage-cache-sessid";
const LAST_STORE = "last_visited_store";

const load = async (settings, version) => {
  const answer = await fetch(`${settings.baseUrl}customer/section/load/?sections=`, {
    headers: {"X-Requested-With": "XMLHttpRequest"},
  });
  if (!answer.ok) return;
  const sections = await answer.json();
  localStorage.setItem(STORAGE, JSON.stringify(sections));
  localStorage.setItem(VERSION, version);
  showMessages(sections.messages?.messages ?? [], settings);
  dispatchEvent(new CustomEvent("private-content-loaded", {detail: {data: sections}}));
};

export const initPrivateContent = async (settings) => {
  const version = readCookie(VERSION);
  const isStale = !readCookie(CACHE_SESSION)
    || version !== localStorage.getItem(VERSION)
    || readCookie(LAST_STORE) !== settings.storeCode;
  writeCookie(CACHE_SESSION, "true");
  writeCookie(LAST_STORE, settings.storeCode);
  if (version && isStale) await load(settings, version);
};
