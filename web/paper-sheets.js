// Score sheets that absent members signed on paper: the secretary enters one with its scan, another person compares and confirms.

import { t, say, at, h, field, note, select } from "/app.js";
import { staffPage, warning } from "/staff.js";
import { CORRECTION, pointFields, pointsFit } from "/correction.js";
import { SCAN_TYPES, scanFits, scanOf } from "/scan.js";
import { put } from "/upload.js";

const STRINGS = {
  kk: {
    title: "Қағаздағы бағалау парақтары", stages: "Кезең", refresh: "Жаңарту", pick: "таңдаңыз", max: "0 — {max}", half: "0 — {max}, жартылай ұпай болады", announced: "Кезең жарияланған: енді ештеңе өзгертілмейді.",
    enter: "Парақты енгізу", enterWhat: "Қатыспаған мүше қол қойған парақтың ұпайларын көшіріп, сканын қосыңыз. Басқа адам сканмен салыстырып растағаннан кейін ғана ол мүшенің парағы болады. Өзі тапсырған мүше үшін енгізілмейді.",
    member: "Комиссия мүшесі", candidate: "Үміткер", sheet: "Парақ", scan: "Қол қойылған парақтың сканы", scanHint: "PDF, JPEG немесе PNG, 20 МБ-қа дейін.", scanChosen: "Таңдалды: {name}", again: "Бұл парақтың {n}-нұсқасы енгізілген: енді түзету енгізіледі.", reason: "Қайта енгізу себебі",
    send: "Енгізу", takeBack: "Қайтарып алу", hashing: "Скан оқылуда…", sending: "Скан жіберілуде…", fill: "Мүшені, үміткерді, парақты, барлық ұпайды және сканды көрсетіңіз.", scanWrong: "Скан – PDF, JPEG немесе PNG, 20 МБ-тан аспайды.", reasonNeeded: "Себебін жазыңыз.",
    filed: "Бұл мүше бұл парақты өзі тапсырған.", filedPaper: "Бұл парақ қағаздан енгізіліп, расталған.", aside: "Бұл мүше осы үміткерден бас тартқан немесе қалыс қалған.", isOpen: "Бұл үміткердің парақтары ашылған: жаңасы қабылданбайды.",
    entered: "Парақ енгізілді. Енді оны басқа адам растайды.", takenBackDone: "Енгізу қайтарып алынды.", scanFailed: "Парақ енгізілді, бірақ скан жіберілмеді. Төменнен қайта жіберіңіз.", scanSent: "Скан жіберілді.", scanOther: "Бұл басқа файл: енгізген кездегі сканды таңдаңыз.",
    entries: "Енгізілген парақтар", none: "Әзірге жоқ.", version: "{n}-нұсқа", unconfirmed: "Расталмаған", confirmedTag: "Расталған", replaced: "Күшінде емес", takenBack: "Қайтарып алынған", by: "Енгізген: {who}", confirmedBy: "Растаған: {who}",
    showScan: "Сканды ашу", noScan: "Скан әлі жүктелмеген.", resend: "Сканды жіберу", confirm: "Сканмен бірдей, растаймын", confirmed: "Парақ расталды: ол енді мүшенің парағы.", own: "Өзіңіз енгізген парақты басқа адам растайды.", sealed: "Ұпайлары жабық: өз парағыңызды тапсырғаннан кейін көресіз.",
  },
  ru: {
    title: "Оценочные листы на бумаге", stages: "Этап", refresh: "Обновить", pick: "выберите", max: "0 — {max}", half: "0 — {max}, можно половинки", announced: "Этап объявлен: менять уже нельзя.",
    enter: "Внести лист", enterWhat: "Перепишите баллы из листа, который подписал отсутствующий член комиссии, и приложите скан. Листом члена комиссии он станет, когда другой человек сверит его со сканом и подтвердит. За того, кто сдал лист сам, не вносится.",
    member: "Член комиссии", candidate: "Кандидат", sheet: "Лист", scan: "Скан подписанного листа", scanHint: "PDF, JPEG или PNG, до 20 МБ.", scanChosen: "Выбран: {name}", again: "Внесена версия {n} этого листа: теперь вносится исправление.", reason: "Почему вносится заново",
    send: "Внести", takeBack: "Отозвать", hashing: "Скан читается…", sending: "Скан отправляется…", fill: "Укажите члена комиссии, кандидата, лист, все баллы и скан.", scanWrong: "Скан – PDF, JPEG или PNG, не больше 20 МБ.", reasonNeeded: "Напишите причину.",
    filed: "Этот член комиссии сдал этот лист сам.", filedPaper: "Этот лист внесён с бумаги и подтверждён.", aside: "Этот член комиссии по этому кандидату взял самоотвод или воздержался.", isOpen: "Листы по этому кандидату вскрыты: новые не принимаются.",
    entered: "Лист внесён. Теперь его подтверждает другой человек.", takenBackDone: "Внесённое отозвано.", scanFailed: "Лист внесён, но скан не отправился. Отправьте его ниже ещё раз.", scanSent: "Скан отправлен.", scanOther: "Это другой файл: выберите скан, который указали при внесении.",
    entries: "Внесённые листы", none: "Пока нет.", version: "Версия {n}", unconfirmed: "Не подтверждён", confirmedTag: "Подтверждён", replaced: "Не действует", takenBack: "Отозван", by: "Внёс: {who}", confirmedBy: "Подтвердил: {who}",
    showScan: "Открыть скан", noScan: "Скан ещё не загружен.", resend: "Отправить скан", confirm: "Совпадает со сканом, подтверждаю", confirmed: "Лист подтверждён: теперь это лист члена комиссии.", own: "Лист, который внесли Вы, подтверждает другой человек.", sealed: "Баллы закрыты: Вы увидите их, когда сдадите свой лист.",
  },
};

const blank = () => ({ member: "", candidate: "", sheet: "", points: {}, file: null, reason: "", wrong: null });
const state = { stage: null, work: null, form: blank(), why: {}, progress: null };
const { show, run, call } = staffPage({ title: "title", strings: { kk: { ...CORRECTION.kk, ...STRINGS.kk }, ru: { ...CORRECTION.ru, ...STRINGS.ru } }, roles: ["secretary", "chair", "member"], load: () => load(stages()[0].id), view, state });

const stages = () => state.definition.stages.filter((s) => (s.scope === "REPUBLIC") === (state.me.scope === "republic"));
const path = (what) => `/v1/${what}/${[state.stage, state.me.scope].map(encodeURIComponent).join("/")}`;
const sheetOf = (id) => state.definition.sheets.find((s) => s.id === id);
const memberName = (id) => state.work.members.find((m) => m.member === id)?.name || id;
const candidateName = (id) => state.work.candidates.find((c) => c.candidate === id)?.name || id;
const same = (one, other) => one.member === other.member && one.candidate === other.candidate;
const versions = (form) => state.work.entries.filter((e) => same(e, form) && e.sheet === form.sheet);

async function load(stage) {
  if (stage !== state.stage) Object.assign(state, { stage, work: null, form: blank(), why: {} });
  state.work = await call("GET", path("paper-sheets"));
}

function view() {
  if (state.progress) return h("section", { class: "card" }, h("p", { role: "status" }, t(state.progress)), h("progress"));
  return [h("div", { class: "row tabs", role: "group", "aria-label": t("stages") }, stages().map((s) =>
    h("button", { type: "button", id: `stage-${s.id}`, class: s.id === state.stage ? null : "second", "aria-pressed": String(s.id === state.stage), onclick: () => run(() => load(s.id)) }, say(s.title)))),
  !state.work ? null : [state.work.announced ? note("warn", h("p", {}, t("announced"))) : state.me.roles.includes("secretary") ? entry() : null, entries()]];
}

/* ---- a sheet is entered */

function entry() {
  const { form, work } = state;
  const choose = (id, label, options) => {
    const control = select(options, form[id], (v) => { Object.assign(form, { [id]: v, wrong: null }); if (id === "sheet") form.points = {}; show(); }, t("pick"));
    control.id = id;
    return field(label, control);
  };
  const sheet = sheetOf(form.sheet);
  const why = hindrance();
  const before = sheet ? versions(form).length : 0;
  return h("form", { class: "card", id: "enter", novalidate: true, onsubmit: check }, h("h2", {}, t("enter")), h("p", {}, t("enterWhat")),
    choose("member", t("member"), work.members.map((m) => [m.member, m.name])),
    choose("candidate", t("candidate"), work.candidates.map((c) => [c.candidate, c.name])),
    choose("sheet", t("sheet"), work.sheets.map((id) => [id, say(sheetOf(id).title)])),
    why ? note("warn", h("p", {}, t(why))) : !sheet ? null : [
      before ? note("warn", h("p", {}, t("again", { n: before }))) : null,
      pointFields(sheet, form.points, "paper-", () => {}),
      field(t("scan"), h("input", { type: "file", id: "scan", accept: SCAN_TYPES, onchange: (e) => { form.file = e.target.files[0] || form.file; show(); } }), t("scanHint")),
      form.file ? h("p", { class: "small" }, t("scanChosen", { name: form.file.name })) : null,
      before ? field(t("reason"), h("textarea", { id: "reason", maxlength: "1000", oninput: (e) => { form.reason = e.target.value; } }, form.reason)) : null,
      form.wrong ? note("bad", h("p", { id: "fault" }, t(form.wrong))) : null,
      h("button", { id: "send", disabled: state.busy }, t("send"))]);
}

/** Why nothing can be entered for the chosen member, candidate and sheet. */
function hindrance() {
  const { form, work } = state;
  const filed = work.filed.find((f) => same(f, form) && f.sheet === form.sheet);
  if (filed) return filed.paper ? "filedPaper" : "filed";
  if (work.aside.some((a) => same(a, form))) return "aside";
  return work.opened.includes(form.candidate) ? "isOpen" : null;
}

function check(e) {
  e.preventDefault();
  const { form } = state;
  const sheet = sheetOf(form.sheet);
  form.wrong = !form.member || !form.candidate || !pointsFit(sheet, form.points) || !form.file ? "fill"
    : !scanFits(form.file) ? "scanWrong"
      : versions(form).length && !form.reason.trim() ? "reasonNeeded" : null;
  if (form.wrong) show();
  else enter(form, Object.fromEntries(sheet.criteria.map((c) => [c.id, Number(form.points[c.id])])));
}

const working = (key) => { state.progress = key; show(); };

function enter({ member, candidate, sheet, file, reason }, points) {
  return run(async () => {
    try {
      working("hashing");
      const version = versions({ member, candidate, sheet }).length + 1;
      const scan = await scanOf(file);
      const { upload } = await call("POST", path("paper-sheets"), { sheet, candidate, member, version, points, scan, ...(version > 1 ? { reason: reason.trim() } : {}) });
      working("sending");
      const sent = await put(upload, file, () => {}).then(() => true, () => false);
      state.form = blank();
      await load(state.stage);
      return sent ? t("entered") : warning("scanFailed");
    } finally {
      state.progress = null;
    }
  });
}

/* ---- what was entered */

function entries() {
  const { entries: all } = state.work;
  return h("section", { class: "card", id: "entries" }, h("div", { class: "row between" }, h("h2", {}, t("entries")),
    h("button", { type: "button", class: "second", id: "refresh", disabled: state.busy, onclick: () => run(() => load(state.stage)) }, t("refresh"))),
  all.length ? h("ul", { class: "list" }, all.map(entered)) : h("p", { class: "soft" }, t("none")));
}

function entered(e) {
  const tag = e.confirmedBy ? ["good", "confirmedTag"] : e.takenBack ? ["", "takenBack"] : e.open ? ["warn", "unconfirmed"] : ["", "replaced"];
  const id = `${e.member}-${e.candidate}-${e.sheet}`;
  const own = e.by === state.me.subject;
  return h("li", { id: `entry-${id}-${e.version}` },
    h("p", {}, h("strong", {}, `${memberName(e.member)} — ${candidateName(e.candidate)}`), " ", h("span", { class: `tag ${tag[0]}` }, t(tag[1]))),
    h("p", {}, `«${say(sheetOf(e.sheet)?.title)}» · ${t("version", { n: e.version })}`), e.reason ? h("p", {}, e.reason) : null,
    !e.points ? h("p", { class: "soft" }, t("sealed")) : h("dl", { class: "facts points" }, sheetOf(e.sheet).criteria.filter((c) => c.id in e.points).map((c) => [h("dt", {}, say(c.text)), h("dd", {}, String(e.points[c.id]))])),
    h("p", { class: "soft small" }, `${at(e.at, state.definition.zone)} · ${t("by", { who: e.by })}${e.confirmedBy ? ` · ${t("confirmedBy", { who: e.confirmedBy })}` : ""}`),
    e.scan ? h("p", {}, h("a", { href: e.scan, target: "_blank", rel: "noopener" }, t("showScan"))) : e.points && !e.takenBack ? h("p", { class: "soft" }, t("noScan")) : null,
    e.open && own && !e.scanned ? resend(e, id) : null,
    e.mayConfirm ? h("button", { type: "button", id: `confirm-${id}`, disabled: state.busy, onclick: () => confirm(e) }, t("confirm")) : e.open && own ? h("p", { class: "soft" }, t("own")) : null,
    e.open && state.me.roles.includes("secretary") ? takeBack(e, id) : null);
}

function confirm({ sheet, candidate, member, version }) {
  return run(async () => {
    await call("POST", path("paper-sheet-checks"), { sheet, candidate, member, version });
    await load(state.stage);
    return t("confirmed");
  });
}

/** A further version without points: nothing is to be confirmed any more. */
function takeBack(e, id) {
  const why = h("textarea", { id: `why-${id}`, maxlength: "1000", oninput: (event) => { state.why[id] = event.target.value; } }, state.why[id] ?? "");
  return h("details", { open: id in state.why }, h("summary", {}, t("takeBack")), field(t("reason"), why), h("button", { type: "button", class: "danger", id: `take-back-${id}`, disabled: state.busy, onclick: () => run(async () => {
    state.why[id] = why.value;
    if (!why.value.trim()) return warning("reasonNeeded");
    await call("POST", path("paper-sheets"), { sheet: e.sheet, candidate: e.candidate, member: e.member, version: e.version + 1, points: {}, scan: { sha256: e.sha256, bytes: e.bytes, type: e.type }, reason: why.value.trim() });
    delete state.why[id];
    await load(state.stage);
    return t("takenBackDone");
  }) }, t("takeBack")));
}

/** The same entry again, which changes nothing and gives a new link for its scan. */
function resend(e, id) {
  const file = h("input", { type: "file", id: `rescan-${id}`, accept: SCAN_TYPES });
  return h("div", {}, field(t("scan"), file), h("button", { type: "button", class: "second", disabled: state.busy, onclick: () => file.files[0] && run(async () => {
    const scan = await scanOf(file.files[0]);
    if (scan.sha256 !== e.sha256) return warning("scanOther");
    const { upload } = await call("POST", path("paper-sheets"), { sheet: e.sheet, candidate: e.candidate, member: e.member, version: e.version, points: e.points, scan, ...(e.reason ? { reason: e.reason } : {}) });
    await put(upload, file.files[0], () => {});
    await load(state.stage);
    return t("scanSent");
  }) }, t("resend")));
}
