// What is done to a survey under attack: ballots annulled, with a preview, votes on a candidate stopped, the end moved, all
// with reasons and all undone by a further act.

import { t, say, at, when, h, field, note, select, place, scopeName, published } from "/app.js";
import { staffPage, warning } from "/staff.js";
import { VOTES } from "/votes-words.js";
import { FIGURES, figuresView, firstOf } from "/figures.js";

const empty = () => ({ candidate: "", fromHour: "", toHour: "", network: "", channel: "" });
const asked = new URLSearchParams(location.search);
const state = { survey: asked.get("survey") || "", acts: null, candidates: [], form: empty(), kk: "", ru: "", preview: null, ask: null, freeze: "", closes: "", oblast: asked.get("oblast") || "", figures: null, okrug: "" };
const { show, run, call } = staffPage({ title: "title", strings: { kk: { ...VOTES.kk, ...FIGURES.kk }, ru: { ...VOTES.ru, ...FIGURES.ru } }, roles: ["agency", "chair", "secretary", "member"], load, view, state });

const path = (end) => `/v1/surveys/${encodeURIComponent(state.survey)}/${end}`;
const mayAct = () => state.me.roles.includes("agency") || (state.me.roles.includes("chair") && state.me.scope !== "republic");
/** The oblast that the signed-in person acts in; the agency acts in the whole republic. */
const scope = () => (state.me.roles.includes("agency") ? "republic" : state.me.scope);
const number = (n) => (n === undefined ? t("few", { n: state.preview.minimumGroup }) : String(n));

async function load() {
  state.survey ||= state.definition.surveys[0].id;
  state.acts = await call("GET", path("acts"));
  state.candidates = (await published(`/data/candidates-${state.survey}.json`))?.candidates || [];
}

function view() {
  if (!state.acts) return null;
  const open = mayAct() && !state.acts.announced;
  return [choice(), counts(), figures(), open ? annul() : null, frozen(open), open && state.me.roles.includes("agency") ? end() : null, acts()];
}

function choice() {
  const { surveys } = state.definition;
  if (surveys.length < 2) return null;
  const pick = select(surveys.map((s) => [s.id, say(s.title)]), state.survey, (id) => {
    Object.assign(state, { survey: id, preview: null, ask: null, figures: null, form: empty(), freeze: "", closes: "" });
    run(load);
  });
  pick.id = "survey";
  return field(t("survey"), pick);
}

function counts() {
  const { accepted, counted, paper, announced, window } = state.acts;
  return h("section", { class: "card" }, h("div", { class: "row between" }, h("h2", {}, say(state.definition.surveys.find((s) => s.id === state.survey).title)),
    h("button", { type: "button", class: "second", id: "refresh", disabled: state.busy, onclick: () => run(load) }, t("refresh"))),
    h("dl", { class: "facts" }, h("dt", {}, t("accepted")), h("dd", {}, String(accepted)), h("dt", {}, t("counted")), h("dd", {}, String(counted)),
      h("dt", {}, t("annulled")), h("dd", {}, String(accepted - counted)),
      paper ? [h("dt", {}, t("onPaper")), h("dd", {}, String(paper))] : null,
      h("dt", {}, t("window")), h("dd", {}, `${when(window.opens)} — ${when(window.closes)}`)),
    announced ? note("warn", h("p", {}, t("announced"))) : null);
}

/** A candidate by name and rural district; anybody else as they are. */
function candidateName(id) {
  const known = state.candidates.find((c) => c.candidate === id);
  const okrug = say(place(id.slice(2)).okrug?.name);
  return known ? `${known.name}, ${say(known.okrugName)}` : okrug || id;
}

/* ---- figures */

/** The agency chooses an oblast; others have their own, and whoever has the republic chooses nothing. */
function figures() {
  const agency = state.me.roles.includes("agency");
  const oblast = agency ? state.oblast : state.me.scope;
  if (!agency && oblast === "republic") return null;
  const pick = agency ? select(state.definition.oblasts.map((o) => [o.kato, say(o.name)]), state.oblast, (v) => { Object.assign(state, { oblast: v, figures: null }); show(); }, t("pickOblast")) : null;
  if (pick) pick.id = "figures-oblast";
  return h("section", { class: "card", id: "figures" }, h("h2", {}, t("figures")), h("p", {}, t("figuresLead")), pick ? field(t("oblast"), pick) : null,
    h("button", { type: "button", class: "second", id: "figures-show", disabled: state.busy || !oblast, onclick: () => run(() => readFigures(oblast)) }, t("figuresShow")),
    state.figures ? figuresView(state.figures, state.okrug, okrugChoice) : null);
}

async function readFigures(oblast) {
  state.figures = await call("GET", path(`figures/${oblast}`));
  state.okrug = firstOf(state.figures);
}

function okrugChoice(okrugs, chosen) {
  const pick = select(okrugs, chosen, (v) => { state.okrug = v || chosen; show(); });
  pick.id = "figures-okrug";
  return field(t("okrug"), pick);
}

/* ---- annulment */

function text(name, hint, properties = {}) {
  return field(t(name), h("input", { id: name, value: state.form[name], oninput: (e) => change(name, e.target.value), ...properties }), hint);
}

/** What was previewed no longer is what the form says. */
function change(name, value) {
  state.form[name] = value;
  if (state.preview) {
    state.preview = null;
    show();
  }
}

function criteria() {
  const { candidate, fromHour, toHour, network, channel } = state.form;
  const given = { candidate, fromHour: fromHour.slice(0, 13), toHour: toHour.slice(0, 13), network: network.trim(), channel: channel.trim() };
  return { scope: scope(), ...Object.fromEntries(Object.entries(given).filter(([, value]) => value)) };
}

function annul() {
  const own = state.candidates.filter((c) => scope() === "republic" || c.oblast === scope());
  const who = select(own.map((c) => [c.candidate, candidateName(c.candidate)]), state.form.candidate, (v) => change("candidate", v), t("allOf", { scope: scopeName(scope()) }));
  who.id = "candidate";
  return h("form", { class: "card", id: "annul", novalidate: true, onsubmit: preview }, h("h2", {}, t("annulTitle")), h("p", {}, t("annulWhat")),
    field(t("candidate"), who),
    h("div", { class: "grid two" }, text("fromHour", t("hourHint"), { type: "datetime-local", step: "3600" }), text("toHour", null, { type: "datetime-local", step: "3600" })),
    h("div", { class: "grid two" }, text("network", t("networkHint"), { autocomplete: "off", spellcheck: "false", maxlength: "8" }), text("channel", null, { autocomplete: "off", spellcheck: "false", maxlength: "20" })),
    h("button", { class: "second", id: "preview", disabled: state.busy }, t("preview")),
    state.preview ? confirm() : null);
}

function preview(e) {
  e.preventDefault();
  return run(async () => {
    state.ask = null;
    state.preview = await call("POST", path("previews"), { ballots: criteria() });
  });
}

function confirm() {
  const { ballots, paper, shares } = state.preview;
  if (ballots === undefined) return note("warn", h("p", {}, t("tooFew", { n: state.preview.minimumGroup })));
  return h("div", { id: "previewed" }, h("h3", {}, t("takes", { n: ballots })), paper ? h("p", {}, t("takesPaper", { n: paper })) : null,
    h("div", { class: "scroll", tabindex: "0" }, h("table", {}, h("caption", { class: "hidden" }, t("takes", { n: ballots })),
      h("thead", {}, h("tr", {}, h("th", { scope: "col" }, t("candidate")), h("th", { scope: "col", class: "num" }, t("ballots")), h("th", { scope: "col", class: "num" }, t("of")), h("th", { scope: "col", class: "num" }, t("share")))),
      h("tbody", {}, shares.map((s) => h("tr", {}, h("td", {}, candidateName(s.candidate)), h("td", { class: "num" }, number(s.ballots)), h("td", { class: "num" }, String(s.of)),
        h("td", { class: "num" }, s.ballots === undefined ? "—" : `${Math.round((100 * s.ballots) / s.of)} %`)))))),
    reasons(), h("button", { type: "button", class: "danger", id: "annul-do", disabled: state.busy, onclick: () => act({ kind: "annulment", ballots: criteria() }, "annulDone") }, t("annulDo")));
}

function reasons() {
  const area = (lang, label) => field(t(label), h("textarea", { id: `reason-${lang}`, lang, maxlength: "1000", oninput: (e) => { state[lang] = e.target.value; } }, state[lang]));
  return [h("p", { class: "soft small" }, t("reasonPublic")), area("kk", "reasonKk"), area("ru", "reasonRu")];
}

function act(what, done) {
  return run(async () => {
    if (!state.kk.trim() || !state.ru.trim()) return warning("reasonNeeded");
    await call("POST", path("acts"), { number: state.acts.next, what, reason: { kk: state.kk.trim(), ru: state.ru.trim() } });
    Object.assign(state, { form: empty(), preview: null, ask: null, kk: "", ru: "", freeze: "", closes: "" });
    await load();
    return t(done);
  });
}

/** A button that opens the question for the reason, and then the question with its «yes». */
function asking(key, label, yes, what, done, kind = "danger") {
  if (state.ask !== key) {
    return h("button", { type: "button", class: "second", id: key, disabled: state.busy, onclick: () => {
      Object.assign(state, { ask: key, preview: null, kk: "", ru: "" });
      show();
      document.getElementById("reason-kk").focus();
    } }, label);
  }
  return [reasons(), h("div", { class: "row" },
    h("button", { type: "button", class: kind, id: `${key}-do`, disabled: state.busy, onclick: () => act(what(), done) }, yes),
    h("button", { type: "button", class: "second", onclick: () => { state.ask = null; show(); } }, t("cancel")))];
}

/* ---- one candidate's votes stopped; the end moved */

function frozen(open) {
  const stopped = Object.entries(state.acts.frozen);
  const here = state.candidates.filter((c) => (scope() === "republic" || c.oblast === scope()) && !state.acts.frozen[c.candidate]);
  const who = select(here.map((c) => [c.candidate, candidateName(c.candidate)]), state.freeze, (v) => Object.assign(state, { freeze: v, ask: null }) && show(), t("pick"));
  who.id = "freeze-candidate";
  if (!open && !stopped.length) return null;
  return h("section", { class: "card", id: "frozen" }, h("h2", {}, t("freezeTitle")), h("p", {}, t("freezeWhat")),
    stopped.length ? h("ul", { class: "list" }, stopped.map(([id, reason]) => h("li", {}, h("p", {}, h("strong", {}, candidateName(id)), " ", say(reason)),
      open && (scope() === "republic" || id.slice(2, 4) === scope().slice(0, 2)) ? asking(`unfreeze-${id}`, t("unfreeze"), t("unfreezeDo"), () => ({ kind: "unfreeze", candidate: id }), "unfreezeDone") : null))) : null,
    open ? [field(t("candidate"), who), state.freeze ? asking("freeze", t("freeze"), t("freezeDo"), () => ({ kind: "freeze", candidate: state.freeze }), "freezeDone") : null] : null);
}

function end() {
  const closes = h("input", { id: "closes", type: "datetime-local", value: state.closes, oninput: (e) => { state.closes = e.target.value; } });
  return h("section", { class: "card", id: "end" }, h("h2", {}, t("endTitle")), h("p", {}, t("endWhat")), field(t("closes"), closes),
    asking("extend", t("extend"), t("extendDo"), () => ({ kind: "extension", closes: `${state.closes}:00`.slice(0, 19) }), "extendDone"));
}

/* ---- what was done */

function acts() {
  return h("section", { class: "card" }, h("h2", {}, t("acts")), !state.acts.acts.length ? h("p", { class: "soft" }, t("none"))
    : h("ul", { class: "list" }, [...state.acts.acts].reverse().map(done)));
}

function done(a) {
  const undo = a.ballots !== undefined && mayAct() && !state.acts.announced && (scope() === "republic" || a.what.ballots.scope === scope());
  return h("li", { id: `act-${a.number}` }, h("p", {}, h("strong", {}, `${a.number}. ${words(a)}`), a.ballots === undefined ? null : [" ", h("span", { class: "tag warn" }, t("takes", { n: a.ballots })), a.paper ? [" ", h("span", { class: "tag warn" }, t("takesPaper", { n: a.paper }))] : null]),
    h("p", {}, say(a.reason)), h("p", { class: "soft small" }, `${at(a.at, state.definition.zone)} · ${a.by}`),
    undo ? asking(`undo-${a.number}`, t("undo"), t("undoDo"), () => ({ kind: "reinstatement", annulment: a.number }), "undoDone") : null);
}

const hour = (text) => `${text.replace("T", " ")}:00`;

function words({ what }) {
  if (what.kind === "reinstatement") return t("reinstatement", { n: what.annulment });
  if (what.kind === "freeze" || what.kind === "unfreeze") return `${t(`${what.kind}Words`)} · ${candidateName(what.candidate)}`;
  if (what.kind === "extension") return t("extensionWords", { date: when(what.closes) });
  const { candidate, scope: of, fromHour, toHour, network, channel } = what.ballots;
  return [t("annulment"), candidate ? candidateName(candidate) : scopeName(of),
    fromHour || toHour ? `${fromHour ? hour(fromHour) : "…"} — ${toHour ? hour(toHour) : "…"}` : null,
    network ? t("ofNetwork", { network }) : null, channel ? t("ofChannel", { channel }) : null].filter(Boolean).join(" · ");
}
