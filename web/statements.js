// Which file of a dossier is which document, where the check cannot tell or is wrong: said by the secretary, kept, shown to all.

import { t, say, at, h, field, select, Refusal } from "/app.js";

export const STATEMENTS = {
  kk: { stateWhat: "Бұл қай құжат?", stateWhatNamed: "Бұл қай құжат? {file}", stateItem: "Құжаттың түрі", stateNone: "тізімде жоқ файл", stateSend: "Тіркеп, қайта тексеру",
    stateHint: "Тексеру файлды танымаса немесе қате таныса, қай құжат екенін көрсетіңіз: мұрағат бірден қайта тексеріледі. Кім не көрсеткені сақталады, оны комиссия көреді.",
    stating: "Тіркеліп, мұрағат қайта тексерілуде…", stated: "Тіркелді, құжаттар қайта тексерілді.", saidBySecretary: "Хатшы көрсетті: {name}, {at}", checkedUnder: "Тексеру хатшының көрсеткенін ескерді.", statements: "Хатшы не көрсетті", replaced: "кейінгісімен ауыстырылды" },
  ru: { stateWhat: "Что это за документ?", stateWhatNamed: "Что это за документ? {file}", stateItem: "Вид документа", stateNone: "файл вне перечня", stateSend: "Записать и проверить заново",
    stateHint: "Если проверка не узнала файл или узнала неверно, укажите, какой это документ: архив сразу проверяется заново. Кто что указал, сохраняется, и комиссия это видит.",
    stating: "Записываем и проверяем архив заново…", stated: "Записано, документы проверены заново.", saidBySecretary: "Указал секретарь: {name}, {at}", checkedUnder: "Проверка учла указания секретаря.", statements: "Что указал секретарь", replaced: "заменено следующим" },
};

const LONGEST = 300_000;
const BETWEEN = 3_000;

const all = (dossier) => dossier.statements || [];

const named = (item, definition) => say(definition?.intake.documents.find((d) => d.id === item)?.name) || t("stateNone");

/** The last word on a file of the version shown; nothing where nobody has said any. */
const holding = (dossier, file) => all(dossier).filter((s) => s.version === dossier.registration.version && s.file === file).at(-1);

/** Who said what the file is, if anybody did. */
export function saidOf(dossier, file, definition) {
  const said = holding(dossier, file);
  return said ? h("div", { class: "small" }, t("saidBySecretary", { name: said.byName || said.by, at: at(said.at, definition?.zone) })) : null;
}

/** That the findings were made with it. */
export const checkedUnder = (proposal) => (proposal.statement ? h("p", { class: "small", id: "checked-under" }, t("checkedUnder")) : null);

/** Lets the secretary say what `file` is; `id` tells its place in the page, `submit(body)` is called with the statement. */
export function statementForm(state, file, id, { submit, show }) {
  const items = (state.definition?.intake.documents || []).filter((d) => d.extensions.includes(extension(file.name)));
  const chosen = state.said[file.name] ?? file.document ?? "";
  const control = select(items.map((d) => [d.id, say(d.name)]), chosen, (value) => { state.said[file.name] = value; show(); }, t("stateNone"));
  control.id = `item-${id}`;
  const send = (e) => {
    e.preventDefault();
    submit({ version: state.open.registration.version, file: file.name, ...(chosen && { item: chosen }) });
  };
  return h("details", { class: "wide", open: Boolean(state.asked[file.name] ?? !file.document), ontoggle: (e) => { state.asked[file.name] = e.target.open; } },
    h("summary", { id: `what-${id}`, "aria-label": t("stateWhatNamed", { file: file.name }) }, t("stateWhat")),
    h("form", { novalidate: true, onsubmit: send }, field(t("stateItem"), control),
      h("button", { class: "second", id: `state-${id}`, disabled: state.busy || chosen === (file.document ?? "") }, t("stateSend"))));
}

const extension = (name) => (name.split("/").pop().match(/\.([^.]*)$/)?.[1] || "").toLowerCase();

/** Sends a statement; asks again where reading the archive takes longer than anybody on the way waits: the number tells a retry. */
export async function sendStatement(dossier, body, call) {
  const place = `/v1/dossiers/${encodeURIComponent(dossier.registration.dossier)}/statements/${all(dossier).length + 1}`;
  const until = Date.now() + LONGEST;
  for (;;) {
    try {
      return await call("PUT", place, body, 35);
    } catch (e) {
      if (!(e instanceof Refusal && e.status === 503) || Date.now() > until) throw e;
      await new Promise((done) => setTimeout(done, BETWEEN));
    }
  }
}

/** Every statement on the version shown, the last one first; those that another one replaced are marked. */
export function statementLog(dossier, definition) {
  const said = all(dossier).filter((s) => s.version === dossier.registration.version);
  return said.length ? h("section", { class: "card", id: "statements" }, h("h2", {}, t("statements")), h("ul", { class: "list" }, [...said].reverse().map((s) => h("li", {},
    h("strong", {}, named(s.item, definition)), holding(dossier, s.file) === s ? null : [" ", h("span", { class: "tag" }, t("replaced"))],
    h("div", {}, s.file), h("div", { class: "soft small" }, `${s.byName || s.by} · ${at(s.at, definition?.zone)}`))))) : null;
}
