// How a rating reads: places, each with where its points come from and why it stands there.

import { t, say, when, h, scopeName } from "/app.js";
import { CHARTS, legend, pointsBar } from "/charts.js";

export const RATING = {
  kk: {
    ...CHARTS.kk,
    place: "Орын", total: "Жалпы ұпай", component: "Неден құралды", points: "Ұпай (100-ден)", weight: "Салмағы", counted: "Саны", substituted: "жауап аз болғандықтан, орташа мән алынды",
    own: "өз балы {own}, орташа балл {mean}", channels: "электронды — {electronic}, қағазда — {paper}", why: "Бұл қалай шықты", ties: "Ұпай тең болғанда", tieStep: "{step}: {value} (тең болғандар: {against})", castingVote: "төрағаның шешуші дауысы",
    chosen: "Өтті", chosenPlace: "{place}-орын", displaced: "Ауданнан ең көбі {max}: алда — {by}", notChosen: "Өтпеді", isOpen: "Тең: төраға шешеді", nomination: "Номинация: {name}",
    disputesOpen: "Жабылмаған даулар: {open}", noSitting: "{scope}: кворумы бар отырыс болған жоқ. Ең көбі {present} мүше қатысты, {needed} керек. Қатыспағандар: {absent}", missing: "Не жетіспейді", quorum: "Кворум жоқ: {present} мүше тапсырды, {needed} керек. Тапсырмағандар: {absent}", sheetNotFiled: "Парақ тапсырылмаған: {member} — {sheet}, {candidate}",
    noCommission: "Комиссия құрамы енгізілмеген", castingVoteNeeded: "Төрағаның шешуші дауысы керек: {candidates}", nobody: "Қатысушы жоқ: {list}.",
    intakeOpen: "Құжат қабылдау аяқталған жоқ", undecided: "Шешім шықпаған құжаттар: {list}", appealsOpen: "Қаралмаған апелляциялар: {list}", appealsPossible: "Шешімге апелляция беру мерзімі әлі өткен жоқ: {list}. Мерзімнің соңы: {until}", earlierStage: "Алдыңғы кезең жарияланбаған: {stage}", earlierCorrected: "Алдыңғы кезең түзетіліп жатыр: {stage}", surveyOpen: "Дауыс беру аяқталған жоқ", sheetsUnconfirmed: "Қағаздан енгізілген парақ расталмаған: {list}", paperUnconfirmed: "Қағаз бюллетеньдердің санағы расталмаған: {list}", recountDiffers: "Қайта санау нәтижесі өзгеше: {list}. Бірінші айырма: {question}{answer} — есептегіште {running}, бюллетеньдерде {recounted}", ballotsCount: "бюллетень саны",
  },
  ru: {
    ...CHARTS.ru,
    place: "Место", total: "Общий балл", component: "Из чего сложился", points: "Баллы (из 100)", weight: "Вес", counted: "Число", substituted: "ответов мало, взято среднее",
    own: "собственный балл {own}, средний {mean}", channels: "электронных — {electronic}, на бумаге — {paper}", why: "Как это получилось", ties: "При равенстве баллов", tieStep: "{step}: {value} (равны: {against})", castingVote: "решающий голос председателя",
    chosen: "Проходит", chosenPlace: "{place} место", displaced: "Не более {max} от района: впереди — {by}", notChosen: "Не проходит", isOpen: "Равенство: решает председатель", nomination: "Номинация: {name}",
    disputesOpen: "Не закрыто споров: {open}", noSitting: "{scope}: не было заседания с кворумом. Больше всего присутствовало {present}, нужно {needed}. Отсутствовали: {absent}", missing: "Чего не хватает", quorum: "Нет кворума: сдали {present}, нужно {needed}. Не сдали: {absent}", sheetNotFiled: "Не сдан лист: {member} — {sheet}, {candidate}",
    noCommission: "Состав комиссии не внесён", castingVoteNeeded: "Нужен решающий голос председателя: {candidates}", nobody: "Нет участников: {list}.",
    intakeOpen: "Приём документов не закончен", undecided: "Нет решения по документам: {list}", appealsOpen: "Не рассмотрены апелляции: {list}", appealsPossible: "Срок апелляции на решение ещё не истёк: {list}. Конец срока: {until}", earlierStage: "Не объявлен предыдущий этап: {stage}", earlierCorrected: "Предыдущий этап исправляется: {stage}", surveyOpen: "Голосование не закончено", sheetsUnconfirmed: "Не подтверждён лист, внесённый с бумаги: {list}", paperUnconfirmed: "Не подтверждён подсчёт бумажных бюллетеней: {list}", recountDiffers: "Пересчёт расходится: {list}. Первое различие: {question}{answer} — в счётчике {running}, в бюллетенях {recounted}", ballotsCount: "число бюллетеней",
  },
};

/** The scopes of a rating. `name` gives a candidate's name; `stage` is the stage's definition. */
export function ratingView(scopes, stage, name) {
  const empty = scopes.filter((scope) => !scope.standings.length && !scope.missing?.length);
  return [stage && scopes.some((scope) => scope.standings.length) ? legend(stage.components) : null, scopes.filter((scope) => !empty.includes(scope)).map((scope) => h("section", { class: "card" }, h("h2", {}, scopeName(scope.scope)),
    missingView(scope.missing ?? [], stage, name),
    h("ol", { class: "list" }, scope.standings.map((s) => standing(s, stage, name))))),
  empty.length ? h("p", { class: "soft" }, t("nobody", { list: empty.map((scope) => scopeName(scope.scope)).join(", ") })) : null];
}

export function missingView(missing, stage, name) {
  if (!missing.length) return null;
  return h("div", { class: "note warn" }, h("p", {}, h("strong", {}, t("missing"))), h("ul", {}, missing.map((m) => h("li", {}, missingText(m, stage, name)))));
}

/** What is missing, in words: of a rating's scope, or an obstacle to an announcement. */
export function missingText(m, stage, name) {
  switch (m.kind) {
    case "quorum": return t("quorum", { present: m.present, needed: m.needed, absent: m.absent.map((id) => name(id)).join(", ") });
    case "noSitting": return t("noSitting", { scope: scopeName(m.scope), present: m.present, needed: m.needed, absent: m.absent.join(", ") });
    case "disputesOpen": return t("disputesOpen", { open: m.open });
    case "sheetNotFiled": return t("sheetNotFiled", { member: name(m.member), sheet: m.sheet, candidate: name(m.candidate) });
    case "castingVoteNeeded": return t("castingVoteNeeded", { candidates: m.candidates.map((id) => name(id)).join(", ") });
    case "undecided": return t("undecided", { list: m.dossiers.map((id) => name(id)).join(", ") });
    case "appealsOpen": return t("appealsOpen", { list: m.dossiers.map((id) => name(id)).join(", ") });
    case "appealsPossible": return t("appealsPossible", { list: m.dossiers.map((id) => name(id)).join(", "), until: when(m.until) });
    case "sheetsUnconfirmed": return t("sheetsUnconfirmed", { list: m.candidates.map((id) => name(id)).join(", ") });
    case "paperUnconfirmed": return t("paperUnconfirmed", { list: m.candidates.map((id) => name(id)).join(", ") });
    case "earlierStage": case "earlierCorrected": return t(m.kind, { stage: m.stage });
    case "recountDiffers": return t("recountDiffers", { list: m.candidates.map((id) => name(id)).join(", "), question: m.first.question || t("ballotsCount"),
      answer: m.first.answer ? ` = ${m.first.answer}` : "", running: m.first.running, recounted: m.first.recounted });
    case "scope": return [scopeName(m.scope), h("ul", {}, m.missing.map((inner) => h("li", {}, missingText(inner, stage, name))))];
    default: return t(m.kind);
  }
}

function outcome(standing, name) {
  const o = standing.outcome;
  switch (o.kind) {
    case "chosen": return h("span", { class: "tag good" }, o.place ? t("chosenPlace", { place: o.place }) : t("chosen"));
    case "displaced": return h("span", { class: "tag warn" }, t("displaced", { max: o.maxPerDistrict, by: o.by.map((id) => name(id)).join(", ") }));
    case "open": return h("span", { class: "tag warn" }, t("isOpen"));
    default: return h("span", { class: "tag" }, t("notChosen"));
  }
}

function standing(s, stage, name) {
  const titles = new Map((stage?.components || []).map((c) => [c.id, say(c.title)]));
  const nominations = new Map((stage?.nominations || []).map((n) => [n.id, say(n.title)]));
  return h("li", {}, h("div", { class: "row" },
    h("span", { class: s.rank <= 3 ? "place top" : "place", "aria-label": `${t("place")} ${s.rank}` }, String(s.rank)),
    h("div", { class: "grow" }, h("strong", {}, name(s.candidate)),
      s.okrug ? h("div", { class: "soft small" }, [say(s.okrug), say(s.district)].join(", ")) : null, h("div", {}, outcome(s, name)),
      s.nominations.map((n) => h("div", {}, h("span", { class: "tag good" }, t("nomination", { name: n.kk ? say(n) : nominations.get(n) || n }))))),
    h("div", {}, h("span", { class: "soft small" }, `${t("total")} `), h("span", { class: "total" }, String(s.total)))),
  stage && s.components.length ? pointsBar(s, stage.components) : null,
  h("details", {}, h("summary", {}, t("why")),
    s.explanation ? h("p", { class: "lines" }, say(s.explanation)) : null, h("div", { class: "scroll", tabindex: "0" }, h("table", {},
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, t("component")), h("th", { scope: "col", class: "num" }, t("points")), h("th", { scope: "col", class: "num" }, t("weight")), h("th", { scope: "col", class: "num" }, t("counted")))),
    h("tbody", {}, s.components.map((c) => h("tr", {}, h("td", {}, titles.get(c.component) || c.component, c.substituted ? ` (${t("substituted")})` : "",
      c.residents ? h("div", { class: "soft small" }, t("own", c.residents)) : null,
      c.channels?.paper ? h("div", { class: "soft small" }, t("channels", c.channels)) : null,
      c.sheets?.length ? h("div", { class: "soft small" }, c.sheets.map((sheet) => `${sheet.member} — ${sheet.points}`).join(", ")) : null),
      h("td", { class: "num" }, String(c.points)), h("td", { class: "num" }, String(c.weight)), h("td", { class: "num" }, String(c.counted))))))),
  s.ties?.length ? [h("h3", {}, t("ties")), h("ol", {}, s.ties.map((tie) => h("li", {}, t("tieStep", {
    step: tieName(tie.step, stage), value: tie.value, against: tie.against.map((id) => name(id)).join(", "),
  }))))] : null));
}

function tieName(step, stage) {
  if (step === "castingVote") return t("castingVote");
  return say(stage?.tieBreaks.find((b) => b.id === step)?.title) || step;
}
