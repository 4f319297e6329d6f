// What forms gain from script; each works without.
const inWords = new Intl.NumberFormat(document.documentElement.lang).format;
const tell = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail }));

// One press, one request: the second is swallowed, until the page is shown again by Back.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "yes";
  event.submitter?.setAttribute("aria-busy", "true");
  if ("basket" in form.dataset) addToBasket(event);
});
addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(release));

function release(form) {
  delete form.dataset.sent;
  form.querySelectorAll("[aria-busy]").forEach((button) => button.removeAttribute("aria-busy"));
}

// <form data-basket>: the answer is JSON {basket_count, message, url, label}; anything else is a page,
// which the browser fetches itself: that of another address, or this form with what is wrong in it.
async function addToBasket(event) {
  event.preventDefault();
  const form = event.target;
  try {
    const answer = await fetch(form.action, {
      method: "post",
      body: new FormData(form, event.submitter),
      headers: { Accept: "application/json" },
    });
    if (answer.redirected) return location.assign(answer.url);
    if (!answer.headers.get("content-type")?.includes("json")) return form.submit();
    const { basket_count: count, message, url, label } = await answer.json();
    if (count !== undefined) tell("basket", { count });
    tell("say", { text: message, link: url && { url, label } });
    release(form);
  } catch {
    form.submit();
  }
}

// How much of a limit is used; of one line, once it is too much. What is too long is not cut off: one
// may go over it while writing, and the server refuses it in words. It counts as the server does.
for (const field of document.querySelectorAll(".field [maxlength]")) {
  const { maxLength: limit } = field;
  field.removeAttribute("maxlength");
  const isWords = field.matches("[data-counted]"); // of which spaces in a row count as one
  const counter = Object.assign(document.createElement("span"), { className: "counter" });
  let isOver = false;
  const count = () => {
    const text = isWords ? field.value.replace(/\s+/g, " ") : field.value;
    const used = [...text.trim()].length;
    if (used > limit !== isOver) {
      isOver = !isOver;
      field.ariaInvalid = isOver ? "true" : null;
      counter.classList.toggle("counter-over", isOver);
    }
    counter.textContent = `${inWords(used)} / ${inWords(limit)}`;
    counter.hidden = !(isOver || isWords || field.matches("textarea"));
  };
  field.after(counter);
  field.addEventListener("input", count);
  count();
}

// Less and more.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-quantity] [data-step]");
  if (!button) return;
  const field = document.getElementById(button.getAttribute("aria-controls"));
  button.dataset.step > 0 ? field.stepUp() : field.stepDown();
  field.dispatchEvent(new Event("change", { bubbles: true }));
});

// Files: dropped or chosen, then shown.
for (const area of document.querySelectorAll("[data-drop]")) {
  const input = area.querySelector("input[type=file]");
  const control = input.parentElement;
  const list = Object.assign(document.createElement("ul"), { className: "file-preview" });
  control.append(list);
  const hover = (is) => control.toggleAttribute("data-over", is);
  control.addEventListener("dragover", (event) => (event.preventDefault(), hover(true)));
  control.addEventListener("dragleave", () => hover(false));
  control.addEventListener("drop", (event) => {
    event.preventDefault();
    hover(false);
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  input.addEventListener("change", () => list.replaceChildren(...[...input.files].map(preview)));
}

function preview(file) {
  const item = document.createElement("li");
  if (file.type.startsWith("image/")) drawThumb(file, item);
  const size = new Intl.NumberFormat(document.documentElement.lang, {
    style: "unit", unit: "megabyte", maximumFractionDigits: 1,
  }).format(file.size / 1e6);
  item.append(`${file.name} · ${size}`);
  return item;
}

// Drawn on a canvas: the page's policy allows no blob: addresses.
async function drawThumb(file, item) {
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (!bitmap) return;
  const side = Math.min(bitmap.width, bitmap.height);
  const canvas = Object.assign(document.createElement("canvas"), { width: 144, height: 144, className: "file-thumb" });
  canvas.getContext("2d").drawImage(
    bitmap, (bitmap.width - side) / 2, (bitmap.height - side) / 2, side, side, 0, 0, 144, 144,
  );
  item.prepend(canvas);
}

// The answer to a form stands in the history as its address alone, so Back shows a page and does not ask
// whether to send again. What was typed into a refused form stands there too, and is back in its fields.
const keepers = "[data-kept], [data-desk], [data-checkout]"; // they keep it themselves
const fields = [...document.querySelectorAll(`main form[method=post]:not(${keepers}) :is(input, select, textarea)`)]
  .filter(({ name, type }) => name && !["hidden", "file", "password"].includes(type));
const isRefused = document.querySelector(".form-errors, main [aria-invalid=true]") !== null;
if (!isRefused) history.state?.typed?.forEach(fillIn);
const note = () => history.replaceState({ typed: fields.map(({ name, value, checked }) => [name, value, checked]) }, "");
if (isRefused || history.state?.typed) {
  note();
  document.addEventListener("change", note);
} else history.replaceState(history.state, "");

function fillIn([name, value, checked], place) {
  const field = fields[place];
  if (field?.name !== name) return;
  Object.assign(field, { value, checked });
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

document.querySelector("[data-form-errors]")?.focus();
