// What an answer is given with, one for each kind of question. Each has `node`, `value()`
// (null where nothing was answered) and `focus`; `changed` is called on every change.

import { badge, el, icon, words } from "./dom.js";
import { t } from "./texts.js";

const MOST_ITEMS = 20;
const LONGEST = 200;

export function inputFor(question, answer, changed, say) {
  switch (question.kind) {
    case "choice":
      return picks(question.options.map((text, at) => [at, badge(at), text]), answer, changed);
    case "truefalse":
      return picks(truths(), answer, changed);
    case "blanks":
      return blanks(question, answer ?? [], changed);
    case "items":
      return items(answer ?? [], changed);
    case "order":
      return order(question.options, answer, changed, say);
  }
  const input = field(t("answer"), answer ?? "", changed);
  return { node: el("div.typed", input), value: () => input.value.trim() || null, focus: input };
}

export const truths = () => [[true, badge(2, "✓", 1), t("true")], [false, badge(3, "✗", 2), t("false")]];

function picks(options, answer, changed) {
  const radios = [];
  const long = options.some(([, , text]) => text.length > 14);
  const node = el("div.picks", { class: long ? "picks long" : "picks" }, options.map(([value, sign, text], at) => {
    const radio = el("input", { type: "radio", name: "pick", checked: value === answer, onchange: changed });
    radios.push(radio);
    return el("label.pick", radio, el("span.box", { class: `box ${sign.classList[1]}` }, sign, words("span", text)));
  }));
  const value = () => {
    const at = radios.findIndex((radio) => radio.checked);
    return at < 0 ? null : options[at][0];
  };
  const key = (typed) => {
    const radio = radios[typed.toUpperCase().charCodeAt(0) - 65] ?? radios[Number(typed) - 1];
    radio?.click();
    radio?.focus();
  };
  return { node, value, focus: radios.find((radio) => radio.checked) ?? radios[0], key };
}

function blanks(question, answer, changed) {
  const parts = question.prompt.split("____");
  const inputs = [];
  const blank = () => {
    const at = inputs.length;
    const input = field(t("blank", { n: at + 1 }), answer[at] ?? "", changed);
    const fit = () => input.style.setProperty("--wide", `${Math.min(14, Math.max(4, width(input.value) + 1.5))}em`);
    input.addEventListener("input", fit);
    fit();
    inputs.push(input);
    return input;
  };
  const text = words("p.prompt.filled", "");
  parts.forEach((part, at) => {
    if (at && inputs.length < question.blanks) text.append(blank());
    text.append(part);
  });
  if (/[\u3400-\u9fff]/.test(question.prompt)) text.lang = "zh";
  while (inputs.length < question.blanks) text.append(" ", blank());
  inNext(inputs);
  const value = () => {
    const typed = inputs.map((input) => input.value.trim());
    return typed.some(Boolean) ? typed : null;
  };
  return { node: text, value, focus: inputs[0], isPrompt: true };
}

const width = (text) => [...text].reduce((sum, char) => sum + (char > "\u2e7f" ? 1 : 0.6), 0);

function items(answer, changed) {
  const list = el("ol.items");
  const inputs = [];
  const grow = () => {
    if (inputs.length && !inputs[inputs.length - 1].value.trim()) return;
    if (inputs.length < MOST_ITEMS) add("");
  };
  const add = (text) => {
    const input = field(t("item", { n: inputs.length + 1 }), text, () => (grow(), changed()));
    if (inputs.length) input.placeholder = t("more");
    inputs.push(input);
    inNext(inputs);
    list.append(el("li", input));
  };
  answer.forEach(add);
  grow();
  const value = () => {
    const typed = inputs.map((input) => input.value.trim()).filter(Boolean);
    return typed.length ? typed : null;
  };
  return { node: list, value, focus: inputs[inputs.length - 1] };
}

function order(options, answer, changed, say) {
  let places = answer?.length === options.length ? [...answer] : options.map((_text, at) => at);
  const list = el("ol.order", { "aria-label": t("order") });
  const rows = options.map((text, place) => {
    const move = (by) => {
      const at = places.indexOf(place);
      const to = at + by;
      if (!by || to < 0 || to >= places.length) return;
      places.splice(at, 1);
      places.splice(to, 0, place);
      show();
      changed();
      say(t("moved", { item: text, n: to + 1, of: places.length }));
    };
    const button = (name, by) => el("button.step", {
      type: "button", "aria-label": t(name, { item: text }), onclick: (event) => {
        move(by);
        const mine = event.currentTarget;
        (mine.disabled ? mine.parentNode.querySelector(".step:not([disabled])") : mine).focus();
      },
    }, icon(name));
    const row = el("li", el("b.place", { "aria-hidden": "true" }), words("span.grow", text),
      button("up", -1), button("down", 1));
    drag(row, list, (to) => move(to - places.indexOf(place)));
    return row;
  });
  const show = () => places.forEach((place, at) => {
    const row = rows[place];
    row.querySelector(".place").textContent = at + 1;
    const [up, down] = row.querySelectorAll(".step");
    up.disabled = at === 0;
    down.disabled = at === places.length - 1;
    if (list.children[at] !== row) list.insertBefore(row, list.children[at] ?? null);
  });
  show();
  return { node: list, value: () => [...places], focus: rows[places[0]].querySelector(".step:not([disabled])") };
}

/** Drag a row by its number to another place. */
function drag(row, list, moveTo) {
  row.querySelector(".place").addEventListener("pointerdown", (event) => {
    if (list.closest("fieldset")?.disabled) return;
    event.preventDefault();
    row.classList.add("held");
    const over = ({ clientY }) => {
      const at = [...list.children].findIndex((one) => clientY < one.getBoundingClientRect().bottom);
      moveTo(at < 0 ? list.children.length - 1 : at);
    };
    const end = () => {
      row.classList.remove("held");
      removeEventListener("pointermove", over);
    };
    // On the window: the row itself is taken out and put in again, and would lose the pointer.
    addEventListener("pointermove", over);
    addEventListener("pointerup", end, { once: true });
    addEventListener("pointercancel", end, { once: true });
  });
}

function field(label, value, changed) {
  return el("input", {
    "aria-label": label, value, maxlength: LONGEST, autocomplete: "off", autocapitalize: "off",
    spellcheck: "false", oninput: changed, enterkeyhint: "next",
  });
}

/** Enter goes on to the next field; from the last one it is the form's. */
function inNext(inputs) {
  inputs.forEach((input, at) => {
    input.onkeydown = (event) => {
      if (event.key !== "Enter" || event.isComposing || !inputs[at + 1]) return;
      event.preventDefault();
      inputs[at + 1].focus();
    };
  });
}
