// Staff sign in: OpenID Connect, authorization code with PKCE. The token lives as long as the tab.

import { h, t, note } from "/app.js";
import { issuer, leave, redeem } from "/oidc.js";

const TOKEN = "uzdik.token";
const ASKED = "uzdik.signin";

export const SIGNIN = {
  kk: {
    signIn: "Кіру", signOut: "Шығу", signInLead: "Бұл бет тек қызметкерлерге арналған. Жүйеге кіріңіз.",
    signedInAs: "Сіз: {name}", scope: "Аймақ", noConfig: "Кіру қызметі бапталмаған (config.json табылмады).",
    signInFailed: "Кіру аяқталмады. Қайталап көріңіз.", wrongRole: "Бұл бетке сіздің құқығыңыз жоқ. Басқа есептік жазбамен кіріңіз.",
  },
  ru: {
    signIn: "Войти", signOut: "Выйти", signInLead: "Эта страница только для сотрудников. Войдите в систему.",
    signedInAs: "Вы: {name}", scope: "Регион", noConfig: "Служба входа не настроена (нет config.json).",
    signInFailed: "Войти не удалось. Повторите.", wrongRole: "У вас нет прав на эту страницу. Войдите под другой учётной записью.",
  },
};

/** Leaves for the issuer's sign-in page. False if there is no issuer. */
export async function signIn() {
  const config = await issuer();
  if (config) leave(config, ASKED, location.origin + location.pathname);
  return Boolean(config);
}

/** Ends a sign-in that the issuer sent back here. False if it came to nothing. */
async function signedIn() {
  const sentBack = location.search;
  if (!new URLSearchParams(sentBack).has("state")) return true;
  history.replaceState(null, "", location.pathname);
  const answer = await redeem(undefined, ASKED, sentBack);
  if (answer.status === 200) sessionStorage.setItem(TOKEN, answer.body.access_token);
  return answer.status === 200;
}

function claims(token) {
  const middle = token.split(".")[1].replace(/-/g, "+").replace(/_/g, "/");
  return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(middle), (c) => c.charCodeAt(0))));
}

/** Who is signed in: {token, name, subject, roles, scope}; null if nobody. */
export function who() {
  const token = sessionStorage.getItem(TOKEN);
  if (!token) return null;
  const c = claims(token);
  const roles = [].concat(c.scope || c.scp || []).join(" ").split(" ").filter((s) => s.startsWith("uzdik/")).map((s) => s.slice(6));
  return { token, name: c.name || c.email || c.sub, subject: c.sub, roles, scope: c.uzdik_scope };
}

export function signOut() {
  sessionStorage.removeItem(TOKEN);
}

/** Finishes a sign-in under way; gives {me, failed}. */
export async function session() {
  const ok = await signedIn().catch(() => false);
  return { me: who(), failed: !ok };
}

/** The strip that says who is signed in. */
export function strip(me, scope, show) {
  return h("div", { class: "row between card small" },
    h("span", {}, t("signedInAs", { name: me.name }), scope ? ` · ${scope}` : ""),
    h("button", { type: "button", class: "plain", id: "sign-out", onclick: () => { signOut(); show(); } }, t("signOut")));
}

/** The invitation to sign in. */
export function gate(failed, state, show) {
  return h("section", { class: "card" }, failed ? note("bad", h("p", {}, t("signInFailed"))) : null,
    state.noConfig ? note("bad", h("p", {}, t("noConfig"))) : null,
    h("p", {}, t("signInLead")),
    h("button", { type: "button", id: "sign-in", onclick: async () => {
      state.noConfig = !(await signIn().catch(() => false));
      if (state.noConfig) show();
    } }, t("signIn")));
}
