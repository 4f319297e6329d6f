// The applicant's desk: keeps what is typed, sends files as soon as they are chosen, adds rows.
// Everything here also works without it, by the Save button.
const form = document.querySelector("[data-desk]");
const progress = form.querySelector("[data-progress]");
const PAUSE = 1500; // milliseconds without typing before the text is saved
let pending = 0;
let unsaved = false;
let stopped = "stopped" in form.dataset; // until Save is pressed
let last = Promise.resolve();

const itemOf = (code) => form.querySelector(`[data-item="${CSS.escape(code)}"]`);

function say(words, isHtml = false) {
  const line = progress.querySelector(".desk-saved");
  if (!line) return;
  line.classList.toggle("desk-unkept", isHtml);
  if (isHtml) line.innerHTML = words;
  else line.querySelector("span").textContent = words;
}

// What is sent: all that is typed, no files, and of others' texts none: only a person chooses.
function typed(action = "autosave") {
  const data = new FormData(form);
  for (const [name, value] of [...data])
    if (value instanceof File || (name.startsWith("seen.") && action === "autosave")) data.delete(name);
  data.set("action", action);
  return data;
}

const valuesIn = (item, data) =>
  JSON.stringify([...item.querySelectorAll("[name]")].map(({ name }) => data.getAll(name)));

// --- What is typed stays in the browser until the server has it

function keep() {
  unsaved = true;
  try {
    localStorage.setItem(form.dataset.keep, JSON.stringify([...typed()]));
  } catch {} // a browser that keeps nothing
}

function forget() {
  unsaved = false;
  try {
    localStorage.removeItem(form.dataset.keep);
  } catch {}
}

// Put back what was typed when the sign-in was lost, the line was cut or the window closed.
function restore() {
  let kept = null;
  try {
    kept = JSON.parse(localStorage.getItem(form.dataset.keep));
  } catch {}
  if (!kept || stopped) return;
  const values = group(kept);
  const texts = (name) => (values.get(name) || []).map(([, value]) => value);
  for (const rows of form.querySelectorAll("[data-rows]")) {
    const [first] = rows.querySelectorAll("textarea");
    while (rows.querySelectorAll(".rows-row").length < texts(first.name).length) addRow(rows);
  }
  const seen = {};
  for (const field of form.querySelectorAll(".desk-item [name]")) {
    if (field.name.startsWith("seen.") || !values.size) continue;
    const at = (seen[field.name] = (seen[field.name] ?? -1) + 1);
    if (field.type === "checkbox") field.checked = texts(field.name).includes(field.value);
    else if (texts(field.name)[at] !== undefined) field.value = texts(field.name)[at];
  }
  form.elements.base.value = texts("base")[0] || form.elements.base.value;
  say(form.dataset.restored);
  unsaved = true;
  later(0);
}

function group(pairs) {
  const groups = new Map();
  for (const pair of pairs) groups.set(pair[0], [...(groups.get(pair[0]) || []), pair]);
  return groups;
}

// --- Saving

async function save({ keepalive = false, action = "autosave" } = {}) {
  pending = 0;
  if (stopped) return;
  const sent = typed(action);
  try {
    const answer = await fetch(form.dataset.autosave, { method: "post", body: sent, keepalive });
    if (answer.status === 401) return say(await answer.text(), true);
    if (answer.status >= 500) throw new Error("fault");
    if (answer.redirected || !answer.ok) return say(form.dataset.refused);
    took(sent, await answer.text());
  } catch (error) {
    say(error.message === "fault" ? form.dataset.fault : form.dataset.offline);
    later(PAUSE * 6);
  }
}

// What the answer tells: how far one is, what others have written meanwhile, what both have changed.
function took(sent, html) {
  const answer = document.createElement("template");
  answer.innerHTML = html;
  const { version, base, stopped: refused } = answer.content.firstElementChild.dataset;
  stopped = refused !== undefined;
  const now = typed();
  const shown = JSON.parse(base);
  for (const { dataset, content } of answer.content.querySelectorAll("template[data-news]")) {
    const item = itemOf(dataset.news);
    const isTaken = sent.get("action") === `take:${dataset.news}`;
    const isBusy = valuesIn(item, sent) !== valuesIn(item, now) || item.contains(document.activeElement);
    if (isBusy && !isTaken) continue;
    item.replaceWith(content.cloneNode(true));
    shown[dataset.news] = dataset.mark;
  }
  const disputed = new Set();
  for (const { dataset, content } of answer.content.querySelectorAll("template[data-conflict]")) {
    const room = itemOf(dataset.conflict).querySelector(".desk-theirs-room");
    const seen = content.querySelector("input").value;
    disputed.add(room);
    if (room.querySelector("input")?.value !== seen) room.replaceChildren(content.cloneNode(true));
  }
  for (const room of form.querySelectorAll(".desk-theirs-room")) if (!disputed.has(room)) room.replaceChildren();
  const sections = answer.content.querySelector("template[data-sections]").content;
  for (const part of sections.querySelectorAll("[data-part], [data-count]")) {
    const name = part.dataset.part ? `[data-part="${CSS.escape(part.dataset.part)}"]` : "[data-count]";
    form.querySelector(`.desk-sections ${name}`).textContent = part.textContent;
  }
  progress.replaceChildren(answer.content.firstElementChild);
  if (stopped) return;
  form.elements.version.value = version;
  form.elements.base.value = JSON.stringify(shown);
  if (disputed.size || pending) keep();
  else forget();
}

function later(pause = PAUSE) {
  clearTimeout(pending);
  pending = setTimeout(() => (last = last.then(() => save())), pause);
}

form.addEventListener("input", (event) => {
  if (event.target.type === "file" || stopped) return;
  keep();
  say(form.dataset.typing);
  later();
});
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") return unsaved && !pending && later(0);
  if (!pending) return;
  clearTimeout(pending);
  save({ keepalive: true });
});
form.addEventListener("submit", (event) => {
  clearTimeout(pending);
  pending = 0;
  // One's own text or theirs, in one field: no need of another page.
  const [choice, code] = (event.submitter?.value || "").split(":");
  if (code && (choice === "keep" || choice === "take") && !stopped) {
    event.preventDefault();
    const action = event.submitter.value;
    last = last.then(() => save({ action })).then(() => itemOf(code)?.querySelector("input, textarea, select")?.focus());
    return;
  }
  if (unsaved) keep(); // where the session has ended, the page that comes back shows it again
  stopped = true;
});
addEventListener("pageshow", (event) => event.persisted && location.reload());

// Files go at once; too large ones do not go at all.
form.addEventListener("change", async (event) => {
  const input = event.target;
  if (input.type !== "file" || !input.files.length) return;
  const field = input.closest("[data-file]");
  const status = field.querySelector("[role=status]");
  const file = input.files[0];
  field.querySelector(".field-error")?.remove();
  if (file.size > Number(form.dataset.largest)) {
    input.value = "";
    return (status.textContent = `${file.name}: ${form.dataset.tooLarge}`);
  }
  status.textContent = `${file.name}: ${form.dataset.sending}`;
  const data = new FormData();
  const there = form.elements[`there-${input.name}`];
  data.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  data.append("question", field.dataset.file);
  data.append(there.name, there.value);
  data.append(input.name, file);
  try {
    const answer = await fetch(form.dataset.files, { method: "post", body: data });
    if (answer.status === 401) return (status.innerHTML = await answer.text());
    if (answer.redirected || !answer.ok) throw new Error(answer.status);
    field.outerHTML = await answer.text();
    document.querySelector(`[data-file="${field.dataset.file}"] :is(a, input:not([type=hidden]))`)?.focus();
    last = last.then(() => save());
  } catch {
    status.textContent = form.dataset.offline;
  }
});

// One more row of a table: the last one again, empty.
function addRow(table) {
  const rows = table.querySelectorAll(".rows-row");
  const row = rows[rows.length - 1].cloneNode(true);
  for (const input of row.querySelectorAll("textarea")) input.value = "";
  rows[rows.length - 1].after(row);
  return row;
}

form.addEventListener("click", (event) => {
  if (event.target.closest(".desk-sections a")) form.querySelector("[data-sections]").open = false;
  if (!event.target.closest("[data-add-row]")) return;
  addRow(event.target.closest("[data-rows]")).querySelector("textarea").focus();
});

form.querySelector(".desk-theirs")?.closest(".desk-item").scrollIntoView({ block: "center" });
restore();
