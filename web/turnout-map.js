// Votes so far by oblast: one tile for each, where it lies on the map, with the numbers as a table beside it.

import { t, say, h, when } from "/app.js";

const NS = "http://www.w3.org/2000/svg";
const TILE = 62, GAP = 4;

/** Wording of this part, for the page that shows it. */
export const TURNOUT = {
  kk: {
    turnoutMap: "Облыстар бойынша дауыстар", turnoutDesc: "Жағдай: {hour}. Әр шаршы — бір облыс; түсі қанық болса, бір округке шаққанда дауыс көбірек. Сандар {step}-ке дейін кемітілген.", turnoutTable: "Кестемен", perOkrug: "Бір округке", votes: "Дауыс", okrugs: "Округ", oblastName: "Облыс",
  },
  ru: {
    turnoutMap: "Голоса по областям", turnoutDesc: "На {hour}. Каждый квадрат — область; чем гуще цвет, тем больше голосов на один округ. Числа округлены вниз до кратного {step}.", turnoutTable: "Таблицей", perOkrug: "На округ", votes: "Голосов", okrugs: "Округов", oblastName: "Область",
  },
};

/** KATO of the oblast, its first two digits → column and row: roughly where it lies. */
const PLACES = {
  27: [0, 1], 23: [0, 2], 47: [0, 3], 15: [1, 1], 39: [2, 0], 43: [2, 3], 59: [3, 0], 11: [3, 1], 62: [3, 2], 61: [3, 3], 79: [3, 4], 71: [4, 1], 35: [4, 2], 31: [4, 3], 55: [5, 0], 10: [5, 1], 33: [5, 2], 19: [5, 3], 75: [5, 4], 63: [6, 1],
};
const SHADES = ["#ffffff", "#d9ecf3", "#a9d3e3", "#78bcd3"];

function svg(tag, attributes, ...children) {
  const element = document.createElementNS(NS, tag);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  element.append(...children);
  return element;
}

/** The published turnout of one survey as a map; `oblasts` are the definition's. */
export function turnoutMap(turnout, oblasts) {
  const rows = oblasts.map((oblast) => {
    const okrugs = turnout.okrugs.filter((o) => o.okrug.slice(0, 2) === oblast.kato.slice(0, 2));
    const votes = okrugs.reduce((sum, o) => sum + o.ballots, 0);
    return { oblast, okrugs: okrugs.length, votes, each: okrugs.length ? votes / okrugs.length : 0 };
  });
  const most = Math.max(1, ...rows.map((row) => row.each));
  const described = t("turnoutDesc", { hour: when(turnout.hour), step: turnout.step });
  const tiles = rows.filter((row) => PLACES[row.oblast.kato.slice(0, 2)]).flatMap((row) => {
    const [column, line] = PLACES[row.oblast.kato.slice(0, 2)];
    const x = column * (TILE + GAP), y = line * (TILE + GAP);
    const name = say(row.oblast.name).replace(/ (облысы|область)$/, "").replace(/^область /, "");
    const text = (dy, size, what) => svg("text", { x: x + TILE / 2, y: y + dy, "text-anchor": "middle", "font-size": size, fill: "#16202a" }, what);
    return [svg("rect", { x, y, width: TILE, height: TILE, rx: 6, fill: SHADES[Math.min(3, Math.floor((row.each / most) * 3.999))], stroke: "#51606e" }),
      text(26, 11, name.length > 9 ? `${name.slice(0, 8)}…` : name), text(46, 15, row.okrugs ? String(row.votes) : "—")];
  });
  const width = 7 * (TILE + GAP), height = 5 * (TILE + GAP);
  return [h("h3", {}, t("turnoutMap")), h("p", { class: "soft small" }, described),
    svg("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": `${t("turnoutMap")}. ${described}`, width: "100%" }, ...tiles),
    h("details", {}, h("summary", {}, t("turnoutTable")), h("div", { class: "scroll", tabindex: "0" }, h("table", {}, h("caption", { class: "hidden" }, t("turnoutMap")),
      h("thead", {}, h("tr", {}, h("th", { scope: "col" }, t("oblastName")), [t("okrugs"), t("votes"), t("perOkrug")].map((head) => h("th", { scope: "col", class: "num" }, head)))),
      h("tbody", {}, rows.filter((row) => row.okrugs).map((row) => h("tr", {}, h("td", {}, say(row.oblast.name)), [row.okrugs, row.votes, Math.round(row.each)].map((n) => h("td", { class: "num" }, String(n)))))))))];
}
