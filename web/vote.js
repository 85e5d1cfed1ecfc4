// Takes the ballot's plain forms over: looks at slips before anything is sent, keeps the ballot on the device, and
// sends it until there is a receipt. Without this script the same forms work by themselves. How a person shows who
// they are is for vote-code.js, vote-invite.js and vote-oidc.js, of which the page names one.

import { call, keyOf, local, newId, read, session, write } from "/ballot.js";
import { button, byId, clear, deliver, fault, h, t, toTop, trouble } from "/vote-page.js";

const SENDING = "uzdik.sending";
const RECEIPT = "uzdik.receipt";
const form = byId("ballot");
const heading = document.querySelector("h1");
const questions = [...form.querySelectorAll("fieldset")];
export const { survey, candidate, ticket } = form.dataset;
const key = keyOf(survey, candidate);
let ballot = read(local, key) || fresh();
let sentBy = null;
let proofForm = null;
let by = null;

/**
 * Starts the page. `way` is how a person shows who they are:
 * `arrive()` takes up what was brought here; what it gives, if anything, is asked for the token to send with;
 * `slips()` tells a fault in the first step's own fields, true if there is one;
 * `ask(form)` does what the second step needs, false if that came to nothing;
 * `dress(form)` readies the second step's form and gives the buttons that go under it;
 * `proof()` gives the fields that go with the ballot, or null; `who(fields)` tells persons apart;
 * `resume(fields)` hears of those that are on their way, `forget()` that this person is done with; `mends` are the
 * refusals that other fields may mend.
 */
export function vote(way) {
  by = way;
  form.noValidate = true;
  form.addEventListener("submit", (e) => { e.preventDefault(); ask(); });
  form.addEventListener("change", (e) => { if (e.target.type === "radio") answered(e.target); });
  try { localStorage.setItem("uzdik.language", document.documentElement.lang); } catch { /* for this page only */ }
  const mine = (kept) => kept && kept.survey === survey && kept.candidate === candidate;
  const receipt = read(session, RECEIPT);
  const sending = read(session, SENDING);
  const arriving = by.arrive();
  if (mine(receipt)) return showReceipt(receipt.receipt);
  fill();
  if (arriving) return signedIn(arriving);
  if (mine(sending?.about)) {
    by.resume(sending.body);
    showProof();
    return send(sending.body, sending.token);
  }
  if (ballot.sent) unconfirmed();
}

function fresh() {
  return { id: newId(), survey, candidate, page: location.pathname, answers: {}, sent: false };
}

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

/** True where a question is open, or a field at fault; on a slow line a question may have been answered before this script came. */
function slips() {
  const open = questions.filter((q) => !q.querySelector(":checked"));
  if (open.length) return !fault(open[0], open[0].querySelector("input"), t("answerAll", { n: open.length }));
  questions.map((q) => q.querySelector(":checked")).forEach((input) => {
    if (ballot.answers[input.name.slice("answer.".length)] !== Number(input.value)) answered(input);
  });
  return by.slips();
}

async function ask() {
  if (slips() || !(await by.ask(form))) return;
  showProof();
  toTop();
}

function showProof() {
  const step = byId("code-step");
  proofForm?.remove();
  proofForm = step.content.firstElementChild.cloneNode(true);
  proofForm.noValidate = true;
  proofForm.addEventListener("submit", (e) => { e.preventDefault(); cast(); });
  proofForm.append(h("div", { className: "row between again" }, button(t("back"), showForm, "second"), ...by.dress(proofForm, renew)));
  form.hidden = true;
  form.after(proofForm);
  heading.textContent = step.dataset.title;
}

function renew() {
  showForm();
  ask();
}

function showForm() {
  proofForm?.remove();
  proofForm = null;
  form.hidden = false;
  heading.textContent = form.dataset.title;
}

async function cast() {
  const fields = await by.proof();
  if (fields) send(slip(fields));
}

/** Another person than who sent it last has a ballot of their own. */
function slip(fields) {
  const who = by.who(fields);
  if (ballot.sent && sentBy && sentBy !== who) ballot = { ...ballot, id: newId(), sent: false };
  sentBy = who;
  return { ballot: ballot.id, ...fields, candidate, ticket, answers: ballot.answers };
}

/** The ballot waited on this device while its person signed in. */
async function signedIn(exchange) {
  if (slips()) return;
  showProof();
  const answer = await deliver(proofForm, exchange, t("signingIn"), false);
  if (!answer || answer.status >= 400) return trouble(t("signInFailed"));
  send(slip({}), answer.body.access_token);
}

const path = (what, token) => `/v1/surveys/${survey}/${token ? "oidc-" : ""}${what}`;

async function send(body, token) {
  ballot.sent = true;
  write(local, key, ballot);
  write(session, SENDING, { about: { survey, candidate }, body, token });
  const answer = await deliver(proofForm, () => call("POST", path("ballots", token), body, token), t("sending"), true);
  write(session, SENDING, null);
  if (!answer) return trouble(t("stopped"));
  if (answer.status < 400) {
    write(local, key, null);
    by.forget();
    write(session, RECEIPT, { survey, candidate, receipt: answer.body.receipt });
    return showReceipt(answer.body.receipt);
  }
  if (answer.status === 401) return trouble(t("signInFailed"));
  const type = String(answer.body.type).split("/").pop();
  if (!by.mends.includes(type)) {
    ballot = { ...ballot, id: newId(), sent: false };
    write(local, key, ballot);
    showForm();
  }
  trouble(answer.body.title || t("broken"), answer.body.detail);
  if (type === "already-voted" || type === "not-on-roll") disputable(body, token);
}

/** Offers to dispute, with the same fields or token, what was just said against the ballot; of its answers nothing is sent. */
function disputable({ ballot: id, answers, ...fields }, token) {
  const offer = byId("dispute-step").content.cloneNode(true);
  offer.querySelector("form").addEventListener("submit", async (e) => {
    e.preventDefault();
    const shown = [...byId("trouble").childNodes];
    const answer = await deliver(form, () => call("POST", path("disputes", token), fields, token), t("disputing"), false);
    if (!answer) return byId("trouble").replaceChildren(...shown);
    if (answer.status >= 400) return trouble(answer.body.title || t("broken"), answer.body.detail);
    showNumber("disputed-step", answer.body.number);
  });
  byId("trouble").append(offer);
}

function unconfirmed() {
  const says = byId("says");
  const choose = (mine) => {
    says.replaceChildren();
    if (!mine) {
      write(local, key, null);
      by.forget();
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
  proofForm?.remove();
  byId("window").remove();
  byId("akim").remove(); // a receipt says that a vote is in, and nothing of it
  form.replaceWith(parts);
  heading.textContent = step.dataset.title;
  toTop();
}
