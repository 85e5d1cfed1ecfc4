// Residents who vote by IIN and a code that comes by e-mail.

import { call } from "/ballot.js";
import { looksLikeIin } from "/iin.js";
import { button, byId, clear, deliver, fault, letters, t, trouble } from "/vote-page.js";
import { survey, vote } from "/vote.js";

const person = {};
let minutes = 15;

vote({
  arrive() {},
  slips() {
    const iin = byId("iin");
    const contact = byId("contact");
    [iin, contact].forEach((input) => clear(input.parentElement));
    const digits = iin.value.replace(/\s/g, "");
    if (!looksLikeIin(digits)) return !fault(iin.parentElement, iin, t("iinBad"));
    if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(contact.value.trim())) return !fault(contact.parentElement, contact, t("contactBad"));
    Object.assign(person, { iin: digits, contact: contact.value.trim() });
    return false;
  },
  async ask(form) {
    const answer = await deliver(form, askForCode, t("asking"), false);
    if (!answer) return false;
    if (answer.status >= 400) return trouble(answer.body.title || t("broken"), answer.body.detail);
    minutes = answer.body.minutes;
    return true;
  },
  dress(form, renew) {
    const sent = form.querySelector("#code-sent");
    sent.textContent = sent.textContent.replace("{contact}", person.contact).replace("{minutes}", minutes);
    return [button(t("newCode"), renew, "plain")];
  },
  proof() {
    const code = letters("code", 8);
    return code && { ...person, code };
  },
  who: (fields) => fields.iin,
  resume: ({ iin, contact }) => Object.assign(person, { iin, contact }),
  forget() {},
  mends: ["code-invalid", "too-many-tries"],
});

/** The proof of work first; its script comes when it is needed. */
async function askForCode(tell) {
  const challenge = await call("GET", `/v1/surveys/${survey}/challenge`);
  if (challenge.status !== 200) return challenge;
  const { solve } = await import("/proof.js");
  const altcha = await solve(challenge.body, (share) => tell("sending", Math.round(share * 100)));
  return call("POST", `/v1/surveys/${survey}/codes`, { ...person, altcha });
}
