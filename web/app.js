// What every page shares: the language, the frame around the page, elements, requests and their problems.

const COMMON = {
  kk: {
    skip: "Мазмұнына өту", vote: "Дауыс беру", results: "Нәтижелер", receipts: "Түбіртек", staff: "Қызметкерлерге:",
    secretary: "Хатшы", commission: "Комиссия", agency: "Агенттік", sittings: "Отырыстар", votes: "Дауыстарды қорғау", paperCounts: "Қағаз бюллетеньдер", paperSheets: "Қағаздағы парақтар", languages: "Тіл", pages: "Беттер",
    loading: "Жүктелуде…", again: "Қайталау",
    offline: "Серверге қосыла алмадық.", offlineHow: "Интернет байланысын тексеріп, қайталап көріңіз.",
    broken: "Қызметте қате болды.", brokenHow: "Бірнеше минуттан кейін қайталап көріңіз.",
    requestId: "Қате нөмірі", opens: "Ашылады", closes: "Жабылады",
    fieldHow: "Белгіленген өрістерді түзетіп, қайта жіберіңіз.",
    signedOut: "Сеанс аяқталды. Қайта кіріңіз.", notFound: "Мұндай дерек табылмады.",
  },
  ru: {
    skip: "К содержанию", vote: "Голосование", results: "Результаты", receipts: "Квитанция", staff: "Для сотрудников:",
    secretary: "Секретарь", commission: "Комиссия", agency: "Агентство", sittings: "Заседания", votes: "Защита голосов", paperCounts: "Бумажные бюллетени", paperSheets: "Листы на бумаге", languages: "Язык", pages: "Страницы",
    loading: "Загрузка…", again: "Повторить",
    offline: "Не удалось связаться с сервером.", offlineHow: "Проверьте подключение к интернету и повторите.",
    broken: "Ошибка сервиса.", brokenHow: "Повторите через несколько минут.",
    requestId: "Номер ошибки", opens: "Открывается", closes: "Закрывается",
    fieldHow: "Исправьте отмеченные поля и отправьте ещё раз.",
    signedOut: "Сеанс завершён. Войдите снова.", notFound: "Таких данных нет.",
  },
};

const MONTHS = {
  kk: ["қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"],
  ru: ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"],
};

const LANGUAGE = "uzdik.language";
let words = COMMON;
let draw = () => {};

export function language() {
  const asked = new URLSearchParams(location.search).get("lang");
  return (asked || remembered(LANGUAGE)) === "ru" ? "ru" : "kk";
}

function remembered(key) {
  try { return localStorage.getItem(key); } catch { return null; }
}

function choose(lang) {
  try { localStorage.setItem(LANGUAGE, lang); } catch { /* a browser without storage: for this view only */ }
  const url = new URL(location.href);
  if (url.searchParams.has("lang")) url.searchParams.delete("lang");
  history.replaceState(null, "", url);
  draw();
}

/** The wording of `key` in the page's language, with {name} filled in from `values`. */
export function t(key, values = {}) {
  const text = words[language()][key];
  if (text === undefined) throw new Error(`no wording for ${key}`);
  return text.replace(/\{(\w+)\}/g, (all, name) => (name in values ? values[name] : all));
}

/** A {kk, ru} pair of the API in the page's language. */
export function say(pair) {
  return pair ? (language() === "ru" ? pair.ru : pair.kk) : "";
}

/** A local date-time of the calendar ("2027-03-02T09:00") in words. */
export function when(local) {
  const [date, time] = String(local).split("T");
  const [year, month, day] = date.split("-").map(Number);
  const hour = time ? `, ${time.slice(0, 5)}` : "";
  return language() === "ru"
    ? `${day} ${MONTHS.ru[month - 1]} ${year} г.${hour}`
    : `${year} жылғы ${day} ${MONTHS.kk[month - 1]}${hour}`;
}

/** A moment ("…Z") in words, in the contest's zone. */
export function at(instant, zone) {
  const parts = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone || "Asia/Almaty", dateStyle: "short", timeStyle: "short",
  }).format(new Date(instant));
  return when(parts.replace(" ", "T"));
}

/** An element: properties by name (on… are listeners, false and null are left out), children as nodes or text. */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "value" || name === "checked") element[name] = value;
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((c) => c !== null && c !== undefined && c !== false));
  return element;
}

let fields = 0;

/** A labelled control; `control` gets an id and its hint as description. */
export function field(label, control, hint) {
  const id = control.id || (control.id = `f${++fields}`);
  if (hint) control.setAttribute("aria-describedby", `${id}-hint`);
  return h("div", { class: "field" }, h("label", { for: id }, label), control,
    hint ? h("span", { class: "hint", id: `${id}-hint` }, hint) : null);
}

export function select(options, value, onchange, empty) {
  return h("select", { onchange: (e) => onchange(e.target.value) },
    empty === undefined ? null : h("option", { value: "" }, empty),
    options.map(([id, text]) => h("option", { value: id, selected: id === value }, text)));
}

export function note(kind, ...children) {
  return h("div", { class: `note ${kind}`, role: kind === "bad" ? "alert" : "status" }, ...children);
}

/** A refusal of the API, or (status 0) no answer at all. */
export class Refusal extends Error {
  constructor(status, problem = {}) {
    super(problem.title || String(status));
    this.status = status;
    this.problem = problem;
    this.type = String(problem.type || "").split("/").pop();
  }
  /** Whether the same request may be sent again with hope. */
  get passing() { return this.status === 0 || this.status >= 500 || this.type === "too-busy"; }
}

/** Sends JSON and gives the answer's JSON; throws a Refusal for anything but success. */
export async function api(method, path, { body, token, seconds = 25 } = {}) {
  const headers = { "Accept-Language": language(), Accept: "application/json" };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  if (token) headers.Authorization = `Bearer ${token}`;
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), seconds * 1000);
  try {
    const answer = await fetch(path, {
      method, headers, body: body === undefined ? undefined : JSON.stringify(body), signal: abort.signal, cache: "no-store",
    });
    const text = await answer.text();
    const value = text && /json/.test(answer.headers.get("Content-Type") || "") ? JSON.parse(text) : {};
    if (!answer.ok) throw new Refusal(answer.status, value);
    return { status: answer.status, body: value };
  } catch (e) {
    throw e instanceof Refusal ? e : new Refusal(0);
  } finally {
    clearTimeout(timer);
  }
}

/** A published file, or null where it is not there yet. */
export async function published(path) {
  const answer = await fetch(path, { cache: "no-cache" }).catch(() => { throw new Refusal(0); });
  if (answer.status === 404 || answer.status === 403) return null;
  if (!answer.ok) throw new Refusal(answer.status);
  return answer.json();
}

/** What a refusal says and how to mend it. */
export function refusal(error, hints = {}) {
  if (!(error instanceof Refusal)) throw error;
  const p = error.problem;
  const title = error.status === 0 ? t("offline") : error.status === 401 ? t("signedOut")
    : p.title || (error.status === 404 ? t("notFound") : t("broken"));
  const how = p.detail || hints[error.type] || (error.status === 0 ? t("offlineHow") : error.status >= 500 ? t("brokenHow")
    : (p.errors || []).length > 1 ? t("fieldHow") : null);
  return note("bad", h("p", {}, h("strong", {}, title)),
    (p.errors || []).some((e) => e.detail !== title)
      ? h("ul", {}, p.errors.map((e) => h("li", {}, e.detail, " ", h("code", {}, e.pointer)))) : null,
    p.opens ? h("p", {}, `${t("opens")}: ${when(p.opens)}. ${t("closes")}: ${when(p.closes)}.`) : null,
    how ? h("p", {}, how) : null,
    p.requestId ? h("p", { class: "small" }, `${t("requestId")}: ${p.requestId}`) : null);
}

function frame(title) {
  const here = location.pathname;
  const link = (href, key) => h("a", { href, "aria-current": here === href ? "page" : null }, t(key));
  const button = (lang, text) => h("button", {
    type: "button", id: `lang-${lang}`, lang, "aria-pressed": String(language() === lang), onclick: () => choose(lang),
  }, text);
  document.documentElement.lang = language();
  document.title = `${title} · Үздік`;
  document.querySelectorAll(".skip, header.top, footer.bottom").forEach((e) => e.remove());
  document.body.prepend(
    h("a", { class: "skip", href: "#main" }, t("skip")),
    h("header", { class: "top" }, h("div", { class: "bar" },
      h("a", { class: "brand", href: home() }, "Үздік", h("small", { id: "contest" }, contestTitle())),
      h("div", { class: "langs", role: "group", "aria-label": t("languages") }, button("kk", "Қазақша"), button("ru", "Русский")),
      h("nav", { "aria-label": t("pages") }, link(home(), "vote"), link("/results.html", "results"), link(receipts(), "receipts")))));
  document.body.append(h("footer", { class: "bottom" }, t("staff"), " ",
    link("/secretary.html", "secretary"), link("/commission.html", "commission"), link("/sittings.html", "sittings"), link("/agency.html", "agency"), link("/votes.html", "votes"), link("/paper.html", "paperCounts"), link("/paper-sheets.html", "paperSheets")));
}

const home = () => (language() === "ru" ? "/ru.html" : "/");
const receipts = () => (language() === "ru" ? "/receipt-ru.html" : "/receipt.html");

let definition = null;

/** The contest's definition, read once. */
export async function contest() {
  definition ??= await published("/data/contest.json");
  return definition;
}

function contestTitle() {
  return definition ? say(definition.title) : "";
}

/** The place with this KATO and what it lies in: {oblast, district, okrug} of names, as far as there are. */
export function place(kato) {
  for (const oblast of definition?.oblasts || []) {
    if (oblast.kato.slice(0, 2) !== String(kato).slice(0, 2)) continue;
    for (const district of oblast.districts) {
      const okrug = district.okrugs.find((o) => o.kato === kato);
      if (okrug || district.kato === kato) return { oblast, district, okrug };
    }
    return { oblast };
  }
  return {};
}

/** The name of a scope: an oblast, or the republic. */
export function scopeName(scope) {
  if (scope === "republic") return language() === "ru" ? "Республика" : "Республика бойынша";
  return say(place(scope).oblast?.name) || scope;
}

/**
 * Starts a page: `strings` are its own wordings, `view` gives its nodes and is asked again after each change.
 * Gives a function that shows the page anew; it keeps the focus where it was, if that is still there.
 */
export function page({ title, strings, view }) {
  words = { kk: { ...COMMON.kk, ...strings.kk }, ru: { ...COMMON.ru, ...strings.ru } };
  draw = () => {
    const focused = document.activeElement?.id;
    frame(t(title));
    document.getElementById("main").replaceChildren(...[view()].flat(Infinity).filter(Boolean));
    if (focused) document.getElementById(focused)?.focus();
  };
  queueMicrotask(draw); // once the page's module is read to its end
  return draw;
}

/** Moves reading and focus to the page's beginning, after a step that changes all of it. */
export function toTop() {
  window.scrollTo(0, 0);
  document.getElementById("main").focus({ preventScroll: true });
}
