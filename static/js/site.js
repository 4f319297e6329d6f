// What every page has: the personal part, dialogs, the live region.
const hinted = () => document.cookie.split("; ").some((cookie) => cookie.startsWith("terril_me="));

function say(text, link) {
  const region = document.querySelector("[data-toast]");
  if (!region) return;
  const line = document.createElement("p");
  line.append(text);
  if (link) {
    const anchor = Object.assign(document.createElement("a"), { href: link.url, textContent: link.label });
    line.append(anchor);
  }
  region.replaceChildren(line);
  setTimeout(() => line.remove(), 8000);
}

function showBasket(count, { acknowledge = false } = {}) {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  for (const badge of document.querySelectorAll("[data-basket-count]")) {
    badge.textContent = count || "";
    if (acknowledge && !still) badge.animate({ scale: [1, 1.7, 1] }, { duration: 320, easing: "ease-out" });
  }
}

// Public pages are the same for everyone; who is here comes in one private answer, and only if a
// cookie says that there is someone.
async function loadPersonal() {
  const holder = document.querySelector("[data-personal]");
  if (!hinted() || !holder) return;
  const ask = { headers: { Accept: "application/json" }, cache: "no-store" };
  const answer = await fetch(holder.dataset.src, ask).catch(() => null); // the page is left, or no connection
  if (!answer?.ok) return;
  const person = await answer.json();
  showBasket(person.basket_count);
  for (const name of document.querySelectorAll("[data-account-name]")) {
    if (person.name) name.textContent = person.name;
  }
  for (const field of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) {
    if (person.csrf) field.value = person.csrf;
  }
  document.dispatchEvent(new CustomEvent("personal", { detail: person }));
}

// Other modules speak through events, so that each file stands alone under its hashed name.
document.addEventListener("say", ({ detail }) => say(detail.text, detail.link));
document.addEventListener("basket", ({ detail }) => showBasket(detail.count, { acknowledge: true }));

document.addEventListener("click", ({ target }) => target.closest("[data-print]") && print());

// While the menu covers the page, the keyboard stays in it.
const panel = document.getElementById("panel");
const behind = () => document.querySelectorAll(".skip, main, footer, .masthead-inner > :not(#panel)");
const cover = (open) => behind().forEach((part) => part.toggleAttribute("inert", open));
panel?.addEventListener("toggle", ({ newState }) => {
  cover(newState === "open");
  if (newState === "closed") document.querySelector(".menu-button").focus();
});
if (panel && !("popover" in HTMLElement.prototype)) {
  document.querySelectorAll("[popovertarget=panel]").forEach((button) => button.addEventListener("click", () => {
    cover(panel.classList.toggle("is-open"));
  }));
}

// Browsers that know `command` open dialogs by themselves.
if (!("commandForElement" in HTMLButtonElement.prototype)) {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[command=show-modal]");
    if (button) document.getElementById(button.getAttribute("commandfor"))?.showModal();
  });
}

// A size that nobody has seen yet is drawn first: where that takes too long, it is asked for again.
const PAUSES = [2000, 4000, 8000, 16000];
function askAgain(image) {
  const times = Number(image.dataset.asked ?? 0);
  if (!image.currentSrc.includes("/pictures/") || times >= PAUSES.length) return;
  image.dataset.asked = times + 1;
  setTimeout(() => { image.src = image.src; }, PAUSES[times] * (1 + Math.random() / 2));
}
document.addEventListener("error", ({ target }) => target instanceof HTMLImageElement && askAgain(target), true);
for (const image of document.images) if (image.complete && !image.naturalWidth) askAgain(image);

loadPersonal();
// A page that comes out of the browser's memory shows what was so when it was left.
addEventListener("pageshow", ({ persisted }) => persisted && (hinted() ? loadPersonal() : showBasket(0)));
