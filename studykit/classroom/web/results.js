// What is shown while nothing is asked: the lobby, the talk, a result, the board, the end.

import { badge, el, icon, words } from "./dom.js";
import { t } from "./texts.js";

export function lobbyScreen({ you, leave }) {
  const node = el("section.sheet.middle",
    el("div.face", { "aria-hidden": "true" }, [...you.name][0]),
    el("h1", { tabindex: -1 }, t("lobby")), words("p.name", you.name),
    you.team && words("p.tag", you.team),
    el("p.waiting", el("span.dots", { "aria-hidden": "true" }, el("i"), el("i"), el("i")), t("wait")),
    el("p.hint", t("nameOnWall")),
    el("button.plain", { type: "button", onclick: leave }, t("notMe")));
  return { node, focus: node.querySelector("h1") };
}

export function discussScreen({ question, mine }) {
  const node = el("section.question",
    el("p.number", el("span", t("number", question)), el("b.tag", t("discuss"))),
    el("div.call", icon("talk"), el("h1", { tabindex: -1 }, t("discuss")), el("p", t("discussHint"))),
    words("p.prompt", question.prompt),
    question.options && el("ul.list", question.options.map((text, at) =>
      el("li", badge(at), words("span", text)))),
    mine && el("p.mine", t("answer"), el("span", inWords(question, mine.answer))));
  return { node, focus: node.querySelector("h1") };
}

/** What became of an answer; `next` for the button below it, where there is one. */
export function resultScreen({ question, result, solution, you, next, nextText }) {
  const answered = result.score !== undefined;
  const how = !answered ? "none" : result.score === 1 ? "right" : result.score > 0 ? "partly" : "wrong";
  const words_ = t(how, { n: Math.round((result.score ?? 0) * 100) });
  const lesson = how === "wrong" && result.sure ? "sureWrong" : how === "right" && result.sure === false ? "unsureRight" : null;
  const node = el("section.question.result",
    el(`div.verdict.${how}`, icon(how),
      el("div", el("h1", { tabindex: -1 }, words_),
        el("p", [result.earned > 0 && t("earned", { n: result.earned }),
          result.sure != null && t(result.sure ? "sure" : "unsure")].filter(Boolean).join(" · "))),
      you?.rank && el("b.rank", t("rank", { n: you.rank }))),
    lesson && el("p.lesson", t(lesson)),
    question.kind !== "blanks" && words("p.prompt", question.prompt),
    answered && how !== "right" && el("div.pair", el("h2", t("answer")), answerOf(question, result.answer)),
    el("div.pair.good", el("h2", t("solution")), answerOf(question, solution.answer)),
    solution.explanation && el("div.pair", el("h2", t("explanation")), words("p", solution.explanation)),
    solution.quotes && el("div.pair", el("h2", t("quote")),
      solution.quotes.map((quote) => words("blockquote", quote))),
    next && el("div.foot.ready", el("button.main", { type: "button", onclick: next }, nextText)));
  return { node, focus: node.querySelector("h1") };
}

/** An answer in words, with the signs of its options or in the place of the blanks. */
export function answerOf(question, texts) {
  const { kind, options, prompt } = question;
  const parts = prompt.split("____");
  if (kind === "truefalse") return el("p.words", t(texts[0]));
  if (kind === "choice") {
    const at = options.indexOf(texts[0]);
    return el("p.words", at >= 0 && badge(at), words("span", texts[0]));
  }
  if (kind === "blanks" && parts.length - 1 === texts.length) return el("p", { lang: "zh" },
    parts.map((part, at) => [at > 0 && el("mark", texts[at - 1] || "—"), part]));
  if (texts.length < 2) return words("p.words", texts.join(""));
  return el(kind === "items" ? "ul.words" : "ol.words", texts.map((text) => words("li", text || "—")));
}

/** A raw answer, as one line. */
function inWords(question, answer) {
  if (typeof answer === "boolean") return t(String(answer));
  if (question.kind === "choice") return [badge(answer), words("span", question.options[answer])];
  const texts = Array.isArray(answer) ? answer : [answer];
  return texts.map((one) => (question.kind === "order" ? question.options[one] : one)).join(" · ");
}

export function boardScreen({ view, ended }) {
  const { you } = view;
  const node = el("section.sheet.middle",
    ended && el("div.face", { "aria-hidden": "true" }, icon("right")),
    el("h1", { tabindex: -1 }, ended ? t("ended") : t("board")),
    ended && el("p.name", t("thanks", { name: you.name })),
    el("p.score", el("b", t("points", { n: you.points })), you.rank && el("span.tag", t("rank", { n: you.rank }))),
    view.board && el("ol.board", view.board.map((row) => el("li",
      { "aria-current": row.name === you.name && "true" },
      el("b.place", row.place), words("span.grow", row.name), el("span", t("points", { n: row.points }))))),
    view.teams && [el("h2", t("teams")), el("ol.board", view.teams.map((row) => el("li",
      { "aria-current": row.name === you.team && "true" },
      el("b.place", row.place), words("span.grow", row.name), el("span", t("teamPoints", { n: row.points })))))]);
  return { node, focus: node.querySelector("h1") };
}

export function doneScreen({ view }) {
  const node = el("section.sheet.middle", el("div.face", { "aria-hidden": "true" }, icon("right")),
    el("h1", { tabindex: -1 }, t("done")),
    el("p.score", el("b", t("points", { n: view.you.points }))),
    el("p.hint", t("doneHint", { n: view.of })));
  return { node, focus: node.querySelector("h1") };
}

export function noteScreen({ text, button, act }) {
  const node = el("section.sheet.middle", el("h1", { tabindex: -1 }, text),
    button && el("button.main", { type: "button", onclick: act }, button));
  return { node, focus: node.querySelector("h1") };
}
