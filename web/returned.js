// Mails about a dossier that came back, each with what is to be done about it.

import { t, at, h } from "/app.js";

export const RETURNED = {
  kk: {
    returnedTitle: "Жетпеген хаттар", returnedOf: "жетпеген хат: {n}",
    BOUNCED: "Мекенжай жоқ немесе хат қабылдамайды.", COMPLAINT: "Алушы хатты спам деп белгіледі.", NOT_NOW: "Пошта жәшігі хатты уақытша қабылдамады (мысалы, толып тұр).", NOT_SENT: "Жіберілмеді: осы мекенжайға бұрынғы хат жетпеген.",
    toFIX: "Не істеу керек: мекенжайды адамның өзінен телефон арқылы нақтылаңыз. Құжат қабылдау аяқталғанша дұрыс мекенжаймен қайта тіркеңіз — бұл жаңа нұсқа болады, әрі қарайғы хаттар соған барады. Жетпеген хаттың өзін агенттік сол мекенжайға қайта жібере алады. Қабылдау аяқталған болса, хаттың мазмұнын басқа жолмен жеткізіңіз. Қайтқан мекенжайға енді хат жіберілмейді.",
    toSTOP: "Не істеу керек: осы мекенжайға бұдан былай хат жібермеңіз, конкурс та жібермейді. Адамнан басқа мекенжай сұраңыз немесе басқа жолмен хабарлаңыз.",
    toWAIT: "Не істеу керек: хатты телефон арқылы айтып жеткізіңіз де, жәшігін босатуды сұраңыз. Келесі хат осы мекенжайға жіберіледі.",
    candidateTo: "Үміткерге", nominatorTo: "Ұсынушыға", secretaryTo: "Хатшыға", memberTo: "Алушыға",
    "dossier-registered": "құжаттардың тіркелгені туралы", "dossier-checked": "тексеру туралы", "dossier-decided": "шешім туралы", "dossier-appealed": "апелляция туралы", "dossier-joined": "тағы бір ұсынушы туралы", "dossier-reminder": "мерзім туралы ескерту", "handover-reminder": "материалдарды тапсыру туралы ескерту", "stage-result": "нәтиже туралы", "stage-corrected": "түзетілген нәтиже туралы", "stage-removed": "рейтингтен шығу туралы",
  },
  ru: {
    returnedTitle: "Письма, которые не дошли", returnedOf: "не дошло писем: {n}",
    BOUNCED: "Такого адреса нет, или он не принимает писем.", COMPLAINT: "Получатель отметил письмо как спам.", NOT_NOW: "Ящик временно не принял письмо (например, переполнен).", NOT_SENT: "Не отправлено: прежнее письмо на этот адрес не дошло.",
    toFIX: "Что делать: уточните адрес у самого человека по телефону. Пока идёт приём документов, зарегистрируйте их заново с верным адресом — это будет новая версия, и дальнейшие письма пойдут по нему. Недошедшее письмо агентство может отправить туда ещё раз. Если приём закончен, передайте содержание письма иначе. На вернувшийся адрес писем больше не будет.",
    toSTOP: "Что делать: больше не пишите на этот адрес, конкурс тоже не будет. Попросите у человека другой адрес или сообщайте иначе.",
    toWAIT: "Что делать: передайте содержание письма по телефону и попросите освободить ящик. Следующее письмо на этот адрес будет отправлено.",
    candidateTo: "Кандидату", nominatorTo: "Выдвинувшему", secretaryTo: "Секретарю", memberTo: "Получателю",
    "dossier-registered": "о регистрации документов", "dossier-checked": "о проверке", "dossier-decided": "о решении", "dossier-appealed": "об апелляции", "dossier-joined": "о ещё одном выдвинувшем", "dossier-reminder": "напоминание о сроке", "handover-reminder": "напоминание о передаче материалов", "stage-result": "о результате", "stage-corrected": "об исправленном результате", "stage-removed": "о выбытии из рейтинга",
  },
};

const WHAT_TO_DO = { BOUNCED: "toFIX", NOT_SENT: "toFIX", COMPLAINT: "toSTOP", NOT_NOW: "toWAIT" };

/** The mails that came back; null where none did. */
export function returnedView(returned, zone) {
  if (!returned?.length) return null;
  const to = (recipient) => t(`${["candidate", "nominator", "secretary"].find((one) => recipient.startsWith(one)) || "member"}To`);
  const done = [...new Set(returned.map((r) => WHAT_TO_DO[r.what]))];
  return h("section", { class: "card", id: "returned" }, h("h2", {}, t("returnedTitle")),
    h("ul", { class: "list" }, returned.map((r) => h("li", {}, h("strong", {}, `${to(r.recipient)}, ${RETURNED.kk[r.kind] ? t(r.kind) : r.kind}`), h("div", {}, t(r.what)),
      h("div", { class: "soft small" }, at(r.at, zone))))),
    h("div", { class: "note warn" }, done.map((what) => h("p", {}, t(what)))));
}
