// The form by which a dossier is registered.

import { t, say, h, field, select, note } from "/app.js";
import { looksLikeIin } from "/iin.js";

const NOMINATORS = ["LOCAL_EXECUTIVE_BODY", "CENTRAL_BODY_UNIT", "PUBLIC_ORGANISATION", "SELF"];

/** A form with nothing in it. */
export function blank() {
  return {
    district: "", okrug: "", candidateName: "", candidateEmail: "", iin: "", nominatorKind: "", nominatorName: "", nominatorEmail: "",
    correctsNominator: false, service: [{ from: "", until: "" }], penalties: [], files: [], wrong: null,
  };
}

/** The edition's empty forms, in both languages. */
export function emptyForms(definition) {
  const items = definition.intake.documents.filter((item) => item.form);
  return items.length ? h("section", { class: "card", id: "forms" }, h("h2", {}, t("forms")), h("p", { class: "soft" }, t("formsHint")),
    h("ul", { class: "list" }, items.map((item) => h("li", { class: "row between" }, h("span", { class: "grow" }, say(item.name)),
      ["kk", "ru"].map((lang) => h("a", { href: `/forms/${definition.id}/${item.id}-${lang}.xlsx`, download: true, lang, hreflang: lang }, item.form.sheet[lang])))))) : null;
}

/** Shows `state.form`; calls `submit(body, files)`. */
export function registrationForm(state, { submit, cancel, show }) {
  const form = state.form;
  const oblast = state.definition.oblasts.find((o) => o.kato === state.me.scope);
  const districts = oblast?.districts || [];
  const okrugs = districts.find((d) => d.kato === form.district)?.okrugs || [];
  const mb = Math.floor(state.definition.intake.maxArchiveBytes / 1e6);
  const text = (name, properties = {}) => h("input", { id: name, value: form[name], required: true, oninput: (e) => { form[name] = e.target.value; }, ...properties });
  const choice = (name, options, change) => {
    const control = select(options, form[name], change, t("pick"));
    control.id = name;
    return control;
  };
  const named = (places) => places.map((p) => [p.kato, say(p.name)]);
  const again = (change) => { change(); show(); };

  const rows = (name, columns, empty) => [form[name].map((row, i) =>
    h("div", { class: "grid two card" }, columns.map(([key, label, properties]) => {
      const set = (e) => { row[key] = e.target.value; };
      return field(label, properties.options ? select(properties.options, row[key], (v) => { row[key] = v; })
        : h("input", { type: "date", id: `${name}-${i}-${key}`, value: row[key], onchange: set, oninput: set }), properties.hint);
    }), h("button", { type: "button", class: "plain", onclick: () => again(() => form[name].splice(i, 1)) }, t("remove")))),
  h("button", { type: "button", class: "second", onclick: () => again(() => form[name].push({ ...empty })) }, t(name === "service" ? "addTerm" : "addPenalty"))];

  const send = (e) => {
    e.preventDefault();
    form.wrong = fault(form, state.definition.intake.maxArchiveBytes, mb);
    if (form.wrong) {
      show();
      document.getElementById("fault").scrollIntoView({ block: "center" });
      return;
    }
    submit(body(form), form.files);
  };

  return h("form", { class: "card", novalidate: true, onsubmit: send }, h("h2", {}, t("add")),
    h("fieldset", {}, h("legend", {}, t("candidate")),
      h("div", { class: "grid two" },
        field(t("district"), choice("district", named(districts), (v) => again(() => Object.assign(form, { district: v, okrug: "" })))),
        field(t("okrug"), choice("okrug", named(okrugs), (v) => again(() => { form.okrug = v; })))),
      field(t("candidateName"), text("candidateName", { maxlength: "200" })),
      h("div", { class: "grid two" }, field(t("candidateEmail"), text("candidateEmail", { type: "email" })),
        field(t("iin"), text("iin", { inputmode: "numeric", maxlength: "12", autocomplete: "off" }), t("iinHint")))),
    h("fieldset", {}, h("legend", {}, t("nominator")),
      field(t("nominatorKind"), choice("nominatorKind", NOMINATORS.map((k) => [k, t(k)]), (v) => { form.nominatorKind = v; })),
      h("div", { class: "grid two" }, field(t("nominatorName"), text("nominatorName", { maxlength: "200" })), field(t("nominatorEmail"), text("nominatorEmail", { type: "email" })))),
    state.dossiers.some((d) => d.okrug === form.okrug) ? h("div", { class: "field" }, h("label", { class: "choice" }, h("input", { type: "checkbox", id: "correctsNominator", checked: form.correctsNominator,
      "aria-describedby": "join-hint", onchange: (e) => { form.correctsNominator = e.target.checked; } }), h("span", {}, t("correctsNominator"))), h("span", { class: "hint", id: "join-hint" }, t("joinHint"))) : null,
    h("fieldset", {}, h("legend", {}, t("service")),
      rows("service", [["from", t("from"), {}], ["until", t("until"), { hint: t("untilHint") }]], { from: "", until: "" })),
    h("fieldset", {}, h("legend", {}, t("penalties")), h("p", { class: "soft" }, t("noPenalties")),
      rows("penalties", [["kind", t("kind"), { options: ["DISCIPLINARY", "ADMINISTRATIVE"].map((k) => [k, t(k)]) }], ["imposed", t("imposed"), {}], ["lifted", t("lifted"), {}]],
        { kind: "DISCIPLINARY", imposed: "", lifted: "" })),
    field(t("archive"), h("input", { type: "file", id: "archive", multiple: true, onchange: (e) => { form.files = [...e.target.files]; } }), t("archiveHint", { mb })),
    form.files.length ? h("p", { class: "small" }, form.files.map((file) => file.name).join(", ")) : null,
    form.wrong ? h("div", { id: "fault" }, note("bad", h("p", {}, form.wrong))) : null,
    h("div", { class: "row between" }, h("button", { type: "button", class: "second", onclick: cancel }, t("toList")), h("button", { disabled: state.busy, id: "register" }, t("register"))));
}

function fault(form, maxBytes, mb) {
  const needed = ["okrug", "candidateName", "candidateEmail", "iin", "nominatorKind", "nominatorName", "nominatorEmail"];
  if (needed.some((name) => !form[name].trim()) || !form.files.length || !form.service.some((s) => s.from)) return t("fill");
  if (!looksLikeIin(form.iin.trim())) return t("iinBad");
  return form.files.reduce((sum, file) => sum + file.size, 0) > maxBytes ? t("tooBig", { mb }) : null;
}

/** Only what is filled in: an absent day is absent, not empty. */
const filled = (row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value));

function body(form) {
  const { okrug, candidateName, candidateEmail, iin, nominatorKind, nominatorName, nominatorEmail } = form;
  const trimmed = Object.fromEntries(Object.entries({ okrug, candidateName, candidateEmail, iin, nominatorKind, nominatorName, nominatorEmail })
    .map(([name, value]) => [name, value.trim()]));
  return { ...trimmed, ...(form.correctsNominator && { correctsNominator: true }), service: form.service.filter((s) => s.from).map(filled), penalties: form.penalties.filter((p) => p.imposed).map(filled) };
}
