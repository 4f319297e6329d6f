// The applicant's desk: keeps what is typed, sends files as soon as they are chosen, adds rows.
// Everything here also works without it, by the Save button.
const form = document.querySelector("[data-desk]");
const progress = form.querySelector("[data-progress]");
const PAUSE = 1500; // milliseconds without typing before the text is saved
let pending = 0;
let stopped = "stopped" in form.dataset; // until Save is pressed
let last = Promise.resolve();

const say = (words) => {
  const line = progress.querySelector(".desk-saved span");
  if (line) line.textContent = words;
};

function typed() {
  const data = new FormData(form);
  for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
  return data;
}

async function save(keepalive = false) {
  pending = 0;
  if (stopped) return;
  try {
    const answer = await fetch(form.dataset.autosave, { method: "post", body: typed(), keepalive });
    if (answer.redirected || !answer.ok) return say(form.dataset.offline);
    progress.innerHTML = await answer.text();
    // Somebody else's text is there: from now on only the Save button, which shows both, may save.
    const { version, stopped: refused } = progress.firstElementChild.dataset;
    stopped = refused !== undefined;
    if (!stopped) form.elements.version.value = version;
  } catch {
    say(form.dataset.offline);
    later(PAUSE * 6);
  }
}

function later(pause = PAUSE) {
  clearTimeout(pending);
  pending = setTimeout(() => (last = last.then(() => save())), pause);
}

form.addEventListener("input", (event) => {
  if (event.target.type === "file" || stopped) return;
  say(form.dataset.typing);
  later();
});
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState !== "hidden" || !pending) return;
  clearTimeout(pending);
  save(true);
});
form.addEventListener("submit", () => {
  clearTimeout(pending);
  pending = 0;
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
  data.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  data.append("question", field.dataset.file);
  data.append(input.name, file);
  try {
    const answer = await fetch(form.dataset.files, { method: "post", body: data });
    if (answer.redirected || !answer.ok) throw new Error(answer.status);
    field.outerHTML = await answer.text();
    document.querySelector(`[data-file="${field.dataset.file}"] :is(a, input)`)?.focus();
    last = last.then(() => save());
  } catch {
    status.textContent = form.dataset.offline;
  }
});

// One more row of a table: the last one again, empty.
form.addEventListener("click", (event) => {
  if (!event.target.closest("[data-add-row]")) return;
  const rows = event.target.closest("[data-rows]").querySelectorAll(".rows-row");
  const row = rows[rows.length - 1].cloneNode(true);
  for (const input of row.querySelectorAll("textarea")) input.value = "";
  rows[rows.length - 1].after(row);
  row.querySelector("textarea").focus();
});
