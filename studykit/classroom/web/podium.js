// Who stands where, for all to see.

import { el, words } from "./dom.js";
import { t } from "./texts.js";

/** Three on the podium, two more, and the teams; only a title where the rules have no board. */
export function podium(title, rows, teams) {
  const first = (rows ?? []).slice(0, 3);
  const stand = (row, at) => el(`li.at${at + 1}.p${row.place}`, words("b", row.name),
    el("span", t("points", { n: row.points })), el("div.step", row.place));
  const best = Math.max(1, ...(teams ?? []).map((row) => row.points));
  return el("section.final", el("h1", title), el("div.both",
    first.length > 0 && el("div", el("ol.podium", first.map(stand)),
      rows.length > 3 && el("ol.rest", rows.slice(3).map((row) =>
        el("li", el("b", row.place), words("span", row.name), el("span", t("points", { n: row.points })))))),
    teams && el("ol.teams", teams.map((row) => {
      const bar = el("i");
      bar.style.width = `${(100 * row.points) / best}%`;
      return el("li", el("p", el("b", row.place), words("span.grow", row.name),
        el("span.quiet", t("teamPoints", { n: row.points }))), el("span.rail", bar));
    }))));
}
