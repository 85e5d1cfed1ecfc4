// Mails that were given up: what about, why, how often tried; each can be sent again.

import { t, at, h } from "/app.js";

export const GIVEN_UP = {
  kk: {
    mailsTitle: "Жетпеген хаттар", mailsWhat: "Жіберілмеген немесе қайтып келген хаттар. Мекенжайы содан бері түзетілген болса (құжаттары қайта тіркелсе), хат жаңа мекенжайға жіберіледі. Қанша рет бассаңыз да, хат бір рет кетеді.", mailsShow: "Көрсету", mailsNone: "Ондай хат жоқ.",
    mailAgain: "Қайта жіберу", mailSent: "Хат қайта жіберуге қойылды.", mailTries: "жіберу әрекеті: {n}", mailTo: "кімге: {who}",
    "to-candidate": "үміткер", "to-nominator": "ұсынушы", "to-secretary": "хатшы", "to-member": "комиссия мүшесі", mailReason: "себебі: {why}",
    "why-AddressClosed": "осы мекенжайға бұрынғы хат жетпеген: алдымен мекенжайды түзету керек", "why-MessageRejected": "пошта қызметі хатты немесе мекенжайды қабылдамады", "why-BadRequestException": "мекенжай қате жазылған", "why-General": "мекенжай хат қабылдамады", "why-NoEmail": "мекенжай хат қабылдамады", "why-Suppressed": "мекенжай хат қабылдамады", "why-MailboxFull": "пошта жәшігі толып тұр", "why-other": "пошта қызметінің жауабы — {why}",
    "mail-dossier-registered": "Құжаттардың тіркелгені туралы", "mail-dossier-checked": "Тексеру туралы", "mail-dossier-decided": "Шешім туралы", "mail-dossier-appealed": "Апелляция туралы", "mail-dossier-joined": "Тағы бір ұсынушы туралы", "mail-dossier-reminder": "Мерзім туралы ескерту", "mail-handover-reminder": "Материалдарды тапсыру туралы ескерту", "mail-stage-result": "Нәтиже туралы", "mail-stage-corrected": "Түзетілген нәтиже туралы", "mail-stage-removed": "Рейтингтен шығу туралы", "mail-announcement": "Жариялау туралы", "mail-announcement-corrected": "Түзетілген жариялау туралы",
  },
  ru: {
    mailsTitle: "Письма, которые не дошли", mailsWhat: "Письма, которые не отправились или вернулись. Если адрес с тех пор исправлен (документы зарегистрированы заново), письмо уйдёт на новый. Сколько бы раз Вы ни нажали, письмо уйдёт один раз.", mailsShow: "Показать", mailsNone: "Таких писем нет.",
    mailAgain: "Отправить снова", mailSent: "Письмо снова поставлено на отправку.", mailTries: "попыток: {n}", mailTo: "кому: {who}",
    "to-candidate": "кандидат", "to-nominator": "выдвинувший", "to-secretary": "секретарь", "to-member": "член комиссии", mailReason: "причина: {why}",
    "why-AddressClosed": "прежнее письмо на этот адрес не дошло: сначала нужно исправить адрес", "why-MessageRejected": "почтовая служба не приняла письмо или адрес", "why-BadRequestException": "адрес записан неверно", "why-General": "адрес не принял письмо", "why-NoEmail": "адрес не принял письмо", "why-Suppressed": "адрес не принял письмо", "why-MailboxFull": "почтовый ящик переполнен", "why-other": "ответ почтовой службы — {why}",
    "mail-dossier-registered": "О регистрации документов", "mail-dossier-checked": "О проверке", "mail-dossier-decided": "О решении", "mail-dossier-appealed": "Об апелляции", "mail-dossier-joined": "О ещё одном выдвинувшем", "mail-dossier-reminder": "Напоминание о сроке", "mail-handover-reminder": "Напоминание о передаче материалов", "mail-stage-result": "О результате", "mail-stage-corrected": "Об исправленном результате", "mail-stage-removed": "О выбытии из рейтинга", "mail-announcement": "Об объявлении", "mail-announcement-corrected": "Об исправленном объявлении",
  },
};

const KNOWN = ["AddressClosed", "MessageRejected", "BadRequestException", "General", "NoEmail", "Suppressed", "MailboxFull"];

/** What the mail is about. */
const what = ({ kind }) => (GIVEN_UP.kk[`mail-${kind}`] ? t(`mail-${kind}`) : kind);

/** Whom the mail is for, by the last word of its id; reminders are for the secretary. */
const who = ({ mail, kind }) => t(`to-${kind.endsWith("-reminder") ? "secretary" : ["candidate", "nominator", "secretary"].find((one) => mail.split("/").pop().startsWith(one)) || "member"}`);

const why = (reason) => (KNOWN.includes(reason) ? t(`why-${reason}`) : t("why-other", { why: reason }));

/** The section of the agency's page; `mails` is null until somebody asks. `about` names a dossier's candidate or okrug. */
export function givenUpView(mails, { zone, busy, look, again, about }) {
  return h("section", { class: "card", id: "mails" }, h("h2", {}, t("mailsTitle")), h("p", { class: "soft small" }, t("mailsWhat")),
    h("button", { type: "button", class: "second", id: "mails-show", disabled: busy, onclick: look }, t("mailsShow")),
    !mails ? null : !mails.length ? h("p", { id: "mails-none" }, t("mailsNone")) : h("ul", { class: "list" }, mails.map((m) => h("li", { class: "row" },
      h("div", { class: "grow" }, h("strong", {}, what(m)), h("div", {}, [about(m.mail.match(/d-[0-9]{9}/)?.[0]), t("mailTo", { who: who(m) })].filter(Boolean).join(" · ")),
        h("div", { class: "soft small" }, [at(m.at, zone), t("mailTries", { n: m.tries }), t("mailReason", { why: why(m.why) })].join(" · "))),
      h("button", { type: "button", id: `again-${m.mail}`, "aria-label": `${t("mailAgain")}: ${what(m)}, ${who(m)}`, disabled: busy, onclick: () => again(m) }, t("mailAgain"))))));
}
