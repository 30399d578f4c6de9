// The projector's page: the question for the back row, the picture of the vote once it is closed.

import { Clock } from "./clock.js";
import { el, fill, words } from "./dom.js";
import { Link } from "./link.js";
import { answerOf, icon, optionsOf, promptOf } from "./signs.js";
import { addTexts, markLanguage, switchLanguage, t } from "./texts.js";
import { WALL_TEXTS } from "./wall_texts.js";

// With longer options there is no room for two side by side, in characters.
const LONG = 16;
// Of what was typed the class sees what several had, and the right answer; for the rest, and for
// what somebody meant as a joke, there is the teacher's screen.
const TOLD = 2;
const MOST = 5;
const [head, main, foot] = ["head", "main", "foot"].map((id) => document.getElementById(id));
const key = new URLSearchParams(location.search).get("key") ?? "";
const clock = new Clock();
let view = null;
let screen = {};
let shown = "";
let notes = false;
let failures = 0;

const link = new Link(`/wall?key=${encodeURIComponent(key)}`, {
  open: () => (failures = 0),
  message: heard,
  state: (how) => {
    document.body.classList.toggle("lost", how === "lost");
    if (how === "lost" && (failures += 1) > 3 && !view) fill(main, el("p.notice", t("wallKey")));
  },
});

function heard(message) {
  link.settled();
  view = message;
  const { question } = view;
  const left = view.phase !== "open" ? null : (question?.left ?? view.left);
  clock.start(left, question?.seconds && question.seconds * 1000, view.paused);
  show();
}

function show() {
  if (!view) return;
  const { phase, question, votes } = view;
  const late = phase !== "open" && phase !== "lobby" && JSON.stringify([votes, view.board, view.teams]);
  const name = [phase, question?.n, question?.round, view.paused, view.locked, notes, late].join();
  if (name !== shown) {
    shown = name;
    screen = make();
    document.body.dataset.phase = view.selfPaced && phase === "open" ? "lobby" : phase;
    fill(main, screen.node);
    frame();
    screen.update();
    fit();
  } else screen.update();
}

function make() {
  const { phase, question } = view;
  if (phase === "lobby" || (view.selfPaced && phase === "open")) return lobby();
  if (phase === "board" || phase === "ended") return { node: board(phase === "ended") };
  if (phase === "discuss") return { node: discussion(question) };
  if (phase === "open") return { node: asked(question, options(question)) };
  return { node: asked(question, picture(question)) };
}

// Around it: title, place and time above; how to come in and how many answered below.

function frame() {
  const { question, phase } = view;
  const inside = phase !== "lobby" && !(view.selfPaced && phase === "open");
  fill(head, words("span.title", view.title || "studykit"), el("span.grow"),
    view.locked && el("span.tag", icon("lock"), t("locked")),
    question?.round > 1 && el("span.tag", t("second", { n: question.round })),
    question && el("span.number", t("number", question)), clock.node);
  const count = el("b");
  const bar = el("i");
  const tally = question && phase === "open" && el("div.tally", count, el("span", bar));
  const counted = () => {
    if (!tally) return;
    count.textContent = t("count", { n: view.count, of: view.players });
    bar.style.transform = `scaleX(${view.players ? Math.min(1, view.count / view.players) : 0})`;
  };
  const hasNotes = view.solution && (view.solution.explanation || view.solution.quotes);
  fill(foot, inside && view.address && el("span.door", bare(view.address), " · PIN ", el("b", spaced(view.pin))),
    el("span.grow"), tally,
    hasNotes && el("button", { "aria-pressed": String(notes), "aria-keyshortcuts": "e", onclick: turnNotes }, t("notes")),
    !inside && el("button", { "aria-keyshortcuts": "f", onclick: fullScreen }, t("fullScreen")),
    el("button", { onclick: changeLanguage }, t("language")));
  const { update } = screen;
  screen.update = () => {
    update?.();
    counted();
  };
}

const bare = (address) => address.replace(/^https?:\/\//, "").replace(/\/$/, "");
const spaced = (pin) => pin.replace(/(\d{3})(?=\d)/g, "$1 ");

function turnNotes() {
  notes = !notes;
  show();
}

function fullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.();
}

function changeLanguage() {
  switchLanguage();
  shown = "";
  show();
}

// Screens.

function lobby() {
  const count = el("p.count");
  const names = el("ul.names");
  const chips = new Map();
  const node = el("section.lobby",
    el("div.way",
      view.address && el("img.qr", { src: `/qr.svg?key=${encodeURIComponent(key)}`, alt: t("scan") }),
      el("div.how",
        view.selfPaced && el("p.tag", t("selfPaced")),
        view.address && [el("p.hint", t("scan")), el("p.address", bare(view.address))],
        el("p.hint", t("pin")), el("p.pin", spaced(view.pin)),
        el("p.hint", t("noPhone")))),
    el("div.there", count, names));
  const update = () => {
    if (view.names) {
      count.textContent = view.names.length ? t("joined", { n: view.names.length }) : t("nobody");
      for (const [name, chip] of chips) if (!view.names.includes(name)) chips.delete(name) && chip.remove();
      for (const name of view.names) {
        if (chips.has(name)) continue;
        chips.set(name, words("li", name));
        names.prepend(chips.get(name));
      }
      names.dataset.size = chips.size < 17 ? "big" : chips.size < 41 ? "middle" : "small";
    } else {
      count.textContent = t("finished", { n: view.finished, of: view.players });
    }
  };
  return { node, update };
}

function asked(question, below) {
  const bare_ = view.phase === "open" && !question.options && question.kind !== "truefalse";
  return el("section.asked", { class: bare_ ? "asked bare" : "asked" }, prompt(question), below);
}

/** The prompt; after the reveal with what belongs into its blanks. */
function prompt(question) {
  const right = question.kind === "blanks" && view.solution?.answer;
  return promptOf("h1", question, (at) => (right ? el("mark", right[at]) : el("span.blank")));
}

const hints = { text: "typeIt", blanks: "fillIt", items: "listIt", order: "orderIt" };

function options(question) {
  const found = optionsOf(question);
  const long = found.some(([, , text]) => text.length > LONG);
  return el("div.fitted",
    view.paused && el("p.notice", icon("pause"), t("paused")),
    found.length > 0 && el(long ? "ul.options.long" : "ul.options", found.map(([, sign, text]) =>
      el("li", sign, words("span", text)))),
    hints[question.kind] && el("p.hint.ask", t(hints[question.kind])));
}

function discussion(question) {
  return el("section.asked", el("div.call", icon("talk"), el("b", t("discuss")), el("span", t("secondSoon"))),
    prompt(question), options({ ...question, kind: question.kind === "truefalse" ? "truefalse" : "" }));
}

/** The bars of all votes on the question, and after the reveal what was right. */
function picture(question) {
  const { votes = [], solution } = view;
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

function board(ended) {
  const { board: rows, teams } = view;
  const podium = (rows ?? []).slice(0, 3);
  const stand = (row, at) => el(`li.at${at + 1}.p${row.place}`, words("b", row.name),
    el("span", t("points", { n: row.points })), el("div.step", row.place));
  const best = Math.max(1, ...(teams ?? []).map((row) => row.points));
  return el("section.final", el("h1", ended ? t("ended") : t("board")), el("div.both",
    podium.length > 0 && el("div", el("ol.podium", podium.map(stand)),
      rows.length > 3 && el("ol.rest", rows.slice(3).map((row) =>
        el("li", el("b", row.place), words("span", row.name), el("span", t("points", { n: row.points })))))),
    teams && el("ol.teams", teams.map((row) => {
      const bar = el("i");
      bar.style.width = `${(100 * row.points) / best}%`;
      return el("li", el("p", el("b", row.place), words("span.grow", row.name),
        el("span.quiet", t("teamPoints", { n: row.points }))), el("span.rail", bar));
    }))));
}

/** Make the letters as large as fits: the back row reads too. */
function fit() {
  for (const size of [1.3, 1.2, 1.1, 1, 0.92, 0.85, 0.78, 0.72, 0.66, 0.6, 0.54, 0.48, 0.42, 0.36]) {
    main.style.setProperty("--size", size);
    if (main.scrollHeight <= main.clientHeight) return;
  }
}

addEventListener("resize", fit);
addEventListener("keydown", ({ key: typed, ctrlKey, metaKey }) => {
  if (ctrlKey || metaKey) return;
  if (typed === "e" && view?.solution) turnNotes();
  if (typed === "f") fullScreen();
});
// The projector stays on through a long discussion, where the browser lets a page ask for that.
const stayAwake = () => document.hidden || navigator.wakeLock?.request("screen").catch(() => {});
document.addEventListener("visibilitychange", stayAwake);
stayAwake();
addTexts(WALL_TEXTS);
markLanguage();
