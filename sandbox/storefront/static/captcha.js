// "Reload captcha" asks the shop to draw another word.

export const initCaptcha = () => {
  const picture = document.querySelector(".captcha-img");
  document.querySelector(".captcha-reload")?.addEventListener("click", () => {
    picture.src = `${picture.src.split("?")[0]}?_=${Date.now()}`;
  });
};
