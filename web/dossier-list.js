// The list of dossiers: counts by state, filter, order, and the shown ones as a spreadsheet.

import { t, say, at, h, field, place, select } from "/app.js";
import { spreadsheet } from "/xlsx.js";

export const STEPS = ["REGISTERED", "CHECKED", "ADMITTED", "REFUSED", "APPEALED"];
const LOOKS = { ADMITTED: "good", REFUSED: "bad", CHECKED: "warn", APPEALED: "warn" };

export const LIST = {
  kk: {
    list: "Құжаттар топтамалары", none: "Әзірге бірде-бір құжаттар топтамасы тіркелмеген.", noneShown: "Бұл сүзгіге сай құжаттар жоқ.",
    REGISTERED: "Тіркелді", CHECKED: "Тексерілді", ADMITTED: "Жіберілді", REFUSED: "Жіберілмеді", APPEALED: "Апелляция қаралуда",
    all: "Барлығы", states: "Күйі бойынша", find: "Аты-жөні немесе округі", oblast: "Облыс", district: "Аудан немесе қала", everywhere: "бәрі",
    order: "Реті", byName: "аты-жөні", byPlace: "орны", byTime: "соңғы тіркелгені", byState: "күйі", filters: "Сүзгі және рет",
    export: "XLSX жүктеп алу", okrug: "Ауылдық округ", candidate: "Үміткер", state: "Күйі", version: "Нұсқасы", registered: "Тіркелген",
    nominators: "Ұсынушылар саны", nominatorsOf: "ұсынушы: {n}", proposal: "Ұсыныс", proposeYes: "Ұсыныс: конкурсқа жіберу", proposeNo: "Ұсыныс: жібермеу", number: "Нөмірі", open: "Ашу",
  },
  ru: {
    list: "Пакеты документов", none: "Пока не зарегистрировано ни одного пакета документов.", noneShown: "Под этот фильтр ничего не подходит.",
    REGISTERED: "Зарегистрирован", CHECKED: "Проверен", ADMITTED: "Допущен", REFUSED: "Не допущен", APPEALED: "Идёт апелляция",
    all: "Всего", states: "По состоянию", find: "Имя или округ", oblast: "Область", district: "Район или город", everywhere: "все",
    order: "Порядок", byName: "имя", byPlace: "место", byTime: "последние зарегистрированные", byState: "состояние", filters: "Фильтр и порядок",
    export: "Скачать XLSX", okrug: "Сельский округ", candidate: "Кандидат", state: "Состояние", version: "Версия", registered: "Зарегистрирован",
    nominators: "Число выдвинувших", nominatorsOf: "выдвинули: {n}", proposal: "Предложение", proposeYes: "Предложение: допустить", proposeNo: "Предложение: не допускать", number: "Номер", open: "Открыть",
  },
};

export const noFilter = () => ({ text: "", step: "", oblast: "", district: "", order: "byName" });

/** Names of the place, from the okrug up. */
export const names = (okrug) => {
  const p = place(okrug);
  return [say(p.okrug?.name), say(p.district?.name)].filter(Boolean).join(", ") || okrug;
};

export const tag = (step) => h("span", { class: `tag ${LOOKS[step] || ""}` }, t(step));

const collator = new Intl.Collator("kk");
const ORDERS = {
  byName: (a, b) => collator.compare(a.candidateName, b.candidateName),
  byPlace: (a, b) => a.okrug.localeCompare(b.okrug),
  byTime: (a, b) => b.registeredAt.localeCompare(a.registeredAt),
  byState: (a, b) => STEPS.indexOf(a.state) - STEPS.indexOf(b.state),
};

/** Those of `dossiers` that `filter` lets through, its `step` aside, in its order. */
function within(dossiers, filter) {
  const text = filter.text.trim().toLowerCase();
  return dossiers.filter((d) => (!text || `${d.candidateName} ${names(d.okrug)} ${d.dossier}`.toLowerCase().includes(text))
    && (!filter.oblast || d.okrug.slice(0, 2) === filter.oblast.slice(0, 2))
    && (!filter.district || place(d.okrug).district?.kato === filter.district))
    .sort((a, b) => ORDERS[filter.order](a, b) || ORDERS.byName(a, b) || a.dossier.localeCompare(b.dossier));
}

export const shown = (dossiers, filter) => within(dossiers, filter).filter((d) => !filter.step || d.state === filter.step);

/** Shows `state.dossiers` by `state.filter`; `line` gives what stands beside each; `show` shows the page anew. */
export function listView(state, { line, show }) {
  const { filter } = state;
  const set = (name) => (value) => { filter[name] = value; show(); };
  const rows = shown(state.dossiers, filter);
  return [controls(state, set),
    rows.length ? h("ul", { class: "list", id: "dossiers" }, rows.map((d) => h("li", { class: "row" }, line(d))))
      : h("p", { class: "soft" }, t(state.dossiers.length ? "noneShown" : "none")),
    rows.length ? h("p", {}, h("button", { type: "button", class: "second", id: "export", onclick: () => download(rows, state.definition?.zone) }, t("export"))) : null];
}

function controls({ filter, dossiers, definition, me }, set) {
  if (!dossiers.length) return null;
  const oblasts = definition?.oblasts || [];
  const oblast = oblasts.find((o) => o.kato === (filter.oblast || me.scope));
  const named = (places) => places.map((p) => [p.kato, say(p.name)]);
  const choice = (id, options, empty) => {
    const control = select(options, filter[id], id === "oblast" ? (v) => { filter.district = ""; set(id)(v); } : set(id), empty);
    control.id = id;
    return control;
  };
  return [counts(within(dossiers, filter), filter, set("step")),
    h("details", { open: Boolean(filter.text || filter.oblast || filter.district || filter.opened), ontoggle: (e) => { filter.opened = e.target.open; } },
      h("summary", {}, t("filters")), h("div", { class: "grid two" },
        field(t("find"), h("input", { id: "find", type: "search", value: filter.text, oninput: (e) => set("text")(e.target.value) })),
        me.roles.includes("agency") ? field(t("oblast"), choice("oblast", named(oblasts), t("everywhere"))) : null,
        oblast ? field(t("district"), choice("district", named(oblast.districts), t("everywhere"))) : null,
        field(t("order"), choice("order", Object.keys(ORDERS).map((key) => [key, t(key)])))))];
}

function counts(dossiers, filter, choose) {
  const button = (step, label, n) => h("button", { type: "button", class: "second", id: `step-${step || "all"}`, "aria-pressed": String(filter.step === step),
    onclick: () => choose(step) }, `${label}: ${n}`);
  return h("div", { class: "row steps-of", role: "group", "aria-label": t("states") }, button("", t("all"), dossiers.length),
    STEPS.map((step) => button(step, t(step), dossiers.filter((d) => d.state === step).length)));
}

async function download(rows, zone) {
  const head = ["number", "candidate", "okrug", "district", "state", "proposal", "version", "registered", "nominators"].map((key) => t(key));
  const blob = await spreadsheet(t("list"), [head, ...rows.map((d) => {
    const p = place(d.okrug);
    const proposed = d.admitProposed === true ? t("proposeYes") : d.admitProposed === false ? t("proposeNo") : "";
    return [d.dossier, d.candidateName, say(p.okrug?.name) || d.okrug, say(p.district?.name), t(d.state), proposed, d.version, at(d.registeredAt, zone), d.nominators ?? 1];
  })]);
  const url = URL.createObjectURL(blob);
  h("a", { href: url, download: "dossiers.xlsx" }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
