// The line to the host: it comes back by itself after a break, a sleep or a change of network.

const FIRST_MS = 150;
const LONGEST_MS = 2000;
// A socket that takes longer to open is tried anew: phones hold on to dead ones for minutes.
const OPEN_MS = 4000;
// After so long out of sight a phone may have slept, and its socket died unnoticed.
const ASLEEP_MS = 3000;

/** `on.open(send)`, `on.message(value)`, `on.state("open" | "lost")`. */
export class Link {
  constructor(path, on) {
    this.url = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}${path}`;
    this.on = on;
    this.wait = FIRST_MS;
    this.done = false;
    let hidden = 0;
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) hidden = Date.now();
      else if (!this.isOpen || Date.now() - hidden > ASLEEP_MS) this.again();
    });
    addEventListener("online", () => this.again());
    this.again();
  }

  get isOpen() {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  /** Say something to the host; false where the line is down. */
  send(message) {
    if (this.isOpen) this.socket.send(JSON.stringify(message));
    return this.isOpen;
  }

  /** All is well: after the next break, try at once. */
  settled() {
    this.wait = FIRST_MS;
  }

  /** Drop this socket for a new one. */
  again() {
    if (this.done) return;
    clearTimeout(this.timer);
    const old = this.socket;
    const socket = (this.socket = new WebSocket(this.url));
    old?.close();
    this.timer = setTimeout(() => this.lost(socket), OPEN_MS);
    socket.onopen = () => {
      if (socket !== this.socket) return;
      clearTimeout(this.timer);
      this.on.state("open");
      this.on.open();
    };
    socket.onmessage = (event) => socket === this.socket && this.on.message(JSON.parse(event.data));
    socket.onclose = () => this.lost(socket);
  }

  lost(socket) {
    if (socket !== this.socket || this.done) return;
    this.on.state("lost");
    clearTimeout(this.timer);
    // A whole class comes back after the host was away: not all in the same moment.
    this.timer = setTimeout(() => this.again(), this.wait * (0.5 + Math.random()));
    this.wait = Math.min(LONGEST_MS, this.wait * 2);
  }

  /** No more after this. */
  stop() {
    this.done = true;
    clearTimeout(this.timer);
    this.socket?.close();
  }
}
