// Checks a form when it is sent. A form that this has not reached yet is plain HTML and goes to the server as it is.

const EMAIL = /^[^\s@<>(),;:"]+@([\p{L}\d]([\p{L}\d-]*[\p{L}\d])?\.)+\p{L}[\p{L}\d-]*$/u;
const REQUIRED = "This is a required field.";
const MALFORMED = "Please enter a valid email address (Ex: johndoe@domain.com).";

const rulesOf = (field) => ({
  required: /required:\s*true/.test(field.dataset.validate),
  email: /'validate-email':\s*true/.test(field.dataset.validate),
});

const problemOf = (field) => {
  const rules = rulesOf(field);
  if (!field.value.trim()) return rules.required ? REQUIRED : null;
  return rules.email && !EMAIL.test(field.value) ? MALFORMED : null;
};

const errorOf = (field) => document.getElementById(`${field.id}-error`);

const showProblem = (field, text, settings) => {
  const error = errorOf(field) ?? document.createElement("div");
  error.id = `${field.id}-error`;
  error.className = "mage-error";
  error.textContent = text;
  error.style.display = "";
  if (settings.keepsHiddenErrors) {
    error.setAttribute("for", field.id);
    error.setAttribute("generated", "true");
  }
  field.after(error);
  field.classList.add("mage-error");
  field.setAttribute("aria-invalid", "true");
  field.setAttribute("aria-describedby", error.id);
};

const clearProblem = (field, settings) => {
  const error = errorOf(field);
  if (error && settings.keepsHiddenErrors) error.style.display = "none";
  else error?.remove();
  field.classList.remove("mage-error");
  field.removeAttribute("aria-invalid");
  field.removeAttribute("aria-describedby");
};

const check = (form, settings) => {
  const refused = [];
  for (const field of form.querySelectorAll("[data-validate]")) {
    const problem = problemOf(field);
    if (problem) {
      showProblem(field, settings.texts[problem], settings);
      refused.push(field);
    } else clearProblem(field, settings);
  }
  refused[0]?.focus();
  return refused.length === 0;
};

const init = (form, settings) => {
  form.noValidate = true;
  form.setAttribute("novalidate", "novalidate");
  for (const field of form.querySelectorAll("[data-validate]")) {
    if (rulesOf(field).required) field.setAttribute("aria-required", "true");
    if (rulesOf(field).email) field.addEventListener("change", () => (field.value = field.value.trim()));
  }
  form.addEventListener("submit", (event) => {
    const button = form.querySelector('button[type="submit"]');
    const malformed = [...form.querySelectorAll("[data-validate]")].some((field) => problemOf(field) === MALFORMED);
    if (malformed && settings.deafToMalformed) return event.preventDefault();
    const empty = [...form.querySelectorAll("[data-validate]")].some((field) => problemOf(field) === REQUIRED);
    if (empty && settings.deafToEmpty) return event.preventDefault();
    if (check(form, settings)) button.disabled = true;
    else if (!(malformed && settings.sendsMalformed)) event.preventDefault();
  });
};

export const initValidation = (settings) => {
  for (const form of document.querySelectorAll("form[data-mage-init]")) {
    form.removeAttribute("data-mage-init");
    init(form, settings);
  }
};
