// Coming in: the PIN, then a name, and a team where there are teams.

import { el, words } from "./dom.js";
import { t } from "./texts.js";

function row(id, label, input, hint) {
  input.id = id;
  if (hint) input.setAttribute("aria-describedby", `${id}-hint`);
  return el("div.row", el("label", { for: id }, t(label)), input, hint && el("p.hint", { id: `${id}-hint` }, t(hint)));
}

function form(title, why, button, go, ...parts) {
  const onsubmit = (event) => {
    event.preventDefault();
    go();
  };
  return el("form.sheet.join", { onsubmit }, words("h1", title || t("join")), parts,
    el("p.refusal", { role: "alert" }, why && t(`no_${why}`)), el("button.main", t(button)));
}

/** Asks for the PIN; `knock(pin)`. */
export function pinScreen({ pin, why, knock }) {
  const input = el("input.pin", {
    inputmode: "numeric", autocomplete: "off", maxlength: 9, value: pin, enterkeyhint: "go", placeholder: "••••••",
  });
  const go = () => knock(input.value.replace(/\D/g, ""));
  return { node: form("", why, "next", go, row("pin", "pin", input, "pinHint")), focus: input };
}

/** Asks who it is; `join({ name | learner, code, team })`, `back()` to the PIN.

`draft` takes what was written, and gives it back to a form that is made anew.
*/
export function nameScreen({ door, why, draft, join, back }) {
  const name = el("input", { maxlength: 40, autocomplete: "nickname", value: draft.name ?? "", enterkeyhint: "go" });
  const code = el("input", { maxlength: 40, autocomplete: "off", value: draft.code ?? "" });
  const nameRow = row("name", "name", name, "nameHint");
  const codeRow = row("code", "code", code);
  const list = el("select", { onchange: () => {
    shown();
    (codeRow.hidden ? nameRow.hidden ? list : name : code).focus();
  } }, el("option", { value: "" }, t("choose")),
  (door.roster ?? []).map((one) => words("option", { value: `=${one.name}` }, one.name)),
  el("option", { value: "guest" }, t("guest")));
  const chosen = () => door.roster?.find((one) => `=${one.name}` === list.value);
  const shown = () => {
    nameRow.hidden = door.roster && list.value !== "guest";
    codeRow.hidden = !chosen()?.code;
  };
  list.value = draft.who ?? "";
  if (list.selectedIndex < 0) list.value = ""; // someone else has taken it
  shown();
  const teams = (door.teams ?? []).map((team, at) => el("label.pick",
    el("input", { type: "radio", name: "team", value: at, checked: draft.team === at }),
    el("span.box", words("span", team))));
  const go = () => {
    const { team = -1 } = draft;
    const who = chosen();
    join(who ? { learner: who.name, code: code.value, team } : { name: name.value, team });
  };
  const node = form(door.title, why, "enter", go,
    door.roster && row("who", "roster", list), nameRow, codeRow,
    teams.length > 0 && el("fieldset", el("legend", t("team")), el("div.teams", teams)));
  node.append(el("button.plain", { type: "button", onclick: back }, t("back")));
  node.oninput = () => {
    const team = node.querySelector("[name=team]:checked");
    Object.assign(draft, { name: name.value, code: code.value, who: list.value }, team && { team: Number(team.value) });
  };
  return { node, focus: door.roster ? list : name };
}
