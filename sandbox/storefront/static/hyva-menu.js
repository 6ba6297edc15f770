// The account menu in the header, and the account's sidebar, which folds in a narrow window.

import {writeCookie} from "./cookies.js";

export const initCustomerMenu = () => {
  const button = document.getElementById("customer-menu");
  const menu = document.querySelector('nav[aria-labelledby="customer-menu"]');
  const setOpen = (open) => {
    button.setAttribute("aria-expanded", String(open));
    menu.style.display = open ? "" : "none";
  };
  setOpen(false);
  menu.removeAttribute("x-cloak");
  button.addEventListener("click", () => setOpen(menu.style.display === "none"));
  document.addEventListener("click", (event) => {
    if (!button.parentElement.contains(event.target)) setOpen(false);
  });
  document.addEventListener("keydown", (event) => event.key === "Escape" && setOpen(false));
  addEventListener("pageshow", (event) => event.persisted && setOpen(false));
  document.getElementById("customer.header.sign.in.link")?.addEventListener("click", () => {
    writeCookie("login_redirect", location.href);
  });
};

export const initSidebar = () => {
  const button = document.getElementById("account-nav-title");
  if (!button) return;
  const navigation = document.getElementById("account-nav");
  const narrow = matchMedia("(max-width: 767px)");
  const setOpen = (open) => {
    button.setAttribute("aria-expanded", String(open));
    navigation.classList.toggle("folded", !open);
  };
  const fit = () => {
    button.disabled = !narrow.matches;
    button.setAttribute("aria-disabled", String(!narrow.matches));
  };
  setOpen(false);
  fit();
  narrow.addEventListener("change", fit);
  button.addEventListener("click", () => setOpen(button.getAttribute("aria-expanded") === "false"));
};
