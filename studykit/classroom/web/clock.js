// The time that is left, by this device's own steady clock from what the host said.

import { el } from "./dom.js";
import { t } from "./texts.js";

const TICK_MS = 200;
const SOON_S = 10;

export class Clock {
  /** `over` is called when the time is up. */
  constructor(over = () => {}) {
    this.text = el("b");
    this.bar = el("i");
    this.node = el("div.clock", { role: "timer", hidden: true }, this.text, el("span", this.bar));
    this.over = over;
    setInterval(() => this.show(), TICK_MS);
  }

  get isOver() {
    return this.ends != null && !this.paused && this.left <= 0;
  }

  get left() {
    return this.paused ? this.rest : this.ends - performance.now();
  }

  /** `left` and `whole` in milliseconds; no `left` for no limit. */
  start(left, whole, paused) {
    Object.assign(this, { rest: left, whole, paused, told: false });
    this.ends = left == null ? null : performance.now() + left;
    this.node.hidden = left == null;
    this.show();
  }

  show() {
    if (this.ends == null) return;
    const left = Math.max(0, this.left);
    const seconds = Math.ceil(left / 1000);
    const text = said(seconds);
    if (this.text.textContent !== text) this.text.textContent = text;
    this.bar.parentNode.hidden = !this.whole;
    this.bar.style.transform = `scaleX(${this.whole ? Math.min(1, left / this.whole) : 0})`;
    this.node.classList.toggle("soon", seconds <= SOON_S && !this.paused);
    if (this.isOver && !this.told) {
      this.told = true;
      this.over();
    }
  }
}

function said(seconds) {
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${String(seconds % 60).padStart(2, "0")}`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return t("hours", { h: hours, m: minutes % 60 });
  return t("days", { n: Math.round(hours / 24) });
}
