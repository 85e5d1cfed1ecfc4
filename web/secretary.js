// The secretary's page: dossiers of the own oblast, one of them with its findings and decisions, a new registration.

import { t, say, at, when, h, note, place } from "/app.js";
import { staffPage } from "/staff.js";
import { STRINGS } from "/secretary-words.js";
import { blank, emptyForms, registrationForm } from "/registration.js";
import { decisionForm } from "/decision.js";
import { PART, archiveOf, partHashes, whole } from "/archive.js";
import { sendParts } from "/upload.js";

const state = { dossiers: [], open: null, safe: null, form: null, progress: null, decision: null };
/** Fields whose wording has another name. */
const CHANGED = { iinHash: "iinWord", sha256: "archive" };

const { show, run, call } = staffPage({ title: "title", strings: STRINGS, roles: ["secretary", "chair"], load: list, view, state });

async function list() {
  const answer = await call("GET", `/v1/dossiers?oblast=${encodeURIComponent(state.me.scope)}`);
  Object.assign(state, { dossiers: answer.dossiers, open: null, form: null });
}

async function read(id) {
  state.open = await call("GET", `/v1/dossiers/${encodeURIComponent(id)}`);
  state.safe = state.open.proposal ? null : await howFar(state.open.registration);
  state.decision = { outcome: "", attributes: {}, refusedFor: unmet(), note: "" };
}

const unmet = () => (state.open.proposal?.findings || []).filter((f) => !f.met).map((f) => f.rule)
  .filter((rule, i, all) => all.indexOf(rule) === i);

function view() {
  if (state.progress) return working();
  if (state.form) return registrationForm(state, { submit: register, cancel: () => { state.form = null; show(); }, show });
  if (state.open) return dossier();
  return overview();
}

function overview() {
  const { calendar } = state.definition || {};
  return [calendar ? note("", h("p", {}, t("intake", { opens: when(calendar.intake.opens), closes: when(calendar.intake.closes), until: when(calendar.uploadUntil) }))) : null,
    h("section", { class: "card" },
      h("div", { class: "row between" }, h("h2", {}, t("list")),
        h("div", { class: "row" },
          h("button", { type: "button", class: "second", disabled: state.busy, onclick: () => run(list) }, t("refresh")),
          h("button", { type: "button", id: "add", disabled: state.busy, onclick: () => { state.form = blank(); show(); } }, t("add")))),
      state.dossiers.length ? h("ul", { class: "list" }, state.dossiers.map(line)) : h("p", { class: "soft" }, t("none"))),
    state.definition ? emptyForms(state.definition) : null];
}

function line(d) {
  return h("li", { class: "row" },
    h("div", { class: "grow" }, h("strong", {}, d.candidateName), h("div", { class: "soft small" }, names(d.okrug))),
    tag(d.state),
    h("button", { type: "button", class: "second", disabled: state.busy, onclick: () => run(() => read(d.dossier)) }, t("open")));
}

const names = (okrug) => {
  const p = place(okrug);
  return [say(p.okrug?.name), say(p.district?.name)].filter(Boolean).join(", ") || okrug;
};

function tag(kind) {
  const look = { ADMITTED: "good", REFUSED: "bad", CHECKED: "warn" }[kind] || "";
  return h("span", { class: `tag ${look}` }, t(kind));
}

function dossier() {
  const { registration: r, proposal } = state.open;
  return [h("p", {}, h("button", { type: "button", class: "plain", id: "to-list", onclick: () => run(list) }, `← ${t("toList")}`)),
    h("section", { class: "card" }, h("h2", {}, r.candidateName),
      h("dl", { class: "facts" }, [[t("okrug"), names(r.okrug)], [t("version"), r.version], [t("registered"), at(r.registeredAt, state.definition?.zone)],
        [t("nominator"), r.nominatorName], ["SHA-256", h("code", {}, r.sha256)]].map(([name, value]) => [h("dt", {}, name), h("dd", {}, value)]))),
    proposal ? [findings(proposal), files(proposal)] : waiting(r),
    versions(), decisions(), decisionForm(state, { submit: decide, show })];
}

function findings(proposal) {
  return h("section", { class: "card" }, h("h2", {}, t("findings")),
    note(proposal.admit ? "good" : "warn", h("p", {}, h("strong", {}, t(proposal.admit ? "proposeYes" : "proposeNo"))), h("p", {}, t("onlyProposal"))),
    h("ul", { class: "list" }, [...proposal.findings].sort((a, b) => a.met - b.met).map((f) => h("li", { class: "row" },
      h("span", { class: `tag ${f.met ? "good" : "bad"}` }, t(f.met ? "met" : "unmet")),
      h("div", { class: "grow" }, say(f.message), f.file ? h("div", { class: "soft small" }, `${t("file")}: ${f.file}`) : null),
      h("span", { class: "soft small" }, f.clause)))));
}

/** Each file with the item it was taken for, and whether anything was found against it. */
function files(proposal) {
  const items = state.definition?.intake.documents || [];
  const against = (file) => proposal.findings.filter((f) => f.file === file.name && !f.met);
  return proposal.files?.length ? h("section", { class: "card" }, h("h2", {}, t("files")), h("ul", { class: "list" }, proposal.files.map((file) =>
    h("li", { class: "row" },
      h("span", { class: `tag ${against(file).length ? "bad" : file.document ? "good" : ""}` }, t(against(file).length ? "unmet" : file.document ? "met" : "notAsked")),
      h("div", { class: "grow" }, say(items.find((item) => item.id === file.document)?.name) || t("noItem"),
        h("div", { class: "soft small" }, `${file.name} · ${megabytes(file.bytes)} ${t("mb")}`),
        against(file).map((f) => h("div", { class: "small" }, say(f.message)))))))) : null;
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
    h("label", { for: "again" }, t("archive")), choose, h("p", { class: "hint" }, t("resumeHint")),
    h("div", { class: "row" },
      h("button", { type: "button", id: "resume", disabled: state.busy, onclick: () => choose.files.length && run(() => resume(registration, [...choose.files])) }, t("resume")),
      h("button", { type: "button", class: "second", disabled: state.busy, onclick: () => run(() => read(registration.dossier)) }, t("refresh"))));
}

function decisions() {
  if (!state.open.decisions.length) return null;
  return h("section", { class: "card" }, h("h2", {}, t("past")), h("ul", { class: "list" }, state.open.decisions.map((d) =>
    h("li", {}, h("div", { class: "row" }, tag(d.admitted ? "ADMITTED" : "REFUSED"), h("span", { class: "soft small" }, at(d.at, state.definition?.zone))),
      d.refusedFor.length ? h("div", {}, d.refusedFor.map(ruleName).join("; ")) : null, d.note ? h("div", {}, d.note) : null))));
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

const goOn = (dossier, parts) => call("POST", `/v1/dossiers/${encodeURIComponent(dossier)}/upload`, { parts });

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
      const { dossier } = await call("POST", "/v1/dossiers", { ...form, bytes: archive.size, sha256: whole(hashes) });
      remember(hashes);
      const sent = await send(dossier, archive, hashes).then(() => true, () => false);
      await list();
      return t(sent ? "uploaded" : "uploadFailed");
    } finally {
      state.progress = null;
    }
  });
}

async function resume(registration, files) {
  try {
    const archive = await packed(files);
    const hashes = await hashed(archive);
    if (whole(hashes) !== registration.sha256) return t("wrongFile");
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
    await call("POST", `/v1/dossiers/${encodeURIComponent(id)}/decision`, decision);
    await read(id);
    return t("decided");
  });
}
