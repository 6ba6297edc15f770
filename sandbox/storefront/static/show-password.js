// "Show Password" comes with a template of its own, so it arrives late and pushes "Sign In" down.

export const initShowPassword = async (settings) => {
  const place = document.querySelector('[data-bind="scope: \'showPassword\'"]');
  if (!place) return;
  const template = await fetch(settings.showPasswordTemplate);
  place.innerHTML = await template.text();
  place.querySelector("label span").textContent = settings.texts["Show Password"];
  const password = document.querySelector('input[name="login[password]"]');
  place.querySelector("#show-password").addEventListener("change", (event) => {
    password.type = event.target.checked ? "text" : "password";
  });
};
