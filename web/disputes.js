// What residents dispute, for the commission: how many are open, each with its day and okrug; the chair closes one.

import { t, say, h, field, place } from "/app.js";
import { warning } from "/staff.js";

export const DISPUTES = {
  kk: {
    disputes: "Тұрғындардың даулары", disputesOpen: "Қаралмағаны: {n}", disputesNone: "Дау жоқ.",
    VOTE_TAKEN: "Бұл адамның орнына дауыс берілген, бірақ ол дауыс бермегенін айтады.", NOT_ON_ROLL: "Тұрғын округ тізімінде жоғын айтады.",
    disputeNote: "Не анықталды?", disputeClose: "Дауды жабу", disputeClosed: "Дау жабылды.", disputeNoteNeeded: "Не анықталғанын жазыңыз.",
  },
  ru: {
    disputes: "Споры жителей", disputesOpen: "Не рассмотрено: {n}", disputesNone: "Споров нет.",
    VOTE_TAKEN: "За этого человека проголосовали, а он говорит, что не голосовал.", NOT_ON_ROLL: "Житель говорит, что его нет в списке округа.",
    disputeNote: "Что установлено?", disputeClose: "Закрыть спор", disputeClosed: "Спор закрыт.", disputeNoteNeeded: "Напишите, что установлено.",
  },
};

/** The section; `call` and `run` are the staff page's, `mayClose` whether the signed-in person is a chair. */
export function disputesView(disputes, mayClose, run, call) {
  const open = disputes.filter((d) => !d.closing);
  return h("details", { class: "card", id: "disputes", open: disputes.some((d) => "draft" in d && !d.closing) },
    h("summary", {}, `${t("disputes")}. `, t("disputesOpen", { n: open.length })),
    disputes.length ? h("ul", { class: "list" }, [...open, ...disputes.filter((d) => d.closing)].map((d) => one(d, mayClose, run, call)))
      : h("p", { class: "soft" }, t("disputesNone")));
}

function one(d, mayClose, run, call) {
  const { okrug, district } = place(d.okrug);
  const send = (e) => {
    e.preventDefault();
    d.draft ??= "";
    const note = d.draft.trim();
    return run(async () => {
      if (!note) return warning("disputeNoteNeeded");
      d.closing = await call("POST", `/v1/disputes/${[d.survey, d.number].map(encodeURIComponent).join("/")}`, { reason: note });
      return t("disputeClosed");
    });
  };
  return h("li", {}, h("strong", {}, d.number), ` · ${d.day} · ${[okrug, district].map((p) => say(p?.name)).filter(Boolean).join(", ")}`,
    h("div", {}, t(d.ground)),
    d.closing ? h("div", { class: "soft" }, d.closing.note)
      : mayClose ? h("form", { novalidate: true, onsubmit: send },
        field(t("disputeNote"), h("textarea", { id: `note-${d.number}`, maxlength: "1000", oninput: (e) => { d.draft = e.target.value; } }, d.draft ?? "")),
        h("button", {}, t("disputeClose"))) : null);
}
