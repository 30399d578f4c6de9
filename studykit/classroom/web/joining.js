// Coming in: the PIN, then a name, and a team where there are teams.

import { el, words } from "./dom.js";
import { t } from "./texts.js";

/** Asks for the PIN; `knock(pin)`. */
export function pinScreen({ pin, why, knock }) {
  const input = el("input.pin", {
    id: "pin", inputmode: "numeric", autocomplete: "off", maxlength: 9, value: pin, required: true,
    "aria-describedby": "pin-hint", enterkeyhint: "go", placeholder: "••••••",
  });
  const send = (event) => {
    event.preventDefault();
    const typed = input.value.replace(/\D/g, "");
    if (typed) knock(typed);
    else input.focus();
  };
  const node = el("form.sheet.join", { onsubmit: send },
    el("h1", t("join")),
    el("label", { for: "pin" }, t("pin")), input, el("p.hint", { id: "pin-hint" }, t("pinHint")),
    refusal(why), el("button.main", t("next")));
  return { node, focus: input };
}

/** Asks who it is; `join({ name | learner, code, team })`, `back()` to the PIN. */
export function nameScreen({ door, why, draft, join, back }) {
  const name = el("input", {
    id: "name", maxlength: 40, autocomplete: "nickname", value: draft.name ?? "",
    "aria-describedby": "name-hint", enterkeyhint: "go",
  });
  const nameRow = el("div.row", el("label", { for: "name" }, t("name")), name,
    el("p.hint", { id: "name-hint" }, t("nameHint")));
  const code = el("input", { id: "code", autocomplete: "off", maxlength: 40, value: draft.code ?? "" });
  const codeRow = el("div.row", el("label", { for: "code" }, t("code")), code);
  const roster = door.roster ?? [];
  const list = el("select", { id: "who" },
    el("option", { value: "" }, t("choose")),
    roster.map((one, at) => words("option", one.name, { value: at })),
    el("option", { value: "guest" }, t("guest")));
  const chosen = () => (/^\d+$/.test(list.value) ? roster[list.value] : null);
  const shown = () => {
    nameRow.hidden = door.roster && list.value !== "guest";
    codeRow.hidden = !chosen()?.code;
  };
  if (draft.learner) list.value = roster.findIndex((one) => one.name === draft.learner);
  if (list.selectedIndex < 0) list.value = "";
  list.addEventListener("change", () => {
    shown();
    (chosen()?.code ? code : list.value === "guest" ? name : list).focus();
  });
  shown();
  const teams = (door.teams ?? []).map((team, at) => el("label.pick",
    el("input", { type: "radio", name: "team", value: at, checked: draft.team === at }),
    el("span.box", words("span", team))));
  const send = (event) => {
    event.preventDefault();
    const team = node.querySelector("[name=team]:checked");
    const who = chosen();
    join({
      ...(who ? { learner: who.name, code: code.value } : { name: name.value }),
      ...(team && { team: Number(team.value) }),
    });
  };
  const node = el("form.sheet.join", { onsubmit: send },
    door.title ? words("h1", door.title) : el("h1", t("join")),
    door.roster && el("div.row", el("label", { for: "who" }, t("roster")), list),
    nameRow, codeRow,
    teams.length > 0 && el("fieldset", el("legend", t("team")), el("div.teams", teams)),
    refusal(why), el("button.main", t("enter")),
    el("button.plain", { type: "button", onclick: back }, t("back")));
  return { node, focus: door.roster ? list : name };
}

function refusal(why) {
  return el("p.refusal", { role: "alert" }, why && t(`no_${why}`));
}
