// A question being answered: what is asked, what it is answered with, and what became of it.

import { el, fill, words } from "./dom.js";
import { inputFor } from "./inputs.js";
import { icon } from "./signs.js";
import { t } from "./texts.js";

/** The screen of a vote; `update(how, why, sure)` while it stands.

`send(answer, sure)`, `draft(answer)` on every change, `say(text)` to screen readers.
*/
export function questionScreen({ question, round, confidence, answer, clock, send, draft, say }) {
  const input = inputFor(question, answer, () => {
    draft(input.value());
    foot.classList.toggle("ready", input.value() !== null);
  }, say);
  const prompt = input.isPrompt ? input.node : words("h1.prompt", question.prompt);
  prompt.id = "prompt";
  const fields = el("fieldset", { "aria-labelledby": "prompt" }, input.node);
  const hint = question.kind === "order" ? "orderHint" : question.kind === "items" && "itemsHint";
  const trouble = el("p.refusal", { role: "alert" });
  const button = (key, name, sure) => el(`button.${name}`, { type: "button", onclick: () => give(sure) }, t(key));
  const buttons = el("div.buttons", { role: "group", "aria-label": t("howSure") },
    confidence ? [button("unsure", "main.soft", false), button("sure", "main", true)] : button("send", "main", null));
  const foot = el("div.foot");
  const give = (sure) => {
    const value = input.value();
    if (value !== null) return send(value, sure);
    trouble.textContent = t("empty");
    input.focus.focus();
  };
  const onsubmit = (event) => {
    event.preventDefault();
    // With two buttons to choose from, Enter only leads there.
    if (confidence) buttons.lastChild.focus();
    else give(null);
  };
  const node = el("form.question", { onsubmit },
    el("p.number", t("number", question), round > 1 && el("b.tag", t("second", { n: round }))),
    clock.node, !input.isPrompt && prompt, hint && el("p.hint", t(hint)), fields, foot);
  const told = (name, title, more) => el("div.told", name && icon(name), el("div", el("b", title), more && el("p", t(more))));
  const feet = {
    writing: () => [confidence && el("p.hint", { "aria-hidden": "true" }, t("howSure")), trouble, buttons],
    sending: () => [told("", t("sending")), trouble],
    received: (sure) => [told("right", t("received") + (sure == null ? "" : ` · ${t(sure ? "sure" : "unsure")}`), "receivedHint")],
    discuss: () => [told("talk", t("discuss"), "discussHint")],
    closed: () => [told("lock", t("closed"), "look"), trouble],
    over: () => [told("lock", t("timeUp"), "noAnswer")],
    paused: () => [told("pause", t("paused"), "pausedHint")],
  };
  let state = "";
  const update = (how, why, sure) => {
    fields.disabled = how !== "writing";
    trouble.textContent = why ? t(why) : "";
    foot.classList.toggle("ready", input.value() !== null);
    if (state === how) return;
    state = node.dataset.state = how;
    fill(foot, ...feet[how](sure));
    if (how !== "writing") say(foot.innerText);
  };
  const key = ({ key: typed, target, ctrlKey, metaKey, altKey }) => {
    const types = target.matches("input:not([type=radio])");
    if (state === "writing" && !types && !ctrlKey && !metaKey && !altKey && /^[a-z1-9]$/i.test(typed)) input.key?.(typed);
  };
  const isTyped = !input.key && question.kind !== "order";
  return { node, update, key, value: input.value, focus: input.focus, isTyped };
}
