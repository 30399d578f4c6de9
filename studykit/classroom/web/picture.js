// The picture of a vote once it is closed, and what was right once that is revealed.

import { el, words } from "./dom.js";
import { answerOf, icon, optionsOf } from "./signs.js";
import { t } from "./texts.js";

// Of what was typed the class sees what several had, and the right answer; for the rest, and for
// what somebody meant as a joke, there is the teacher's screen.
const TOLD = 2;
const MOST = 5;

/** The bars of all votes on a question; after its reveal what was right, and `notes` instead. */
export function picture({ question, votes = [], solution }, notes) {
  const last = votes[votes.length - 1];
  const picks = question.kind === "choice" || question.kind === "truefalse";
  const told = solution && !picks && question.kind !== "blanks" && named(question, solution);
  if (notes && solution) return el("div.fitted", told, picks && named(question, solution), noted(solution));
  return el("div.fitted",
    told, last?.bars ? bars(question, votes, picks) : el("p.hint.ask", t("answers", { n: last?.answers ?? 0 })),
    solution && shares(votes));
}

const named = (question, { answer }) => el("div.solution", el("h2", t("solution")), answerOf(question, answer));

function bars(question, votes, picks) {
  const last = votes[votes.length - 1];
  const told = last.bars.filter((bar) => bar.right || bar.count >= TOLD).slice(0, MOST);
  const rows = picks
    ? optionsOf(question).map(([value, sign, text]) => [sign, text, typeof value === "boolean" ? String(value) : text])
    : told.map((bar) => [null, bar.words.join(" · "), bar.words.join("\n")]);
  const most = Math.max(1, ...votes.flatMap((vote) => vote.bars.map((bar) => bar.count)));
  const counted = votes.map((vote) => new Map(vote.bars.map((bar) => [bar.words.join("\n"), bar])));
  const list = el("ul.bars", rows.map(([sign, text, name]) => {
    const found = counted.map((bars_) => bars_.get(name) ?? { count: 0 });
    const { right } = found[found.length - 1];
    const how = right === undefined ? "" : right ? "right" : "not";
    return el("li", { class: `${how} ${sign ? sign.classList[1] : "c3"}` },
      el("p.option", sign, words("span", text), right && icon("right")),
      el("div", found.map((bar, vote) => track(bar.count, most, votes[vote].answers, vote < found.length - 1))));
  }));
  const others = picks ? 0 : last.answers - told.reduce((sum, bar) => sum + bar.count, 0);
  return [list, others > 0 && el("p.hint", t("others", { n: others }))];
}

function track(count, most, all, old) {
  const bar = el("i");
  bar.style.width = `${(100 * count) / most}%`;
  const percent = all ? Math.round((100 * count) / all) : 0;
  return el(old ? "div.track.old" : "div.track", el("span.rail", bar), el("b", count), el("small", `${percent}%`));
}

function shares(votes) {
  const share = (vote) => t("rightShare", { n: vote.answers ? Math.round((100 * vote.right) / vote.answers) : 0 });
  const last = votes[votes.length - 1];
  if (!last?.answers) return null;
  return el("p.shares", votes.map((vote, at) => el(at < votes.length - 1 ? "span" : "b",
    votes.length > 1 && el("small", votes.length === 2 ? t(at ? "after" : "before") : t("vote", { n: at + 1 })), share(vote))),
    last.gain !== undefined && el("span.tag", { title: t("gainHint") }, t("gain", { n: Math.round(100 * last.gain) })));
}

function noted({ explanation, quotes }) {
  return el("div.notes", explanation && words("p", explanation), quotes?.map((quote) => words("blockquote", quote)));
}
