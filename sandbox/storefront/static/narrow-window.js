// In a narrow window the header's links live in a drawer, and the account's sidebar folds.

const DRAWER_MOVES = 500;

export const cloneHeaderLinks = (settings) => {
  const links = document.querySelector(".panel.header > .header.links").cloneNode(true);
  if (settings.mobileIdsHaveSuffix) for (const one of links.querySelectorAll("[id]")) one.id += "_mobile";
  document.getElementById("store.links").append(links);
};

export const initDrawer = () => {
  const root = document.documentElement.classList;
  document.querySelector(".action.nav-toggle").addEventListener("click", () => {
    if (root.contains("nav-open")) {
      root.remove("nav-open");
      setTimeout(() => root.remove("nav-before-open"), DRAWER_MOVES);
    } else {
      root.add("nav-before-open");
      requestAnimationFrame(() => root.add("nav-open"));
    }
  });
  for (const tab of document.querySelectorAll(".nav-sections-item-switch")) {
    tab.addEventListener("click", (event) => {
      event.preventDefault();
      for (const one of document.querySelectorAll(".nav-sections-item-title, .nav-sections-item-content")) {
        one.classList.remove("active");
      }
      tab.parentElement.classList.add("active");
      document.getElementById(tab.hash.slice(1)).classList.add("active");
    });
  }
};

export const initSidebar = () => {
  const title = document.querySelector(".block-collapsible-nav-title");
  title?.addEventListener("click", () => {
    title.classList.toggle("active");
    document.getElementById("block-collapsible-nav").classList.toggle("active");
  });
};
