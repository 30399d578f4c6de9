// The projector's page: the question for the back row, the picture of the vote once it is closed.

import { Clock } from "./clock.js";
import { el, fill, words } from "./dom.js";
import { Link } from "./link.js";
import { picture } from "./picture.js";
import { podium } from "./podium.js";
import { icon, optionsOf, promptOf } from "./signs.js";
import { addTexts, markLanguage, switchLanguage, t } from "./texts.js";
import { WALL_TEXTS } from "./wall_texts.js";

// With longer options there is no room for two side by side, in characters.
const LONG = 16;
const [head, main, foot] = ["head", "main", "foot"].map((id) => document.getElementById(id));
const key = new URLSearchParams(location.search).get("key") ?? "";
const clock = new Clock();
let view = null;
let screen = {};
let shown = "";
// The question whose explanation and quote are shown.
let notes = 0;
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
  if (phase === "board" || phase === "ended") return { node: podium(t(phase), view.board, view.teams) };
  if (phase === "discuss") return { node: discussion(question) };
  if (phase === "open") return { node: asked(question, options(question)) };
  return { node: asked(question, picture(view, notes === question.n)) };
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
    hasNotes && el("button", { "aria-pressed": String(notes === question.n), "aria-keyshortcuts": "e", onclick: turnNotes }, t("notes")),
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
  notes = notes === view.question.n ? 0 : view.question.n;
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
