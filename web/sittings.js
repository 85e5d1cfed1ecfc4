// The sittings of the signed-in person's commission: the secretary, or who leads it, records and corrects; others see.

import { t, say, h, field, note, when } from "/app.js";
import { staffPage, warning } from "/staff.js";
import { CONFLICTS, suggestionList } from "/conflicts.js";

const STRINGS = {
  kk: {
    title: "Отырыстар", stages: "Кезең", none: "Бұл кезеңде отырыс тіркелмеген. Кворумы бар отырыссыз ештеңе шешілмейді.", sitting: "№ {n} отырыс, {date}", quorate: "Кворум бар: {n}, керегі {needed}", notQuorate: "Кворум жоқ: {n}, керегі {needed}",
    present: "Қатысқандар", absent: "Қатыспағандар", agenda: "Күн тәртібі", corrected: "Түзетілген ({version}-нұсқа): {reason}", correct: "Түзету", fresh: "Жаңа отырыс (№ {n})", date: "Күні", who: "Кім қатысты", points: "Күн тәртібі", pointsHint: "Әр жолда бір мәселе.",
    reason: "Түзету себебі", save: "Отырысты тіркеу", saveCorrection: "Түзетуді тіркеу", cancel: "Жоқ", done: "Отырыс тіркелді.", CHAIR: "төраға", DEPUTY: "төраға орынбасары", MEMBER: "мүше", fill: "Күнін, қатысқандарды және күн тәртібін толтырыңыз.",
  },
  ru: {
    title: "Заседания", stages: "Этап", none: "На этом этапе заседаний не записано. Без заседания с кворумом ничего не решается.", sitting: "Заседание № {n}, {date}", quorate: "Кворум есть: {n}, нужно {needed}", notQuorate: "Кворума нет: {n}, нужно {needed}",
    present: "Присутствовали", absent: "Отсутствовали", agenda: "Повестка", corrected: "Исправлено (версия {version}): {reason}", correct: "Исправить", fresh: "Новое заседание (№ {n})", date: "Дата", who: "Кто присутствовал", points: "Повестка", pointsHint: "В каждой строке один вопрос.",
    reason: "Причина исправления", save: "Записать заседание", saveCorrection: "Записать исправление", cancel: "Нет", done: "Заседание записано.", CHAIR: "председатель", DEPUTY: "заместитель председателя", MEMBER: "член", fill: "Укажите дату, присутствовавших и повестку.",
  },
};

const state = { stage: null, work: null, form: null };
const { show, run, call } = staffPage({ title: "title", strings: { kk: { ...CONFLICTS.kk, ...STRINGS.kk }, ru: { ...CONFLICTS.ru, ...STRINGS.ru } }, roles: ["secretary", "chair", "member"], load: () => load(stages()[0].id), view, state });

const stages = () => state.definition.stages.filter((s) => (s.scope === "REPUBLIC") === (state.me.scope === "republic"));
const records = () => state.me.roles.includes("secretary") || state.me.roles.includes("chair");
const path = (...more) => `/v1/sittings/${[state.stage, state.me.scope, ...more].map(encodeURIComponent).join("/")}`;
const nameOf = (id) => state.work.members.find((m) => m.id === id)?.name || id;

async function load(stage) {
  Object.assign(state, { stage, work: null, form: null });
  state.work = await call("GET", path());
}

function view() {
  return [h("div", { class: "row tabs", role: "group", "aria-label": t("stages") }, stages().map((s) =>
    h("button", { type: "button", id: `stage-${s.id}`, class: s.id === state.stage ? null : "second", "aria-pressed": String(s.id === state.stage), onclick: () => run(() => load(s.id)) }, say(s.title)))),
  !state.work ? null : [suggestionList(state.work.suggestions, nameOf), state.work.sittings.length ? state.work.sittings.map(sitting) : note("warn", h("p", {}, t("none"))), records() ? form() : null]];
}

function sitting({ sitting: s, quorate, quorum }) {
  const people = (ids) => ids.map(nameOf).join(", ") || "—";
  return h("section", { class: "card", id: `sitting-${s.number}` }, h("h2", {}, t("sitting", { n: s.number, date: when(s.date) })),
    h("p", {}, h("span", { class: `tag ${quorate ? "good" : "bad"}` }, t(quorate ? "quorate" : "notQuorate", { n: quorum.deciding.length, needed: quorum.needed }))),
    h("dl", { class: "facts" }, h("dt", {}, t("present")), h("dd", {}, people(s.present)), h("dt", {}, t("absent")), h("dd", {}, people(quorum.absent))),
    h("h3", {}, t("agenda")), h("ol", {}, s.agenda.map((point) => h("li", {}, point))),
    s.correction ? h("p", { class: "soft small" }, t("corrected", { version: s.version, reason: s.correction })) : null,
    records() ? h("button", { type: "button", class: "second", id: `correct-${s.number}`, onclick: () => {
      state.form = { number: s.number, version: s.version + 1, date: s.date, present: [...s.present], agenda: s.agenda.join("\n"), correction: "" };
      show();
      document.getElementById("date").focus();
    } }, t("correct")) : null);
}

function form() {
  const f = (state.form ??= { number: state.work.next, version: 1, date: "", present: [], agenda: "", correction: "" });
  const toggle = (id) => (e) => { f.present = e.target.checked ? [...f.present, id] : f.present.filter((one) => one !== id); };
  return h("form", { class: "card", novalidate: true, onsubmit: save }, h("h2", {}, f.version === 1 ? t("fresh", { n: f.number }) : t("sitting", { n: f.number, date: when(f.date) })),
    field(t("date"), h("input", { type: "date", id: "date", value: f.date, oninput: (e) => { f.date = e.target.value; } })),
    h("fieldset", {}, h("legend", {}, t("who")), state.work.members.map((m) => h("label", { class: "choice", for: `present-${m.id}` },
      h("input", { type: "checkbox", id: `present-${m.id}`, checked: f.present.includes(m.id), onchange: toggle(m.id) }), h("span", {}, m.name, h("span", { class: "soft small" }, ` — ${t(m.role)}`))))),
    field(t("points"), h("textarea", { id: "agenda", rows: "4", oninput: (e) => { f.agenda = e.target.value; } }, f.agenda), t("pointsHint")),
    f.version > 1 ? field(t("reason"), h("textarea", { id: "correction", maxlength: "1000", oninput: (e) => { f.correction = e.target.value; } }, f.correction)) : null,
    h("div", { class: "row" }, h("button", { id: "save-sitting", disabled: state.busy }, t(f.version === 1 ? "save" : "saveCorrection")),
      f.version > 1 ? h("button", { type: "button", class: "second", onclick: () => { state.form = null; show(); } }, t("cancel")) : null));
}

function save(e) {
  e.preventDefault();
  const { number, version, date, present, agenda, correction } = state.form;
  const points = agenda.split("\n").map((line) => line.trim()).filter(Boolean);
  return run(async () => {
    if (!date || !present.length || !points.length) return warning("fill");
    await call("PUT", path(number), { version, date, present, agenda: points, ...(version > 1 ? { correction } : {}) });
    await load(state.stage);
    return t("done");
  });
}
