// Decides on many dossiers: choose, say what, look at what would be decided for whom, one press.

import { t, say, h, field, note, select } from "/app.js";
import { names, shown } from "/dossier-list.js";

/** So many go into one request. */
const AT_ONCE = 100;

export const MANY = {
  kk: {
    many: "Бірнешеуін бірге шешу", manyLead: "Шешілетін құжаттарды белгілеңіз.", chooseChecked: "Көрініп тұрған тексерілгендерді белгілеу", chosenN: "Белгіленді: {n}", next: "Әрі қарай", stop: "Бас тарту",
    choose: "{name}: белгілеу", manySay: "Әрқайсысы бойынша шешім", outcomeOf: "Шешім", admit: "Конкурсқа жіберу", refuse: "Жібермеу", unmetN: "орындалмаған талап: {n}", allMet: "барлық талап орындалған",
    manyNote: "Барлығына ортақ түсініктеме", noteHint: "Шешім ұсыныстан өзгеше болса, міндетті.", look: "Не шешілетінін қарау", back: "Түзету", preview: "Алдын ала қарау: әзірге ештеңе жазылған жоқ",
    willDecide: "Шешіледі: {n}", cannot: "Шешілмейді: {n}", already: "Бұрын тіркелген: {n}", overrulesIt: "ұсыныстан өзгеше", press: "{n} шешімді тіркеу", pressed: "Тіркелген шешімдер: {n}. Хабарламалар жіберіледі.",
    doneMany: "Тізімге оралу", range: "{min} — {max}",
  },
  ru: {
    many: "Решить по нескольким сразу", manyLead: "Отметьте пакеты документов.", chooseChecked: "Отметить показанные проверенные", chosenN: "Отмечено: {n}", next: "Дальше", stop: "Отменить",
    choose: "{name}: отметить", manySay: "Решение по каждому", outcomeOf: "Решение", admit: "Допустить", refuse: "Не допускать", unmetN: "не выполнено требований: {n}", allMet: "все требования выполнены",
    manyNote: "Общее пояснение", noteHint: "Обязательно, если решение расходится с предложением.", look: "Посмотреть, что будет решено", back: "Исправить", preview: "Предварительный просмотр: пока ничего не записано",
    willDecide: "Будет решено: {n}", cannot: "Решить нельзя: {n}", already: "Записано раньше: {n}", overrulesIt: "расходится с предложением", press: "Записать решений: {n}", pressed: "Записано решений: {n}. Уведомления будут отправлены.",
    doneMany: "К списку", range: "{min} — {max}",
  },
};

const mayChoose = (d) => ["CHECKED", "ADMITTED", "REFUSED"].includes(d.state) && typeof d.admitProposed === "boolean";

/** The bar above the list while dossiers are chosen. */
export function chooseBar(state, { show, leave }) {
  const { many } = state;
  const all = () => {
    shown(state.dossiers, state.filter).filter((d) => d.state === "CHECKED").forEach((d) => many.chosen.add(d.dossier));
    show();
  };
  const go = () => {
    many.cases = state.dossiers.filter((d) => many.chosen.has(d.dossier)).map((d) => ({ d, outcome: d.admitProposed ? "admit" : "refuse", attributes: {} }));
    many.step = "say";
    show();
  };
  return note("", h("p", {}, t("manyLead")), h("p", { role: "status", id: "chosen" }, t("chosenN", { n: many.chosen.size })), h("div", { class: "row" },
    h("button", { type: "button", class: "second", id: "choose-checked", onclick: all }, t("chooseChecked")),
    h("button", { type: "button", id: "many-next", disabled: !many.chosen.size, onclick: go }, t("next")),
    h("button", { type: "button", class: "plain", onclick: leave }, t("stop"))));
}

/** The box beside a dossier in the list. */
export function chooseBox(state, d, show) {
  const { chosen } = state.many;
  return h("input", { type: "checkbox", id: `choose-${d.dossier}`, "aria-label": t("choose", { name: d.candidateName }), checked: chosen.has(d.dossier), disabled: !mayChoose(d),
    onchange: (e) => { if (e.target.checked) chosen.add(d.dossier); else chosen.delete(d.dossier); show(); } });
}

/** The steps after choosing; `ask(path, body)` calls the API, `run` does it with what goes wrong shown. */
export function manyView(state, { show, run, ask, leave }) {
  const { many } = state;
  const send = (path, step) => run(async () => {
    const outcomes = [];
    const all = many.cases.map((one) => wanted(one, many.note, state.definition));
    for (let from = 0; from < all.length; from += AT_ONCE) {
      outcomes.push(...(await ask(path, { decisions: all.slice(from, from + AT_ONCE) })).decisions);
    }
    Object.assign(many, { outcomes, step });
    return step === "done" ? t("pressed", { n: outcomes.filter((o) => o.course !== "IMPOSSIBLE").length }) : null;
  });
  if (many.step === "say") return sayView(state, { show, leave, look: () => send("/v1/decisions/preview", "preview") });
  return outcomesView(state, { back: () => { many.step = "say"; show(); }, press: () => send("/v1/decisions", "done"), leave });
}

function wanted({ d, outcome, attributes }, words, definition) {
  const admitted = outcome === "admit";
  const values = definition.attributes.map((a) => [a.id, Number(attributes[a.id] ?? a.min)]);
  return { dossier: d.dossier, version: d.version, number: d.decisions + 1, statement: d.statement, admitted, refusedFor: admitted ? [] : d.unmet,
    attributes: admitted ? Object.fromEntries(values) : {}, note: words.trim() };
}

function sayView(state, { show, leave, look }) {
  const { many, definition } = state;
  return h("form", { class: "card", novalidate: true, onsubmit: (e) => { e.preventDefault(); look(); } }, h("h2", {}, t("manySay")),
    h("ul", { class: "list" }, many.cases.map((one) => h("li", {}, h("strong", {}, one.d.candidateName), h("div", { class: "soft small" }, names(one.d.okrug), " · ",
      one.d.unmet.length ? t("unmetN", { n: one.d.unmet.length }) : t("allMet")),
    outcomeOf(one, show), one.outcome === "admit" ? attributesOf(one, definition) : null))),
    field(t("manyNote"), h("textarea", { id: "many-note", maxlength: "2000", value: many.note, oninput: (e) => { many.note = e.target.value; } }), t("noteHint")),
    h("div", { class: "row" }, h("button", { id: "look", disabled: state.busy }, t("look")), h("button", { type: "button", class: "plain", onclick: leave }, t("stop"))));
}

/** Whom the check found at fault nowhere can be refused only alone, with the rules named. */
function outcomeOf(one, show) {
  const options = ["admit", ...(one.d.unmet.length ? ["refuse"] : [])].map((value) => [value, t(value)]);
  const control = select(options, one.outcome, (value) => { one.outcome = value; show(); });
  control.id = `outcome-${one.d.dossier}`;
  return field(t("outcomeOf"), control);
}

function attributesOf(one, definition) {
  return h("div", { class: "grid two" }, definition.attributes.map((a) => field(say(a.title), h("input", { type: "number", id: `${one.d.dossier}-${a.id}`,
    min: String(a.min), max: String(a.max), step: "1", value: one.attributes[a.id] ?? String(a.min), oninput: (e) => { one.attributes[a.id] = e.target.value; } }), t("range", { min: a.min, max: a.max }))));
}

function outcomesView(state, { back, press, leave }) {
  const { many } = state;
  const of = (...courses) => many.outcomes.filter((o) => courses.includes(o.course));
  const left = of("POSSIBLE");
  const done = many.step === "done";
  return h("section", { class: "card", id: "outcomes" }, h("h2", {}, t(done ? "many" : "preview")),
    part("willDecide", left, state), part("pressed", of("RECORDED"), state), part("already", of("HELD"), state), part("cannot", of("IMPOSSIBLE"), state),
    h("div", { class: "row" }, done ? null : h("button", { type: "button", id: "press", disabled: state.busy || !left.length, onclick: press }, t("press", { n: left.length })),
      done ? null : h("button", { type: "button", class: "second", id: "many-back", disabled: state.busy, onclick: back }, t("back")),
      h("button", { type: "button", class: done ? "" : "plain", id: "many-leave", onclick: leave }, t(done ? "doneMany" : "stop"))));
}

function part(title, outcomes, state) {
  if (!outcomes.length) return null;
  const nameOf = (o) => o.candidateName || state.dossiers.find((d) => d.dossier === o.dossier)?.candidateName || o.dossier;
  return [h("h3", {}, t(title, { n: outcomes.length })), h("ul", { class: "list" }, outcomes.map((o) => h("li", {}, h("div", { class: "row" },
    h("strong", { class: "grow" }, nameOf(o)), h("span", { class: `tag ${o.admitted ? "good" : "bad"}` }, t(o.admitted ? "admit" : "refuse")),
    o.overrules ? h("span", { class: "tag warn" }, t("overrulesIt")) : null),
  o.reasons && say(o.reasons) ? h("div", { class: "small lines" }, say(o.reasons)) : null,
  o.problem ? h("div", { class: "fault" }, o.problem.title, (o.problem.errors || []).filter((e) => e.detail !== o.problem.title).map((e) => h("div", {}, e.detail))) : null)))];
}
