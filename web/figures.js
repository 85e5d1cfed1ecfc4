// An oblast's votes in figures: what is conspicuous, and each okrug's votes by hour, drawn and as a table.

import { t, say, h, note, place } from "/app.js";

const NS = "http://www.w3.org/2000/svg";
const WIDTH = 360, HEIGHT = 180, LEFT = 34, BASE = 152, HOUR = 3600000;

/** Wording of this part, for the page that shows it. */
export const FIGURES = {
  kk: {
    figures: "Округтер бойынша есеп", figuresLead: "Ережелер дауыс беруден бұрын жарияланған. Олар тек назар аудартады: шешімді адам қабылдайды.", figuresShow: "Есепті көрсету", figuresNone: "Бұл облыста әзірге дауыс жоқ.",
    figuresOpen: "Дауыс беру жүріп жатқанда жауаптар қаралмайды: бірдей жауаптар ережесі терезе жабылған соң қолданылады.", clean: "Көзге түсетін ештеңе жоқ.", found: "Не табылды", many: "Дауыс", limit: "Шегі", okrug: "Округ", oblast: "Облыс", pickOblast: "таңдаңыз",
    byHour: "Сағат бойынша дауыс саны: {name}", byHourDesc: "Барлығы {n} дауыс. Ең көбі — {most}: {when}.", hourTable: "Сағат бойынша кесте", hour: "Сағат", networks: "Желілер", tag: "Желі белгісі",
  },
  ru: {
    figures: "Отчёт по округам", figuresLead: "Правила опубликованы до голосования. Они лишь обращают внимание: решает человек.", figuresShow: "Показать отчёт", figuresNone: "В этой области голосов пока нет.",
    figuresOpen: "Пока идёт голосование, ответы не смотрят: правило одинаковых ответов применяется после закрытия окна.", clean: "Ничего примечательного.", found: "Что найдено", many: "Голосов", limit: "Предел", okrug: "Округ", oblast: "Область", pickOblast: "выберите",
    byHour: "Голоса по часам: {name}", byHourDesc: "Всего голосов: {n}. Больше всего — {most}: {when}.", hourTable: "Таблица по часам", hour: "Час", networks: "Сети", tag: "Метка сети",
  },
};

const nameOf = (candidate) => say(place(candidate.slice(2)).okrug?.name) || candidate;
const clock = (hour) => `${hour.slice(8, 10)}.${hour.slice(5, 7)}, ${hour.slice(11)}:00`;

function svg(tag, attributes, ...children) {
  const element = document.createElementNS(NS, tag);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  element.append(...children);
  return element;
}

/** Bars over the whole span from the first hour with votes to the last; conspicuous hours stand out in colour and mark. */
function plot(okrug, marked) {
  const hours = Object.entries(okrug.hours).map(([hour, n]) => [Date.parse(`${hour}:00Z`), n, hour]).sort((a, b) => a[0] - b[0]);
  const first = hours[0][0], span = Math.max(24, (hours.at(-1)[0] - first) / HOUR + 1);
  const top = hours.reduce((most, one) => (one[1] > most[1] ? one : most));
  const step = (WIDTH - LEFT - 6) / span;
  const y = (n) => BASE - (n / top[1]) * (BASE - 16);
  const title = t("byHour", { name: nameOf(okrug.candidate) });
  const bars = hours.map(([at, n, hour]) => svg("rect", {
    x: (LEFT + ((at - first) / HOUR) * step).toFixed(1), y: y(n).toFixed(1), width: Math.max(1, step * 0.9).toFixed(1), height: (BASE - y(n)).toFixed(1), fill: marked.has(hour) ? "#a3231b" : "#0a6c86",
  }));
  const signs = hours.filter((one) => marked.has(one[2])).map(([at, n]) => svg("text", { x: (LEFT + ((at - first) / HOUR + 0.5) * step).toFixed(1), y: (y(n) - 3).toFixed(1), "text-anchor": "middle", "font-size": "13", fill: "#a3231b" }, "▼"));
  const words = (x, yy, anchor, text) => svg("text", { x, y: yy, "text-anchor": anchor, "font-size": "13", fill: "#3d4a55" }, text);
  return svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-labelledby": "plot-title plot-desc", width: "100%" },
    svg("title", { id: "plot-title" }, title), svg("desc", { id: "plot-desc" }, t("byHourDesc", { n: okrug.ballots, most: top[1], when: clock(top[2]) })),
    svg("line", { x1: LEFT, x2: WIDTH - 6, y1: BASE, y2: BASE, stroke: "#6c7b88" }), ...bars, ...signs,
    words(LEFT - 4, 22, "end", String(top[1])), words(LEFT - 4, BASE, "end", "0"), words(LEFT, BASE + 20, "start", clock(hours[0][2])), words(WIDTH - 6, BASE + 20, "end", clock(hours.at(-1)[2])));
}

function table(caption, heads, rows) {
  return h("div", { class: "scroll", tabindex: "0" }, h("table", {}, h("caption", { class: "hidden" }, caption),
    h("thead", {}, h("tr", {}, heads.map((head, i) => h("th", { scope: "col", class: i ? "num" : "" }, head)))),
    h("tbody", {}, rows.map((row) => h("tr", {}, row.map((cell, i) => h("td", { class: i ? "num" : "" }, String(cell))))))));
}

/** The report on {@code shown}, the function's answer; {@code okrug} is the chosen candidate, {@code choice} lets another be chosen. */
export function figuresView(shown, okrug, choice) {
  if (!shown.okrugs.length) return h("p", { class: "soft" }, t("figuresNone"));
  const open = shown.closed ? null : note("", h("p", {}, t("figuresOpen")));
  const found = shown.anomalies.length
    ? table(t("found"), [t("found"), t("many"), t("limit")], shown.anomalies.map((a) => [say(a.sentence), a.ballots, a.limit]))
    : note("good", h("p", {}, t("clean")));
  const one = shown.okrugs.find((o) => o.candidate === okrug) || shown.okrugs[0];
  const marked = new Set(shown.anomalies.filter((a) => a.rule === "BURST" && a.okrug === one.candidate.slice(2)).map((a) => a.what));
  const networks = Object.entries(one.networks).sort((a, b) => b[1] - a[1]).slice(0, 10);
  return [open, found, choice(shown.okrugs.map((o) => [o.candidate, nameOf(o.candidate)]), one.candidate),
    h("p", { class: "soft small" }, t("byHour", { name: nameOf(one.candidate) })), plot(one, marked),
    h("details", {}, h("summary", {}, t("hourTable")), table(t("hourTable"), [t("hour"), t("many")], Object.entries(one.hours).sort().map(([hour, n]) => [clock(hour), n]))),
    networks.length ? h("details", {}, h("summary", {}, t("networks")), table(t("networks"), [t("tag"), t("many")], networks)) : null];
}

/** The conspicuous okrug that a report opens with; else its first. */
export const firstOf = (shown) => shown.okrugs.find((o) => shown.anomalies.some((a) => a.okrug === o.candidate.slice(2)))?.candidate || shown.okrugs[0]?.candidate || "";
