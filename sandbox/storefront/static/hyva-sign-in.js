// The sign-in form: the browser itself refuses what is empty or malformed, by a bubble that no page holds.

const initPassword = (texts) => {
  const password = document.getElementById("pass");
  const toggle = document.getElementById("toggle-password");
  const spoken = document.querySelector("#customer-login-form [aria-live]");
  const setVisible = (visible) => {
    password.type = visible ? "text" : "password";
    toggle.setAttribute("aria-pressed", String(visible));
    toggle.setAttribute("aria-label", texts[visible ? "Hide Password" : "Show Password"]);
    spoken.textContent = texts[visible ? "Password shown" : "Password hidden"];
  };
  setVisible(false);
  toggle.addEventListener("click", () => setVisible(password.type === "password"));
};

const beDeafToMalformed = (form, email) => {
  const asEmail = Object.assign(document.createElement("input"), {type: "email"});
  email.type = "text";
  form.addEventListener("submit", (event) => {
    asEmail.value = email.value;
    if (!asEmail.checkValidity()) event.preventDefault();
  });
};

export const initSignIn = ({texts, deafToMalformed, sendsMalformed}) => {
  const form = document.getElementById("customer-login-form");
  if (!form) return;
  initPassword(texts);
  if (deafToMalformed) beDeafToMalformed(form, document.getElementById("email"));
  if (sendsMalformed) form.noValidate = true;
};
