// Those who hold an invite: its token is typed, or it comes in the link's fragment, which no server sees.

import { read, session, write } from "/ballot.js";
import { letters } from "/vote-page.js";
import { candidate, survey, vote } from "/vote.js";

const KEY = `uzdik.invite.${survey}.${candidate}`; // for a reload, and for the page in the other language

vote({
  arrive() {
    if (!/^#[0-9A-Za-z-]{16,20}$/.test(location.hash)) return;
    write(session, KEY, location.hash.slice(1));
    history.replaceState(null, "", location.pathname);
  },
  slips: () => false,
  ask: () => true,
  dress(form) {
    form.querySelector("#token").value = read(session, KEY) || "";
    return [];
  },
  proof() {
    const token = letters("token", 16);
    if (token) write(session, KEY, token);
    return token && { token };
  },
  who: (fields) => fields.token,
  resume() {},
  forget: () => write(session, KEY, null),
  mends: ["invite-invalid"],
});
