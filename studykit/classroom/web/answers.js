// This page's answers: remembered until the host has them, and sent again over every new line.

import { keep, kept } from "./keep.js";

// An acknowledgement takes milliseconds; after so long the line is dead.
const ACK_MS = 2500;
const RETRY_MS = 1500;

/** A name for a vote: `q` counts questions from 0, `r` rounds from 1. */
export const nameOf = ({ q, r }) => `${q}:${r}`;

/** `pending` is on its way; `received` has what the host has, or `{ late: true }`, by vote. */
export class Answers {
  constructor(link) {
    Object.assign(this, { link, pending: kept("pending"), received: new Map(), trouble: "" });
  }

  give(answer) {
    this.pending = answer;
    this.trouble = "";
    keep("pending", answer);
    this.deliver();
  }

  deliver() {
    const { link, pending } = this;
    const { q, r, a, sure } = pending;
    const sent = link.send({ t: "answer", q, r, a, sure });
    pending.socket = sent && link.socket;
    clearTimeout(this.timer);
    if (sent) this.timer = setTimeout(() => link.again(), ACK_MS);
  }

  /** What a view says of them; `vote` is the one that it asks for. */
  viewed({ you, phase }, vote) {
    const { pending, received } = this;
    if (you.mine) received.set(nameOf(vote), you.mine);
    if (!pending) return;
    const here = vote && this.isPending(vote);
    if (you.done > pending.q || (here && you.mine)) this.gone(pending, true);
    else if (!here || phase !== "open") this.gone(pending);
    else if (pending.socket !== this.link.socket) this.deliver();
  }

  refused(vote, why) {
    if (!this.isPending(vote)) return;
    if (why === "disk") {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.deliver(), RETRY_MS);
      this.trouble = why;
      return;
    }
    this.gone(vote);
    if (why === "already") this.link.again(); // from another page of this player: the host says what
    else if (why === "late" || why === "closed") this.received.set(nameOf(vote), { late: true });
    else if (why === "invalid") this.trouble = why;
  }

  gone(vote, received) {
    if (!this.isPending(vote)) return;
    clearTimeout(this.timer);
    if (received) this.received.set(nameOf(vote), { answer: this.pending.a, sure: this.pending.sure });
    this.pending = null;
    this.trouble = "";
    keep("pending", null);
  }

  isPending(vote) {
    return this.pending && nameOf(this.pending) === nameOf(vote);
  }
}
