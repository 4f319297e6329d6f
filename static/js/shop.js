// Basket and checkout: each works without script; with it, less has to be pressed.

// A new quantity is sent as soon as it is chosen.
for (const form of document.querySelectorAll("[data-quantity-form]")) {
  form.querySelector("button").classList.add("visually-hidden");
  form.addEventListener("change", () => form.requestSubmit());
}

// Another country or another delivery: parcels and total are worked out again by the server.
const checkout = document.querySelector("[data-checkout]");
if (checkout) {
  const priced = (name) => name === "country" || name.endsWith("-option");
  const update = checkout.querySelector(".checkout-update");
  update.hidden = true;
  checkout.addEventListener("change", ({ target }) => priced(target.name) && workOutAgain(target));

  async function workOutAgain(target) {
    const fields = new FormData(checkout);
    fields.set("update", "1");
    const { checked: accepted } = checkout.elements.terms;
    checkout.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(checkout.action, { method: "post", body: fields });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const id of ["parcels", "sum-area"]) {
        const fresh = page.getElementById(id);
        if (!fresh) return location.assign(answer.url);
        document.getElementById(id).replaceChildren(...fresh.childNodes);
      }
      checkout.elements.terms.checked = accepted; // a tick is not asked for twice
      checkout.querySelector(".checkout-update").hidden = true;
      document.getElementById(target.id)?.focus();
    } finally {
      checkout.removeAttribute("aria-busy");
    }
  }
}

// Waiting for the bank: ask now and then, more rarely as time goes by.
const waiting = document.querySelector("[data-waiting]");
if (waiting) {
  let pause = 1500;
  const ask = async () => {
    const answer = await fetch(waiting.dataset.waiting, { headers: { Accept: "application/json" } }).catch(() => null);
    if (answer?.ok && !(await answer.json()).waiting) return location.reload();
    pause = Math.min(pause * 1.3, 20000);
    setTimeout(ask, pause);
  };
  setTimeout(ask, pause);
}
