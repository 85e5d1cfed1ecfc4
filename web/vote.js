// Takes the ballot's plain forms over: looks at slips before anything is sent, keeps the ballot on the device, and
// sends it until there is a receipt. Without this script the same forms work by themselves.

import { looksLikeIin } from "/iin.js";
import { call, keyOf, local, newId, persist, read, session, write } from "/ballot.js";

const SENDING = "uzdik.sending";
const RECEIPT = "uzdik.receipt";
const byId = (id) => document.getElementById(id);
const words = JSON.parse(byId("words").textContent);
const form = byId("ballot");
const says = byId("says");
const heading = document.querySelector("h1");
const { survey, candidate, ticket, by } = form.dataset; // by: code, invite or oidc
const questions = [...form.querySelectorAll("fieldset")];
const control = {};
const key = keyOf(survey, candidate);
const person = {};
let ballot = read(local, key) || fresh();
let sentBy = null;
let codeForm = null;
let token = null; // of a state identity provider
let invitation = "";

form.noValidate = true;
form.addEventListener("submit", (e) => { e.preventDefault(); ask(); });
form.addEventListener("change", (e) => { if (e.target.type === "radio") answered(e.target); });
try { localStorage.setItem("uzdik.language", document.documentElement.lang); } catch { /* for this page only */ }
queueMicrotask(begin); // once the module is read to its end

function fresh() {
  return { id: newId(), survey, candidate, page: location.pathname, answers: {}, sent: false };
}

function begin() {
  const mine = (kept) => kept && kept.survey === survey && kept.candidate === candidate;
  const receipt = read(session, RECEIPT);
  const sending = read(session, SENDING);
  if (by === "invite" && /^#[0-9A-Za-z-]{16,20}$/.test(location.hash)) {
    invitation = location.hash.slice(1);
    history.replaceState(null, "", location.pathname);
  }
  if (mine(receipt)) return showReceipt(receipt.receipt);
  fill();
  if (by === "oidc" && location.search) return comeBack();
  if (mine(sending?.about)) {
    token = sending.token;
    Object.assign(person, { iin: sending.body.iin, contact: sending.body.contact });
    showCode();
    return send(sending.body);
  }
  if (ballot.sent) unconfirmed();
}

/** t("waiting", {attempt: 2}) */
function t(name, values = {}) {
  return words[name].replace(/\{(\w+)\}/g, (all, value) => (value in values ? values[value] : all));
}

function h(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

const button = (text, onclick, className = "") => h("button", { type: "button", onclick, className }, text);

function fill() {
  for (const [question, answer] of Object.entries(ballot.answers)) {
    const choice = form.querySelector(`#q-${CSS.escape(question)} input[value="${Number(answer)}"]`);
    if (choice && !choice.closest("fieldset").querySelector(":checked")) choice.checked = true;
  }
}

/** A ballot that may be in must not change: what is changed is another ballot. */
function answered(input) {
  if (ballot.sent) ballot = { ...ballot, id: newId(), sent: false };
  ballot.answers[input.name.slice("answer.".length)] = Number(input.value);
  write(local, key, ballot);
  clear(input.closest("fieldset"));
}

/** On a slow line a question may have been answered before this script was there to hear of it. */
function noticed(question) {
  const input = question.querySelector(":checked");
  if (ballot.answers[input.name.slice("answer.".length)] !== Number(input.value)) answered(input);
}

function toTop() {
  scrollTo(0, 0);
  byId("main").focus({ preventScroll: true });
}

/* ---- slips */

function clear(place) {
  place.querySelectorAll(".fault").forEach((fault) => fault.remove());
  place.querySelectorAll("[aria-invalid]").forEach((input) => input.removeAttribute("aria-invalid"));
}

/** Says what is wrong at the field itself, and goes there. */
function fault(place, input, text) {
  clear(place);
  const id = `${input.id || place.id}-fault`;
  const at = place.querySelector("legend") || place.querySelector("label");
  at.after(h("span", { className: "fault", id, role: "alert" }, text));
  if (input.type !== "radio") input.setAttribute("aria-invalid", "true");
  input.setAttribute("aria-describedby", [`${input.id}-hint`, id].filter((one) => byId(one)).join(" "));
  place.scrollIntoView({ block: "start" });
  input.focus({ preventScroll: true });
}

function slips() {
  const open = questions.filter((q) => !q.querySelector(":checked"));
  if (open.length) return !fault(open[0], open[0].querySelector("input"), t("answerAll", { n: open.length }));
  if (by !== "code") return false;
  const iin = byId("iin");
  const contact = byId("contact");
  [iin, contact].forEach((input) => clear(input.parentElement));
  const digits = iin.value.replace(/\s/g, "");
  if (!looksLikeIin(digits)) return !fault(iin.parentElement, iin, t("iinBad"));
  if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(contact.value.trim())) return !fault(contact.parentElement, contact, t("contactBad"));
  Object.assign(person, { iin: digits, contact: contact.value.trim() });
  return false;
}

/** What the server, or the connection, says against it. */
function trouble(...lines) {
  const note = h("div", { className: "note bad", role: "alert" }, ...lines.filter(Boolean).map((line, i) => h("p", {}, i ? line : h("strong", {}, line))));
  byId("trouble").replaceChildren(note);
  note.scrollIntoView({ block: "center" });
}

/* ---- on the way */

/** Sends with the form put aside, saying how it goes; null where the person stopped it. */
async function deliver(attempt, now, safe) {
  const active = codeForm && !codeForm.hidden ? codeForm : form;
  active.hidden = true;
  byId("trouble").replaceChildren();
  scrollTo(0, 0);
  let said = null;
  const seconds = h("p", { className: "soft" });
  const bar = h("progress", { max: 100, ariaLabel: now });
  seconds.setAttribute("aria-hidden", "true"); // to hear each second would be too much
  const tell = (how, number, attempt) => {
    if (how === "sending" && number) bar.value = number;
    if (how === "waiting") seconds.textContent = t("seconds", { n: number });
    if (said === how + attempt) return;
    said = how + attempt;
    bar.removeAttribute("value");
    says.replaceChildren(how === "sending" ? h("div", { className: "card" }, h("p", {}, now), bar)
      : h("div", { className: "note warn" }, h("p", {}, h("strong", {}, t("waiting", { attempt }))), safe ? h("p", {}, t("safe")) : "", seconds,
        h("div", { className: "row" }, button(t("now"), () => control.now()), button(t("stop"), () => control.stop(), "second"))));
  };
  const answer = await persist(attempt, tell, control);
  says.replaceChildren();
  active.hidden = false;
  return answer;
}

/** The proof of work first; its script comes when it is needed. */
async function askForCode(tell) {
  const challenge = await call("GET", `/v1/surveys/${survey}/challenge`);
  if (challenge.status !== 200) return challenge;
  const { solve } = await import("/proof.js");
  const altcha = await solve(challenge.body, (share) => tell("sending", Math.round(share * 100)));
  return call("POST", `/v1/surveys/${survey}/codes`, { ...person, altcha });
}

async function ask() {
  if (slips()) return;
  questions.forEach(noticed);
  if (by !== "code") {
    showCode();
    return toTop();
  }
  if (ballot.sent && sentBy && sentBy !== person.iin) ballot = { ...ballot, id: newId(), sent: false };
  const answer = await deliver(askForCode, t("asking"), false);
  if (!answer) return;
  if (answer.status >= 400) return trouble(answer.body.title || t("broken"), answer.body.detail);
  showCode(answer.body.minutes);
  toTop();
}

function showCode(minutes = 15) {
  const step = byId("code-step");
  codeForm?.remove();
  codeForm = step.content.firstElementChild.cloneNode(true);
  if (by === "code") {
    const sent = codeForm.querySelector("#code-sent");
    sent.textContent = sent.textContent.replace("{contact}", person.contact).replace("{minutes}", minutes);
  }
  if (by === "invite") codeForm.querySelector("#token").value = invitation;
  codeForm.noValidate = true;
  codeForm.addEventListener("submit", (e) => { e.preventDefault(); cast(); });
  codeForm.append(h("div", { className: "row between again" }, button(t("back"), showForm, "second"), by === "code" ? button(t("newCode"), () => { showForm(); ask(); }, "plain") : ""));
  form.hidden = true;
  form.after(codeForm);
  heading.textContent = step.dataset.title;
}

function showForm() {
  codeForm?.remove();
  codeForm = null;
  form.hidden = false;
  heading.textContent = form.dataset.title;
}

/** The input called `name`, without what people put between its letters; null, with the fault told, if it is not `length` long. */
function typed(name, length) {
  const input = byId(name);
  const letters = input.value.toUpperCase().replace(/[\s\u2010-\u2015\u2212-]/g, "");
  clear(input.parentElement);
  if (letters.length === length) return letters;
  fault(input.parentElement, input, t(`${name}Bad`));
  return null;
}

const slip = () => ({ ballot: ballot.id, candidate, ticket, answers: ballot.answers });

function cast() {
  if (by === "oidc") return signIn();
  const proof = by === "code" ? typed("code", 8) : typed("token", 16);
  if (!proof) return null;
  if (by === "code") return send({ ...slip(), ...person, code: proof });
  if (ballot.sent && sentBy && sentBy !== proof) ballot = { ...ballot, id: newId(), sent: false };
  invitation = proof;
  return send({ ...slip(), token: proof });
}

async function signIn() {
  const { goToSignIn } = await import("/citizen.js");
  if (!(await goToSignIn())) trouble(t("signInFailed"));
}

/** The ballot waited on this device; now its token is there. */
async function comeBack() {
  const { tokenBrought } = await import("/citizen.js");
  token = await tokenBrought();
  if (slips()) return null;
  questions.forEach(noticed);
  showCode();
  return token ? send(slip()) : trouble(t("signInFailed"));
}

async function send(body) {
  ballot.sent = true;
  sentBy = body.iin || body.token;
  write(local, key, ballot);
  write(session, SENDING, { about: { survey, candidate }, body, token });
  const answer = await deliver(() => call("POST", `/v1/surveys/${survey}/${token ? "oidc-" : ""}ballots`, body, token), t("sending"), true);
  write(session, SENDING, null);
  if (!answer) return trouble(t("stopped"));
  if (answer.status < 400) {
    write(local, key, null);
    write(session, RECEIPT, { survey, candidate, receipt: answer.body.receipt });
    return showReceipt(answer.body.receipt);
  }
  if (answer.status === 401) return trouble(t("signInFailed"));
  const type = String(answer.body.type).split("/").pop();
  if (!["code-invalid", "too-many-tries", "invite-invalid"].includes(type)) {
    ballot = { ...ballot, id: newId(), sent: false };
    write(local, key, ballot);
    showForm();
  }
  trouble(answer.body.title || t("broken"), answer.body.detail);
  if (by !== "invite" && (type === "already-voted" || type === "not-on-roll")) disputable(body);
}

/** Offers to dispute, with the same code or token, what was just said against the ballot; of its answers nothing is sent. */
function disputable({ iin, contact, code }) {
  const body = token ? { candidate, ticket } : { iin, contact, code, candidate, ticket };
  const offer = byId("dispute-step").content.cloneNode(true);
  offer.querySelector("form").addEventListener("submit", async (e) => {
    e.preventDefault();
    const shown = [...byId("trouble").childNodes];
    const answer = await deliver(() => call("POST", `/v1/surveys/${survey}/${token ? "oidc-" : ""}disputes`, body, token), t("disputing"), false);
    if (!answer) return byId("trouble").replaceChildren(...shown);
    if (answer.status >= 400) return trouble(answer.body.title || t("broken"), answer.body.detail);
    return showNumber("disputed-step", answer.body.number);
  });
  byId("trouble").append(offer);
}

/* ---- before and after */

function unconfirmed() {
  const choose = (mine) => {
    says.replaceChildren();
    if (!mine) {
      write(local, key, null);
      ballot = fresh();
      form.reset();
    }
    form.hidden = false;
    ((mine && byId("iin")) || byId("main")).focus();
  };
  form.hidden = true;
  says.replaceChildren(h("div", { className: "note warn" }, h("p", {}, h("strong", {}, t("pending"))), h("p", {}, t("pendingWho")),
    h("div", { className: "row" }, button(t("pendingMine"), () => choose(true)), button(t("pendingOther"), () => choose(false), "second"))));
}

const showReceipt = (receipt) => showNumber("receipt-step", receipt);

function showNumber(name, number) {
  const step = byId(name);
  const parts = step.content.cloneNode(true);
  const aloud = parts.querySelector("#aloud");
  parts.querySelector("#receipt").textContent = number;
  aloud.textContent = aloud.dataset.words.replace("{letters}", [...number].join(" ").replace(" - ", ", "));
  parts.querySelector("#another").addEventListener("click", () => write(session, RECEIPT, null));
  parts.querySelector(".row").append(button(t("print"), () => print(), "second"));
  codeForm?.remove();
  byId("window").remove();
  byId("akim").remove(); // a receipt says that a vote is in, and nothing of it
  form.replaceWith(parts);
  heading.textContent = step.dataset.title;
  toTop();
}
