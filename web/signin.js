// Staff sign in: OpenID Connect, authorization code with PKCE. The token lives as long as the tab.

import { h, t, note, published } from "/app.js";
import { Sha256 } from "/sha256.js";

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

const base64url = (bytes) => btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const random = () => base64url(crypto.getRandomValues(new Uint8Array(32)));
const here = () => location.origin + location.pathname;

async function endpoints() {
  const config = await published("/config.json");
  if (!config) return null;
  if (config.authorizationEndpoint && config.tokenEndpoint) return config;
  const known = await published(`${config.issuer.replace(/\/$/, "")}/.well-known/openid-configuration`);
  return known && { ...config, authorizationEndpoint: known.authorization_endpoint, tokenEndpoint: known.token_endpoint };
}

/** Leaves for the issuer's sign-in page. False if there is no issuer. */
export async function signIn() {
  const config = await endpoints();
  if (!config) return false;
  const asked = { verifier: random(), state: random() };
  sessionStorage.setItem(ASKED, JSON.stringify(asked));
  const url = new URL(config.authorizationEndpoint);
  const challenge = base64url(new Sha256().update(new TextEncoder().encode(asked.verifier)).bytes());
  const query = {
    response_type: "code", client_id: config.clientId, redirect_uri: here(), scope: config.scope || "openid profile email",
    state: asked.state, nonce: random(), code_challenge: challenge, code_challenge_method: "S256",
    ui_locales: document.documentElement.lang,
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  location.assign(url);
  return true;
}

/** Ends a sign-in that the issuer sent back here. False if it came to nothing. */
async function comeBack() {
  const query = new URLSearchParams(location.search);
  if (!query.has("state")) return true;
  const asked = JSON.parse(sessionStorage.getItem(ASKED) || "null");
  sessionStorage.removeItem(ASKED);
  history.replaceState(null, "", location.pathname);
  if (!asked || query.get("state") !== asked.state || !query.has("code")) return false;
  const config = await endpoints();
  const form = new URLSearchParams({
    grant_type: "authorization_code", code: query.get("code"), redirect_uri: here(), client_id: config.clientId, code_verifier: asked.verifier,
  });
  const answer = await fetch(config.tokenEndpoint, { method: "POST", body: form });
  if (!answer.ok) return false;
  sessionStorage.setItem(TOKEN, (await answer.json()).access_token);
  return true;
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
  const ok = await comeBack().catch(() => false);
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
