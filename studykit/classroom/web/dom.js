// Elements. What comes from the host is only ever text, never markup.

const SVG = "http://www.w3.org/2000/svg";

/** An element: `el("p.quiet", { onclick }, "text", other)`; null and false are left out. */
export function el(name, ...rest) {
  const [tag, ...classes] = name.split(".");
  const node = document.createElement(tag);
  if (classes.length) node.className = classes.join(" ");
  for (const part of rest.flat(3)) {
    if (part == null || part === false) continue;
    if (part.nodeType || typeof part !== "object") node.append(part);
    else set(node, part);
  }
  return node;
}

export function set(node, props) {
  for (const [key, value] of Object.entries(props)) {
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (key === "value" || key === "checked") node[key] = value;
    else if (value === false || value == null) node.removeAttribute(key);
    else node.setAttribute(key, value === true ? "" : value);
  }
  return node;
}

/** Words of a deck; marked as Chinese where they are, for screen readers and the right glyphs. */
export function words(name, text, ...rest) {
  const han = /[\u3400-\u9fff]/.test(text);
  return el(name, han && { lang: "zh" }, ...rest, text);
}

function svg(name, props, ...children) {
  const node = document.createElementNS(SVG, name);
  for (const key of Object.keys(props)) node.setAttribute(key, props[key]);
  node.append(...children);
  return node;
}

const round = "M12 1.5a10.5 10.5 0 1 0 0 21a10.5 10.5 0 1 0 0-21z";
const SHAPES = [
  "M12 1.8L23.4 21.2H.6z", "M12 .6L23.4 12L12 23.4L.6 12z", round, "M2.5 2.5h19v19h-19z",
  "M12 1l11 8.2l-4.2 13H5.2L1 9.2z", "M6.4 2h11.2L23.4 12l-5.8 10H6.4L.6 12z",
  "M8 1h8v7h7v8h-7v7H8v-7H1V8h7z", "M12 23L1.5 11A6 6 0 0 1 12 4.5A6 6 0 0 1 22.5 11z",
];
const ICONS = {
  right: "M4 12.5l5.5 5.5L20 6.5", wrong: "M5.5 5.5l13 13m0-13l-13 13",
  partly: "M4 14c2.5-5 5.5-5 8-2s5.5 3 8-2", talk: "M4 5h16v11h-9l-5 4v-4H4z", none: "M5 12h14", up: "M12 20V5m-6.5 6L12 4.5l6.5 6.5",
  down: "M12 4v15m-6.5-6l6.5 6.5l6.5-6.5", lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
};

export const letter = (place) => String.fromCharCode(65 + place);

/** The sign of an option: a shape of its own with its letter in it. */
export function badge(place, sign = letter(place), colour = place) {
  const at = place % SHAPES.length;
  const low = at === 0 ? 18.4 : at === 7 ? 14.6 : at === 4 ? 17 : 16;
  const text = svg("text", { x: 12, y: low, "text-anchor": "middle" });
  text.textContent = sign;
  const path = svg("path", { d: SHAPES[at] });
  return svg("svg", { viewBox: "0 0 24 24", class: `badge c${colour % SHAPES.length}`, "aria-hidden": "true" }, path, text);
}

export function icon(name) {
  const path = svg("path", { d: ICONS[name] });
  return svg("svg", { viewBox: "0 0 24 24", class: `icon i-${name}`, "aria-hidden": "true" }, path);
}

/** Fill a place with other nodes. */
export function fill(place, ...nodes) {
  place.replaceChildren(...nodes.flat().filter(Boolean));
}
