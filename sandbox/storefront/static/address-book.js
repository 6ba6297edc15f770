// The Address Book's buttons, which lead nowhere without a script.

const confirmed = (texts) =>
  new Promise((answer) => {
    const dialog = document.createElement("dialog");
    dialog.className = "modal-popup confirm";
    dialog.innerHTML = `<div class="modal-content"></div><footer class="modal-footer">
      <button type="button" class="action-secondary action-dismiss"><span>${texts.Cancel}</span></button>
      <button type="button" class="action-primary action-accept"><span>${texts.OK}</span></button></footer>`;
    dialog.querySelector(".modal-content").textContent = texts["Are you sure you want to delete this address?"];
    const close = (result) => {
      dialog.remove();
      answer(result);
    };
    dialog.querySelector(".action-accept").addEventListener("click", () => close(true));
    dialog.querySelector(".action-dismiss").addEventListener("click", () => close(false));
    document.body.append(dialog);
    dialog.showModal();
  });

export const initAddressBook = ({texts}) => {
  document.querySelector('[role="add-address"]')?.addEventListener("click", (event) => {
    location.assign(event.currentTarget.dataset.addressUrl);
  });
  document.getElementById("limiter")?.addEventListener("change", (event) => location.assign(event.target.value));
  for (const link of document.querySelectorAll('[role="delete-address"]')) {
    link.addEventListener("click", async (event) => {
      event.preventDefault();
      const key = document.querySelector('input[name="form_key"]').value;
      if (await confirmed(texts)) {
        location.assign(`${link.dataset.deleteUrl}form_key/${key}/`);
      }
    });
  }
};
