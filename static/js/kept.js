// A long form loses nothing: what is typed stays in this browser until the server has it, and who
// leaves is asked. <form data-kept="name" (data-unsaved)> holds a <div data-kept-notice hidden> with
// a button that drops it. Without storage only the question remains.
for (const form of document.querySelectorAll("form[data-kept]")) watch(form);

function watch(form) {
  const key = `kept:${form.dataset.kept}`;
  const notice = form.querySelector("[data-kept-notice]");
  const skipped = ["hidden", "file", "password", "submit", "button"];
  const fields = [...form.elements].filter(({ name, type }) => name && !skipped.includes(type));
  const isTick = ({ type }) => type === "checkbox" || type === "radio";
  const label = (field) => (isTick(field) ? `${field.name}=${field.value}` : field.name);
  const typed = () =>
    Object.fromEntries(fields.map((field) => [label(field), isTick(field) ? field.checked : field.value]));
  const differ = (one, other) => Object.keys(one).filter((name) => name in other && one[name] !== other[name]);
  const drawn = typed();
  let isLeaving = false;

  const kept = () => {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  };
  const keep = (state) => {
    try {
      if (state) localStorage.setItem(key, JSON.stringify(state));
      else localStorage.removeItem(key);
    } catch {} // a browser that keeps nothing
  };

  const before = kept();
  const isRefused = "unsaved" in form.dataset; // drawn with what was typed, and not saved
  // The server has drawn something else than when it was sent: it has it now.
  const isSaved = before?.sent && differ(before.was, drawn).length;
  const was = isRefused && before ? before.was : drawn;
  if (before && !isRefused && !isSaved) {
    const mine = differ(before.now, before.was).filter((name) => before.now[name] !== drawn[name]);
    for (const field of fields.filter((field) => mine.includes(label(field)))) {
      if (isTick(field)) field.checked = before.now[label(field)];
      else field.value = before.now[label(field)];
      field.closest("details")?.setAttribute("open", "");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    if (notice) notice.hidden = !mine.length;
  }
  if (isSaved) keep(null);

  const isDirty = () => isRefused || differ(drawn, typed()).length > 0;
  const store = (sent = false) => keep(isDirty() ? { was, now: typed(), sent } : null);
  form.addEventListener("input", () => store());
  form.addEventListener("submit", () => {
    isLeaving = true;
    store(true);
  });
  addEventListener("pageshow", () => (isLeaving = false));
  addEventListener("beforeunload", (event) => {
    if (!isLeaving && isDirty()) event.preventDefault();
  });
  notice?.querySelector("button")?.addEventListener("click", () => {
    keep(null);
    isLeaving = true;
    location.reload();
  });
}
