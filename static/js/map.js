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

// Moves the middles of pins that cover each other apart, so that a finger finds each of them.
function spread(spots) {
  for (let round = 0; round < 100; round += 1) {
    let apart = true;
    spots.forEach((one, index) => spots.slice(index + 1).forEach((other) => {
      const x = other.x - one.x || 0.1, y = other.y - one.y || 0.1;
      const [across, down] = [PIN.width + 2 - Math.abs(x), PIN.height + 2 - Math.abs(y)];
      if (across <= 0 || down <= 0) return;
      apart = false;
      const axis = across < down ? "x" : "y";
      const step = (Math.min(across, down) / 2 + 0.5) * Math.sign(axis === "x" ? x : y);
      one[axis] -= step;
      other[axis] += step;
    }));
    if (apart) break;
  }
  return spots;
}

// Pins where they do not hide each other, each with a line to its place if that is elsewhere.
function stand(map, pins, legs) {
  legs.clearLayers();
  const places = pins.map(({ place }) => map.latLngToLayerPoint(place));
  spread(places.map(({ x, y }) => ({ x, y }))).forEach((spot, index) => {
    const { marker, place } = pins[index];
    const foot = map.layerPointToLatLng([spot.x, spot.y]);
    marker.setLatLng(foot);
    if (places[index].distanceTo(L.point(spot.x, spot.y)) < 1) return;
    legs.addLayer(L.polyline([foot, place], { className: "map-leg", interactive: false }));
    legs.addLayer(L.circleMarker(place, { radius: 3, className: "map-foot", interactive: false }));
  });
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
  const legs = L.layerGroup().addTo(map);
  const pins = points.map((point, index) => {
    const number = point.number ?? index + 1;
    const icon = L.divIcon({
      className: "map-pin", html: words(number),
      iconSize: [PIN.width, PIN.height], iconAnchor: [PIN.width / 2, PIN.height], popupAnchor: [0, -30],
    });
    const marker = L.marker([point.lat, point.lon], { icon, title: point.title, alt: point.title }).addTo(map);
    marker.getElement().setAttribute("aria-label", `${number}. ${point.title}`); // says what is seen
    marker.bindPopup(popup(point));
    return { marker, place: L.latLng(point.lat, point.lon) };
  });
  const standApart = () => stand(map, pins, legs);
  map.on("zoomend", standApart);
  standApart();
}

const watcher = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    watcher.unobserve(target);
    draw(target);
  }
}, { rootMargin: "200px" });
document.querySelectorAll("[data-map]").forEach((element) => watcher.observe(element));
