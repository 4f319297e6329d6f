// Basket and checkout: each works without script; with it, less has to be pressed.

// What somebody changes is sent, and the server's answer takes the place of what it changes. Changes
// go one after the other, and only the answer to the newest is shown.
let turn = Promise.resolve();
let newest = 0;

function send(form, fields, ids) {
  const mine = ++newest;
  const answered = turn.then(async () => {
    form.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(form.action, { method: "post", body: fields });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      // Whatever is being pressed stays under the finger until it is let go: the press counts.
      while (document.querySelector("button:active")) await new Promise(requestAnimationFrame);
      if (mine === newest) show(page, ids, answer.url, changedSince(form, fields));
    } finally {
      form.removeAttribute("aria-busy");
    }
  });
  turn = answered.catch(() => {});
  return answered;
}

// What somebody types or ticks while the answer is on its way is not in it, and stays.
function changedSince(form, sent) {
  const isTick = ({ type }) => type === "checkbox" || type === "radio";
  const isSent = (field) =>
    isTick(field) ? sent.getAll(field.name).includes(field.value) === field.checked : sent.get(field.name) === field.value;
  return [...form.elements].filter((field) => field.id && field.name && field.type !== "hidden" && !isSent(field));
}

function show(page, ids, url, changed) {
  const fresh = ids.map((id) => page.getElementById(id));
  if (fresh.includes(null)) return location.assign(url);
  const { id: focused } = document.activeElement;
  const accepted = checkout?.elements.terms?.checked;
  fresh.forEach((part) => document.getElementById(part.id).replaceChildren(...part.childNodes));
  for (const { id, value, checked } of changed) Object.assign(document.getElementById(id) ?? {}, { value, checked });
  if (accepted !== undefined) checkout.elements.terms.checked = accepted; // a tick is not asked for twice
  document.getElementById(focused)?.focus();
  // Fields that the answer has no use for are hidden: what is being typed in the others stays.
  page.querySelectorAll("[data-shown]").forEach(({ id, hidden }) => { document.getElementById(id).hidden = hidden; });
}

// The basket: a new quantity, one parcel or two.
document.addEventListener("change", async ({ target }) => {
  const form = target.closest("[data-basket-form]");
  if (!form || !target.value) return;
  const ids = ["basket-notices", "basket-refused", "basket-parcels", "basket-sum"];
  await send(form, new FormData(form), ids).catch(() => form.submit());
  document.querySelector(":is(#basket-notices, #basket-refused) .notice")?.scrollIntoView({ block: "nearest" });
  const { count } = document.querySelector("[data-count]").dataset;
  document.dispatchEvent(new CustomEvent("basket", { detail: { count: Number(count) } }));
});

// The checkout: another address or another delivery.
const checkout = document.querySelector("[data-checkout]");

function typed() {
  const fields = new FormData(checkout);
  fields.set("update", "1");
  return fields;
}

async function workOut() {
  try {
    await send(checkout, typed(), ["parcels", "sum-area"]);
  } catch {
    // No connection: say so, and offer to try again. Should Pay be pressed instead, the server tells.
    return document.querySelector("[data-update]").toggleAttribute("data-failed", true);
  }
}

checkout?.addEventListener("change", ({ target }) => {
  if (["country", "postcode"].includes(target.name) || /-(option|apart)$/.test(target.name)) workOut();
});
checkout?.addEventListener("click", (event) => {
  if (event.target.closest("button")?.name !== "update") return;
  event.preventDefault();
  workOut();
});

// What is typed is kept by the server: for whoever loads the page anew, signs in on the way or reads
// on in another language.
let soon;

function keep() {
  clearTimeout(soon);
  turn = turn.then(async () => {
    const fields = new FormData(checkout);
    fields.set("keep", "1");
    await fetch(checkout.action, { method: "POST", body: fields }).catch(() => {});
  });
  return turn;
}

checkout?.addEventListener("change", () => {
  clearTimeout(soon);
  soon = setTimeout(keep, 400); // later than a press on Pay, which takes it along
});
checkout?.addEventListener("submit", () => clearTimeout(soon));
checkout && document.addEventListener("click", async (event) => {
  const link = event.target.closest("a[hreflang], a[data-keeps]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  await keep();
  location.assign(link.href);
});

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
