// Paper ballots: the secretary enters a count with the scan of its record, another person compares and confirms.

import { t, say, at, when, h, field, note, select, place, published } from "/app.js";
import { staffPage, warning } from "/staff.js";
import { PAPER } from "/paper-words.js";
import { SCAN_TYPES, scanFits, scanOf } from "/scan.js";
import { put } from "/upload.js";

const blank = () => ({ candidate: "", ballots: "", answers: {}, file: null, kk: "", ru: "", wrong: null });
const state = { survey: "", oblast: "", paper: null, candidates: [], form: blank(), previewed: false, progress: null };
const { show, run, call } = staffPage({ title: "title", strings: PAPER, roles: ["agency", "chair", "secretary", "member"], load, view, state });

const path = (end) => `/v1/surveys/${encodeURIComponent(state.survey)}/${end}`;
const surveys = () => state.definition.surveys.filter((s) => s.paper !== "NONE");
const survey = () => state.definition.surveys.find((s) => s.id === state.survey);
const oblast = () => (state.me.roles.includes("agency") || state.me.scope === "republic" ? state.oblast : state.me.scope);
const versions = (candidate) => state.paper.counts.filter((c) => c.candidate === candidate);
const holding = (candidate) => versions(candidate).find((c) => c.holds);

async function load() {
  state.survey ||= surveys()[0]?.id || "";
  if (!state.survey || !oblast()) return;
  state.paper = await call("GET", path(`paper/${oblast()}`));
  state.candidates = ((await published(`/data/candidates-${state.survey}.json`))?.candidates || []).filter((c) => c.oblast === oblast());
}

function view() {
  if (!surveys().length) return note("warn", h("p", {}, t("noSurvey")));
  if (state.progress) return h("section", { class: "card" }, h("p", { role: "status" }, t(state.progress)), h("progress"));
  return [choices(), state.paper ? [mode(), mayEnter() ? entry() : null, counts()] : null];
}

const mayEnter = () => state.me.roles.includes("secretary") && state.paper.over && !state.paper.announced;

function choices() {
  const anew = (change) => { Object.assign(state, change, { paper: null, form: blank(), previewed: false }); run(load); };
  const agency = state.me.roles.includes("agency");
  const which = select(surveys().map((s) => [s.id, say(s.title)]), state.survey, (id) => anew({ survey: id }));
  const where = agency ? select(state.definition.oblasts.map((o) => [o.kato, say(o.name)]), state.oblast, (kato) => anew({ oblast: kato }), t("pick")) : null;
  which.id = "survey";
  if (where) where.id = "oblast";
  return [surveys().length > 1 ? field(t("survey"), which) : null, where ? field(t("oblast"), where) : null];
}

function mode() {
  const { over, announced, closes } = state.paper;
  return [note("", h("p", {}, t(state.paper.mode))), announced ? note("warn", h("p", {}, t("announced"))) : over ? null : note("warn", h("p", {}, t("notOver", { date: when(closes) })))];
}

function candidateName(id) {
  const known = state.candidates.find((c) => c.candidate === id);
  return known ? `${known.name}, ${say(known.okrugName)}` : say(place(id.slice(2)).okrug?.name) || id;
}

/* ---- a count is entered */

const scale = () => {
  const { lowest, highest, dontKnow } = survey().scale;
  const answers = Array.from({ length: highest - lowest + 1 }, (_, i) => String(highest - i));
  return dontKnow ? [...answers, "0"] : answers;
};
const answerName = (answer) => (answer === "0" ? t("dontKnow") : answer);
const given = (question, answer) => state.form.answers[`${question}-${answer}`] || "";

function entry() {
  const { form } = state;
  if (state.previewed) return preview();
  const who = select(state.candidates.map((c) => [c.candidate, candidateName(c.candidate)]), form.candidate, (v) => { form.candidate = v; show(); }, t("pick"));
  who.id = "candidate";
  const number = (id, value, set, label) => h("input", { id, type: "text", inputmode: "numeric", maxlength: "6", autocomplete: "off", value, "aria-label": label || null, oninput: (e) => set(e.target.value.trim()) });
  const before = versions(form.candidate).length;
  return h("form", { class: "card", id: "enter", novalidate: true, onsubmit: check }, h("h2", {}, t("enter")), h("p", {}, t("enterWhat")), field(t("candidate"), who),
    before ? note("warn", h("p", {}, t("again", { n: before }))) : null,
    field(t("ballots"), number("ballots", form.ballots, (v) => { form.ballots = v; })),
    survey().questions.map((q, i) => h("fieldset", {}, h("legend", {}, `${i + 1}. ${say(q.text)}`), h("div", { class: "row" }, scale().map((answer) =>
      field(answerName(answer), number(`${q.id}-${answer}`, given(q.id, answer), (v) => { form.answers[`${q.id}-${answer}`] = v; }, t("answerOf", { question: i + 1, answer: answerName(answer) }))))))),
    field(t("scan"), h("input", { type: "file", id: "scan", accept: SCAN_TYPES, onchange: (e) => { form.file = e.target.files[0] || form.file; show(); } }), t("scanHint")),
    form.file ? h("p", { class: "small" }, t("scanChosen", { name: form.file.name })) : null,
    before ? [h("p", { class: "soft small" }, t("reasonPublic")), ["kk", "ru"].map((lang) => field(t(lang === "kk" ? "reasonKk" : "reasonRu"),
      h("textarea", { id: `reason-${lang}`, lang, maxlength: "1000", oninput: (e) => { form[lang] = e.target.value; } }, form[lang])))] : null,
    form.wrong ? h("div", { id: "fault" }, note("bad", h("p", {}, form.wrong))) : null,
    h("button", { id: "preview" }, t("preview")));
}

function check(e) {
  e.preventDefault();
  state.form.wrong = fault();
  state.previewed = !state.form.wrong;
  show();
  document.getElementById(state.previewed ? "previewed" : "fault").scrollIntoView({ block: "center" });
}

function fault() {
  const { candidate, ballots, answers, file, kk, ru } = state.form;
  if (!candidate || !ballots || !file) return t("fill");
  if (![ballots, ...Object.values(answers)].every((n) => /^\d*$/.test(n))) return t("wholeNumber");
  if (!scanFits(file)) return t("scanWrong");
  for (const q of survey().questions) if (sum(q.id) > Number(ballots)) return t("tooMany", { question: say(q.text), n: sum(q.id) });
  return versions(candidate).length && !(kk.trim() && ru.trim()) ? t("reasonNeeded") : null;
}

const sum = (question) => scale().reduce((all, answer) => all + Number(given(question, answer)), 0);

function preview() {
  const { form } = state;
  const held = holding(form.candidate)?.count;
  const row = (name, was, now) => h("tr", {}, h("td", {}, name), held ? h("td", { class: "num" }, String(was)) : null, h("td", { class: "num" }, now === was || !held ? String(now) : h("strong", {}, String(now))));
  const rows = survey().questions.flatMap((q, i) => [...scale().map((answer) => row(t("answerOf", { question: i + 1, answer: answerName(answer) }), held?.counts[q.id]?.[answer] || 0, Number(given(q.id, answer)))),
    row(`${i + 1}. ${t("blank")}`, held ? held.ballots - Object.values(held.counts[q.id] || {}).reduce((a, n) => a + n, 0) : 0, Number(form.ballots) - sum(q.id))]);
  return h("section", { class: "card", id: "previewed" }, h("h2", {}, t("previewTitle")), h("p", {}, h("strong", {}, candidateName(form.candidate))),
    h("div", { class: "scroll", tabindex: "0" }, h("table", {}, h("caption", { class: "hidden" }, t("previewTitle")),
      h("thead", {}, h("tr", {}, h("th", { scope: "col" }, t("question")), held ? h("th", { scope: "col", class: "num" }, t("before")) : null, h("th", { scope: "col", class: "num" }, t("now")))),
      h("tbody", {}, row(t("ballots"), held?.ballots || 0, Number(form.ballots)), rows))),
    h("p", { class: "small" }, t("scanChosen", { name: form.file.name })),
    h("div", { class: "row between" }, h("button", { type: "button", class: "second", id: "change", onclick: () => { state.previewed = false; show(); } }, t("change")),
      h("button", { type: "button", id: "send", disabled: state.busy, onclick: enter }, t("send"))));
}

function body(scan) {
  const { candidate, ballots, kk, ru } = state.form;
  const counts = {};
  for (const q of survey().questions) for (const answer of scale()) if (Number(given(q.id, answer))) (counts[q.id] ||= {})[answer] = Number(given(q.id, answer));
  const version = versions(candidate).length + 1;
  return { candidate, version, ballots: Number(ballots), counts, scan, ...(version > 1 ? { reason: { kk: kk.trim(), ru: ru.trim() } } : {}) };
}

const working = (key) => { state.progress = key; show(); };

function enter() {
  return run(async () => {
    try {
      const { file } = state.form;
      working("hashing");
      const { upload } = await call("POST", path("paper"), body(await scanOf(file)));
      working("sending");
      const sent = await put(upload, file, () => {}).then(() => true, () => false);
      Object.assign(state, { form: blank(), previewed: false });
      await load();
      return sent ? t("entered") : warning("scanFailed");
    } finally {
      state.progress = null;
    }
  });
}

/* ---- what was entered */

function counts() {
  return h("section", { class: "card", id: "counts" }, h("div", { class: "row between" }, h("h2", {}, t("counts")),
    h("button", { type: "button", class: "second", id: "refresh", disabled: state.busy, onclick: () => run(load) }, t("refresh"))),
  state.paper.counts.length ? h("ul", { class: "list" }, state.paper.counts.map(entered)) : h("p", { class: "soft" }, t("none")));
}

function entered(c) {
  const last = c.version === versions(c.candidate).length;
  const open = last && !c.confirmedBy && !state.paper.announced;
  const tag = c.annulled ? ["warn", t("annulled", { n: c.annulled })] : c.holds ? ["good", t("holds")] : c.confirmedBy || !last ? ["", t("replaced")] : ["warn", t("unconfirmed")];
  return h("li", { id: `count-${c.candidate}-${c.version}` }, h("p", {}, h("strong", {}, candidateName(c.candidate)), " ", h("span", { class: `tag ${tag[0]}` }, tag[1])),
    h("p", {}, `${t("version", { n: c.version })} · ${t("takes", { n: c.count.ballots })}`), c.reason ? h("p", {}, say(c.reason)) : null,
    h("details", {}, h("summary", {}, t("counts")), h("ul", {}, survey().questions.map((q, i) => h("li", {}, `${i + 1}: ${scale().map((answer) => `${answerName(answer)} — ${c.count.counts[q.id]?.[answer] || 0}`).join(", ")}`)))),
    h("p", { class: "soft small" }, `${at(c.at, state.definition.zone)} · ${t("by", { who: c.by })}${c.confirmedBy ? ` · ${t("confirmedBy", { who: c.confirmedBy })}` : ""}`),
    c.scan ? h("p", {}, h("a", { href: c.scan, target: "_blank", rel: "noopener" }, t("showScan"))) : h("p", { class: "soft" }, t("noScan")),
    open && !c.scanned && c.by === state.me.subject ? resend(c) : null,
    open && c.scanned ? (c.by === state.me.subject ? h("p", { class: "soft" }, t("own"))
      : state.me.roles.some((role) => ["secretary", "member", "chair"].includes(role)) ? h("button", { type: "button", id: `confirm-${c.candidate}`, disabled: state.busy, onclick: () => confirm(c) }, t("confirm")) : null) : null);
}

function confirm(c) {
  return run(async () => {
    await call("POST", path("paper-checks"), { candidate: c.candidate, version: c.version });
    await load();
    return t("confirmed");
  });
}

/** The same count again, which changes nothing and gives a new link for its scan. */
function resend(c) {
  const file = h("input", { type: "file", id: `rescan-${c.candidate}`, accept: SCAN_TYPES });
  return h("div", {}, field(t("scan"), file), h("button", { type: "button", class: "second", disabled: state.busy, onclick: () => file.files[0] && run(async () => {
    const scan = await scanOf(file.files[0]);
    if (scan.sha256 !== c.sha256) return warning("scanOther");
    const { upload } = await call("POST", path("paper"), { candidate: c.candidate, version: c.version, ballots: c.count.ballots, counts: c.count.counts, scan, ...(c.reason ? { reason: c.reason } : {}) });
    await put(upload, file.files[0], () => {});
    await load();
    return t("scanSent");
  }) }, t("resend")));
}
