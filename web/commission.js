// A member's page: candidates and score sheets; for the chair the casting vote as well.

import { t, say, h, field, note, place, select, when, Refusal } from "/app.js";
import { staffPage, warning } from "/staff.js";
import { RATING, missingView, ratingView } from "/rating-view.js";
import { DISPUTES, disputesView } from "/disputes.js";
import { CONFLICTS, interestsForm, suggestionsView, unanswered } from "/conflicts.js";
import { CORRECTION, correctionForm, history, holding, pointFields, pointsFit } from "/correction.js";

const STRINGS = {
  kk: {
    title: "Комиссия беті", stages: "Кезең", candidates: "Үміткерлер", none: "Бұл кезеңде үміткер жоқ.", filed: "Тапсырылды: {n} / {all}", recusedTag: "Бас тарттыңыз",
    open: "Бағалау", toList: "Үміткерлер тізіміне оралу", sealedCount: "Парақ тапсырған мүшелер: {n}", sealOwn: "Парақтың таңбасы", sealWhat: "Парақтар жабық: басқалардың ұпайын төраға барлық парақты бірге ашқанда көресіз. Таңба ашылған парақ тапсырылғанымен бірдей екенін дәлелдейді.", openedTitle: "Ашылған парақтар", member: "Комиссия мүшесі", points: "Ұпай", openTitle: "Парақтарды ашу", openLead: "Ашылғаннан кейін комиссия барлық парақты көреді, жаңа парақ қабылданбайды.", openDo: "Барлық үміткердің парақтарын ашу", openDone: "Ашылған үміткерлер: {n} / {all}.", max: "0 — {max}", half: "0 — {max}, жартылай ұпай болады", sum: "Барлығы: {sum} / {max}", file: "Парақты тапсыру", fileSure: "Тапсырылған парақ өшірілмейді: түзету — себебі жарияланатын жаңа нұсқа ғана. Ұпайларды тексеріп, тағы бір рет басыңыз.",
    fileYes: "Иә, тапсыру", cancel: "Жоқ", fillAll: "Барлық өлшемге ұпай қойыңыз: 0-ден шегіне дейін.", filedDone: "Парақ тапсырылды.", filedAt: "Парақ тапсырылған",
    recuse: "Бағалаудан бас тарту (мүдделер қақтығысы)", abstainedTag: "Қалыс қалдыңыз", abstain: "Қалыс қалу (қақтығыссыз, ұпай қоймаймын)", abstainDo: "Қалыс қалу", abstainDone: "Қалыс қалғаныңыз тіркелді.", reason: "Себебі", recuseDo: "Бас тарту", recuseDone: "Бас тартуыңыз тіркелді.", reasonNeeded: "Себебін жазыңыз.",
    rating: "Рейтинг", noRating: "Рейтинг әлі жасалған жоқ.", tie: "Төрағаның шешуші дауысы", tieLead: "Бұл үміткерлер барлық белгілер бойынша тең. Оларды артықшылық ретімен қойыңыз.", up: "{name}: жоғары", castDo: "Шешуші дауысты беру", castDone: "Шешуші дауыс тіркелді. Рейтинг қайта жасалғанда ескеріледі.", atSitting: "Қай отырыста", sitting: "№ {n}, {date}", noSitting: "Шешуші дауыс кворумы бар отырыста ғана беріледі: алдымен отырысты тіркеңіз.", sittings: "Отырыстар",
  },
  ru: {
    title: "Страница комиссии", stages: "Этап", candidates: "Кандидаты", none: "На этом этапе кандидатов нет.", filed: "Сдано: {n} из {all}", recusedTag: "Самоотвод",
    open: "Оценить", toList: "К списку кандидатов", sealedCount: "Сдали листы: {n}", sealOwn: "Печать листа", sealWhat: "Листы запечатаны: баллы других Вы увидите, когда председатель вскроет все листы вместе. Печать доказывает, что вскрытый лист тот же, что сдан.", openedTitle: "Вскрытые листы", member: "Член комиссии", points: "Баллы", openTitle: "Вскрытие листов", openLead: "После вскрытия комиссия видит все листы, а новые не принимаются.", openDo: "Вскрыть листы по всем кандидатам", openDone: "Вскрыто по кандидатам: {n} из {all}.", max: "0 — {max}", half: "0 — {max}, можно половинки", sum: "Всего: {sum} из {max}", file: "Сдать лист", fileSure: "Сданный лист не стирается: исправить его можно только новой версией, причина публикуется. Проверьте баллы и нажмите ещё раз.",
    fileYes: "Да, сдать", cancel: "Нет", fillAll: "Поставьте баллы по каждому критерию: от 0 до предела.", filedDone: "Лист сдан.", filedAt: "Лист сдан",
    recuse: "Взять самоотвод (конфликт интересов)", abstainedTag: "Вы воздержались", abstain: "Воздержаться (конфликта нет, баллов не ставлю)", abstainDo: "Воздержаться", abstainDone: "Записано, что Вы воздержались.", reason: "Причина", recuseDo: "Взять самоотвод", recuseDone: "Самоотвод записан.", reasonNeeded: "Напишите причину.",
    rating: "Рейтинг", noRating: "Рейтинга ещё нет.", tie: "Решающий голос председателя", tieLead: "Эти кандидаты равны по всем признакам. Расположите их в порядке предпочтения.", up: "{name}: выше", castDo: "Подать решающий голос", castDone: "Решающий голос записан. Он будет учтён, когда рейтинг составят заново.", atSitting: "На каком заседании", sitting: "№ {n}, {date}", noSitting: "Решающий голос подаётся только на заседании с кворумом: сначала запишите заседание.", sittings: "Заседания",
  },
};

const state = { stage: null, work: null, rating: null, disputes: [], open: null, points: {}, sure: null, wrong: null, reason: "", recusing: false, order: null, corrections: {}, noConflict: {}, interests: null };
const { show, run, call } = staffPage({
  title: "title", strings: { kk: { ...RATING.kk, ...DISPUTES.kk, ...CORRECTION.kk, ...CONFLICTS.kk, ...STRINGS.kk }, ru: { ...RATING.ru, ...DISPUTES.ru, ...CORRECTION.ru, ...CONFLICTS.ru, ...STRINGS.ru } }, roles: ["member", "chair"], load: first, view, state,
});

/** The stages that the signed-in member's commission rates. */
const stages = () => state.definition.stages.filter((s) => (s.scope === "REPUBLIC") === (state.me.scope === "republic"));

/** Opens the latest stage that is open; the first if none is. */
async function first() {
  let failure = null;
  for (const stage of [...stages()].reverse()) {
    try {
      return await load(stage.id);
    } catch (e) {
      if (!(e instanceof Refusal) || e.type !== "stage-not-open") throw e;
      failure = e;
    }
  }
  state.stage = stages()[0]?.id;
  throw failure;
}

async function load(stage) {
  state.stage = stage;
  state.work = null;
  state.work = await call("GET", `/v1/sheets/${encodeURIComponent(stage)}`);
  state.rating = await call("GET", `/v1/ratings/${encodeURIComponent(stage)}`).catch((e) => {
    if (e instanceof Refusal && (e.status === 404 || e.status === 403)) return null;
    throw e;
  });
  state.disputes = (await call("GET", "/v1/disputes")).disputes;
  state.interests ??= interestsOf(await call("GET", "/v1/interests"));
  state.order = null;
  state.sittings = ties().length ? (await call("GET", `/v1/sittings/${[stage, state.work.scope].map(encodeURIComponent).join("/")}`)).sittings.filter((s) => s.quorate) : [];
}

const interestsOf = (own) => ({ declaredAt: own.declaredAt, employer: own.employer ?? "", okrugs: own.okrugs, relatives: own.relatives.join("\n"), district: "" });

/** What only the signed-in chair can part. */
const ties = () => (!state.me.roles.includes("chair") || !state.rating ? []
  : state.rating.rating.scopes.flatMap((scope) => scope.missing.filter((m) => m.kind === "castingVoteNeeded").map((m) => ({ scope: scope.scope, tied: m.candidates }))));

const stageNow = () => state.definition.stages.find((s) => s.id === state.stage);
const rulesNow = () => state.definition.commissions[stageNow().scope === "REPUBLIC" ? "republican" : "regional"];
const sheets = () => state.work.sheets.map((id) => state.definition.sheets.find((s) => s.id === id));
const versionsOf = (candidate, sheet) => state.work.filed.filter((f) => f.candidate === candidate && f.sheet === sheet).sort((a, b) => a.version - b.version);
const filedFor = (candidate) => holding(state.work.filed).filter((f) => f.candidate === candidate);
const recused = (candidate) => state.work.recusals.some((r) => r.candidate === candidate);
const abstained = (candidate) => (state.work.abstentions ?? []).some((a) => a.candidate === candidate);
const nameOf = (id) => state.work.candidates.find((c) => c.candidate === id)?.name || id;

function view() {
  return [tabs(), !state.work ? null : state.open ? candidate() : [candidates(), opening(), castingVotes(), rating(), interests(),
    disputesView(state.disputes, state.me.roles.includes("chair"), run, call)]];
}

function tabs() {
  return h("div", { class: "row tabs", role: "group", "aria-label": t("stages") }, stages().map((s) =>
    h("button", { type: "button", id: `stage-${s.id}`, class: s.id === state.stage ? null : "second", "aria-pressed": String(s.id === state.stage),
      onclick: () => { state.open = null; run(() => load(s.id)); } }, say(s.title))));
}

function candidates() {
  return h("section", { class: "card" }, h("h2", {}, t("candidates")),
    state.work.candidates.length ? h("ul", { class: "list" }, state.work.candidates.map((c) => h("li", { class: "row" },
      h("div", { class: "grow" }, h("strong", {}, c.name), h("div", { class: "soft small" }, where(c))),
      recused(c.candidate) ? h("span", { class: "tag warn" }, t("recusedTag")) : abstained(c.candidate) ? h("span", { class: "tag warn" }, t("abstainedTag")) : [unanswered(state.work, c.candidate).length ? h("span", { class: "tag warn" }, t("suggested")) : null, progressTag(c.candidate)],
      h("button", { type: "button", class: "second", onclick: () => { Object.assign(state, { open: c, points: {}, sure: null, wrong: null, done: null, reason: "", recusing: false, corrections: {}, noConflict: {} }); show(); } }, t("open")))))
      : h("p", { class: "soft" }, t("none")));
}

function progressTag(id) {
  const n = filedFor(id).length;
  const all = state.work.sheets.length;
  return h("span", { class: `tag ${n === all ? "good" : ""}` }, t("filed", { n, all }));
}

const where = (c) => [place(c.okrug).okrug, place(c.okrug).district, c.oblast && place(c.oblast).oblast].map((p) => say(p?.name)).filter(Boolean).join(", ");

/* ---- one candidate */

function candidate() {
  const c = state.open;
  const back = () => { Object.assign(state, { open: null, done: null, error: null }); show(); };
  return [h("p", {}, h("button", { type: "button", class: "plain", id: "to-list", onclick: back }, `← ${t("toList")}`)),
    h("h2", {}, c.name), h("p", { class: "soft" }, where(c)),
    recused(c.candidate) ? note("warn", h("p", {}, t("recusedTag"))) : abstained(c.candidate) ? note("warn", h("p", {}, t("abstainedTag"))) : [suggestions(c), sheets().map(sheet), recusal(c), abstention(c)], opened(c)];
}

/** Why it is suggested that the member steps back, with the recusal one press away while no sheet is filed. */
function suggestions(c) {
  const recuse = (reason) => {
    Object.assign(state, { reason: state.reason || reason, recusing: true });
    show();
    document.getElementById("reason").focus();
  };
  return suggestionsView(state.work, c.candidate, state.noConflict, state.busy, filedFor(c.candidate).length ? null : recuse, (ground, reason) => run(async () => {
    if (!reason) return warning("reasonNeeded");
    await call("PUT", `/v1/no-conflicts/${[state.stage, c.candidate].map(encodeURIComponent).join("/")}`, { ground, reason });
    state.work.noConflicts = [...(state.work.noConflicts ?? []), { candidate: c.candidate, ground, reason }];
    return t("noConflictDone");
  }));
}

/** What the member declares of themselves; the suggestions follow from it at once. */
function interests() {
  const oblasts = state.definition.oblasts.filter((o) => state.me.scope === "republic" || o.kato === state.me.scope);
  return interestsForm(state.interests, oblasts, state.busy, show, (declared) => run(async () => {
    state.interests = interestsOf(await call("PUT", "/v1/interests", declared));
    state.work = await call("GET", `/v1/sheets/${encodeURIComponent(state.stage)}`);
    return t("declared");
  }));
}

/** How many have filed, and once the chair has opened them, all sheets on one candidate. */
function opened(c) {
  const seals = (state.work.seals ?? []).filter((s) => s.candidate === c.candidate);
  const all = (state.work.opened ?? []).filter((o) => o.sheet.candidate === c.candidate);
  if (!all.length) return seals.length ? h("p", { class: "soft small" }, `${t("sealedCount", { n: new Set(seals.map((s) => s.member)).size })}. ${t("sealWhat")}`) : null;
  const name = (id) => state.work.members.find((m) => m.member === id)?.name || id;
  const last = new Set(holding(all.map((o) => o.sheet)));
  const holds = (o) => last.has(o.sheet);
  const version = ({ sheet: s }) => (!last.has(s) ? ` — ${t("superseded", { n: s.version })}` : s.version > 1 ? ` — ${t("correctedTag", { n: s.version, reason: s.correction })}` : "");
  return h("section", { class: "card" }, h("h2", {}, t("openedTitle")), sheets().map((s) => h("div", { class: "scroll", tabindex: "0" }, h("table", {}, h("caption", {}, say(s.title)),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, t("member")), h("th", { scope: "col", class: "num" }, t("points")), h("th", { scope: "col" }, t("sealOwn")))),
    h("tbody", {}, all.filter((o) => o.sheet.sheet === s.id).map((o) => h("tr", { class: holds(o) ? null : "soft" }, h("td", {}, name(o.sheet.member), version(o)),
      h("td", { class: "num" }, String(Object.values(o.sheet.points).reduce((sum, p) => sum + Number(p), 0))), h("td", {}, h("code", { class: "long small" }, o.sha256)))))))));
}

/** The chair opens what is complete; what is not is named. */
function opening() {
  if (!state.me.roles.includes("chair") || !state.work.members) return null;
  const isOpen = (c) => (state.work.opened ?? []).some((o) => o.sheet.candidate === c.candidate);
  const closed = state.work.candidates.filter((c) => !isOpen(c));
  if (!closed.length || !state.work.seals?.length) return null;
  const send = () => run(async () => {
    try {
      for (const c of closed) await call("PUT", `/v1/openings/${[state.stage, c.candidate].map(encodeURIComponent).join("/")}`);
    } catch (e) {
      if (e instanceof Refusal && e.type === "sheets-missing") state.sheetsMissing = e.problem.missing;
      throw e;
    } finally {
      await load(state.stage);
    }
    state.sheetsMissing = null;
    return t("openDone", { n: state.work.candidates.filter(isOpen).length, all: state.work.candidates.length });
  });
  const named = (id) => state.work.members.find((m) => m.member === id)?.name || nameOf(id);
  return h("section", { class: "card", id: "opening" }, h("h2", {}, t("openTitle")), h("p", {}, t("openLead")),
    state.sheetsMissing ? missingView(state.sheetsMissing, stageNow(), named) : null,
    h("button", { type: "button", id: "open-sheets", disabled: state.busy, onclick: send }, t("openDo")));
}

function sheet(s) {
  const filed = filedFor(state.open.candidate).find((f) => f.sheet === s.id);
  const max = s.criteria.reduce((all, c) => all + c.maxPoints, 0);
  if (filed) {
    const sum = Object.values(filed.points).reduce((all, p) => all + Number(p), 0);
    return h("section", { class: "card" }, h("h2", {}, say(s.title)), note("good", h("p", {}, `${t("filedAt")}. ${t("sum", { sum, max })}`)), seal(s),
      h("dl", { class: "facts points" }, s.criteria.map((c) => [h("dt", {}, say(c.text)), h("dd", {}, String(filed.points[c.id]))])),
    history(s, versionsOf(state.open.candidate, s.id), state.definition.zone), correction(s, filed));
  }
  const points = (state.points[s.id] ??= {});
  const sum = h("p", { class: "total" });
  const count = () => { sum.textContent = t("sum", { sum: s.criteria.reduce((all, c) => all + (Number(points[c.id]) || 0), 0), max }); };
  count();
  return h("form", { class: "card", novalidate: true, onsubmit: (e) => ask(e, s) }, h("h2", {}, say(s.title)),
    pointFields(s, points, "", count),
    sum, state.wrong === s.id ? note("bad", h("p", {}, t("fillAll"))) : null,
    state.sure === s.id ? note("warn", h("p", {}, t("fileSure")), h("div", { class: "row" },
      h("button", { type: "button", id: `sure-${s.id}`, disabled: state.busy, onclick: () => file(s) }, t("fileYes")),
      h("button", { type: "button", class: "second", onclick: () => { state.sure = null; show(); } }, t("cancel")))) : h("button", { disabled: state.busy, id: `file-${s.id}` }, t("file")));
}

/** As long as the definition lets members correct what they filed. */
function correction(s, filed) {
  const isOpen = (state.work.opened ?? []).some((o) => o.sheet.candidate === filed.candidate);
  if (rulesNow().corrections === "NOT_ALLOWED" || (isOpen && rulesNow().corrections === "UNTIL_OPENING")) return null;
  const form = (state.corrections[s.id] ??= { points: { ...filed.points }, reason: "", wrong: null });
  return correctionForm(s, filed, form, state.busy, show, (points, version, reason) => run(async () => {
    await call("PUT", `/v1/sheets/${[state.stage, s.id, filed.candidate].map(encodeURIComponent).join("/")}`, { points, version, correction: reason });
    state.work = await call("GET", `/v1/sheets/${encodeURIComponent(state.stage)}`);
    delete state.corrections[s.id];
    return t("correctDone");
  }));
}

function seal(s) {
  const filed = filedFor(state.open.candidate).find((f) => f.sheet === s.id);
  const own = (state.work.seals ?? []).find((one) => one.sheet === s.id && one.candidate === filed.candidate && one.member === filed.member && one.version === filed.version);
  return own ? h("p", { class: "soft small" }, `${t("sealOwn")}: `, h("code", { class: "long" }, own.sha256)) : null;
}

function ask(e, s) {
  e.preventDefault();
  const good = pointsFit(s, state.points[s.id]);
  Object.assign(state, good ? { sure: s.id, wrong: null } : { wrong: s.id, sure: null });
  show();
  if (good) document.getElementById(`sure-${s.id}`).focus();
}

function file(s) {
  return run(async () => {
    const points = Object.fromEntries(s.criteria.map((c) => [c.id, Number(state.points[s.id][c.id])]));
    const id = state.open.candidate;
    state.sure = null;
    const fact = await call("PUT", `/v1/sheets/${[state.stage, s.id, id].map(encodeURIComponent).join("/")}`, { points });
    state.work.filed = [...state.work.filed.filter((f) => f.sheet !== s.id || f.candidate !== id), { points, ...fact, sheet: s.id, candidate: id }];
    state.work.seals = (await call("GET", `/v1/sheets/${encodeURIComponent(state.stage)}`).catch(() => null))?.seals;
    return t("filedDone");
  });
}

function recusal(c) {
  const send = () => run(async () => {
    if (!state.reason.trim()) return warning("reasonNeeded");
    await call("PUT", `/v1/recusals/${[state.stage, c.candidate].map(encodeURIComponent).join("/")}`, { reason: state.reason.trim() });
    state.work.recusals = [...state.work.recusals, { candidate: c.candidate }];
    return t("recuseDone");
  });
  return h("details", { class: "card", id: "recusal", open: Boolean(state.recusing), ontoggle: (e) => { state.recusing = e.target.open; } }, h("summary", {}, t("recuse")),
    field(t("reason"), h("textarea", { id: "reason", maxlength: "1000", oninput: (e) => { state.reason = e.target.value; } }, state.reason)),
    h("button", { type: "button", class: "danger", disabled: state.busy, onclick: send }, t("recuseDo")));
}

/** Only where the definition lets a member give no points, and before they filed any. */
function abstention(c) {
  if (rulesNow().abstention === "NOT_ALLOWED" || filedFor(c.candidate).length) return null;
  const send = () => run(async () => {
    if (!state.reason.trim()) return warning("reasonNeeded");
    await call("PUT", `/v1/abstentions/${[state.stage, c.candidate].map(encodeURIComponent).join("/")}`, { reason: state.reason.trim() });
    state.work.abstentions = [...(state.work.abstentions ?? []), { candidate: c.candidate }];
    return t("abstainDone");
  });
  return h("details", { class: "card" }, h("summary", {}, t("abstain")),
    field(t("reason"), h("textarea", { id: "abstain-reason", maxlength: "1000", oninput: (e) => { state.reason = e.target.value; } }, state.reason)),
    h("button", { type: "button", id: "abstain", class: "danger", disabled: state.busy, onclick: send }, t("abstainDo")));
}

/* ---- the chair */

function castingVotes() {
  return ties().map(({ scope, tied }) => castingVote(scope, tied));
}

function castingVote(scope, tied) {
  if (!state.sittings.length) return h("section", { class: "card", id: "casting-vote" }, h("h2", {}, t("tie")), h("p", {}, t("noSitting")), h("a", { href: "/sittings.html" }, t("sittings")));
  state.order ??= { ids: [...tied], reason: "", sitting: String(state.sittings.at(-1).sitting.number) };
  const up = (i) => () => {
    const { ids } = state.order;
    [ids[i - 1], ids[i]] = [ids[i], ids[i - 1]];
    show();
  };
  const send = () => run(async () => {
    if (!state.order.reason.trim()) return warning("reasonNeeded");
    await call("POST", `/v1/casting-votes/${[state.stage, scope].map(encodeURIComponent).join("/")}`, { sitting: Number(state.order.sitting), order: state.order.ids, reason: state.order.reason.trim() });
    await load(state.stage);
    return t("castDone");
  });
  return h("section", { class: "card", id: "casting-vote" }, h("h2", {}, t("tie")), h("p", {}, t("tieLead")),
    h("ol", {}, state.order.ids.map((id, i) => h("li", {}, h("div", { class: "row" }, h("span", { class: "grow" }, nameOf(id)),
      i ? h("button", { type: "button", class: "second", "aria-label": t("up", { name: nameOf(id) }), onclick: up(i) }, "↑") : null)))),
    field(t("atSitting"), select(state.sittings.map(({ sitting: s }) => [String(s.number), t("sitting", { n: s.number, date: when(s.date) })]), state.order.sitting, (v) => { state.order.sitting = v; })),
    field(t("reason"), h("textarea", { id: "casting-reason", maxlength: "1000", oninput: (e) => { state.order.reason = e.target.value; } }, state.order.reason)),
    h("button", { type: "button", id: "cast", disabled: state.busy, onclick: send }, t("castDo")));
}

function rating() {
  return h("details", {}, h("summary", {}, t("rating")),
    state.rating ? ratingView(state.rating.rating.scopes, stageNow(), nameOf) : h("p", { class: "soft" }, t("noRating")));
}
