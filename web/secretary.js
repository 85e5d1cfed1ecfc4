// Dossiers: of the own oblast, or of all for the agency; one of them with its findings and decisions. A secretary registers
// new ones; secretary and chair record decisions.

import { t, say, at, when, h, note } from "/app.js";
import { staffPage, warning } from "/staff.js";
import { STRINGS } from "/secretary-words.js";
import { blank, emptyForms, registrationForm } from "/registration.js";
import { decisionForm } from "/decision.js";
import { APPEAL, appealForm, history } from "/appeal.js";
import { LIST, listView, names, noFilter, tag } from "/dossier-list.js";
import { MANY, chooseBar, chooseBox, manyView } from "/decide-many.js";
import { live } from "/live.js";
import { RETRIEVE, retrieve, retrievalLog } from "/retrieve.js";
import { STATEMENTS, checkedUnder, saidOf, sendStatement, statementForm, statementLog } from "/statements.js";
import { RETURNED, returnedView } from "/returned.js";
import { PART, archiveOf, partHashes, whole } from "/archive.js";
import { sendParts } from "/upload.js";
import { HANDOVER, handovers, handoverView } from "/handover.js";

const state = { dossiers: [], open: null, safe: null, form: null, progress: null, decision: null, appeal: null, many: null, retrievals: null, said: {}, asked: {}, filter: noFilter() };
/** Fields whose wording has another name. */
const CHANGED = { iinHash: "iinWord", sha256: "archive" };

const strings = Object.fromEntries(["kk", "ru"].map((lang) => [lang, { ...LIST[lang], ...MANY[lang], ...APPEAL[lang], ...RETRIEVE[lang], ...STATEMENTS[lang], ...HANDOVER[lang], ...RETURNED[lang], ...STRINGS[lang] }]));
const { show, run, call } = staffPage({ title: "title", strings, roles: ["secretary", "member", "chair", "agency"], load: list, view, state });

const has = (...roles) => state.me.roles.some((role) => roles.includes(role));

const ofOblast = () => (has("agency") ? "" : `?oblast=${encodeURIComponent(state.me.scope)}`);

async function list() {
  const answer = await call("GET", `/v1/dossiers${ofOblast()}`);
  Object.assign(state, { dossiers: answer.dossiers, open: null, form: null, many: null });
  state.handovers = has("secretary", "chair") ? await handovers(call) : [];
}

const path = (id) => `/v1/dossiers/${encodeURIComponent(id)}`;

async function read(id) {
  state.open = await call("GET", path(id));
  state.safe = state.open.proposal || !has("secretary") ? null : await howFar(state.open.registration);
  Object.assign(state, { appeal: { by: "", reason: "", opened: false }, retrievals: null, said: {}, asked: {} });
  state.decision = { outcome: "", attributes: {}, refusedFor: unmet(), note: "" };
}

const unmet = () => (state.open.proposal?.findings || []).filter((f) => !f.met).map((f) => f.rule)
  .filter((rule, i, all) => all.indexOf(rule) === i);

function view() {
  if (state.progress) return working();
  if (state.form) return registrationForm(state, { submit: register, cancel: () => { state.form = null; show(); }, show });
  if (state.open) return dossier();
  if (state.many?.step) return manyView(state, { show, run, ask: (to, body) => call("POST", to, body), leave: () => run(list) });
  return overview();
}

function overview() {
  const { calendar } = state.definition || {};
  const button = (key, id, does) => h("button", { type: "button", class: id === "add" ? "" : "second", id, disabled: state.busy, onclick: does }, t(key));
  return [handoverView(state.handovers), calendar ? note("", h("p", {}, t("intake", { opens: when(calendar.intake.opens), closes: when(calendar.intake.closes), until: when(calendar.uploadUntil) }))) : null,
    h("section", { class: "card" },
      h("div", { class: "row between" }, h("h2", {}, t("list")),
        h("div", { class: "row" }, button("refresh", "refresh", () => run(list)),
          has("secretary", "chair") && state.dossiers.length && !state.many ? button("many", "many", () => { state.many = { chosen: new Set(), note: "" }; show(); }) : null,
          has("secretary") ? button("add", "add", () => { state.form = blank(); show(); }) : null)),
      state.many ? chooseBar(state, { show, leave: () => { state.many = null; show(); } }) : null,
      listView(state, { line, show })),
    state.definition ? emptyForms(state.definition) : null];
}

function line(d) {
  return [state.many ? chooseBox(state, d, show) : null,
    h("div", { class: "grow" }, h("strong", {}, d.candidateName), h("div", { class: "soft small" }, names(d.okrug), d.nominators > 1 ? ` · ${t("nominatorsOf", { n: d.nominators })}` : ""),
      d.returned ? h("span", { class: "tag warn" }, t("returnedOf", { n: d.returned })) : null),
    tag(d.state),
    h("button", { type: "button", class: "second", disabled: state.busy, onclick: () => run(() => read(d.dossier)) }, t("open"))];
}

function dossier() {
  const { registration: r, proposal } = state.open;
  return [h("p", {}, h("button", { type: "button", class: "plain", id: "to-list", onclick: () => run(list) }, `← ${t("toList")}`)),
    h("section", { class: "card" }, h("h2", {}, r.candidateName),
      h("dl", { class: "facts" }, [[t("okrug"), names(r.okrug)], [t("version"), r.version], [t("registered"), at(r.registeredAt, state.definition?.zone)],
        [t("nominator"), r.nominatorName], ...joinedBy(), ["SHA-256", h("code", {}, r.sha256)]].map(([name, value]) => [h("dt", {}, name), h("dd", {}, value)]))),
    returnedView(state.open.returned, state.definition?.zone),
    proposal ? [findings(proposal), files(proposal)] : waiting(r),
    statementLog(state.open, state.definition), versions(), history(state.open, state.definition?.zone, ruleName), appealForm(state, { submit: appeal, show }),
    has("secretary", "agency") ? retrievalLog(state.retrievals, state.definition?.zone, () => run(logged)) : null,
    has("secretary", "chair") ? decisionForm(state, { submit: decide, show }) : null];
}

/** Who joined the first nominator, if anybody. */
function joinedBy() {
  const joined = state.open.nominations || [];
  return joined.length ? [[t("alsoNominated"), h("ul", {}, joined.map((n) => h("li", {}, `${n.name} (${t(n.kind)}), ${at(n.registeredAt, state.definition?.zone)}`)))]] : [];
}

function findings(proposal) {
  return h("section", { class: "card" }, h("h2", {}, t("findings")),
    note(proposal.admit ? "good" : "warn", h("p", {}, h("strong", {}, t(proposal.admit ? "proposeYes" : "proposeNo"))), h("p", {}, t("onlyProposal")), checkedUnder(proposal)),
    h("ul", { class: "list" }, [...proposal.findings].sort((a, b) => a.met - b.met).map((f) => h("li", { class: "row" },
      h("span", { class: `tag ${f.met ? "good" : "bad"}` }, t(f.met ? "met" : "unmet")),
      h("div", { class: "grow" }, say(f.message), f.file ? h("div", { class: "soft small" }, `${t("file")}: ${f.file}`) : null),
      h("span", { class: "soft small" }, f.clause)))));
}

/** Each file with the item it was taken for, and whether anything was found against it. */
function files(proposal) {
  const items = state.definition?.intake.documents || [];
  const against = (file) => proposal.findings.filter((f) => f.file === file.name && !f.met);
  const maySay = has("secretary") && ["CHECKED", "APPEALED"].includes(state.open.state);
  return proposal.files?.length ? h("section", { class: "card", id: "files" }, h("h2", {}, t("files")), h("p", { class: "hint" }, t("retrieveNote")),
    maySay ? h("p", { class: "hint" }, t("stateHint")) : null, h("ul", { class: "list" }, proposal.files.map((file, i) =>
    h("li", { class: "row" },
      h("span", { class: `tag ${against(file).length ? "bad" : file.document ? "good" : ""}` }, t(against(file).length ? "unmet" : file.document ? "met" : "notAsked")),
      h("div", { class: "grow" }, say(items.find((item) => item.id === file.document)?.name) || t("noItem"),
        h("div", { class: "soft small" }, `${file.name} · ${megabytes(file.bytes)} ${t("mb")}`),
        saidOf(state.open, file.name, state.definition),
        against(file).map((f) => h("div", { class: "small" }, say(f.message)))),
      h("button", { type: "button", class: "second", disabled: state.busy, "aria-label": t("retrieveNamed", { file: file.name }), onclick: () => fetchFile(file) }, t("retrieve")),
      maySay ? statementForm(state, file, i, { submit: stateFile, show }) : null)))) : null;
}

function fetchFile(file) {
  const { registration } = state.open;
  return run(async () => {
    try {
      const told = await retrieve({ path: path(registration.dossier), version: registration.version, file: file.name, call, token: state.me.token,
        tell: (share) => progress({ key: "retrieving", values: { share: Math.floor(share * 100) }, share }) });
      if (state.retrievals) await logged();
      return told;
    } finally {
      state.progress = null;
    }
  });
}

function stateFile(body) {
  return run(async () => {
    try {
      progress({ key: "stating", values: {} });
      await sendStatement(state.open, body, call);
      await read(state.open.registration.dossier);
      return t("stated");
    } finally {
      state.progress = null;
    }
  });
}

async function logged() {
  state.retrievals = (await call("GET", `${path(state.open.registration.dossier)}/retrievals`)).retrievals;
}

/** Who registered what and when; nothing to tell while there is one version. */
function versions() {
  const all = state.open.versions || [];
  return all.length > 1 ? h("section", { class: "card" }, h("h2", {}, t("versions")), h("ul", { class: "list" }, [...all].reverse().map((v) =>
    h("li", {}, h("strong", {}, `${t("version")} ${v.version}`), " ",
      h("span", { class: "soft small" }, `${at(v.registeredAt, state.definition?.zone)} · ${v.by}`),
      v.changed.length ? h("div", {}, `${t("changed")}: ${v.changed.map((name) => t(CHANGED[name] || name).toLowerCase()).join(", ")}`) : null,
      h("div", { class: "soft small" }, `${megabytes(v.bytes)} ${t("mb")} · `, h("code", {}, v.sha256.slice(0, 16))))))) : null;
}

function waiting(registration) {
  const choose = h("input", { type: "file", id: "again", multiple: true });
  const { safe } = state;
  return h("section", { class: "card" }, h("h2", {}, t("findings")), h("p", {}, t("notChecked")),
    safe ? h("p", { id: "safe" }, t("safeSoFar", { received: safe.length, parts: Math.ceil(registration.bytes / PART), mb: megabytes(bytesOf(safe, registration)) })) : null,
    !has("secretary") ? null : [h("label", { for: "again" }, t("archive")), choose, h("p", { class: "hint" }, t("resumeHint")),
    h("div", { class: "row" },
      h("button", { type: "button", id: "resume", disabled: state.busy, onclick: () => choose.files.length && run(() => resume(registration, [...choose.files])) }, t("resume")),
      h("button", { type: "button", class: "second", disabled: state.busy, onclick: () => run(() => read(registration.dossier)) }, t("refresh")))]);
}

function ruleName(rule) {
  const finding = state.open.proposal?.findings.find((f) => f.rule === rule && !f.met);
  return finding ? say(finding.message) : rule;
}

/* ---- registration and upload */

function working() {
  const { key, values, share } = state.progress;
  return h("section", { class: "card" }, h("p", { role: "status" }, t(key, values)),
    share === undefined ? h("progress") : h("progress", { value: String(share), max: "1" }),
    state.progress.sending ? h("p", { class: "soft small" }, t("mayClose")) : null);
}

function progress(value) {
  const same = state.progress && value && state.progress.key === value.key;
  state.progress = value;
  const bar = document.querySelector("main progress");
  if (!same || !bar) return show();
  if (value.share !== undefined) bar.value = value.share;
  document.querySelector("main [role=status]").textContent = t(value.key, value.values);
  return undefined;
}

const megabytes = (bytes) => (bytes / 1e6).toFixed(1);

const lasts = (seconds) => (seconds < 90 ? t("seconds", { n: Math.ceil(seconds) }) : t("minutes", { n: Math.round(seconds / 60) }));

const bytesOf = (parts, { bytes }) => parts.reduce((sum, number) => sum + Math.min(PART, bytes - (number - 1) * PART), 0);

/** The parts' hashes are kept in this browser, so that it can tell what is safe before the file is chosen again. */
const hashesOf = (sha256) => `uzdik.parts.${sha256}`;

function remember(hashes) {
  try { localStorage.setItem(hashesOf(whole(hashes)), JSON.stringify(hashes)); } catch { /* only a convenience */ }
}

const goOn = (dossier, parts) => call("POST", `${path(dossier)}/upload`, { parts });

/** Numbers of the parts that are safe; null where this browser does not know the archive, or no more is taken. */
async function howFar({ dossier, sha256 }) {
  let parts = null;
  try { parts = JSON.parse(localStorage.getItem(hashesOf(sha256))); } catch { /* as if unknown */ }
  return parts && goOn(dossier, parts).then((answer) => answer.received, () => null);
}

function tell({ safe, sent, speed, left, pause }, all) {
  const values = { safe: megabytes(safe), all: megabytes(all), speed: (speed * 8 / 1e6).toFixed(1),
    left: left === null ? "" : lasts(left), seconds: Math.round((pause || 0) / 1000) };
  const key = pause !== null ? "brokenOff" : left === null ? "uploading" : "uploadingFast";
  progress({ key, values, share: all ? sent / all : 1, sending: true });
}

const send = (dossier, archive, hashes) => sendParts(archive, () => goOn(dossier, hashes), (course) => tell(course, archive.size));

const packed = (files) => archiveOf(files, (share) => progress({ key: "packing", values: {}, share }));

const hashed = (archive) => partHashes(archive, (share) => progress({ key: "hashing", values: {}, share }));

function register(form, files) {
  return run(async () => {
    try {
      const archive = await packed(files);
      const most = state.definition.intake.maxArchiveBytes;
      if (archive.size > most) {
        state.form.wrong = t("tooBig", { mb: Math.floor(most / 1e6) });
        return null;
      }
      const hashes = await hashed(archive);
      progress({ key: "registering", values: {} });
      const { dossier, joined } = await call("POST", "/v1/dossiers", { ...form, bytes: archive.size, sha256: whole(hashes) });
      if (joined) {
        await list();
        return t("joined");
      }
      remember(hashes);
      const sent = await send(dossier, archive, hashes).then(() => true, () => false);
      await list();
      return sent ? t("uploaded") : warning("uploadFailed");
    } finally {
      state.progress = null;
    }
  });
}

async function resume(registration, files) {
  try {
    const archive = await packed(files);
    const hashes = await hashed(archive);
    if (whole(hashes) !== registration.sha256) return warning("wrongFile");
    remember(hashes);
    await send(registration.dossier, archive, hashes);
    return t("uploaded");
  } finally {
    state.progress = null;
  }
}

/* ---- decision */

function decide(decision) {
  return run(async () => {
    const id = state.open.registration.dossier;
    await call("POST", `${path(id)}/decision`, decision);
    await read(id);
    return t("decided");
  });
}

function appeal(body) {
  return run(async () => {
    const id = state.open.registration.dossier;
    await call("POST", `${path(id)}/appeals`, body);
    await read(id);
    return t("appealed");
  });
}

/* ---- what others did meanwhile */

live(async () => {
  if (!state.me || state.busy || state.form || state.progress || state.many) return;
  const { open } = state;
  const now = await call("GET", open ? path(open.registration.dossier) : `/v1/dossiers${ofOblast()}`);
  const before = open || { dossiers: state.dossiers };
  if (state.busy || state.open !== open || state.form || state.many || JSON.stringify(now) === JSON.stringify(before)) return;
  Object.assign(state, open ? { open: now } : now);
  show();
});
