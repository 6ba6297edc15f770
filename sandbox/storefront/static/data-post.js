// Links that send a form: "Sign Out" is one. Until this ran they are plain links, which work too.

import {hiddenForm} from "./hidden-form.js";

const send = (link) => {
  const {action, data} = JSON.parse(link.dataset.post);
  const formKey = document.querySelector('input[name="form_key"]');
  hiddenForm(action, {...data, form_key: formKey?.value ?? ""}).requestSubmit();
};

export const initDataPost = () => {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-post]");
    if (!link) return;
    event.preventDefault();
    send(link);
  });
};
