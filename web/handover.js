// What each oblast hands over to the Agency (§18): whether its candidate's materials and the decision are there, and by when.

import { t, say, h, scopeName, when, Refusal } from "/app.js";

export const HANDOVER = {
  kk: {
    handover: "Материалдар мен шешімді Агенттікке тапсыру", handoverDue: "Соңғы мерзім: {date}.", COMPLETE: "Бәрі бар", MISSING: "Толық емес", OVERDUE: "Мерзімі өтті, толық емес", NOBODY: "Ешкім өтпеді",
  },
  ru: {
    handover: "Передача материалов и решения в Агентство", handoverDue: "Срок: {date}.", COMPLETE: "Всё есть", MISSING: "Есть не всё", OVERDUE: "Срок прошёл, есть не всё", NOBODY: "Никто не прошёл",
  },
};

const LOOK = { COMPLETE: "good", MISSING: "warn", OVERDUE: "bad", NOBODY: "" };

/** What the signed-in person may see of it; nothing where their role may not. `call` is the staff page's. */
export async function handovers(call) {
  try {
    return (await call("GET", "/v1/handovers")).oblasts;
  } catch (e) {
    if (e instanceof Refusal && (e.status === 403 || e.status === 404)) return [];
    throw e;
  }
}

/** The section; nothing where nothing is due yet. */
export function handoverView(oblasts) {
  if (!oblasts?.length) return null;
  return h("section", { class: "card", id: "handover" }, h("h2", {}, t("handover")), h("p", {}, t("handoverDue", { date: when(oblasts[0].due) })),
    h("ul", { class: "list" }, oblasts.map((o) => h("li", {}, h("div", { class: "row" }, h("strong", { class: "grow" }, [scopeName(o.oblast), o.candidateName].filter(Boolean).join(" — ")),
      h("span", { class: `tag ${LOOK[o.state]}` }, t(o.state))),
    o.missing.length ? h("ul", {}, o.missing.map((m) => h("li", {}, say(m)))) : null))));
}
