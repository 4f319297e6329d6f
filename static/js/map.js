// Draws a map once it comes into view: our own land and water, or tiles if the settings name some.
let leaflet;

function loadLeaflet({ leaflet: script, leafletCss: style }) {
  leaflet ??= new Promise((resolve, reject) => {
    document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: style }));
    document.head.append(
      Object.assign(document.createElement("script"), { src: script, onload: resolve, onerror: reject }),
    );
  });
  return leaflet;
}

function words(text) {
  const element = document.createElement("span");
  element.textContent = text;
  return element;
}

function popup(point) {
  const box = document.createElement("div");
  const title = document.createElement(point.href ? "a" : "strong");
  title.textContent = point.title;
  if (point.href) title.href = point.href;
  box.append(title);
  if (point.line) box.append(document.createElement("br"), point.line);
  return box;
}

async function drawBase(map, url) {
  const land = await (await fetch(url)).json();
  for (const kind of ["land", "basin", "river", "border"]) {
    L.geoJSON(land, {
      filter: (feature) => feature.properties.kind === kind,
      style: () => ({ className: `map-${kind}` }),
      interactive: false,
    }).addTo(map);
  }
  for (const { geometry, properties } of land.features) {
    if (geometry.type !== "Point") continue;
    const [lon, lat] = geometry.coordinates;
    const icon = L.divIcon({ className: `map-town map-town-${properties.kind}`, html: words(properties.name), iconSize: null });
    L.marker([lat, lon], { icon, interactive: false, keyboard: false }).addTo(map);
  }
  map.attributionControl.addAttribution(land.attribution ?? "");
}

async function draw(element) {
  const { points, line, tiles, attribution } = JSON.parse(
    document.getElementById(element.dataset.map).textContent,
  );
  await loadLeaflet(element.dataset);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(element, {
    scrollWheelZoom: false, zoomAnimation: !still, fadeAnimation: !still, minZoom: 3, maxZoom: 17,
  });
  map.attributionControl.setPrefix("");
  const bounds = L.latLngBounds([...points.map(({ lat, lon }) => [lat, lon]), ...line]);
  if (bounds.isValid()) map.fitBounds(bounds, { padding: [56, 56], maxZoom: element.classList.contains("map-inset") ? 4 : 12 });
  else map.setView([50.45, 2.9], 9);
  const route = L.polyline(line, { className: "map-route", interactive: false }).addTo(map);
  const nearOrFar = () => element.classList.toggle("map-near", map.getZoom() >= 11);
  map.on("zoomend", nearOrFar);
  nearOrFar();
  if (tiles) L.tileLayer(tiles, { attribution }).addTo(map);
  else drawBase(map, element.dataset.base).then(() => route.bringToFront()); // land arrives later
  points.forEach((point, index) => {
    const number = point.number ?? index + 1;
    const icon = L.divIcon({
      className: "map-pin", html: words(number),
      iconSize: [28, 34], iconAnchor: [14, 34], popupAnchor: [0, -30],
    });
    const marker = L.marker([point.lat, point.lon], { icon, title: point.title, alt: point.title }).addTo(map);
    marker.getElement().setAttribute("aria-label", `${number}. ${point.title}`); // says what is seen
    marker.bindPopup(popup(point));
  });
}

const watcher = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    watcher.unobserve(target);
    draw(target);
  }
}, { rootMargin: "200px" });
document.querySelectorAll("[data-map]").forEach((element) => watcher.observe(element));
