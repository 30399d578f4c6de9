// What is shown while nothing is asked: the lobby, a result, the board, the end.

import { el, words } from "./dom.js";
import { answerOf, icon } from "./signs.js";
import { t } from "./texts.js";

/** A screen: screen readers and keys begin at its heading. */
function screen(name, ...parts) {
  const node = el(name, parts);
  const focus = node.querySelector("h1");
  focus.tabIndex = -1;
  return { node, focus };
}

const face = (sign) => el("div.face", { "aria-hidden": "true" }, sign);
const points = (n) => t("points", { n });

export function noteScreen(text, button, onclick) {
  return screen("section.sheet.middle", el("h1", text), button && el("button.main", { onclick }, button));
}

export function lobbyScreen(you, leave) {
  return screen("section.sheet.middle", face([...you.name][0]),
    el("h1", t("lobby")), words("p.name", you.name), you.team && words("p.tag", you.team),
    el("p.waiting", t("wait")),
    el("button.plain", { onclick: leave }, t("notMe")));
}

/** What became of an answer; `next` for the button below it, where there is one. */
export function resultScreen(question, result, solution, rank, next) {
  const { score, sure, earned } = result;
  const how = score === undefined ? "none" : score === 1 ? "right" : score > 0 ? "partly" : "wrong";
  const lesson = how === "wrong" && sure ? "sureWrong" : how === "right" && sure === false ? "unsureRight" : "";
  const pair = (name, title, ...parts) => el(`div.pair.${name}`, el("h2", t(title)), parts);
  return screen("section.question.result",
    el(`div.verdict.${how}`, icon(how),
      el("div", el("h1", t(how, { n: Math.round(score * 100) })),
        el("p", [earned > 0 && t("earned", { n: earned }), sure != null && t(sure ? "sure" : "unsure")]
          .filter(Boolean).join(" · "))),
      rank > 0 && el("b.rank", t("rank", { n: rank }))),
    lesson && el("p.lesson", t(lesson)),
    question.kind !== "blanks" && words("p.prompt", question.prompt),
    how !== "none" && how !== "right" && pair("mine", "answer", answerOf(question, result.answer)),
    pair("good", "solution", answerOf(question, solution.answer)),
    solution.explanation && pair("", "explanation", words("p", solution.explanation)),
    solution.quotes && pair("", "quote", solution.quotes.map((quote) => words("blockquote", quote))),
    next && el("div.foot.ready", el("button.main", { onclick: next }, t("next"))));
}

/** The points, and the board where there is one: between questions, and when all is done. */
export function boardScreen(view) {
  const { you, board, teams, of } = view;
  const title = view.phase === "board" ? "board" : view.phase === "ended" ? "ended" : "done";
  const rows = (found, mine, said) => el("ol.board", found.map((row) => el("li",
    { "aria-current": row.name === mine && "true" },
    el("b.place", row.place), words("span.grow", row.name), el("span", said(row.points)))));
  return screen("section.sheet.middle",
    title !== "board" && face(icon("right")), el("h1", t(title)), title === "ended" && el("p.name", t("thanks", you)),
    el("p.score", el("b", points(you.points)), you.rank && el("span.tag", t("rank", { n: you.rank }))),
    title === "done" && el("p.hint", t("doneHint", { n: of })),
    board && rows(board, you.name, points),
    teams && [el("h2", t("teams")), rows(teams, you.team, (n) => t("teamPoints", { n }))]);
}
