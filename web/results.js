// Announced results: every place with its reasons, what to download, how to find one's receipt.

import { page, t, say, at, when, h, field, note, language, place, published, refusal, contest } from "/app.js";
import { barTable } from "/charts.js";
import { RATING, ratingView } from "/rating-view.js";

const STRINGS = {
  kk: {
    title: "Нәтижелер", notYet: "Бұл кезеңнің қорытындысы әлі жарияланған жоқ. Рейтинг {date} жасалады (Астана уақыты).", announced: "Жарияланған уақыты: {date}",
    downloads: "Құжаттар", protocol: "Комиссияның хаттамасы", protocolPdf: "Хаттама (PDF)", pack: "Тексеруге арналған деректер (ZIP)",
    packWhat: "Бұл мұрағатта қорытындыға негіз болған барлық дерек бар: кез келген адам оны өз компьютерінде қайта есептей алады.", verifyPage: "Осы браузерде қайта есептеу",
    receiptTitle: "Дауысыңызды тексеру", receiptWhat: "Сауалнамаға қатысқан болсаңыз, түбіртек нөміріңізді осында енгізіңіз немесе деректер мұрағатындағы receipts файлынан табыңыз. Ол дауысыңыздың есепке алынғанын көрсетеді, бірақ қалай дауыс бергеніңізді ешкімге көрсетпейді. Нөмір табылмаса, облыстық комиссияның хатшысына хабарлаңыз.",
    receiptNumber: "Түбіртек нөмірі", receiptHint: "Он таңба, мысалы 7Q2MX-4H9TN", receiptLook: "Тексеру",
    table: "Кесте", checksums: "Файлдардың SHA-256 бақылау сомалары", json: "Деректер (JSON)", XLSX: "Excel (XLSX)", CSV: "CSV",
    votedTitle: "Облыстар бойынша қанша адам дауыс берді", oblast: "Облыс", votes: "Дауыс", votedPaper: "{electronic}, қағазда {paper}", votedNone: "Бұл кезеңде дауыс берген тұрғын жоқ.",
    trustTitle: "Әкіміне сенетін тұрғындардың үлесі", share: "Үлесі", ofWhom: "Дереккөз", trustHere: "Осы сауалнама: {akims} әкім туралы {answers} жауап",
    trustHow: "«{question}» деген сұраққа {answers} деп жауап бергендердің үлесі: {trusting} / {all}. {dontKnow} Рейтингке бұл сұрақ кірмейді.", dontKnowIn: "«Білмеймін» дегендер де саналған.", dontKnowOut: "«Білмеймін» дегендер саналмаған.",
    trustCare: "Екі сан әртүрлі жолмен алынған: мұнда конкурсқа ұсынылған әкімдер туралы қалаған тұрғындар ғана жауап берді. Сондықтан олардың айырмасы сенімнің өскенін не азайғанын дәлелдемейді.",
    turnout: "Қанша адам дауыс берді", turnoutWhat: "Жағдай: {hour}. Әр ауылдық округ бойынша сан сағатына бір рет және {step}-ке дейін кемітіліп жарияланады: кімнің қашан дауыс бергені көрінбесін деп. Жауаптар қорытындымен бірге жарияланады.", turnoutNone: "Әзірге жарияланған жоқ.", okrug: "Ауылдық округ", ballots: "Дауыс", fewer: "{n}-ден аз",
    paper: "Қағаз бюллетеньдер", paperShown: "Рейтингке қосылмайды, тұрғындардың дауыстарының қасында көрсетіледі.", paperCounted: "Рейтингке тұрғындардың дауыстарымен бірге қосылған.", onPaper: "Қағазда", question: "{n}-сұрақ", paperAnnulled: "күші жойылған",
    annulments: "Күші жойылған дауыстар", annulled: "{n} дауыстың күші жойылды.", restored: "Шешім қайтарылды: {reason}",
    correctedTitle: "Бұл қорытынды түзетілген", correctedBy: "Кейінірек басқа қорытынды жарияланды: осы бет сол күйінде сақталған.", toHolding: "Күшіндегі қорытындыны ашу", correction: "Түзету", correctionOf: "Бұл {date} жарияланған қорытындының орнына жарияланды. Себебі: {reason}", toEarlier: "Бұрынғы қорытындыны ашу", earlierPack: "Бұрынғы деректер мұрағатының SHA-256 сомасы:", noChanges: "Орындар да, балдар да өзгермейді.",
    GAINS: "орын алады", LOSES: "орнынан айырылады", PLACE: "басқа орын немесе номинация", TAKES_PART: "қатысуы өзгереді", POINTS: "рейтингтегі орны немесе балы",
    noContest: "Конкурс туралы мәліметтер әлі жарияланған жоқ.", stages: "Кезеңдер",
  },
  ru: {
    title: "Результаты", notYet: "Итоги этого этапа ещё не объявлены. Рейтинг составляется {date} (по времени Астаны).", announced: "Объявлено: {date}",
    downloads: "Документы", protocol: "Протокол комиссии", protocolPdf: "Протокол (PDF)", pack: "Данные для проверки (ZIP)",
    packWhat: "В этом архиве всё, на чём основаны итоги: каждый может пересчитать их на своём компьютере.", verifyPage: "Пересчитать в этом браузере",
    receiptTitle: "Проверить свой голос", receiptNumber: "Номер квитанции", receiptHint: "Десять знаков, например 7Q2MX-4H9TN", receiptLook: "Проверить",
    table: "Таблица", checksums: "Контрольные суммы SHA-256 файлов", json: "Данные (JSON)", XLSX: "Excel (XLSX)", CSV: "CSV",
    votedTitle: "Сколько человек проголосовало по областям", oblast: "Область", votes: "Голосов", votedPaper: "{electronic}, на бумаге {paper}", votedNone: "На этом этапе никто из жителей не голосовал.",
    trustTitle: "Доля жителей, доверяющих своему акиму", share: "Доля", ofWhom: "Источник", trustHere: "Этот опрос: ответов — {answers}, акимов — {akims}",
    trustHow: "Доля тех, кто на вопрос «{question}» ответил {answers}: {trusting} из {all}. {dontKnow} В рейтинг этот вопрос не входит.", dontKnowIn: "Ответившие «не знаю» учтены.", dontKnowOut: "Ответившие «не знаю» не учтены.",
    trustCare: "Эти числа получены по-разному: здесь отвечали только желающие и только об акимах, выдвинутых на конкурс. Поэтому разница не доказывает, что доверие выросло или упало.",
    receiptWhat: "Если вы участвовали в опросе, введите номер своей квитанции здесь или найдите его в файле receipts архива с данными. Он показывает, что голос учтён, но никому не показывает, как вы голосовали. Если номера нет, сообщите секретарю областной комиссии.",
    turnout: "Сколько человек проголосовало", turnoutWhat: "На {hour}. Число по каждому сельскому округу публикуется раз в час и с округлением вниз до кратного {step}, чтобы не было видно, кто и когда голосовал. Ответы публикуются вместе с итогами.", turnoutNone: "Пока не опубликовано.", okrug: "Сельский округ", ballots: "Голосов", fewer: "меньше {n}",
    paper: "Бумажные бюллетени", paperShown: "В рейтинг не входят, показаны рядом с голосами жителей.", paperCounted: "Вошли в рейтинг вместе с голосами жителей.", onPaper: "На бумаге", question: "вопрос {n}", paperAnnulled: "аннулированы",
    annulments: "Аннулированные голоса", annulled: "Аннулировано голосов: {n}.", restored: "Решение отменено: {reason}",
    correctedTitle: "Эти итоги исправлены", correctedBy: "Позже объявлены другие итоги; эта страница сохранена такой, какой была.", toHolding: "Открыть итоги, которые действуют", correction: "Исправление", correctionOf: "Объявлено вместо итогов от {date}. Причина: {reason}", toEarlier: "Открыть прежние итоги", earlierPack: "SHA-256 прежнего архива данных:", noChanges: "Ни места, ни баллы не меняются.",
    GAINS: "получает место", LOSES: "теряет место", PLACE: "другое место или номинация", TAKES_PART: "участие меняется", POINTS: "место в рейтинге или баллы",
    noContest: "Сведения о конкурсе ещё не опубликованы.", stages: "Этапы",
  },
};

const state = { ready: false, failure: null, definition: null, stage: null, files: new Map(), old: null, turnout: new Map() };
const show = page({ title: "title", strings: { kk: { ...RATING.kk, ...STRINGS.kk }, ru: { ...RATING.ru, ...STRINGS.ru } }, view });

start();

async function start() {
  try {
    state.definition = await contest();
    for (const stage of state.definition?.stages || []) state.files.set(stage.id, await published(`/data/results-${stage.id}.json`));
    const announced = [...state.files].filter(([, file]) => file).map(([id]) => id);
    const query = new URLSearchParams(location.search), asked = query.get("stage"), number = Number(query.get("number"));
    state.stage = state.files.has(asked) ? asked : announced.at(-1) || state.definition?.stages[0].id;
    const holding = state.files.get(asked);
    state.old = holding && Number.isInteger(number) && number > 0 && number < holding.number ? await published(`/data/results-${asked}-${number}.json`) : null;
    state.failure = null;
  } catch (e) {
    state.failure = e;
  }
  state.ready = true;
  show();
}

function view() {
  const heading = h("h1", {}, t("title"));
  if (!state.ready) return [heading, h("p", { role: "status" }, t("loading"))];
  if (state.failure) return [heading, refusal(state.failure), h("button", { type: "button", onclick: start }, t("again"))];
  if (!state.definition) return [heading, note("warn", h("p", {}, t("noContest")))];
  const stage = state.definition.stages.find((s) => s.id === state.stage);
  const file = state.old?.stage === state.stage ? state.old : state.files.get(state.stage);
  return [heading, tabs(), h("h2", {}, say(stage.title)), file ? results(stage, file) : [note("", h("p", {}, t("notYet", { date: when(stage.rateAt) }))), turnouts(stage)]];
}

function tabs() {
  return h("div", { class: "row tabs", role: "group", "aria-label": t("stages") }, state.definition.stages.map((s) =>
    h("button", { type: "button", id: `stage-${s.id}`, class: s.id === state.stage ? null : "second", "aria-pressed": String(s.id === state.stage),
      onclick: () => { state.stage = s.id; show(); } }, say(s.title))));
}

function results(stage, file) {
  const names = new Map(file.scopes.flatMap((scope) => scope.standings).map((s) => [s.candidate, s.name]));
  return [superseded(file), h("p", { class: "soft" }, t("announced", { date: at(file.announcedAt, state.definition.zone) })), correction(file),
    ratingView(file.scopes, stage, (id) => names.get(id) || id), voted(stage, file), trust(file), onPaper(file, (id) => names.get(id) || id), annulments(file), downloads(file), receipts(stage)];
}

/** On the page of an announcement that was corrected: that it was, and by which. */
function superseded(file) {
  return file === state.old ? note("bad", h("p", { id: "superseded" }, h("strong", {}, t("correctedTitle"))), h("p", {}, t("correctedBy")),
    h("p", {}, h("a", { href: `/results.html?stage=${encodeURIComponent(file.stage)}` }, t("toHolding")))) : null;
}

/** On the page of a correction: what it stands in for, why, and what it changes. */
function correction(file) {
  const c = file.corrects;
  if (!c) return null;
  return h("section", { class: "card", id: "correction" }, h("h2", {}, t("correction")),
    h("p", {}, t("correctionOf", { date: at(c.announcedAt, state.definition.zone), reason: say(c.reason) })),
    c.changes.length ? h("ul", {}, c.changes.map((one) => h("li", {}, h("strong", {}, one.name), ` — ${t(one.effect)}: ${say(one.before)} → ${say(one.after)}`))) : h("p", {}, t("noChanges")),
    h("p", {}, h("a", { href: `/results.html?stage=${encodeURIComponent(file.stage)}&number=${c.number}` }, t("toEarlier"))),
    h("p", { class: "soft" }, t("earlierPack"), " ", h("code", { class: "long" }, c.evidenceSha256)));
}

/** How many voted so far, by rural district; read when somebody asks. */
function turnouts(stage) {
  return stage.components.filter((c) => c.kind === "survey").map((c) => h("details", { class: "card", id: `turnout-${c.survey}`, open: state.turnout.has(c.survey), ontoggle: async (e) => {
    if (!e.target.open || state.turnout.has(c.survey)) return;
    state.turnout.set(c.survey, await published(`/data/turnout-${c.survey}.json`).catch(() => null));
    show();
  } }, h("summary", {}, t("turnout"), ": ", say(state.definition.surveys.find((s) => s.id === c.survey)?.title)), state.turnout.has(c.survey) ? turnout(state.turnout.get(c.survey)) : null));
}

function turnout(file) {
  if (!file) return h("p", { class: "soft" }, t("turnoutNone"));
  const paper = file.okrugs.some((o) => o.paper);
  return [h("p", {}, t("turnoutWhat", { hour: when(file.hour), step: file.step })), h("div", { class: "scroll", tabindex: "0" }, h("table", {}, h("caption", { class: "hidden" }, t("turnout")),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, t("okrug")), h("th", { scope: "col", class: "num" }, t("ballots")), paper ? h("th", { scope: "col", class: "num" }, t("onPaper")) : null)),
    h("tbody", {}, file.okrugs.map((o) => h("tr", {}, h("td", {}, [place(o.okrug).okrug, place(o.okrug).district, place(o.okrug).oblast].map((p) => say(p?.name)).filter(Boolean).join(", ")),
      h("td", { class: "num" }, o.ballots ? String(o.ballots) : t("fewer", { n: file.step })), paper ? h("td", { class: "num" }, o.paper ? String(o.paper) : t("fewer", { n: file.step })) : null)))))];
}

/** How many voted about those rated, by oblast: one table for each survey that the stage counts. */
function voted(stage, file) {
  const standings = file.scopes.flatMap((scope) => scope.standings);
  return stage.components.filter((c) => c.kind === "survey").map((c) => {
    const rows = state.definition.oblasts.map((oblast) => {
      const channels = standings.filter((s) => s.candidate.slice(2, 4) === oblast.kato.slice(0, 2)).map((s) => s.components.find((one) => one.component === c.id)?.channels).filter(Boolean);
      const [electronic, paper] = ["electronic", "paper"].map((channel) => channels.reduce((sum, one) => sum + one[channel], 0));
      return { name: say(oblast.name), value: electronic + paper, text: paper ? t("votedPaper", { electronic, paper }) : String(electronic), asked: channels.length };
    }).filter((row) => row.asked);
    const title = `${t("votedTitle")}: ${say(state.definition.surveys.find((s) => s.id === c.survey)?.title)}`;
    return h("section", { class: "card", id: `voted-${c.survey}` }, h("h2", {}, title),
      rows.length ? barTable(title, [t("oblast"), t("votes")], rows, Math.max(...rows.map((row) => row.value))) : h("p", {}, t("votedNone")));
  });
}

/** The share of residents who trust their akim beside the poll of before, where the contest asks for it. */
function trust(file) {
  return (file.trust || []).map((share) => {
    const survey = state.definition.surveys.find((s) => s.id === share.survey), rule = survey.trust;
    const percent = (n) => `${String(n).replace(".", ",")}\u00a0%`;
    const answers = Array.from({ length: survey.scale.highest - rule.trusting + 1 }, (_, i) => rule.trusting + i).join(", ");
    return h("section", { class: "card", id: `trust-${share.survey}` }, h("h2", {}, t("trustTitle")),
      barTable(t("trustTitle"), [t("ofWhom"), t("share")], [
        { name: t("trustHere", share), text: percent(share.percent), value: Number(share.percent) },
        { name: say(share.compared.title), text: percent(share.compared.percent), value: share.compared.percent, other: true },
      ], 100),
      h("p", { class: "small" }, t("trustHow", { question: say(survey.questions.find((q) => q.id === rule.question).text), answers, trusting: share.trusting, all: share.answers, dontKnow: t(rule.dontKnow ? "dontKnowIn" : "dontKnowOut") })),
      h("p", { class: "soft small" }, t("trustCare")));
  });
}

/** Ballots counted by hand, each candidate's with the answers where they may be shown. */
function onPaper(file, name) {
  if (!file.paper?.length) return null;
  const survey = (id) => state.definition.surveys.find((s) => s.id === id);
  const answers = (p) => survey(p.survey).questions.map((q, i) => [i + 1, Object.entries(p.counts[q.id] || {})]).filter(([, all]) => all.length)
    .map(([n, all]) => `${t("question", { n })}: ${all.map(([answer, times]) => `${answer} — ${times}`).join(", ")}`).join("; ");
  return h("section", { class: "card", id: "paper" }, h("h2", {}, t("paper")), h("p", {}, t(survey(file.paper[0].survey).paper === "COUNTED" ? "paperCounted" : "paperShown")),
    h("ul", {}, file.paper.map((p) => h("li", {}, h("strong", {}, `${name(p.candidate)}: ${p.ballots}`), p.annulled ? ` (${t("paperAnnulled")})` : "", " ", h("span", { class: "soft small" }, answers(p)),
      p.reason ? [" ", say(p.reason)] : null, h("br"), h("span", { class: "soft small" }, "SHA-256 ", h("code", { class: "long" }, p.scanSha256))))));
}

function annulments(file) {
  if (!file.annulments?.length) return null;
  return h("section", { class: "card", id: "annulments" }, h("h2", {}, t("annulments")), h("ul", {}, file.annulments.map((a) => h("li", {},
    a.reinstated ? null : [h("strong", {}, t("annulled", { n: Object.values(a.ballots).reduce((all, n) => all + n, 0) })), " "], say(a.reason),
    a.reinstated ? [" ", t("restored", { reason: say(a.reinstated.reason) })] : null))));
}

function downloads(file) {
  const files = file.files || [];
  const tables = files.filter((f) => f.language === language() && (f.kind === "XLSX" || f.kind === "CSV"));
  return h("section", { class: "card", id: "downloads" }, h("h2", {}, t("downloads")),
    h("p", {}, h("a", { href: say(file.protocol) }, t("protocol")), " · ", h("a", { href: say(file.protocolPdf), download: true }, t("protocolPdf"))),
    h("p", {}, tables.map((f) => [h("a", { href: f.path, download: true }, `${t("table")}: ${t(f.kind)}`), " · "]),
      h("a", { href: `/data/results-${file.stage}-${file.number}.json`, download: true }, t("json"))),
    h("p", {}, h("a", { href: file.evidence, download: true }, t("pack")), h("br"), t("packWhat"), " ", h("a", { href: "/verify.html" }, t("verifyPage"))),
    h("details", {}, h("summary", {}, t("checksums")), h("dl", {}, [{ path: file.evidence, sha256: file.evidenceSha256 }, ...files].map((f) => [
      h("dt", {}, f.path.split("/").pop()), h("dd", { class: "small" }, h("code", { class: "long" }, f.sha256))]))));
}

/** Answered by a page of its own, with or without a script. */
function receipts(stage) {
  if (!stage.components.some((c) => c.kind === "survey")) return null;
  return h("section", { class: "card", id: "receipts" }, h("h2", {}, t("receiptTitle")), h("p", {}, t("receiptWhat")),
    h("form", { method: "get", action: "/v1/receipts" }, h("input", { type: "hidden", name: "language", value: language() }),
      field(t("receiptNumber"), h("input", { id: "receipt", class: "code", name: "receipt", required: true, maxlength: "40", autocomplete: "off", autocapitalize: "characters", spellcheck: "false" }), t("receiptHint")),
      h("button", {}, t("receiptLook"))));
}
