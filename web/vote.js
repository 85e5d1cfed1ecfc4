// The residents' page: choose an akim, answer the questions, show who you are, send.

import { page, t, say, when, h, field, select, note, api, published, refusal, contest, toTop, Refusal } from "/app.js";
import { STRINGS } from "/vote-words.js";
import { looksLikeIin } from "/iin.js";
import { ballotId, cast, forget, unconfirmed } from "/ballot.js";

const SHOWN = 20;
const state = {
  ready: false, failure: null, definition: null, survey: null, candidates: null, pending: unconfirmed(), earlier: null,
  step: 1, filter: "", oblast: "", district: "", candidate: null, answers: {}, iin: "", contact: "", code: "",
  minutes: 15, error: null, wrong: null, busy: false, proven: 0, progress: null, receipt: null,
};
const control = {};
const show = page({ title: "title", strings: STRINGS, view });

start();

async function start() {
  try {
    state.definition = await contest();
    for (const survey of state.definition?.surveys || []) {
      const file = await published(`/data/candidates-${survey.id}.json`);
      state.survey ??= survey;
      if (file) {
        Object.assign(state, { survey, candidates: file.candidates });
        break;
      }
    }
    state.failure = null;
  } catch (e) {
    state.failure = e;
  }
  state.ready = true;
  show();
}

function go(step) {
  Object.assign(state, { step, error: null, wrong: null });
  show();
  toTop();
}

function wrong(message) {
  state.wrong = message;
  state.error = null;
  show();
  document.querySelector(".note.bad")?.scrollIntoView({ block: "center" });
}

function view() {
  if (!state.ready) return [heading(), h("p", { role: "status" }, t("loading"))];
  if (state.failure) return [heading(), refusal(state.failure), h("button", { type: "button", onclick: start }, t("again"))];
  if (!state.definition) return [heading(), note("warn", h("p", {}, t("noContest")))];
  if (state.receipt) return receipt();
  if (!state.candidates) return empty();
  const mine = state.pending?.survey === state.survey.id && candidateOf(state.pending.candidate);
  if (mine) return [heading(), pending(mine)];
  return [heading(), lead(), steps(), [null, choose, questions, person, code][state.step](), problem()];
}

const heading = () => h("h1", {}, t("title"));
const candidateOf = (id) => state.candidates.find((c) => c.candidate === id);
const times = () => ({ opens: when(state.survey.window.opens), closes: when(state.survey.window.closes) });

function lead() {
  return state.step > 1 ? null : [h("p", {}, t("lead")), h("p", { class: "soft small" }, t("window", times()))];
}

function empty() {
  return [heading(), h("section", { class: "card" }, h("h2", {}, t("empty")), h("p", {}, h("strong", {}, t("emptyWhen", times()))),
    h("p", {}, t("emptyWhat"))), h("a", { class: "button second", href: "/results.html" }, t("toResults"))];
}

function steps() {
  return [h("p", { class: "soft small", id: "step" }, t("step", { n: state.step })),
    h("ol", { class: "steps", "aria-hidden": "true" }, [1, 2, 3, 4].map((n) => h("li", { class: n <= state.step ? "done" : null })))];
}

function problem() {
  if (state.wrong) return note("bad", h("p", {}, state.wrong));
  if (!state.error) return null;
  return refusal(state.error, {
    "code-invalid": t("codeHow"), "too-many-tries": t("triesHow"), "already-voted": t("votedHow"),
    "contact-used-up": t("contactHow"), "ballot-differs": t("differsHow"),
  });
}

function pending(candidate) {
  return h("section", { class: "card" }, note("warn", h("p", {}, h("strong", {}, t("pending"))), h("p", {}, t("pendingWho"))),
    about(candidate),
    h("div", { class: "row" },
      h("button", { type: "button", onclick: () => {
        const { answers } = state.pending;
        Object.assign(state, { earlier: state.pending, pending: null, candidate, answers });
        go(3);
      } }, t("pendingMine")),
      h("button", { type: "button", class: "second", onclick: () => { forget(); state.pending = null; go(1); } }, t("pendingOther"))));
}

/* ---- 1: which akim */

/** Letters that people without a Kazakh keyboard type instead. */
const plain = (text) => text.toLowerCase().replace(/[әғқңөұүһіё]/g, (c) => "агкноуухие"["әғқңөұүһіё".indexOf(c)]);

function matching() {
  const wanted = plain(state.filter.trim());
  if (wanted.length >= 2) {
    return state.candidates.filter((c) => plain(`${c.name} ${c.okrugName.kk} ${c.okrugName.ru}`).includes(wanted));
  }
  return state.district ? state.candidates.filter((c) => c.district === state.district)
    : state.oblast ? state.candidates.filter((c) => c.oblast === state.oblast) : [];
}

function choose() {
  const oblasts = state.definition.oblasts.filter((o) => state.candidates.some((c) => c.oblast === o.kato));
  const districts = (oblasts.find((o) => o.kato === state.oblast)?.districts || [])
    .filter((d) => state.candidates.some((c) => c.district === d.kato));
  const list = h("div", { id: "candidates" }, found());
  const search = h("input", { id: "filter", type: "search", autocomplete: "off", value: state.filter, oninput: (e) => {
    state.filter = e.target.value;
    list.replaceChildren(...found());
  } });
  return h("form", { class: "card", novalidate: true, onsubmit: chosen },
    h("h2", {}, t("who")), field(t("filter"), search, t("filterHint")),
    h("p", { class: "soft" }, t("or")),
    h("div", { class: "grid two" },
      field(t("oblast"), withId("oblast", select(named(oblasts), state.oblast, (v) => { Object.assign(state, { oblast: v, district: "", filter: "" }); show(); }, t("pick")))),
      state.oblast ? field(t("district"), withId("district", select(named(districts), state.district, (v) => { Object.assign(state, { district: v, filter: "" }); show(); }, t("pick")))) : null),
    list, h("button", { class: "wide" }, t("next")));
}

const named = (places) => places.map((p) => [p.kato, say(p.name)]);

function withId(id, control) {
  control.id = id;
  return control;
}

function found() {
  const all = matching();
  const asked = state.filter.trim().length >= 2;
  if (!all.length) return asked ? [h("p", { role: "status" }, t("none"))] : [];
  return [h("fieldset", {}, h("legend", {}, t("found", { n: all.length })), all.slice(0, SHOWN).map((c) =>
    h("label", { class: "choice" },
      h("input", { type: "radio", name: "candidate", value: c.candidate, checked: c === state.candidate, onchange: () => { state.candidate = c; } }),
      h("span", {}, h("strong", {}, c.name), where(c))))),
  all.length > SHOWN ? h("p", { class: "soft" }, t("more", { n: all.length - SHOWN })) : null].filter(Boolean);
}

function where(c) {
  const oblast = state.definition.oblasts.find((o) => o.kato === c.oblast);
  const district = oblast?.districts.find((d) => d.kato === c.district);
  return [say(c.okrugName), say(district?.name), say(oblast?.name)].filter(Boolean).join(", ");
}

function about(c) {
  return h("p", {}, h("span", { class: "soft" }, `${t("review")}: `), h("strong", {}, c.name), h("br"), where(c));
}

function chosen(e) {
  e.preventDefault();
  if (state.candidate) go(2);
  else wrong(t("chooseOne"));
}

/* ---- 2: the questions */

function questions() {
  const { lowest, highest, dontKnow } = state.survey.scale;
  const values = Array.from({ length: highest - lowest + 1 }, (_, i) => lowest + i);
  const option = (question, value, text) => h("label", { class: "choice" },
    h("input", { type: "radio", name: question.id, value: String(value), checked: state.answers[question.id] === value,
      onchange: () => { state.answers[question.id] = value; } }), h("span", {}, text));
  return h("form", { class: "card", novalidate: true, onsubmit: answered }, h("h2", {}, t("questions")), about(state.candidate),
    state.survey.questions.map((q) => h("fieldset", { id: `q-${q.id}` }, h("legend", {}, say(q.text)),
      h("div", { class: "scale" }, values.map((v) => option(q, v, String(v)))),
      h("div", { class: "ends" }, h("span", {}, t("lowest", { n: lowest })), h("span", {}, t("highest", { n: highest }))),
      dontKnow ? option(q, 0, t("dontKnow")) : null)),
    h("div", { class: "row between" }, back(1), h("button", {}, t("next"))));
}

const back = (step) => h("button", { type: "button", class: "second", onclick: () => go(step) }, t("back"));

function answered(e) {
  e.preventDefault();
  const open = state.survey.questions.filter((q) => !(q.id in state.answers));
  if (!open.length) return go(3);
  wrong(t("answerAll", { n: open.length }));
  document.getElementById(`q-${open[0].id}`).querySelector("input").focus();
}

/* ---- 3: who */

function person() {
  const bind = (name) => (e) => { state[name] = e.target.value.trim(); };
  return h("form", { class: "card", novalidate: true, onsubmit: askCode }, h("h2", {}, t("me")), about(state.candidate),
    field(t("iin"), h("input", { id: "iin", inputmode: "numeric", autocomplete: "off", maxlength: "12", value: state.iin, oninput: bind("iin") }), t("iinHint")),
    field(t("contact"), h("input", { id: "contact", type: "email", autocomplete: "email", maxlength: "200", value: state.contact, oninput: bind("contact") }), t("contactHint")),
    h("div", { class: "row between" }, back(2), h("button", { disabled: state.busy }, state.busy ? t("sending", { n: Math.round(state.proven * 100) }) : t("getCode"))));
}

function askCode(e) {
  e.preventDefault();
  if (!looksLikeIin(state.iin)) return wrong(t("iinBad"));
  if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(state.contact)) return wrong(t("contactBad"));
  return requestCode();
}

async function requestCode() {
  Object.assign(state, { busy: true, proven: 0, error: null, wrong: null });
  show();
  try {
    const { solve } = await import("/proof.js");
    const at = `/v1/surveys/${encodeURIComponent(state.survey.id)}`;
    const altcha = await solve((await api("GET", `${at}/challenge`)).body, (share) => { state.proven = share; show(); });
    const answer = await api("POST", `${at}/codes`, { body: { iin: state.iin, contact: state.contact, altcha } });
    Object.assign(state, { minutes: answer.body.minutes ?? 15, busy: false, code: "" });
    go(4);
  } catch (error) {
    Object.assign(state, { error, busy: false });
    show();
  }
}

/* ---- 4: the code, and off it goes */

function code() {
  if (state.progress) return sending();
  return h("form", { class: "card", novalidate: true, onsubmit: vote }, about(state.candidate),
    note("good", h("p", {}, t("codeSent", { contact: state.contact, minutes: state.minutes })), h("p", {}, t("never"))),
    field(t("code"), h("input", { id: "code", class: "code", autocomplete: "one-time-code", autocapitalize: "characters", spellcheck: "false",
      maxlength: "12", value: state.code, oninput: (e) => { state.code = e.target.value; } }), t("codeHint")),
    h("button", { class: "wide" }, t("send")),
    h("div", { class: "row between" }, back(3), h("button", { type: "button", class: "plain", disabled: state.busy, onclick: requestCode }, t("newCode"))));
}

function sending() {
  const { state: how, seconds, attempt } = state.progress;
  if (how === "sending") return h("section", { class: "card" }, note("", h("p", {}, h("strong", {}, t("trying"))), h("p", {}, t("tryingLong"))), h("progress"));
  return h("section", { class: "card" }, note("warn", h("p", {}, h("strong", {}, t("waiting", { n: seconds, attempt }))), h("p", {}, t("waitingSafe"))),
    h("div", { class: "row" }, h("button", { type: "button", onclick: () => control.now() }, t("now")),
      h("button", { type: "button", class: "second", onclick: () => control.stop() }, t("stop"))));
}

async function vote(e) {
  e.preventDefault();
  const code = state.code.toUpperCase().replace(/[\s\u2010-\u2015-]/g, "");
  if (code.length !== 8) return wrong(t("codeBad"));
  Object.assign(state, { error: null, wrong: null });
  const { survey, candidate, answers, iin, contact } = state;
  const unchanged = state.earlier && (!state.earlier.iin || state.earlier.iin === iin) ? state.earlier : null;
  const ballot = ballotId(unchanged, survey.id, candidate.candidate, answers);
  state.earlier = { id: ballot, survey: survey.id, candidate: candidate.candidate, answers: { ...answers }, iin };
  const body = { ballot, iin, contact, code, candidate: candidate.candidate, ticket: candidate.ticket, answers };
  try {
    state.receipt = await cast(survey.id, body, (progress) => { state.progress = progress; show(); }, control);
    toTop();
  } catch (error) {
    if (error instanceof Refusal && error.passing) state.wrong = t("gaveUp");
    else state.error = error;
  }
  state.progress = null;
  show();
}

function receipt() {
  return [h("h1", {}, t("accepted")), h("section", { class: "card" },
    h("p", { class: "label", id: "receipt-label" }, t("receipt")),
    h("p", { class: "receipt", id: "receipt", "aria-labelledby": "receipt-label" }, state.receipt),
    h("p", {}, t("receiptWhat"))),
  h("div", { class: "row" }, h("button", { type: "button", class: "second", onclick: () => location.replace("/") }, t("another")),
    h("a", { href: "/results.html" }, t("toResults")))];
}
