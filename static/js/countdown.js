// Keeps `{% countdown %}` moving: the two largest units that are left.
const lang = document.documentElement.lang;
const unit = (value, name) =>
  new Intl.NumberFormat(lang, { style: "unit", unit: name, unitDisplay: "long" }).format(value);

function inWords(seconds) {
  const days = Math.floor(seconds / 86400);
  const hours = Math.floor((seconds % 86400) / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  if (days) return `${unit(days, "day")} ${unit(hours, "hour")}`;
  if (hours) return `${unit(hours, "hour")} ${unit(minutes, "minute")}`;
  return `${unit(minutes, "minute")} ${unit(Math.floor(seconds % 60), "second")}`;
}

function update(element) {
  const left = (new Date(element.dataset.countdown) - Date.now()) / 1000;
  element.textContent = left > 0 ? inWords(left) : element.dataset.over || "";
  if (left > 0) setTimeout(update, left < 3660 ? 1000 : 30000, element);
}

document.querySelectorAll("[data-countdown]").forEach(update);
