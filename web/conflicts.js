// Conflicts of interest: what a member declares of themselves, and the recusals that follow from it as suggestions.

import { t, say, h, field, note, place, select } from "/app.js";

export const CONFLICTS = {
  kk: {
    interests: "Мүдделер қақтығысы: өзіңіз туралы мәлімет", interestsLead: "Осы мәліметтер бойынша жүйе сізге қай үміткерді бағалаудан бас тарту жөнінде ойлану керегін айтады; шешімді өзіңіз қабылдайсыз. Толтыру міндетті емес. Бетте мәліметтің өзін тек сіз көресіз; төраға мен хатшы ұсыныстың негізі мен жауабыңызды, агенттік тек кімнің жауап бермегенін көреді. Мәлімет еш жерде жарияланбайды, конкурс біткен соң 30 күннен кейін өшіріледі.",
    interestsNone: "Мәлімет берілмеген.", interestsSome: "Мәлімет берілген.", employer: "Жұмыс орныңыз", employerHint: "Ұйымның атауы, мысалы: Абай ауданының әкімдігі.", relatives: "Туыстарыңыз", relativesHint: "Әр жолда бір адамның толық аты-жөні: жұбайыңыз, ата-анаңыз, балаларыңыз, аға-інілеріңіз, апа-сіңлі, қарындастарыңыз және жұбайыңыздың туыстары.",
    okrugs: "Өз округтеріңіз", okrugsHint: "Тұратын, туып-өскен немесе жұмыс істейтін ауылдық округтер.", district: "Аудан", okrug: "Ауылдық округ", pickOne: "таңдаңыз", remove: "Алып тастау: {name}", declare: "Мәліметті сақтау", declared: "Мәлімет сақталды.",
    suggested: "Бас тарту ұсынылады", suggestedLead: "Бұл — ұсыныс қана: шешімді өзіңіз қабылдайсыз.", toRecuse: "Бас тартуға өту", noConflict: "Қақтығыс жоқ", noConflictReason: "Неге қақтығыс жоқ (төраға мен хатшы көреді)", noConflictDo: "Қақтығыс жоғын мәлімдеу", noConflictDone: "Мәлімдемеңіз тіркелді.", noConflictSaid: "Сіз қақтығыс жоғын мәлімдедіңіз: {reason}",
    suggestions: "Мүдделер қақтығысы болуы мүмкін", suggestionsLead: "Мүшелер өздері туралы берген мәлімет бойынша. Бас тартуды тек мүшенің өзі шешеді.", unanswered: "Жауап жоқ", answeredRecused: "Бас тартты", answeredNone: "Қақтығыс жоқ деді: {reason}",
  },
  ru: {
    interests: "Конфликт интересов: сведения о себе", interestsLead: "По этим сведениям система подскажет, по какому кандидату Вам стоит подумать о самоотводе; решаете Вы сами. Заполнять не обязательно. На странице сами сведения видите только Вы; председатель и секретарь видят основание подсказки и Ваш ответ, агентство — лишь кто не ответил. Сведения нигде не публикуются и удаляются через 30 дней после конкурса.",
    interestsNone: "Сведений нет.", interestsSome: "Сведения даны.", employer: "Место работы", employerHint: "Название организации, например: акимат Абайского района.", relatives: "Родственники", relativesHint: "В каждой строке полное имя одного человека: супруг или супруга, родители, дети, братья и сёстры, родственники супруга или супруги.",
    okrugs: "Свои округа", okrugsHint: "Сельские округа, где Вы живёте, откуда родом или где работаете.", district: "Район", okrug: "Сельский округ", pickOne: "выберите", remove: "Убрать: {name}", declare: "Сохранить сведения", declared: "Сведения сохранены.",
    suggested: "Предлагается самоотвод", suggestedLead: "Это лишь подсказка: решаете Вы сами.", toRecuse: "Перейти к самоотводу", noConflict: "Конфликта нет", noConflictReason: "Почему конфликта нет (видят председатель и секретарь)", noConflictDo: "Заявить, что конфликта нет", noConflictDone: "Ваше заявление записано.", noConflictSaid: "Вы заявили, что конфликта нет: {reason}",
    suggestions: "Возможен конфликт интересов", suggestionsLead: "По сведениям, которые члены комиссии дали о себе. О самоотводе решает только сам член комиссии.", unanswered: "Ответа нет", answeredRecused: "Заявил самоотвод", answeredNone: "Заявил, что конфликта нет: {reason}",
  },
};

const saidTo = (suggestion, statements) => statements.find((s) => s.candidate === suggestion.candidate && s.ground === suggestion.ground);

/** The suggestions about `candidate` that the member of `work` (their sheets) has not answered. */
export function unanswered(work, candidate) {
  return (work.suggestions ?? []).filter((s) => s.candidate === candidate && !saidTo(s, work.noConflicts ?? []) && !work.recusals.some((r) => r.candidate === candidate));
}

/**
 * What is suggested about one candidate, each with its reason. `form` ({ground: reason}) is kept by the page; `recuse` takes
 * the reason to the page's own recusal, null where that is no more possible; `send` takes (ground, reason).
 */
export function suggestionsView(work, candidate, form, busy, recuse, send) {
  return (work.suggestions ?? []).filter((s) => s.candidate === candidate).map((s) => {
    const said = saidTo(s, work.noConflicts ?? []);
    if (said) return h("p", { class: "soft small" }, `${say(s.reason)} ${t("noConflictSaid", { reason: said.reason })}`);
    const id = s.ground.toLowerCase();
    return note("warn", h("p", {}, h("strong", {}, t("suggested"))), h("p", {}, say(s.reason)), h("p", { class: "small" }, t("suggestedLead")),
      recuse ? h("button", { type: "button", id: `recuse-${id}`, onclick: () => recuse(say(s.reason)) }, t("toRecuse")) : null,
      h("details", { id: `no-conflict-${id}`, open: form[s.ground] !== undefined, ontoggle: (e) => { if (e.target.open) form[s.ground] ??= ""; } }, h("summary", {}, t("noConflict")),
        h("form", { novalidate: true, onsubmit: (e) => { e.preventDefault(); send(s.ground, (form[s.ground] ?? "").trim()); } },
          field(t("noConflictReason"), h("textarea", { id: `no-conflict-reason-${id}`, maxlength: "1000", oninput: (e) => { form[s.ground] = e.target.value; } }, form[s.ground] ?? "")),
          h("button", { class: "second", id: `no-conflict-send-${id}`, disabled: busy }, t("noConflictDo")))));
  });
}

/** What the member declares; `form` ({declaredAt, employer, okrugs, relatives, district}) is kept by the page, `send` takes the declaration. */
export function interestsForm(form, oblasts, busy, show, send) {
  const districts = oblasts.flatMap((o) => o.districts.map((d) => [d.kato, [say(d.name), oblasts.length > 1 ? say(o.name) : null].filter(Boolean).join(", "), d]));
  const okrugs = districts.find(([kato]) => kato === form.district)?.[2].okrugs ?? [];
  const name = (kato) => { const { okrug, district } = place(kato); return `${say(okrug?.name)} (${say(district?.name)})`; };
  const choose = (control, id) => { control.id = id; return control; };
  const submit = (e) => {
    e.preventDefault();
    send({ employer: form.employer.trim() || null, okrugs: form.okrugs, relatives: form.relatives.split("\n").map((line) => line.trim()).filter(Boolean) });
  };
  return h("details", { class: "card", id: "interests", open: Boolean(form.open), ontoggle: (e) => { form.open = e.target.open; } },
    h("summary", {}, `${t("interests")}. `, t(form.declaredAt ? "interestsSome" : "interestsNone")),
    h("form", { novalidate: true, onsubmit: submit }, h("p", {}, t("interestsLead")),
      field(t("employer"), h("input", { id: "employer", maxlength: "300", autocomplete: "off", value: form.employer, oninput: (e) => { form.employer = e.target.value; } }), t("employerHint")),
      field(t("relatives"), h("textarea", { id: "relatives", rows: "4", autocomplete: "off", spellcheck: "false", oninput: (e) => { form.relatives = e.target.value; } }, form.relatives), t("relativesHint")),
      h("fieldset", {}, h("legend", {}, t("okrugs")), h("p", { class: "hint" }, t("okrugsHint")),
        form.okrugs.length ? h("ul", { class: "list" }, form.okrugs.map((kato) => h("li", { class: "row" }, h("span", { class: "grow" }, name(kato)),
          h("button", { type: "button", class: "second", id: `remove-${kato}`, "aria-label": t("remove", { name: name(kato) }), onclick: () => { form.okrugs = form.okrugs.filter((one) => one !== kato); show(); } }, "×")))) : null,
        field(t("district"), choose(select(districts.map(([kato, text]) => [kato, text]), form.district, (v) => { form.district = v; show(); }, t("pickOne")), "interest-district")),
        okrugs.length ? field(t("okrug"), choose(select(okrugs.filter((o) => !form.okrugs.includes(o.kato)).map((o) => [o.kato, say(o.name)]), "", (v) => { if (v) form.okrugs = [...form.okrugs, v]; show(); }, t("pickOne")), "interest-okrug")) : null),
      h("button", { id: "declare", disabled: busy }, t("declare"))));
}

/** All suggestions of a commission with what was said to them, for its secretary and chair; `member` gives a member's name. */
export function suggestionList(suggestions, member) {
  if (!suggestions?.length) return null;
  const answer = (s) => (s.recused ? h("span", { class: "tag good" }, t("answeredRecused"))
    : s.noConflict ? h("span", { class: "soft" }, t("answeredNone", { reason: s.noConflict.reason })) : h("span", { class: "tag warn" }, t("unanswered")));
  return h("section", { class: "card", id: "suggestions" }, h("h2", {}, t("suggestions")), h("p", { class: "soft small" }, t("suggestionsLead")),
    h("ul", { class: "list" }, suggestions.map((s) => h("li", {}, h("strong", {}, `${member(s.suggestion.member)} — ${s.name}`), h("div", {}, say(s.suggestion.reason)), h("div", {}, answer(s))))));
}
