// The agency's page: where the contest stands, commissions, ratings and announcements.

import { t, say, at, when, h, field, note, select, place, published, scopeName, Refusal } from "/app.js";
import { staffPage } from "/staff.js";
import { GIVEN_UP, givenUpView } from "/given-up.js";
import { TURNOUT, turnoutMap } from "/turnout-map.js";
import { RATING, missingText, ratingView } from "/rating-view.js";
import { HANDOVER, handovers, handoverView } from "/handover.js";

const STRINGS = {
  kk: {
    title: "Агенттік беті", refresh: "Жаңарту", now: "Конкурс уақыты", calendar: "Күнтізбе", intake: "Құжат қабылдау", announced: "Хабарландыру", checkUntil: "Тексеру соңы", uploadUntil: "Архивтерді жүктеу соңы", selectionUntil: "Іріктеу соңы", regionalUntil: "Өңірлік кезең соңы", handoverUntil: "Материалдарды Агенттікке тапсыру", republicanUntil: "Республикалық кезең соңы", openDisputes: "Қаралмаған даулар: {n}", conspicuous: "Көзге түсетіні: {n}", toFigures: "Есепке өту", done: "Толық тапсырған мүше", corrections: "Түзету", allOver: "Бүкіл сауалнама", BURST: "Бір сағатта көп дауыс", OFFICE_HOURS: "Жұмыс уақытында ғана", NETWORK: "Бір желіден көп дауыс", SAME_ANSWERS: "Бірдей жауаптар", TURNOUT: "Тұрғыннан көп дауыс", MAIL_DOMAIN: "Бір пошта доменінен көп", dossiers: "Құжаттар", oblast: "Облыс", survey: "Сауалнама: {name}", ballots: "Есепке алынатын дауыс: {n}", annulled: "Күші жойылған дауыс: {n}",
    REGISTERED: "Тіркелді", CHECKED: "Тексерілді", ADMITTED: "Жіберілді", REFUSED: "Жіберілмеді", APPEALED: "Апелляцияда", none: "Әзірге жоқ.",
    stages: "Кезеңдер", WAITING: "Күтуде", OPEN: "Жүріп жатыр", ANNOUNCED: "Жарияланды", rateAt: "Кесте бойынша рейтинг: {date}", rated: "Соңғы рейтинг: {date}", announcedAt: "Жарияланған уақыты: {date}",
    sheets: "Парақтар", scope: "Аймақ", candidates: "Үміткер", filed: "Тапсырылды", missingTitle: "Жариялауға не кедергі", ready: "Жариялауға бәрі дайын.",
    slow: "Есептеу ұзағырақ жүріп жатыр. Бұл бетті жаппаңыз: жауап дайын болғанда өзі шығады.",
    rate: "Рейтинг жасау", rateDone: "Рейтинг жасалды. Қайта санау {equal}.", equal: "сәйкес келді", differs: "СӘЙКЕС КЕЛМЕДІ", announce: "Жариялау", announceSure: "Жариялауды кері қайтару мүмкін емес: нәтижелер жарияланып, барлығына хат жіберіледі. «{stage}» кезеңін жариялайсыз ба?",
    foreseen: "Не жарияланады", nobodyChosen: "Ешкім өтпейді", secondPerson: "Жариялауды екінші қызметкер растайды.", proposedBy: "Жариялауды ұсынған: {by}", proposedDone: "Ұсыныс тіркелді: жариялауды басқа қызметкер растауы керек.", yes: "Иә, жариялау", no: "Жоқ", announceDone: "Жарияланды: нәтижелер, хаттама мен деректер мұрағаты дайын.", notReady: "Әзірге жариялауға болмайды:", resultsPage: "Нәтижелер беті", pack: "Деректер мұрағаты", last: "Соңғы рейтинг",
    CORRECTING: "Түзетілуде", correct: "Жариялауды түзету", correctWhat: "Жарияланған қорытынды өзгермейді және қолжетімді болып қалады. Түзету басталғанда кезеңнің жазбалары тек тіркелетін әрекеттер үшін қайта ашылады: құжат бойынша шешім, парақты түзету, дауыстардың күшін жою, отырыс, төрағаның дауысы. Содан кейін жаңа қорытынды жарияланады, ол ескісін атап көрсетеді.",
    reasonKk: "Түзету себебі қазақша (жарияланады)", reasonRu: "Түзету себебі орысша (жарияланады)", openCorrection: "Түзетуді бастау", correctionOpened: "Түзету басталды: кезеңнің жазбалары қайта ашылды.", correctsNumber: "№ {n} жариялау түзетіліп жатыр. Себебі: {reason}", announceCorrection: "Түзетілген қорытындыны жариялау",
    changes: "Не өзгереді", noChanges: "Орындар да, балдар да өзгермейді.", GAINS: "орын алады", LOSES: "орнынан айырылады", PLACE: "басқа орын немесе номинация", TAKES_PART: "қатысуы өзгереді", POINTS: "рейтингтегі орны немесе балы", was: "{rank}-орын, {total}", nowhere: "рейтингте жоқ",
    unanswered: "Бас тарту ұсынылған, бірақ мүше жауап бермеген (жариялауға кедергі емес)", commissions: "Комиссиялар", pick: "таңдаңыз", members: "Мүшелер", membersHint: "Әр жолда бір мүше: белгі; аты-жөні; электрондық пошта; рөлі (CHAIR, DEPUTY немесе MEMBER). Белгі — мүшенің жүйедегі есептік жазбасы.", save: "Құрамды сақтау", saved: "Комиссия құрамы сақталды.", badLine: "{n}-жолда төрт бөлік болуы керек.", load: "Көрсету", noCommission: "Комиссия құрамы әлі енгізілмеген: енгізіңіз.",
  },
  ru: {
    title: "Страница агентства", refresh: "Обновить", now: "Время конкурса", calendar: "Календарь", intake: "Приём документов", announced: "Объявление конкурса", checkUntil: "Конец проверки", uploadUntil: "Конец загрузки архивов", selectionUntil: "Конец отбора", regionalUntil: "Конец регионального этапа", handoverUntil: "Передача материалов в Агентство", republicanUntil: "Конец республиканского этапа", openDisputes: "Не рассмотрено споров: {n}", conspicuous: "Примечательного: {n}", toFigures: "К отчёту", done: "Членов, сдавших всё", corrections: "Исправлений", allOver: "Весь опрос", BURST: "Много голосов за час", OFFICE_HOURS: "Только в рабочее время", NETWORK: "Много из одной сети", SAME_ANSWERS: "Одинаковые ответы", TURNOUT: "Голосов больше, чем жителей", MAIL_DOMAIN: "Много с одного почтового домена", dossiers: "Документы", oblast: "Область", survey: "Опрос: {name}", ballots: "Учитывается голосов: {n}", annulled: "Аннулировано голосов: {n}",
    REGISTERED: "Зарегистрировано", CHECKED: "Проверено", ADMITTED: "Допущено", REFUSED: "Не допущено", APPEALED: "На апелляции", none: "Пока нет.",
    stages: "Этапы", WAITING: "Ждёт", OPEN: "Идёт", ANNOUNCED: "Объявлен", rateAt: "Рейтинг по расписанию: {date}", rated: "Последний рейтинг: {date}", announcedAt: "Объявлено: {date}",
    sheets: "Листы", scope: "Регион", candidates: "Кандидатов", filed: "Сдано", missingTitle: "Что мешает объявить", ready: "Всё готово к объявлению.",
    slow: "Подсчёт идёт дольше обычного. Не закрывайте страницу: ответ появится сам, как только будет готов.",
    rate: "Составить рейтинг", rateDone: "Рейтинг составлен. Пересчёт {equal}.", equal: "совпал", differs: "НЕ СОВПАЛ", announce: "Объявить", announceSure: "Объявление нельзя отменить: результаты будут опубликованы, всем уйдут письма. Объявить этап «{stage}»?",
    foreseen: "Что будет объявлено", nobodyChosen: "Не проходит никто", secondPerson: "Объявление подтверждает второй сотрудник.", proposedBy: "Объявить предложил(а): {by}", proposedDone: "Предложение записано: объявление должен подтвердить другой сотрудник.", yes: "Да, объявить", no: "Нет", announceDone: "Объявлено: результаты, протокол и архив данных готовы.", notReady: "Пока объявить нельзя:", resultsPage: "Страница результатов", pack: "Архив данных", last: "Последний рейтинг",
    CORRECTING: "Исправляется", correct: "Исправить объявление", correctWhat: "Объявленные итоги не меняются и остаются доступны. С началом исправления записи этапа снова открыты, но только для действий, которые записываются: решение по документам, исправление листа, аннулирование голосов, заседание, голос председателя. Затем объявляются новые итоги, которые называют прежние.",
    reasonKk: "Причина исправления по-казахски (публикуется)", reasonRu: "Причина исправления по-русски (публикуется)", openCorrection: "Начать исправление", correctionOpened: "Исправление начато: записи этапа снова открыты.", correctsNumber: "Исправляется объявление № {n}. Причина: {reason}", announceCorrection: "Объявить исправленные итоги",
    changes: "Что изменится", noChanges: "Ни места, ни баллы не меняются.", GAINS: "получает место", LOSES: "теряет место", PLACE: "другое место или номинация", TAKES_PART: "участие меняется", POINTS: "место в рейтинге или баллы", was: "{rank} место, {total}", nowhere: "в рейтинге нет",
    unanswered: "Предложен самоотвод, а член комиссии не ответил (объявлению не мешает)", commissions: "Комиссии", pick: "выберите", members: "Члены", membersHint: "В каждой строке один член: идентификатор; имя; электронная почта; роль (CHAIR, DEPUTY или MEMBER). Идентификатор — учётная запись члена в системе.", save: "Сохранить состав", saved: "Состав комиссии сохранён.", badLine: "В строке {n} должно быть четыре части.", load: "Показать", noCommission: "Состав комиссии ещё не внесён: внесите его.",
  },
};

const state = { correct: {}, contest: null, mails: null, slow: false, sure: null, preview: null, obstacles: null, turnout: [], ratings: {}, scope: "", members: "", membersNote: null };
const { show, run, call } = staffPage({
  title: "title", strings: { kk: { ...RATING.kk, ...TURNOUT.kk, ...HANDOVER.kk, ...GIVEN_UP.kk, ...STRINGS.kk }, ru: { ...RATING.ru, ...TURNOUT.ru, ...HANDOVER.ru, ...GIVEN_UP.ru, ...STRINGS.ru } }, roles: ["agency"], load, view, state,
});

/** The gateway stops waiting after 30 s; a republic's recount and evidence may take as long as a function may. */
const PAST_GATEWAY = 35;
const LONGEST = 15 * 60_000;
const BETWEEN = 5_000;

async function load() {
  state.contest = await call("GET", "/v1/state");
  state.handovers = await handovers(call);
  const surveys = state.definition?.surveys ?? [];
  state.turnout = (await Promise.all(surveys.map((s) => published(`/data/turnout-${s.id}.json`)))).filter(Boolean);
}

function view() {
  if (!state.contest) return null;
  return [state.slow ? note("warn", h("p", { role: "status", id: "slow" }, t("slow"))) : null, overview(), h("h2", {}, t("stages")), state.contest.stages.map(stage), handoverView(state.handovers), commissions(), dossiers(), givenUp()];
}

function overview() {
  const { calendar, now, zone, ballots, annulled, openDisputes } = state.contest;
  return h("section", { class: "card" },
    h("div", { class: "row between" }, h("h2", {}, t("calendar")), h("button", { type: "button", class: "second", id: "refresh", disabled: state.busy, onclick: () => run(load) }, t("refresh"))),
    h("dl", { class: "facts" }, h("dt", {}, t("now")), h("dd", {}, at(now, zone)),
      h("dt", {}, t("announced")), h("dd", {}, when(calendar.announced)),
      h("dt", {}, t("intake")), h("dd", {}, `${when(calendar.intake.opens)} — ${when(calendar.intake.closes)}`),
      ["uploadUntil", "checkUntil", "selectionUntil", "regionalUntil", "handoverUntil", "republicanUntil"].map((day) => [h("dt", {}, t(day)), h("dd", {}, when(calendar[day]))]),
      Object.entries(ballots).map(([id, n]) => [h("dt", {}, t("survey", { name: surveyName(id) })), h("dd", {}, t("ballots", { n })), annulled[id] ? h("dd", {}, t("annulled", { n: annulled[id] })) : null,
        openDisputes[id] ? h("dd", {}, h("span", { class: "tag warn" }, t("openDisputes", { n: openDisputes[id] }))) : null])),
    conspicuous(),
    state.turnout.map((turnout) => turnoutMap(turnout, state.definition.oblasts)));
}

/** How often each anomaly rule speaks, by oblast, with a link to the figures. */
function conspicuous() {
  const { anomalies } = state.contest;
  if (!anomalies.length) return null;
  const places = [...new Set(anomalies.map((a) => `${a.survey} ${a.oblast}`))].map((key) => key.split(" "));
  return h("details", { id: "conspicuous" }, h("summary", {}, t("conspicuous", { n: anomalies.reduce((all, a) => all + a.times, 0) })), h("ul", {}, places.map(([survey, oblast]) =>
    h("li", {}, `${oblast ? scopeName(oblast) : t("allOver")}: ${anomalies.filter((a) => a.survey === survey && a.oblast === oblast).map((a) => `${t(a.rule)} — ${a.times}`).join("; ")} `,
      oblast ? h("a", { href: `/votes.html?survey=${encodeURIComponent(survey)}&oblast=${oblast}#figures` }, t("toFigures")) : null))));
}

const surveyName = (id) => say(state.definition?.surveys.find((s) => s.id === id)?.title) || id;
const definitionOf = (id) => state.definition?.stages.find((s) => s.id === id);

function stage(s) {
  const look = { ANNOUNCED: "good", OPEN: "warn", CORRECTING: "warn" }[s.step] || "";
  const zone = state.contest.zone;
  return h("section", { class: "card", id: `card-${s.stage}` },
    h("div", { class: "row between" }, h("h3", {}, say(s.title)), h("span", { class: `tag ${look}` }, t(s.step))),
    definitionOf(s.stage) ? h("p", { class: "soft small" }, t("rateAt", { date: when(definitionOf(s.stage).rateAt) })) : null,
    s.rated.map((r) => h("p", { class: "soft small" }, t("rated", { date: at(r.at, zone) }))),
    s.announced.map((a) => h("p", {}, t("announcedAt", { date: at(a.at, zone) }))),
    s.announced.length ? h("p", { class: "row" }, h("a", { href: `/results.html?stage=${s.stage}` }, t("resultsPage")), h("a", { href: `/evidence/evidence-${s.stage}${s.announced.length > 1 ? `-${s.announced.length}` : ""}.zip` }, t("pack"))) : null,
    s.step === "ANNOUNCED" ? correction(s) : null,
    s.correction ? note("warn", h("p", {}, t("correctsNumber", { n: s.correction.number, reason: say(s.correction.reason) }))) : null,
    s.step === "OPEN" || s.step === "CORRECTING" ? [sheets(s.sheets), missing(s), unanswered(s.unanswered), actions(s)] : null, lastRating(s));
}

/** The form that opens the correction of the last announcement. */
function correction(s) {
  const typed = state.correct[s.stage] ??= { kk: "", ru: "" };
  const reason = (lang, label) => field(t(label), h("textarea", { id: `correct-${lang}-${s.stage}`, rows: "3", maxlength: "1000", lang, oninput: (e) => { typed[lang] = e.target.value; } }, typed[lang]));
  return h("details", { id: `correct-${s.stage}`, open: Boolean(typed.kk || typed.ru) }, h("summary", {}, t("correct")), h("p", {}, t("correctWhat")),
    h("form", { novalidate: true, onsubmit: (e) => { e.preventDefault(); return openCorrection(s, typed); } },
      reason("kk", "reasonKk"), reason("ru", "reasonRu"), h("button", { class: "danger", id: `open-${s.stage}`, disabled: state.busy }, t("openCorrection"))));
}

function openCorrection(s, typed) {
  return run(async () => {
    await call("POST", "/v1/corrections", { stage: s.stage, number: s.announced.at(-1).number, reason: { ...typed } });
    delete state.correct[s.stage];
    await load();
    return t("correctionOpened");
  });
}

/** A candidate by their rural district, which the dossier's id names; anybody else as they are. */
function okrugName(id) {
  const { okrug, district } = id.startsWith("d-") ? place(id.slice(2)) : {};
  return okrug ? `${say(okrug.name)} (${say(district.name)})` : id;
}

function sheets(rows) {
  return h("div", { class: "scroll", tabindex: "0" }, h("table", {}, h("caption", { class: "hidden" }, t("sheets")),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, t("scope")), h("th", { scope: "col", class: "num" }, t("candidates")), h("th", { scope: "col", class: "num" }, t("filed")), h("th", { scope: "col", class: "num" }, t("done")), h("th", { scope: "col", class: "num" }, t("corrections")))),
    h("tbody", {}, rows.map((r) => h("tr", {}, h("td", {}, say(r.name)), h("td", { class: "num" }, String(r.candidates)), h("td", { class: "num" }, `${r.filed} / ${r.ofAllMembers}`),
      h("td", { class: "num" }, r.candidates ? `${r.done} / ${r.members}` : "—"), h("td", { class: "num" }, String(r.corrections)))))));
}

/** Only a few of a long list: the whole is in the rating. */
function shortened(obstacles) {
  return h("ul", {}, obstacles.map((o) => h("li", {}, missingText(o.kind === "scope" ? { ...o, missing: o.missing.slice(0, 5) } : o, null, okrugName))));
}

function missing(s) {
  if (state.obstacles?.stage === s.stage) return note("bad", h("p", {}, h("strong", {}, t("notReady"))), shortened(state.obstacles.list));
  if (!s.missing.length) return note("good", h("p", {}, t("ready")));
  return h("div", { class: "note warn" }, h("p", {}, h("strong", {}, t("missingTitle"))), shortened(s.missing));
}

/** A warning: suggested recusals keep nothing from being announced. */
function unanswered(list) {
  return list?.length ? h("div", { class: "note warn" }, h("p", {}, h("strong", {}, t("unanswered"))),
    h("ul", {}, list.map((one) => h("li", {}, `${scopeName(one.scope)}: ${one.member} — ${okrugName(one.candidate)}`)))) : null;
}

function actions(s) {
  if (state.sure === s.stage) {
    return note("warn", foreseen(s), h("p", {}, t("announceSure", { stage: say(s.title) })), h("div", { class: "row" },
      h("button", { type: "button", class: "danger", id: `sure-${s.stage}`, disabled: state.busy, onclick: () => announce(s) }, t("yes")),
      h("button", { type: "button", class: "second", onclick: () => { state.sure = null; show(); } }, t("no"))));
  }
  return h("div", { class: "row" },
    h("button", { type: "button", class: "second", id: `rate-${s.stage}`, disabled: state.busy, onclick: () => rate(s.stage) }, t("rate")),
    h("button", { type: "button", id: `announce-${s.stage}`, disabled: state.busy, onclick: () => preview(s.stage) }, t(s.correction ? "announceCorrection" : "announce")));
}

/** What the announcement would say, scope by scope. */
function foreseen(s) {
  const { scopes, secondPerson, proposedBy } = state.preview;
  return [state.preview.corrects ? changes(state.preview.changes) : null, h("p", {}, h("strong", {}, t("foreseen"))),
    h("ul", {}, scopes.map((scope) => h("li", {}, `${scopeName(scope.scope)}: `, scope.chosen.length
      ? scope.chosen.map((c) => `${c.outcome.place ? `${c.outcome.place}. ` : ""}${okrugName(c.candidate)} — ${c.total}`).join("; ") : t("nobodyChosen")))),
    unanswered(state.preview.unanswered),
    secondPerson ? h("p", {}, proposedBy ? t("proposedBy", { by: proposedBy }) : t("secondPerson")) : null];
}

/** Who gains, who loses, and what else another announcement would say. */
function changes(list) {
  const place = (standing) => (standing ? t("was", { rank: standing.rank, total: standing.total }) : t("nowhere"));
  return [h("p", {}, h("strong", {}, t("changes"))), list.length
    ? h("ul", { id: "changes" }, list.map((c) => h("li", {}, `${okrugName(c.candidate)} — ${t(c.effect)}: ${place(c.before)} → ${place(c.after)}`)))
    : h("p", {}, t("noChanges"))];
}

/** Shows what would be announced, or what is missing for it. */
function preview(id) {
  return run(async () => {
    Object.assign(state, { sure: null, obstacles: null, preview: null });
    const seen = await outlasting(() => call("POST", "/v1/announcements/previews", { stage: id }, PAST_GATEWAY));
    if (seen.ready) Object.assign(state, { sure: id, preview: seen });
    else state.obstacles = { stage: id, list: seen.missing };
  });
}

function lastRating(s) {
  const made = state.ratings[s.stage];
  if (!made) return null;
  return h("details", { open: true }, h("summary", {}, t("last")), ratingView(made.rating.scopes, definitionOf(s.stage), okrugName));
}

/** Asks again for what may be asked for twice and takes longer than anybody on the way waits; says that it does. */
async function outlasting(ask) {
  const until = Date.now() + LONGEST;
  for (;;) {
    try {
      return await ask();
    } catch (e) {
      if (!(e instanceof Refusal && e.status === 503) || Date.now() > until) throw e;
      state.slow = true;
      show();
      await new Promise((done) => setTimeout(done, BETWEEN));
    } finally {
      state.slow = false;
    }
  }
}

function rate(id) {
  return run(async () => {
    state.ratings[id] = await outlasting(() => call("POST", `/v1/ratings/${encodeURIComponent(id)}`, undefined, PAST_GATEWAY));
    await load();
    const equal = state.ratings[id].recount?.equal ?? true;
    return t("rateDone", { equal: t(equal ? "equal" : "differs") });
  });
}

function announce(s) {
  const id = s.stage;
  return run(async () => {
    Object.assign(state, { sure: null, obstacles: null });
    try {
      const answer = await outlasting(() => call("POST", "/v1/announcements", s.correction ? { stage: id, corrects: s.correction.number } : { stage: id }, PAST_GATEWAY));
      if (answer.published === undefined) return t("proposedDone");
    } catch (e) {
      if (e instanceof Refusal && e.type === "not-ready") state.obstacles = { stage: id, list: e.problem.missing || [] };
      throw e;
    }
    await load();
    return t("announceDone");
  });
}

/* ---- commissions */

function commissions() {
  const scopes = [...(state.definition?.oblasts || []).map((o) => [o.kato, say(o.name)]), ["republic", scopeName("republic")]];
  const choose = select(scopes, state.scope, (v) => { Object.assign(state, { scope: v, members: "", membersNote: null }); if (v) run(readCommission); else show(); }, t("pick"));
  choose.id = "commission-scope";
  return h("section", { class: "card" }, h("h2", {}, t("commissions")), field(t("scope"), choose),
    state.scope ? h("form", { novalidate: true, onsubmit: save },
      state.membersNote ? note("warn", h("p", {}, state.membersNote)) : null,
      field(t("members"), h("textarea", { id: "members", rows: "10", spellcheck: "false", oninput: (e) => { state.members = e.target.value; } }, state.members), t("membersHint")),
      h("button", { disabled: state.busy, id: "save-commission" }, t("save"))) : null);
}

async function readCommission() {
  try {
    const { members } = await call("GET", `/v1/commissions/${state.scope}`);
    Object.assign(state, { membersNote: null, members: members.map((m) => [m.id, m.name, m.email, m.role].join("; ")).join("\n") });
  } catch (e) {
    if (!(e instanceof Refusal) || e.status !== 404) throw e;
    state.membersNote = t("noCommission");
  }
}

function save(e) {
  e.preventDefault();
  const lines = state.members.split("\n").map((line) => line.trim()).filter(Boolean).map((line) => line.split(/[;\t]/).map((part) => part.trim()));
  const bad = lines.findIndex((parts) => parts.length !== 4);
  if (bad >= 0) {
    state.membersNote = t("badLine", { n: bad + 1 });
    return show();
  }
  return run(async () => {
    state.membersNote = null;
    await call("PUT", `/v1/commissions/${state.scope}`, { members: lines.map(([id, name, email, role]) => ({ id, name, email, role: role.toUpperCase() })) });
    return t("saved");
  });
}

function dossiers() {
  const steps = ["REGISTERED", "CHECKED", "ADMITTED", "REFUSED", "APPEALED"];
  const rows = state.contest.dossiers.filter((o) => Object.keys(o.states).length);
  return h("section", { class: "card" }, h("h2", {}, t("dossiers")), !rows.length ? h("p", { class: "soft" }, t("none")) : h("div", { class: "scroll", tabindex: "0" }, h("table", {},
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, t("oblast")), steps.map((s) => h("th", { scope: "col", class: "num" }, t(s))))),
    h("tbody", {}, rows.map((o) => h("tr", {}, h("td", {}, say(o.name)), steps.map((s) => h("td", { class: "num" }, String(o.states[s] || 0)))))))));
}

/* ---- mails that were given up */

async function readMails() {
  state.mails = (await call("GET", "/v1/mails")).mails;
}

function givenUp() {
  return givenUpView(state.mails, { zone: state.contest.zone, busy: state.busy, look: () => run(readMails), about: (id) => (id ? okrugName(id) : ""),
    again: ({ mail, round }) => run(async () => {
      await call("POST", "/v1/mails", { mail, round });
      await readMails();
      return t("mailSent");
    }) });
}
