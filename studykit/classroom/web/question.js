// A question being answered: what is asked, what it is answered with, and what became of it.

import { el, fill, icon, words } from "./dom.js";
import { inputFor } from "./inputs.js";
import { t } from "./texts.js";

const HINTS = { order: "orderHint", items: "itemsHint" };

/** The screen of a vote. `how` holds what may change while it stands; see `update`.

`send(answer, sure)`, `draft(answer)` on every change, `say(text)` to screen readers.
*/
export function questionScreen({ question, round, confidence, answer, clock, send, draft, say }) {
  const input = inputFor(question, answer, () => {
    draft(input.value());
    foot.classList.toggle("ready", input.value() !== null);
  }, say);
  const prompt = input.isPrompt ? input.node : words("h1.prompt", question.prompt, { id: "prompt" });
  const field = el("fieldset.answer", { "aria-labelledby": "prompt" },
    input.isPrompt ? null : input.node);
  const foot = el("div.foot");
  const buttons = el("div.buttons", { role: "group", "aria-labelledby": "how-sure" });
  const hint = el("p.hint", { id: "how-sure" }, confidence ? t("howSure") : "");
  const button = (key, name, sure) => el(`button.${name}`, { type: "button", onclick: () => give(sure) }, t(key));
  if (confidence) buttons.append(button("unsure", "main.soft", false), button("sure", "main", true));
  else buttons.append(button("send", "main", null));
  const trouble = el("p.refusal", { role: "alert" });
  const give = (sure) => {
    const value = input.value();
    if (value === null) trouble.textContent = t("empty");
    else send(value, sure);
    if (value === null) input.focus?.focus();
  };
  const submit = (event) => {
    event.preventDefault();
    // With two buttons to choose from, Enter only leads there.
    if (confidence) buttons.lastChild.focus();
    else give(null);
  };
  const node = el("form.question", { onsubmit: submit },
    el("p.number", el("span", t("number", question)), round > 1 && el("b.tag", t("second", { n: round }))),
    clock.node,
    input.isPrompt ? el("fieldset.answer", prompt) : prompt,
    HINTS[question.kind] && el("p.hint", t(HINTS[question.kind])),
    input.isPrompt ? null : field, foot);
  if (input.isPrompt) prompt.id = "prompt";
  const fields = node.querySelector("fieldset");
  let state = "";
  /** `how`: writing, sending, received, closed, over or paused; `why` a refusal, or empty. */
  const update = (how, why = "", sure = null) => {
    fields.disabled = how !== "writing";
    node.dataset.state = how;
    trouble.textContent = why && t(why);
    if (state === how) return;
    state = how;
    foot.classList.toggle("ready", input.value() !== null);
    const told = (name, text, more) => el(`div.told.${how}`, name && icon(name),
      el("div", el("b", text), more && el("p", more)));
    const label = sure === null ? "" : ` · ${t(sure ? "sure" : "unsure")}`;
    fill(foot, ...({
      writing: [confidence && hint, trouble, buttons],
      sending: [told(null, t("sending")), trouble],
      received: [told("right", t("received") + label, t("receivedHint"))],
      closed: [told("lock", t("closed"), t("look"))],
      over: [told("lock", t("timeUp"), t("noAnswer"))],
      paused: [told("lock", t("paused"), t("pausedHint"))],
    })[how]);
  };
  const key = ({ key: typed, target, ctrlKey, metaKey, altKey }) => {
    const types = target.matches?.("input:not([type=radio]), select");
    if (state !== "writing" || types || ctrlKey || metaKey || altKey) return;
    if (/^[a-h1-8]$/i.test(typed)) input.key?.(typed);
  };
  return { node, update, key, value: input.value, focus: input.focus, typed: !input.key && question.kind !== "order" };
}
