// The account menu: until this ran, a click on it does nothing.

const CLOSED = "false";

const setOpen = (trigger, open) => {
  const menu = trigger.parentElement.querySelector('[data-target="dropdown"]');
  trigger.classList.toggle("active", open);
  trigger.parentElement.classList.toggle("active", open);
  trigger.setAttribute("aria-expanded", String(open));
  menu.setAttribute("aria-hidden", String(!open));
};

const isOpen = (trigger) => trigger.getAttribute("aria-expanded") !== CLOSED;

const closeAll = () => {
  for (const trigger of document.querySelectorAll('[data-toggle="dropdown"][aria-expanded="true"]')) {
    const focused = trigger.parentElement.contains(document.activeElement) && document.activeElement;
    setOpen(trigger, false);
    if (focused && focused !== trigger && !trigger.contains(focused)) focused.blur();
  }
};

const init = (trigger) => {
  trigger.removeAttribute("data-mage-init");
  trigger.setAttribute("role", "button");
  trigger.setAttribute("aria-haspopup", "true");
  setOpen(trigger, false);
  const toggle = (event) => {
    const open = !isOpen(trigger);
    closeAll();
    setOpen(trigger, open);
    event.preventDefault();
    event.stopPropagation();
  };
  trigger.addEventListener("click", toggle);
  // Enter opens from the keyboard, Space does not: the element with the focus is no real button.
  trigger.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target === trigger) toggle(event);
  });
};

let listening = false;

export const initAccountMenus = (root) => {
  for (const trigger of root.querySelectorAll('[data-toggle="dropdown"][data-mage-init]')) init(trigger);
  if (listening) return;
  listening = true;
  document.addEventListener("click", closeAll);
  document.addEventListener("keydown", (event) => event.key === "Escape" && closeAll());
};
