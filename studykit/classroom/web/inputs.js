// What an answer is given with, one for each kind of question. Each has `node`, `value()`
// (null where nothing was answered) and `focus`; `changed` is called on every change.

import { el, words } from "./dom.js";
import { icon, optionsOf, promptOf } from "./signs.js";
import { t } from "./texts.js";

const MOST_ITEMS = 20;
const LONGEST = 200;
// With longer options there is no room for two side by side, in characters.
const LONG = 14;

export function inputFor(question, answer, changed, say) {
  switch (question.kind) {
    case "choice":
    case "truefalse":
      return picks(optionsOf(question), answer, changed);
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

function picks(options, answer, changed) {
  const radios = options.map(([value]) =>
    el("input", { type: "radio", name: "pick", checked: value === answer, onchange: changed }));
  const long = options.some(([, , text]) => text.length > LONG);
  const node = el(long ? "div.picks" : "div.picks.short", options.map(([, sign, text], at) =>
    el("label.pick", radios[at], el(`span.box.${sign.classList[1]}`, sign, words("span", text)))));
  return {
    node,
    value: () => options[radios.findIndex((radio) => radio.checked)]?.[0] ?? null,
    focus: radios.find((radio) => radio.checked) ?? radios[0],
    key: (typed) => {
      const radio = radios[parseInt(typed, 36) - (typed > "9" ? 10 : 1)];
      radio?.click();
      radio?.focus();
    },
  };
}

function blanks(question, answer, changed) {
  const inputs = [];
  const blank = (at) => {
    inputs.push(field(t("blank", { n: at + 1 }), answer[at] ?? "", changed));
    return inputs[at];
  };
  const node = promptOf("p.prompt.filled", question, blank);
  inNext(inputs);
  const value = () => (typed(inputs).length ? inputs.map((input) => input.value.trim()) : null);
  return { node, value, focus: inputs[0], isPrompt: true };
}

const typed = (inputs) => inputs.map((input) => input.value.trim()).filter(Boolean);

function items(answer, changed) {
  const list = el("ol.items");
  const inputs = [];
  const add = (text) => {
    const input = field(t("item", { n: inputs.length + 1 }), text, () => (grow(), changed()));
    if (inputs.length) input.placeholder = t("more");
    inputs.push(input);
    inNext(inputs);
    list.append(el("li", input));
  };
  // There is always one more line to write in.
  const grow = () => {
    if (inputs.length < MOST_ITEMS && inputs.every((input) => input.value.trim())) add("");
  };
  answer.forEach(add);
  grow();
  const value = () => (typed(inputs).length ? typed(inputs) : null);
  return { node: list, value, focus: inputs[inputs.length - 1] };
}

function order(options, answer, changed, say) {
  const places = answer ? [...answer] : options.map((_text, at) => at);
  const list = el("ol.order", { "aria-label": t("order") });
  const moveTo = (place, to) => {
    const at = places.indexOf(place);
    if (to === at || to < 0 || to >= places.length) return;
    places.splice(at, 1);
    places.splice(to, 0, place);
    show();
    changed();
    say(t("moved", { item: options[place], n: to + 1, of: places.length }));
  };
  const rows = options.map((text, place) => {
    const step = (name, by) => el("button.step", {
      type: "button", "aria-label": t(name, { item: text }), onclick: ({ currentTarget: mine }) => {
        moveTo(place, places.indexOf(place) + by);
        (mine.disabled ? row.querySelector(".step:enabled") : mine).focus();
      },
    }, icon(name));
    const row = el("li", el("b.place", { "aria-hidden": "true" }), words("span.grow", text), step("up", -1), step("down", 1));
    drag(row, list, (to) => moveTo(place, to));
    return row;
  });
  const show = () => places.forEach((place, at) => {
    const row = rows[place];
    row.firstChild.textContent = at + 1;
    const [up, down] = row.querySelectorAll(".step");
    up.disabled = at === 0;
    down.disabled = at === places.length - 1;
    if (list.children[at] !== row) list.insertBefore(row, list.children[at] ?? null);
  });
  show();
  return { node: list, value: () => [...places], focus: rows[places[0]].querySelector(".step:enabled") };
}

/** Drag a row by its number to another place. */
function drag(row, list, moveTo) {
  row.firstChild.addEventListener("pointerdown", (event) => {
    if (list.closest("fieldset").disabled) return;
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
