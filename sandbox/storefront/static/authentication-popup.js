// The hidden second sign-in form, which every page of a guest and of a customer has once its template is there.

import {onSection} from "./customer-data.js";

const CAPTCHA = `
  <div class="field captcha required" role="user_login">
    <label for="captcha_user_login" class="label"><span>Please type the letters and numbers below</span></label>
    <input name="captcha_string" type="text" class="input-text" id="captcha_user_login" autocomplete="off">
  </div>`;

export const initAuthenticationPopup = () => {
  const popup = document.getElementById("authenticationPopup");
  const template = popup.querySelector("template");
  popup.append(template.content.cloneNode(true));
  template.remove();
  const place = popup.querySelector('[data-placeholder="captcha"]');
  const pageAsks = document.querySelector("main .login-container #captcha_user_login") !== null;
  onSection("captcha", ({user_login: signIn}) => {
    place.innerHTML = pageAsks || signIn?.isRequired ? CAPTCHA : "";
  });
};
