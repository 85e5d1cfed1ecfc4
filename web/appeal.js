// What was decided on a dossier and what was appealed against; the form by which an appeal is written down.

import { t, at, h, field, note } from "/app.js";
import { tag } from "/dossier-list.js";

export const APPEAL = {
  kk: {
    past: "Шешімдер мен апелляциялар", decidedOnAppeal: "{n}-шешімге берілген апелляция бойынша", decisionNumber: "{n}-шешім", noLonger: "күшінде емес",
    appeal: "Апелляция", appealLead: "Апелляция {until} дейін қабылданады. Ол құжаттарды қайта ашады: комиссия жаңа шешім қабылдайды, бұрынғысы тарихта қалады.",
    appellant: "Кім береді", CANDIDATE: "Үміткер", NOMINATOR: "Ұсынушы", appealReason: "Апелляцияның себебі", appealSend: "Апелляцияны тіркеу", appealFill: "Кім беретінін таңдап, себебін жазыңыз.",
    appealed: "Апелляция тіркелді: құжаттар қайта қаралады. Хабарламалар жіберіледі.", appealIsOpen: "{n}-шешімге апелляция берілген. Комиссия жаңа шешім қабылдауы тиіс; онда себебі көрсетіледі.",
  },
  ru: {
    past: "Решения и апелляции", decidedOnAppeal: "По апелляции на решение {n}", decisionNumber: "Решение {n}", noLonger: "не действует",
    appeal: "Апелляция", appealLead: "Апелляция принимается до {until}. Она снова открывает документы: комиссия принимает новое решение, прежнее остаётся в истории.",
    appellant: "Кто подаёт", CANDIDATE: "Кандидат", NOMINATOR: "Выдвинувшая сторона", appealReason: "Причина апелляции", appealSend: "Записать апелляцию", appealFill: "Выберите, кто подаёт, и напишите причину.",
    appealed: "Апелляция записана: документы будут рассмотрены снова. Уведомления будут отправлены.", appealIsOpen: "На решение {n} подана апелляция. Комиссия должна принять новое решение и указать причину.",
  },
};

/** The appeal of `open` that nobody has decided on; null if there is none. */
export function openAppeal(open) {
  const last = open.decisions.at(-1);
  return open.state === "APPEALED" && last ? (open.appeals || []).find((a) => a.decision === last.number) : null;
}

/** Decisions and appeals in the order in which they came; `ruleName` words a rule. */
export function history(open, zone, ruleName) {
  if (!open.decisions.length) return null;
  const appealOf = (d) => (open.appeals || []).find((a) => a.decision === d.number);
  return h("section", { class: "card", id: "history" }, h("h2", {}, t("past")), h("ul", { class: "list" }, open.decisions.flatMap((d, i) => {
    const appeal = appealOf(d);
    return [h("li", {}, h("div", { class: "row" }, h("strong", {}, t("decisionNumber", { n: d.number || i + 1 })), tag(d.admitted ? "ADMITTED" : "REFUSED"),
      appeal ? h("span", { class: "tag" }, t("noLonger")) : null, h("span", { class: "soft small" }, at(d.at, zone))),
    d.onAppeal ? h("div", { class: "small" }, t("decidedOnAppeal", { n: d.onAppeal })) : null,
    d.refusedFor.length ? h("div", {}, d.refusedFor.map(ruleName).join("; ")) : null, d.note ? h("div", {}, d.note) : null),
    appeal ? h("li", {}, h("div", { class: "row" }, h("strong", {}, t("appeal")), h("span", { class: "tag warn" }, t(appeal.by)), h("span", { class: "soft small" }, at(appeal.at, zone))),
      h("div", { class: "lines" }, appeal.reason)) : null];
  })));
}

/** The form, while the decision that holds can be appealed against; calls `submit(body)`. */
export function appealForm(state, { submit, show }) {
  const { open, definition } = state;
  const allowed = definition?.appeals?.by || [];
  const isAnyone = state.me.roles.some((role) => ["secretary", "chair", "agency"].includes(role));
  if (!isAnyone || !allowed.length || !open.appealUntil || new Date(open.appealUntil) <= new Date()) return null;
  const a = state.appeal;
  const send = (e) => {
    e.preventDefault();
    a.wrong = a.by && a.reason.trim() ? null : t("appealFill");
    if (a.wrong) show();
    else submit({ decision: open.decisions.at(-1).number, by: a.by, reason: a.reason.trim() });
  };
  return h("details", { class: "card", open: a.opened, ontoggle: (e) => { a.opened = e.target.open; } }, h("summary", { id: "appeal" }, t("appeal")),
    h("form", { novalidate: true, onsubmit: send }, h("p", {}, t("appealLead", { until: at(open.appealUntil, definition.zone) })),
      h("fieldset", {}, h("legend", {}, t("appellant")), allowed.map((by) => h("label", { class: "choice" },
        h("input", { type: "radio", name: "by", id: `by-${by}`, value: by, checked: a.by === by, onchange: () => { a.by = by; } }), h("span", {}, t(by))))),
      field(t("appealReason"), h("textarea", { id: "appeal-reason", maxlength: "2000", value: a.reason, oninput: (e) => { a.reason = e.target.value; } })),
      a.wrong ? note("bad", h("p", {}, a.wrong)) : null,
      h("button", { disabled: state.busy, id: "appeal-send" }, t("appealSend"))));
}
