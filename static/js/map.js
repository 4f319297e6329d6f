// Draws a map once it comes into view: our own land and water, or tiles if the settings name some.
let leaflet;
const PIN = { width: 28, height: 34 };

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

async function drawBase(map, url, stays) {
  const land = await (await fetch(url)).json();
  if (stays && land.bbox) { // nobody sees where the drawing ends
    const [west, south, east, north] = land.bbox;
    const drawn = L.latLngBounds([south, west], [north, east]);
    map.setMinZoom(map.getBoundsZoom(drawn, true));
    map.setMaxBounds(drawn).options.maxBoundsViscosity = 1;
  }
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

// Pins that would cover each other at this zoom, as groups of one or more.
function group(map, points) {
  const groups = [];
  for (const point of points) {
    const spot = map.latLngToLayerPoint(point);
    const near = groups.find((one) => Math.abs(one.spot.x - spot.x) < PIN.width && Math.abs(one.spot.y - spot.y) < PIN.height);
    if (near) near.points.push(point);
    else groups.push({ spot, points: [point] });
  }
  return groups.map((one) => one.points);
}

function sign(at, { name, text, kind, content, pick }) {
  const icon = L.divIcon({
    className: `map-pin map-pin-${kind}`, html: words(text),
    iconSize: [PIN.width, PIN.height], iconAnchor: [PIN.width / 2, PIN.height], popupAnchor: [0, -PIN.height - 7],
  });
  const marker = L.marker(at, { icon, title: name, alt: name });
  marker.on("add", () => marker.getElement().setAttribute("aria-label", name));
  return pick ? marker.on("click keypress", pick) : marker.bindPopup(content);
}

// Each pin stands where its place is; near ones are one sign that opens.
function stand(map, points, layer, say) {
  layer.clearLayers();
  for (const near of group(map, points)) {
    const [first] = near;
    if (near.length === 1) {
      const text = first.number ?? "";
      const kind = first.here ? "here" : text ? "numbered" : "plain";
      layer.addLayer(sign(first, { name: text ? `${text}. ${first.title}` : first.title, text, kind, content: popup(first) }));
      continue;
    }
    const bounds = L.latLngBounds(near);
    const list = document.createElement("div");
    list.append(...near.map(popup));
    const opens = map.getZoom() < map.getMaxZoom() && !bounds.getNorthEast().equals(bounds.getSouthWest());
    layer.addLayer(sign(bounds.getCenter(), {
      name: `${say.together.replace("%d", near.length)} ${near.map(({ title }) => title).join(", ")}`,
      text: `${near.length}`, kind: near.some(({ here }) => here) ? "many map-pin-here" : "many", content: list,
      pick: opens && (() => map.fitBounds(bounds, { padding: [40, 40] })),
    }));
  }
}

async function draw(element) {
  const { points, line, closest, tiles, attribution, say } = JSON.parse(
    document.getElementById(element.dataset.map).textContent,
  );
  const inset = element.classList.contains("map-inset");
  await loadLeaflet(element.dataset);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(element, {
    scrollWheelZoom: false, zoomAnimation: !still, fadeAnimation: !still, zoomControl: false, zoomSnap: 0.25,
    minZoom: 3, maxZoom: tiles ? 17 : 13, // our own ground has no streets
  });
  if (!inset) L.control.zoom({ zoomInTitle: say.closer, zoomOutTitle: say.farther }).addTo(map);
  element.prepend(element.querySelector(".leaflet-control-container")); // by keyboard before the pins
  map.on("popupopen", ({ popup: opened }) => {
    opened.getElement().querySelector(".leaflet-popup-close-button").setAttribute("aria-label", say.close);
  });
  map.attributionControl.setPrefix("");
  const bounds = L.latLngBounds([...points.map(({ lat, lon }) => [lat, lon]), ...line]);
  if (bounds.isValid()) map.fitBounds(bounds, { padding: [56, 56], maxZoom: closest });
  else map.setView([50.45, 2.9], 9);
  const route = L.polyline(line, { className: "map-route", interactive: false }).addTo(map);
  const nearOrFar = () => element.classList.toggle("map-near", map.getZoom() >= 11);
  map.on("zoomend", nearOrFar);
  nearOrFar();
  if (tiles) L.tileLayer(tiles, { attribution }).addTo(map);
  else {
    drawBase(map, element.dataset.base, !inset).then(() => route.bringToFront()).catch(() => {}); // left before it came
  }
  const pins = L.layerGroup().addTo(map);
  const places = points.map((point) => Object.assign(L.latLng(point.lat, point.lon), point));
  map.on("zoomend", () => stand(map, places, pins, say));
  stand(map, places, pins, say);
}

const watcher = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    watcher.unobserve(target);
    draw(target);
  }
}, { rootMargin: "200px" });
document.querySelectorAll("[data-map]").forEach((element) => watcher.observe(element));
