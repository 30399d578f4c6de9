// The signs of options, and what is shown of questions and answers on phones and projector alike.

import { el, svg, words } from "./dom.js";
import { t } from "./texts.js";

const SHAPES = [
  "M12 1.8L23.4 21.2H.6z", "M12 .6L23.4 12L12 23.4L.6 12z",
  "M12 1.5a10.5 10.5 0 1 0 0 21a10.5 10.5 0 1 0 0-21z", "M2.5 2.5h19v19h-19z",
  "M12 1l11 8.2l-4.2 13H5.2L1 9.2z", "M6.4 2h11.2L23.4 12l-5.8 10H6.4L.6 12z",
];
// Where a letter stands in its shape, where that is not the middle.
const LOW = { 0: 18.4, 4: 17 };
const ICONS = {
  right: "M4 12.5l5.5 5.5L20 6.5", wrong: "M5.5 5.5l13 13m0-13l-13 13",
  partly: "M4 14c2.5-5 5.5-5 8-2s5.5 3 8-2", none: "M5 12h14", talk: "M4 5h16v11h-9l-5 4v-4H4z",
  up: "M12 20V5m-6.5 6L12 4.5l6.5 6.5", down: "M12 4v15m-6.5-6l6.5 6.5l6.5-6.5",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3", pause: "M8.5 5v14M15.5 5v14",
};

/** The sign of an option: a shape of its own with its letter in it. */
export function badge(place, sign = String.fromCharCode(65 + place), colour = place) {
  const at = place % SHAPES.length;
  const text = svg("text", { x: 12, y: LOW[at] ?? 16, "text-anchor": "middle" }, sign);
  const look = { viewBox: "0 0 24 24", class: `badge c${colour % SHAPES.length}`, "aria-hidden": true };
  return svg("svg", look, svg("path", { d: SHAPES[at] }), text);
}

export function icon(name) {
  const look = { viewBox: "0 0 24 24", class: `icon i-${name}`, "aria-hidden": true };
  return svg("svg", look, svg("path", { d: ICONS[name] }));
}

/** What there is to choose from, each as its value, sign and text. */
export function optionsOf({ kind, options }) {
  if (kind === "truefalse") return [[true, badge(2, "✓", 1), t("true")], [false, badge(3, "✗", 2), t("false")]];
  return (options ?? []).map((text, at) => [at, badge(at), text]);
}

/** A prompt; `filled(at)` gives what stands in each of its blanks. */
export function promptOf(name, { prompt }, filled) {
  return words(name, prompt.split("____").map((part, at) => [at > 0 && filled(at - 1), part]));
}

/** An answer in words, with the signs of its options or in the place of the blanks. */
export function answerOf(question, texts) {
  const { kind, options } = question;
  if (kind === "truefalse") return el("p.words", t(texts[0]));
  if (kind === "choice") return el("p.words", badge(options.indexOf(texts[0])), words("span", texts[0]));
  if (kind === "blanks") return promptOf("p", question, (at) => el("mark", texts[at] || "—"));
  if (texts.length < 2) return words("p.words", texts);
  return el(kind === "items" ? "ul.words" : "ol.words", texts.map((text) => words("li", text)));
}
