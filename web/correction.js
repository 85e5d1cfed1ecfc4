// A filed score sheet on the member's page: as it holds, its earlier versions, and its correction with a reason.

import { t, say, at, h, field, note } from "/app.js";

export const CORRECTION = {
  kk: {
    correct: "Парақты түзету", correctLead: "Түзету — парақтың жаңа нұсқасы. Бұрынғысы сақталады; не, қашан және неге түзетілгені хаттамада жарияланады.", correctReason: "Түзету себебі (жарияланады)", correctDo: "Түзетуді тапсыру", correctDone: "Түзету тіркелді.",
    corrected: "{n}-нұсқа, {date}: {reason}", versions: "Түзетулер", noChange: "Ұпайлар өзгермеген: түзететін ештеңе жоқ.", superseded: "{n}-нұсқа, кейін түзетілген", correctedTag: "{n}-нұсқа: {reason}",
  },
  ru: {
    correct: "Исправить лист", correctLead: "Исправление — новая версия листа. Прежняя сохраняется; что, когда и почему исправлено, публикуется в протоколе.", correctReason: "Причина исправления (публикуется)", correctDo: "Сдать исправление", correctDone: "Исправление записано.",
    corrected: "Версия {n}, {date}: {reason}", versions: "Исправления", noChange: "Баллы не изменены: исправлять нечего.", superseded: "версия {n}, позже исправлена", correctedTag: "версия {n}: {reason}",
  },
};

/** Of the versions in `filed`, those that hold: of each sheet on each candidate the last of each member. */
export function holding(filed) {
  const last = new Map();
  for (const one of filed) {
    const key = [one.candidate, one.sheet, one.member].join(" ");
    if (!(last.get(key)?.version > one.version)) last.set(key, one);
  }
  return [...last.values()];
}

/** Whether every criterion has points that the sheet allows. */
export function pointsFit(sheet, points) {
  const step = sheet.halfPoints ? 0.5 : 1;
  return sheet.criteria.every((c) => {
    const value = points[c.id] === undefined || points[c.id] === "" ? NaN : Number(points[c.id]);
    return value >= 0 && value <= c.maxPoints && Number.isInteger(value / step);
  });
}

/** One field per criterion; `changed` is told after each change of `points`. */
export function pointFields(sheet, points, prefix, changed) {
  return sheet.criteria.map((c) => field(say(c.text), h("input", { type: "number", id: `${prefix}${sheet.id}-${c.id}`, min: "0", max: String(c.maxPoints), step: sheet.halfPoints ? "0.5" : "1", inputmode: "decimal",
    value: points[c.id] ?? "", oninput: (e) => { points[c.id] = e.target.value; changed(); } }), t(sheet.halfPoints ? "half" : "max", { max: c.maxPoints })));
}

/** What each correction among `versions` (one sheet's, in order) changed, and why. */
export function history(sheet, versions, zone) {
  if (versions.length < 2) return null;
  const changes = (before, after) => sheet.criteria.filter((c) => Number(before.points[c.id]) !== Number(after.points[c.id]))
    .map((c) => `${say(c.text)}: ${before.points[c.id]} → ${after.points[c.id]}`).join("; ");
  return h("details", { id: `versions-${sheet.id}` }, h("summary", {}, t("versions")), h("ol", {}, versions.slice(1).map((after, i) =>
    h("li", {}, h("p", {}, t("corrected", { n: after.version, date: at(after.filedAt, zone), reason: after.correction })), h("p", { class: "soft small" }, changes(versions[i], after))))));
}

/** The form that corrects `filed`; `form` ({points, reason, wrong}) is kept by the page, `send` takes (points, version, reason). */
export function correctionForm(sheet, filed, form, busy, show, send) {
  const submit = (e) => {
    e.preventDefault();
    const same = sheet.criteria.every((c) => Number(form.points[c.id]) === Number(filed.points[c.id]));
    form.wrong = !pointsFit(sheet, form.points) ? "fillAll" : same ? "noChange" : !form.reason.trim() ? "reasonNeeded" : null;
    if (form.wrong) show();
    else send(Object.fromEntries(sheet.criteria.map((c) => [c.id, Number(form.points[c.id])])), filed.version + 1, form.reason.trim());
  };
  return h("details", { id: `correct-${sheet.id}`, open: Boolean(form.open), ontoggle: (e) => { form.open = e.target.open; } }, h("summary", {}, t("correct")),
    h("form", { novalidate: true, onsubmit: submit }, h("p", { class: "soft small" }, t("correctLead")), pointFields(sheet, form.points, "correct-", () => {}),
      field(t("correctReason"), h("textarea", { id: `correct-reason-${sheet.id}`, maxlength: "1000", oninput: (e) => { form.reason = e.target.value; } }, form.reason)),
      form.wrong ? note("bad", h("p", {}, t(form.wrong))) : null,
      h("button", { id: `correct-send-${sheet.id}`, class: "second", disabled: busy }, t("correctDo"))));
}
