// What a ballot's page says, and where: a fault at its field, a trouble above the form, how sending goes.

import { persist } from "/ballot.js";

export const byId = (id) => document.getElementById(id);
const words = JSON.parse(byId("words").textContent);
const control = {};

/** t("waiting", {attempt: 2}) */
export function t(name, values = {}) {
  return words[name].replace(/\{(\w+)\}/g, (all, value) => (value in values ? values[value] : all));
}

export function h(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

export const button = (text, onclick, className = "") => h("button", { type: "button", onclick, className }, text);

export function toTop() {
  scrollTo(0, 0);
  byId("main").focus({ preventScroll: true });
}

export function clear(place) {
  place.querySelectorAll(".fault").forEach((fault) => fault.remove());
  place.querySelectorAll("[aria-invalid]").forEach((input) => input.removeAttribute("aria-invalid"));
}

/** Says what is wrong at the field itself, and goes there. */
export function fault(place, input, text) {
  clear(place);
  const id = `${input.id || place.id}-fault`;
  const at = place.querySelector("legend") || place.querySelector("label");
  at.after(h("span", { className: "fault", id, role: "alert" }, text));
  if (input.type !== "radio") input.setAttribute("aria-invalid", "true");
  input.setAttribute("aria-describedby", [`${input.id}-hint`, id].filter((one) => byId(one)).join(" "));
  place.scrollIntoView({ block: "start" });
  input.focus({ preventScroll: true });
}

/** The input called `name`, without what people put between its letters; null, with the fault told, if it is not `length` long. */
export function letters(name, length) {
  const input = byId(name);
  const typed = input.value.toUpperCase().replace(/[\s\u2010-\u2015\u2212-]/g, "");
  clear(input.parentElement);
  if (typed.length === length) return typed;
  fault(input.parentElement, input, t(`${name}Bad`));
  return null;
}

/** What the server, or the connection, says against it. */
export function trouble(...lines) {
  const note = h("div", { className: "note bad", role: "alert" }, ...lines.filter(Boolean).map((line, i) => h("p", {}, i ? line : h("strong", {}, line))));
  byId("trouble").replaceChildren(note);
  note.scrollIntoView({ block: "center" });
}

/** Makes `attempt`s with `form` put aside, saying how it goes: `now`. The answer, or null where the person stopped it. */
export async function deliver(form, attempt, now, safe) {
  const says = byId("says");
  form.hidden = true;
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
  form.hidden = false;
  return answer;
}
