// A page out of the page cache lacks the account menu; where a customer may be signed in, it is fetched.

import {initAccountMenus} from "./account-menu.js";
import {readCookie} from "./cookies.js";

export const initPlaceholders = async (settings) => {
  const places = document.querySelectorAll('[data-placeholder="customer"]');
  if (!places.length || !readCookie("private_content_version")) return;
  const query = new URLSearchParams({blocks: '["customer"]', handles: '["default","cms_index_index"]'});
  const answer = await fetch(`${settings.baseUrl}page_cache/block/render/?${query}`, {
    headers: {"X-Requested-With": "XMLHttpRequest"},
  });
  const {customer} = await answer.json();
  if (!customer) return;
  for (const place of places) place.outerHTML = customer;
  initAccountMenus(document);
};
