// The form by which the commission's decision on a dossier is recorded.

import { t, say, h, field, note } from "/app.js";
import { openAppeal } from "/appeal.js";

/** Shows `state.decision`; calls `submit(body)`. */
export function decisionForm(state, { submit, show }) {
  const d = state.decision;
  const appeal = openAppeal(state.open);
  const outcome = (value) => h("label", { class: "choice" },
    h("input", { type: "radio", name: "outcome", id: `outcome-${value}`, value, checked: d.outcome === value, onchange: () => { d.outcome = value; show(); } }), h("span", {}, t(value)));
  const send = (e) => {
    e.preventDefault();
    d.wrong = !d.outcome ? t("chooseOutcome") : d.outcome === "refuse" && !d.refusedFor.length ? t("chooseRule") : appeal && !d.note.trim() ? t("chooseNote") : null;
    if (d.wrong) show();
    else submit({ ...body(d, state.definition), number: state.open.decisions.length + 1, statement: state.open.proposal?.statement, ...(appeal && { onAppeal: appeal.decision }) });
  };
  return h("form", { class: "card", novalidate: true, onsubmit: send }, h("h2", {}, t("decision")),
    appeal ? note("warn", h("p", {}, t("appealIsOpen", { n: appeal.decision }))) : null,
    h("fieldset", {}, h("legend", { class: "hidden" }, t("decision")), outcome("admit"), outcome("refuse")),
    d.outcome === "admit" ? attributes(d, state.definition) : null,
    d.outcome === "refuse" ? rules(d, state.open.proposal) : null,
    field(t("note"), h("textarea", { id: "note", maxlength: "2000", oninput: (e) => { d.note = e.target.value; } }, d.note), t("noteHint")),
    d.wrong ? note("bad", h("p", {}, d.wrong)) : null,
    h("button", { disabled: state.busy, id: "decide" }, t("decide")));
}

function attributes(d, definition) {
  return h("fieldset", {}, h("legend", {}, t("attributes")), h("div", { class: "grid two" }, definition.attributes.map((a) =>
    field(say(a.title), h("input", { type: "number", id: `attribute-${a.id}`, min: String(a.min), max: String(a.max), step: "1", value: d.attributes[a.id] ?? String(a.min),
      oninput: (e) => { d.attributes[a.id] = e.target.value; } }), t("range", { min: a.min, max: a.max })))));
}

function rules(d, proposal) {
  const findings = proposal?.findings || [];
  const names = [...new Set(findings.map((f) => f.rule))];
  const words = (rule) => say((findings.find((f) => f.rule === rule && !f.met) || findings.find((f) => f.rule === rule)).message);
  return h("fieldset", {}, h("legend", {}, t("rules")), names.map((rule) => h("label", { class: "choice" },
    h("input", { type: "checkbox", value: rule, checked: d.refusedFor.includes(rule), onchange: (e) => {
      d.refusedFor = e.target.checked ? [...d.refusedFor, rule] : d.refusedFor.filter((r) => r !== rule);
    } }), h("span", {}, words(rule)))));
}

function body(d, definition) {
  const admitted = d.outcome === "admit";
  const values = definition.attributes.map((a) => [a.id, Number(d.attributes[a.id] ?? a.min)]);
  return { admitted, refusedFor: admitted ? [] : d.refusedFor, attributes: admitted ? Object.fromEntries(values) : {}, note: d.note.trim() };
}
