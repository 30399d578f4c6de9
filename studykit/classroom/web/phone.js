// A player's page: what the host says becomes a state, and the state a screen.

import { Answers, nameOf } from "./answers.js";
import { Clock } from "./clock.js";
import { el, fill, words } from "./dom.js";
import { nameScreen, pinScreen } from "./joining.js";
import { keep, kept } from "./keep.js";
import { Link } from "./link.js";
import { questionScreen } from "./question.js";
import { boardScreen, lobbyScreen, noteScreen, resultScreen } from "./results.js";
import { markLanguage, switchLanguage, t } from "./texts.js";

const [head, line, main, said] = ["head", "line", "main", "said"].map((id) => document.getElementById(id));
const my = {
  token: kept("token"), pin: new URLSearchParams(location.search).get("pin") ?? "",
  door: null, view: null, why: "", bye: "", draft: {}, seen: kept("seen") ?? 0,
};
let screen = null;
let shown = "";

const say = (text) => (said.textContent = text);
const clock = new Clock(() => show());
const link = new Link("/ws", { open: opened, message: heard, state: (how) => {
  if (how === "lost" && my.view?.phase !== "ended" && !my.bye) line.textContent = t("lost");
} });

let answers = new Answers(link);

function opened() {
  if (my.token) link.send({ t: "back", token: my.token });
  else if (my.pin) link.send({ t: "knock", pin: my.pin });
  else line.textContent = "";
}

function heard(message) {
  const { t: kind, why } = message;
  link.settled();
  line.textContent = "";
  if (kind === "view") viewed(message);
  else if (kind === "door") Object.assign(my, { door: message, why: my.door ? my.why : "" });
  else if (kind === "welcome") {
    forget({ token: message.token, door: null });
    keep("token", message.token);
  } else if (kind === "ack") answers.gone(message, true);
  else if (kind === "bye") forget({ bye: why });
  else if (kind === "no" && message.q !== undefined) answers.refused(message, why);
  else if (kind === "no") turnedAway(why);
  show();
}

function turnedAway(why) {
  if (why === "token") {
    forget({});
    opened();
  } else {
    if (why === "pin" || !my.door) Object.assign(my, { door: null, pin: "" });
    my.why = why;
  }
}

/** Forget who this was. */
function forget(now) {
  for (const key of ["token", "pending", "draft", "seen"]) keep(key, null);
  clearTimeout(answers.timer);
  answers = new Answers(link);
  Object.assign(my, { token: null, view: null, why: "", bye: "", seen: 0, draft: {} }, now);
}

/** The vote that a view asks for. */
function voteOf(view) {
  const question = view.question ?? view.you.question;
  return question && { question, q: question.n - 1, r: question.round ?? 1 };
}

function viewed(view) {
  my.view = view;
  const vote = voteOf(view);
  const { mine } = view.you;
  // Given on another page of the same player: what is shown is not what counts.
  if (mine && screen.value && JSON.stringify(screen.value()) !== JSON.stringify(mine.answer)) shown = "";
  answers.viewed(view, vote);
  const { left = view.left, seconds = 0 } = vote?.question ?? {};
  clock.start(view.phase === "open" ? left : null, seconds * 1000, view.paused);
}

// Screens.

function show() {
  const [key, make, update] = next();
  if (key !== shown) {
    shown = key;
    screen = make();
    fill(main, screen.node);
    headline();
    if (!key.startsWith("wait")) focus();
  }
  update?.();
}

function focus() {
  // A field that takes the focus brings up a phone's keyboard, over the question.
  if (!screen.isTyped || matchMedia("(pointer: fine)").matches) screen.focus?.focus({ preventScroll: true });
  scrollTo(0, 0);
}

/** The screen for the state: a name for it, how to make it, and how to bring it up to date. */
function next() {
  const { view, door } = my;
  if (my.bye) return ["bye", () => noteScreen(t("kicked"), t("join"), () => act({ bye: "" }))];
  if (!view) return my.token ? ["wait", () => noteScreen(t("connecting"))] : door ? naming(door) : knocking();
  const { you, question } = view;
  const whole = JSON.stringify(view);
  if (view.phase === "lobby") return ["lobby", () => lobbyScreen(you, leave)];
  if (view.selfPaced) return selfPaced(view);
  if (view.phase === "reveal") return [whole, () => resultScreen(question, you.result, view.solution, you.rank)];
  return question ? asking(view) : [whole, () => boardScreen(view)];
}

function leave() {
  forget({});
  link.again();
  show();
}

function knocking() {
  return [`pin${my.why}`, () => pinScreen({ pin: my.pin, why: my.why, knock: (pin) => {
    Object.assign(my, { pin, why: "" });
    if (!link.send({ t: "knock", pin })) link.again();
  } })];
}

function naming(door) {
  const back = () => act({ door: null, pin: "", why: "" });
  const join = (who) => {
    my.why = "";
    if (!link.send({ t: "join", ...who })) link.again();
  };
  return [`name${my.why}${JSON.stringify(door)}`, () => nameScreen({ door, why: my.why, draft: my.draft, back, join })];
}

function selfPaced(view) {
  const { done, last, question } = view.you;
  const seen = () => {
    keep("seen", done);
    act({ seen: done });
  };
  if (last && done > my.seen) return [`last${done}`, () =>
    resultScreen(last, last.result, last.solution, 0, seen)];
  if (view.phase === "ended") return ["ended", () => boardScreen(view)];
  return question ? asking(view) : ["done", () => boardScreen(view)];
}

function asking(view) {
  const { question, q, r } = voteOf(view);
  const name = nameOf({ q, r });
  const { received, pending, trouble } = answers;
  const draft = kept("draft");
  const make = () => questionScreen({
    question, round: r, confidence: view.confidence, clock, say,
    answer: received.get(name)?.answer ?? pending?.a ?? (draft?.at === name ? draft.answer : null),
    draft: (answer) => keep("draft", { at: name, answer }),
    send: (answer, sure) => {
      answers.give({ q, r, a: answer, sure: sure ?? undefined });
      show();
    },
  });
  const update = () => {
    const mine = received.get(name);
    if (view.phase === "discuss") screen.update("discuss");
    else if (mine?.late) screen.update("closed", "late");
    else if (mine) screen.update("received", "", mine.sure);
    else if (pending) screen.update("sending", trouble);
    else if (view.phase !== "open") screen.update("closed");
    else if (clock.isOver) screen.update("over");
    else screen.update(view.paused ? "paused" : "writing", trouble);
  };
  return [`ask${name}`, make, update];
}

function headline() {
  const { you } = my.view ?? {};
  const onclick = () => {
    switchLanguage();
    shown = "";
    show();
  };
  fill(head, words("span.grow", you?.name ?? my.door?.title ?? "studykit"), you?.team && words("span.tag", you.team),
    you && el("span.points", t("points", { n: you.points })), el("button.language", { onclick }, t("language")));
}

function act(change) {
  Object.assign(my, change);
  show();
}

addEventListener("keydown", (event) => screen?.key?.(event));
markLanguage();
show();
