// A player's page: what the host says becomes a state, and the state a screen.

import { Clock } from "./clock.js";
import { el, fill, words } from "./dom.js";
import { nameScreen, pinScreen } from "./joining.js";
import { keep, kept } from "./keep.js";
import { Link } from "./link.js";
import { questionScreen } from "./question.js";
import { boardScreen, lobbyScreen, noteScreen, resultScreen } from "./results.js";
import { markLanguage, switchLanguage, t } from "./texts.js";

// An acknowledgement takes milliseconds; after so long the line is dead.
const ACK_MS = 2500;
const RETRY_MS = 1500;

const [head, line, main, said] = ["head", "line", "main", "said"].map((id) => document.getElementById(id));
const my = {
  token: kept("token"), pin: new URLSearchParams(location.search).get("pin") ?? "",
  door: null, view: null, why: "", bye: "", draft: {},
  // An answer on its way, and votes whose answer the host has.
  pending: kept("pending"), received: new Map(), trouble: "", seen: kept("seen") ?? 0,
};
let screen = null;
let shown = "";
let timer = 0;

const say = (text) => (said.textContent = text);
const clock = new Clock(() => show());
const link = new Link("/ws", { open: opened, message: heard, state: (how) => {
  if (how === "lost" && my.view?.phase !== "ended" && !my.bye) line.textContent = t("lost");
} });

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
  }
  else if (kind === "ack") gone(message, true);
  else if (kind === "bye") forget({ bye: why });
  else if (kind === "no" && message.q !== undefined) refused(message);
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
  clearTimeout(timer);
  for (const key of ["token", "pending", "draft", "seen"]) keep(key, null);
  Object.assign(my, { token: null, view: null, pending: null, why: "", bye: "", trouble: "", seen: 0, draft: {} }, now);
  my.received.clear();
}

// Answers.

const voteOf = (view) => {
  const question = view.question ?? view.you.question;
  return question && { question, q: question.n - 1, r: question.round ?? 1 };
};
const nameOf = ({ q, r }) => `${q}:${r}`;
const isPending = (vote) => my.pending && nameOf(my.pending) === nameOf(vote);

function viewed(view) {
  my.view = view;
  const vote = voteOf(view);
  const { pending } = my;
  const { mine } = view.you;
  if (mine) my.received.set(nameOf(vote), mine);
  // Given on another page of the same player: what is shown is not what counts.
  if (mine && screen.value && JSON.stringify(screen.value()) !== JSON.stringify(mine.answer)) shown = "";
  if (pending) {
    const here = vote && isPending(vote);
    if (view.you.done > pending.q || (here && mine)) gone(pending, true);
    else if (!here || view.phase !== "open") gone(pending, false);
    else if (pending.socket !== link.socket) deliver();
  }
  const question = vote?.question ?? {};
  const open = view.phase === "open";
  clock.start(open ? (question.left ?? view.left) : null, question.seconds && question.seconds * 1000, view.paused);
}

function answered(answer, sure) {
  const { q, r } = voteOf(my.view);
  my.pending = { q, r, a: answer, sure: sure ?? undefined };
  keep("pending", my.pending);
  deliver();
  act({ trouble: "" });
}

/** Send what is on its way, and again over a new line if nothing comes back. */
function deliver() {
  const { q, r, a, sure } = my.pending;
  const sent = link.send({ t: "answer", q, r, a, sure });
  my.pending.socket = sent && link.socket;
  clearTimeout(timer);
  if (sent) timer = setTimeout(() => link.again(), ACK_MS);
}

function gone(vote, received) {
  if (!isPending(vote)) return;
  clearTimeout(timer);
  if (received) {
    my.received.set(nameOf(vote), { answer: my.pending.a, sure: my.pending.sure });
    keep("draft", null);
  }
  Object.assign(my, { pending: null, trouble: "" });
  keep("pending", null);
}

function refused(message) {
  const { why } = message;
  if (!isPending(message)) return;
  if (why === "disk") {
    clearTimeout(timer);
    timer = setTimeout(deliver, RETRY_MS);
    my.trouble = why;
    return;
  }
  gone(message, false);
  if (why === "already") link.again(); // from another page of this player: let the host say what
  else if (why === "late" || why === "closed") my.received.set(nameOf(message), { late: true });
  else my.trouble = why === "invalid" ? "invalid" : "";
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
  if (my.bye) return ["bye", () => noteScreen(t("kicked"), t("rejoin"), () => act({ bye: "" }))];
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
    resultScreen(last, last.result, last.solution, 0, t(question ? "nextQuestion" : "finish"), seen)];
  if (view.phase === "ended") return ["ended", () => boardScreen(view)];
  return question ? asking(view) : ["done", () => boardScreen(view)];
}

function asking(view) {
  const { question, q, r } = voteOf(view);
  const name = nameOf({ q, r });
  const draft = kept("draft");
  const make = () => questionScreen({
    question, round: r, confidence: view.confidence, clock, say, send: answered,
    answer: my.received.get(name)?.answer ?? my.pending?.a ?? (draft?.at === name ? draft.answer : null),
    draft: (answer) => keep("draft", { at: name, answer }),
  });
  const update = () => {
    const mine = my.received.get(name);
    if (view.phase === "discuss") screen.update("discuss");
    else if (mine?.late) screen.update("closed", "late");
    else if (mine) screen.update("received", "", mine.sure);
    else if (my.pending) screen.update("sending", my.trouble);
    else if (view.phase !== "open") screen.update("closed");
    else if (clock.isOver) screen.update("over");
    else screen.update(view.paused ? "paused" : "writing", my.trouble);
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
