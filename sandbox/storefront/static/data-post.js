// Links that send a form: "Sign Out" is one. Until this ran they are plain links, which work too.

const send = (link) => {
  const {action, data} = JSON.parse(link.dataset.post);
  const formKey = document.querySelector('input[name="form_key"]');
  const form = document.createElement("form");
  form.method = "post";
  form.action = action;
  form.hidden = true;
  for (const [name, value] of Object.entries({...data, form_key: formKey?.value ?? ""})) {
    const input = document.createElement("input");
    input.type = "hidden";
    input.name = name;
    input.value = value;
    form.append(input);
  }
  document.body.append(form);
  form.requestSubmit();
};

export const initDataPost = () => {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-post]");
    if (!link) return;
    event.preventDefault();
    send(link);
  });
};
