// Sends a form that no page holds: with the form key, and where the browser stands.

export const sendForm = (action, data = {}) => {
  const form = document.createElement("form");
  form.method = "post";
  form.action = action;
  form.hidden = true;
  const key = document.querySelector('input[name="form_key"]').value;
  for (const [name, value] of Object.entries({...data, uenc: btoa(location.href), form_key: key})) {
    const input = document.createElement("input");
    input.type = "hidden";
    input.name = name;
    input.value = value;
    form.append(input);
  }
  document.body.append(form);
  form.submit();
};
