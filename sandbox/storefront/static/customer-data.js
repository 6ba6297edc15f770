// The customer's own data: kept in the browser, fetched anew once a form has made it stale.
//
// Nothing is fetched in a fresh browser: only a submitted form (seen by this script) marks the sections, and the
// next page then notices that what it has kept is older than the marks.

import {readCookie, readJsonCookie, writeCookie} from "./cookies.js";

const STORAGE = "mage-cache-storage";
const INVALIDATION = "mage-cache-storage-section-invalidation";
const IDS = "section_data_ids";
const SECTIONS = [
  "messages", "customer", "compare-products", "last-ordered-items", "cart", "directory-data", "review",
  "instant-purchase", "captcha", "wishlist", "persistent",
];
const PRODUCT_STORAGES = [
  "product_data_storage", "recently_viewed_product", "recently_viewed_product_previous",
  "recently_compared_product", "recently_compared_product_previous",
];
const ALL_SECTIONS_CHANGE_AT = /\/customer\/account\/(loginPost|logout|createPost|editPost)\//i;
const HOUR = 3600 * 1000;
const listeners = [];

const readStorage = (name = STORAGE) => {
  try {
    return JSON.parse(localStorage.getItem(name)) ?? {};
  } catch {
    return {};
  }
};
const writeStorage = (value, name = STORAGE) => localStorage.setItem(name, JSON.stringify(value));

export const onSection = (name, listener) => {
  listeners.push({name, listener});
  listener(readStorage()[name] ?? {});
};

const announce = (sections) => {
  for (const {name, listener} of listeners) if (name in sections) listener(sections[name]);
};

export const initCustomerData = (settings) => {
  initStorages();
  wipeWhatIsNotThisCustomers(settings);
  document.addEventListener("submit", invalidateAfterForm);
  const expired = expiredSections();
  if (expired.length) load(settings, expired);
};

const initStorages = () => {
  for (const name of PRODUCT_STORAGES) {
    if (localStorage.getItem(name) === null) writeStorage({}, name);
    writeCookie(name, "{}");
  }
  for (const name of [STORAGE, INVALIDATION]) {
    if (localStorage.getItem(name) === null) writeStorage({}, name);
    writeCookie(name, "{}");
  }
  localStorage.setItem("mage-cache-timeout", JSON.stringify(new Date(Date.now() + HOUR)));
};

const wipeWhatIsNotThisCustomers = (settings) => {
  const signedIn = settings.signedIn ? "1" : "0";
  const known = localStorage.getItem("mage-customer-login");
  const changed = settings.comparesSignInState && known !== null && known !== signedIn;
  if (changed || !readCookie("mage-cache-sessid")) {
    writeStorage({});
    announce(Object.fromEntries(SECTIONS.map((name) => [name, {}])));
  }
  if (settings.comparesSignInState) localStorage.setItem("mage-customer-login", signedIn);
  if (!settings.signedIn) writeCookie("mage-cache-sessid", "true");
};

const expiredSections = () => {
  const kept = readStorage();
  const ids = readJsonCookie(IDS, {});
  return SECTIONS.filter((name) => name in ids && kept[name]?.data_id !== ids[name]);
};

const load = async (settings, names) => {
  const query = new URLSearchParams({
    sections: names.join(","), force_new_section_timestamp: "false", _: String(Date.now()),
  });
  const answer = await fetch(`${settings.baseUrl}customer/section/load/?${query}`, {
    headers: {"X-Requested-With": "XMLHttpRequest"},
  });
  if (!answer.ok) return;
  const sections = await answer.json();
  writeStorage({...readStorage(), ...sections});
  const ids = readJsonCookie(IDS, {});
  for (const [name, section] of Object.entries(sections)) ids[name] = section.data_id;
  writeCookie(IDS, JSON.stringify(ids));
  writeStorage({}, INVALIDATION);
  announce(sections);
};

const invalidateAfterForm = (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post" || !ALL_SECTIONS_CHANGE_AT.test(form.action)) return;
  const ids = readJsonCookie(IDS, {});
  // A section that was never loaded gets null: still a mark, and never equal to an id.
  for (const name of SECTIONS) ids[name] = name in ids && ids[name] !== null ? ids[name] + 1000 : null;
  writeCookie(IDS, JSON.stringify(ids));
  writeStorage(Object.fromEntries(SECTIONS.map((name) => [name, true])), INVALIDATION);
};
