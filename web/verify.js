// The page that recounts an evidence pack on the visitor's device. Nothing leaves it.

"use strict";

const LANGUAGE = "uzdik.language";
const shown = { percent: null, result: null, difference: null, broken: null };

function language() {
  const asked = new URLSearchParams(location.search).get("lang");
  try { return (asked || localStorage.getItem(LANGUAGE)) === "ru" ? "ru" : "kk"; } catch { return asked === "ru" ? "ru" : "kk"; }
}

function say(key, values = {}) {
  return WORDS[language()][key].replace(/\{(\w+)\}/g, (all, name) => (name in values ? values[name] : all));
}

function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (typeof value === "function") made[name] = value; else made.setAttribute(name, value);
  made.append(...children.filter((child) => child !== null));
  return made;
}

const chooser = element("input", { type: "file", id: "pack", accept: ".zip,application/zip", onchange: recount });

function draw() {
  const lang = language();
  document.documentElement.lang = lang;
  document.title = say("title");
  const choice = (code, name) => element("button", { type: "button", class: code === lang ? "" : "second", lang: code, "aria-pressed": String(code === lang), onclick: () => choose(code) }, name);
  document.querySelector("main").replaceChildren(
    element("div", { class: "row between" }, element("a", { href: "results.html" }, say("results")),
      element("div", { class: "row", role: "group", "aria-label": say("languages") }, choice("kk", "Қазақша"), choice("ru", "Русский"))),
    element("h1", {}, say("title")), element("p", {}, say("what")),
    element("p", {}, element("label", { for: "pack" }, say("choose")), chooser),
    element("div", { id: "outcome", role: "status" }, ...outcome()));
}

function choose(lang) {
  try { localStorage.setItem(LANGUAGE, lang); } catch { /* a browser without storage: by the address alone */ }
  const url = new URL(location.href);
  url.searchParams.set("lang", lang);
  history.replaceState(null, "", url);
  draw();
}

function outcome() {
  const { percent, result, difference, broken } = shown;
  if (percent !== null) return [element("p", {}, say("working", { percent })), element("progress", { max: "100", value: String(percent), "aria-label": say("title") })];
  if (broken !== null) return [element("p", { class: "note bad" }, say("broken", { message: broken }))];
  if (difference) return [element("div", { class: "note bad", id: "differs" }, element("p", {}, element("strong", {}, say("differs"))), element("p", {}, say(difference.key, difference.values)))];
  if (!result) return [];
  const pair = (text) => text[language()];
  const { corrects } = result;
  return [element("div", { class: "note good", id: "agrees" }, element("p", {}, element("strong", {}, say("agrees"))),
    element("p", {}, say("of", { contest: pair(result.contest), stage: pair(result.stage) })), element("p", {}, say("counted", result.counted)),
    result.earlier.length ? element("p", {}, say("earlier", { list: result.earlier.join(", ") })) : null,
    corrects ? element("p", { id: "corrects" }, say("corrects", { number: corrects.number, reason: pair(corrects.reason) }), element("br", {}), say("correctsHash"), " ", element("code", { class: "long" }, corrects.evidenceSha256)) : null,
    element("p", {}, say("hash"), " ", element("code", { class: "long", id: "sha256" }, result.sha256)))];
}

async function recount() {
  const file = chooser.files[0];
  if (!file) return;
  Object.assign(shown, { percent: 0, result: null, difference: null, broken: null });
  chooser.disabled = true;
  draw();
  try {
    shown.result = await Checks.recount(file, (part) => {
      const percent = Math.floor(part * 100);
      if (percent !== shown.percent) { shown.percent = percent; document.getElementById("outcome").replaceChildren(...outcome()); }
    });
  } catch (e) {
    // Whatever cannot be read as the format has it is a difference, too, also where no check foresaw it.
    if (e instanceof Pack.Difference) shown.difference = e;
    else if (e instanceof TypeError || e instanceof RangeError || e instanceof SyntaxError) shown.difference = new Pack.Difference("unforeseen", { message: e.message });
    else shown.broken = e.message;
  }
  shown.percent = null;
  chooser.disabled = false;
  chooser.value = "";
  draw();
}

draw();
