// Elements. What comes from the host is only ever text, never markup.

const HAN = /[\u3400-\u9fff]/;

/** An element: `el("p.quiet", { onclick }, "text", other)`; null and false are left out. */
export function el(name, ...parts) {
  const [tag, ...classes] = name.split(".");
  const node = document.createElement(tag);
  if (classes.length) node.className = classes.join(" ");
  for (const part of parts.flat(3)) {
    if (part == null || part === false) continue;
    if (part.nodeType || typeof part !== "object") {
      node.append(part);
      continue;
    }
    for (const [key, value] of Object.entries(part)) {
      if (/^on|^value$|^checked$/.test(key)) node[key] = value;
      else if (value != null && value !== false) node.setAttribute(key, value === true ? "" : value);
    }
  }
  return node;
}

/** Words of a deck; marked as Chinese where they are, for screen readers and the right glyphs. */
export function words(name, ...parts) {
  const node = el(name, parts);
  if (HAN.test(node.textContent)) node.lang = "zh";
  return node;
}

export function svg(name, props, ...children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const key of Object.keys(props)) node.setAttribute(key, props[key]);
  node.append(...children);
  return node;
}

/** Fill a place with other nodes. */
export function fill(place, ...nodes) {
  place.replaceChildren(...nodes.flat().filter(Boolean));
}
