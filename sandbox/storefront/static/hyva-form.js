// Sends a form that no page holds: with the form key, and where the browser stands.

import {hiddenForm} from "./hidden-form.js";

export const sendForm = (action, data = {}) => {
  const key = document.querySelector('input[name="form_key"]').value;
  hiddenForm(action, {...data, uenc: btoa(location.href), form_key: key}).submit();
};
