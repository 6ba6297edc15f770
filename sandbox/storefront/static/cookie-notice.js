// The notice that asks whether cookies may be set: it stays until it is answered, and nothing depends on the answer.

import {readJsonCookie, writeCookie} from "./cookies.js";

const CONSENT = "user_allowed_save_cookie";
const YEAR = 365 * 24 * 3600;

export const initCookieNotice = ({websiteId}, notice) => {
  if (!notice) return;
  const setShown = (shown) => (notice.style.display = shown ? "block" : "none");
  const allowed = readJsonCookie(CONSENT, {});
  setShown(!(websiteId in allowed));
  notice.querySelector("#btn-cookie-allow").addEventListener("click", () => {
    writeCookie(CONSENT, JSON.stringify({...allowed, [websiteId]: 1}), YEAR);
    setShown(false);
  });
};
