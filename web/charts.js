// Charts drawn as SVG without a library. Each has its numbers as text beside it: nothing is told by a colour alone.

import { t, say, h } from "/app.js";

const NS = "http://www.w3.org/2000/svg";
/** Dark enough for white figures on them, and for a white page around them. */
const COLOURS = ["#00607f", "#7a4b00", "#14693c", "#6b3f8f", "#a3181f", "#46545f"];
const HEIGHT = 24;
/** Narrower, a part has no room for its figure. */
const LEAST = 5;

export const CHARTS = {
  kk: { partsOf: "100 ұпайдың қалай жиналғаны", part: "{n}. {title}: {points} × {weight}", sum: "барлығы {total}" },
  ru: { partsOf: "Из чего сложились баллы, из 100", part: "{n}. {title}: {points} × {weight}", sum: "всего {total}" },
};

function svg(tag, attributes, ...children) {
  const element = document.createElementNS(NS, tag);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  element.append(...children);
  return element;
}

/** A part of a bar, `from` and `width` in hundredths of it, with its number where there is room. */
function part(from, width, index) {
  const box = svg("rect", { x: `${from}%`, width: `${width}%`, height: HEIGHT, fill: COLOURS[index % COLOURS.length], stroke: "#fff" });
  return width < LEAST ? [box] : [box, svg("text", { x: `${from + width / 2}%`, y: 17, "text-anchor": "middle", "font-size": 13, fill: "#fff" }, String(index + 1))];
}

/** What the numbers in the bars of a stage stand for. */
export function legend(components) {
  return h("div", { class: "legend" }, h("p", { class: "soft small" }, t("partsOf")), h("ol", { class: "row small" }, components.map((c, i) => h("li", { class: "row" },
    svg("svg", { width: HEIGHT, height: HEIGHT, "aria-hidden": "true" }, ...part(0, 100, i)), h("span", {}, say(c.title))))));
}

/** How a total came together: a part for each of the stage's `components` that gave points, as long as what it gave. */
export function pointsBar(standing, components) {
  let from = 0;
  const given = components.map((c, i) => ({ ...standing.components.find((one) => one.component === c.id), i, title: say(c.title) })).filter((c) => c.component);
  const parts = given.flatMap(({ i, points, weight }) => {
    const width = Number(points) * Number(weight);
    from += width;
    return part(from - width, width, i);
  });
  const said = given.map(({ i, title, points, weight }) => t("part", { n: i + 1, title, points, weight }));
  return svg("svg", { width: "100%", height: HEIGHT, role: "img", "aria-label": [...said, t("sum", { total: standing.total })].join("; ") },
    svg("rect", { width: "100%", height: HEIGHT, fill: "#dfe6ec" }), ...parts);
}

/** A table whose lines have a bar each: `rows` are { name, text, value, other } (`other`: in another colour), the longest bar is `most`. */
export function barTable(caption, heads, rows, most) {
  return h("table", { class: "bars" }, h("caption", { class: "hidden" }, caption),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, heads[0]), h("th", { scope: "col", class: "num" }, heads[1]), h("td", { "aria-hidden": "true" }))),
    h("tbody", {}, rows.map((row) => h("tr", {}, h("th", { scope: "row" }, row.name), h("td", { class: "num" }, row.text),
      h("td", { "aria-hidden": "true" }, svg("svg", { width: "100%", height: 16 }, svg("rect", { width: `${most ? (100 * row.value) / most : 0}%`, height: 16, fill: row.other ? COLOURS[1] : COLOURS[0] })))))));
}
