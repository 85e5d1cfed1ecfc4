// The front page, made quicker: finds an akim by a few letters, and reminds of a ballot that was never confirmed.

import { unconfirmed } from "/ballot.js";

const SHOWN = 20;
const words = JSON.parse(document.getElementById("words").textContent);
const language = document.documentElement.lang;

/** Letters that people type instead: those of a keyboard without Kazakh ones, and Latin ones that look the same. */
const FROM = "әғқңөұүһіёabcehikmoptxy";
const TO = "агкноуухиеавсехикмортху";
const fold = (text) => [...text.toLowerCase()].map((c) => (FROM.includes(c) ? TO[FROM.indexOf(c)] : c)).join("");

const link = (href, ...children) => {
  const a = document.createElement("a");
  a.href = href;
  a.className = "go";
  a.append(...children);
  return a;
};

const strong = (text) => {
  const element = document.createElement("strong");
  element.textContent = text;
  return element;
};

const paragraph = (text) => {
  const p = document.createElement("p");
  p.textContent = text;
  return p;
};

try { localStorage.setItem("uzdik.language", language); } catch { /* for this page only */ }
remind();
document.querySelectorAll(".find").forEach(searchIn);

function remind() {
  const waiting = unconfirmed();
  if (!waiting.length) return;
  const note = document.createElement("div");
  note.className = "note warn";
  note.append(paragraph(words.pending), ...waiting.map((ballot) => link(ballot.page, words.continue)));
  document.getElementById("unsent").append(note);
}

function searchIn(box) {
  const survey = box.dataset.survey;
  const input = box.querySelector("input");
  const found = box.querySelector(".found");
  let list = null;
  box.hidden = false;
  input.addEventListener("focus", load);
  input.addEventListener("input", show);

  /** The list of akims is only fetched for those who search. */
  function load() {
    list ??= fetch(`/data/candidates-${survey}.json`).then((answer) => answer.json()).then((file) => file.candidates.map((one) => ({
      ...one, folded: fold([one.name, one.okrugName.kk, one.okrugName.ru, one.districtName.kk, one.districtName.ru].join(" ")),
    }))).catch(() => { list = null; return null; });
    return list;
  }

  async function show() {
    const wanted = fold(input.value.trim());
    if (wanted.length < 2) return found.replaceChildren();
    const all = await load();
    if (fold(input.value.trim()) !== wanted) return null;
    if (!all) return found.replaceChildren(paragraph(words.noNetwork));
    const fits = all.filter((one) => one.folded.includes(wanted));
    const said = fits.length ? words.found.replace("{n}", fits.length) : words.none;
    const items = fits.slice(0, SHOWN).map((one) => link(`/vote/${survey}/${one.okrug}-${language}.html`,
      strong(one.okrugName[language]), ` ${one.name}, ${one.districtName[language]}`));
    const more = fits.length > SHOWN ? [paragraph(words.more.replace("{n}", fits.length - SHOWN))] : [];
    return found.replaceChildren(paragraph(said), ...items, ...more);
  }
}
