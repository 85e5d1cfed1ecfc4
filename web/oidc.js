// OpenID Connect in the browser, for staff and residents alike: authorization code with PKCE, which needs no secret.

import { Sha256 } from "/sha256.js";

const base64url = (bytes) => btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const random = () => base64url(crypto.getRandomValues(new Uint8Array(32)));

async function file(path) {
  const answer = await fetch(path, { cache: "no-cache" });
  return answer.ok ? answer.json() : null;
}

/** The issuer that `/config.json` names, or the one under its member `part`, with its endpoints; null if there is none. */
export async function issuer(part) {
  const all = await file("/config.json");
  const config = part ? all?.[part] : all;
  if (!config || (config.authorizationEndpoint && config.tokenEndpoint)) return config || null;
  const known = await file(`${config.issuer.replace(/\/$/, "")}/.well-known/openid-configuration`);
  return known && { ...config, authorizationEndpoint: known.authorization_endpoint, tokenEndpoint: known.token_endpoint };
}

/** Leaves for the sign-in page of `config`, which sends back to `redirect`; the tab keeps under `key` what that needs. */
export function leave(config, key, redirect) {
  const asked = { verifier: random(), state: random(), redirect, page: location.pathname };
  sessionStorage.setItem(key, JSON.stringify(asked));
  const url = new URL(config.authorizationEndpoint);
  const challenge = base64url(new Sha256().update(new TextEncoder().encode(asked.verifier)).bytes());
  const query = {
    response_type: "code", client_id: config.clientId, redirect_uri: redirect, scope: config.scope || "openid profile email",
    state: asked.state, nonce: random(), code_challenge: challenge, code_challenge_method: "S256",
    ui_locales: document.documentElement.lang,
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  location.assign(url);
}

/** What the provider sent back with `query`, held against what the tab kept under `key`; null where they do not go together. */
function sentBack(key, query) {
  const asked = JSON.parse(sessionStorage.getItem(key) || "null");
  return asked && query.get("state") === asked.state && query.has("code") ? { ...asked, code: query.get("code") } : null;
}

/** Exchanges what the provider sent back for a token: {status, body}. Throws where there is no connection. */
export async function redeem(part, key, search) {
  const asked = sentBack(key, new URLSearchParams(search));
  const config = asked && (await issuer(part));
  if (!config) return { status: 400, body: {} };
  const form = new URLSearchParams({
    grant_type: "authorization_code", code: asked.code, redirect_uri: asked.redirect, client_id: config.clientId,
    code_verifier: asked.verifier,
  });
  const answer = await fetch(config.tokenEndpoint, { method: "POST", body: form });
  if (answer.status < 500) sessionStorage.removeItem(key);
  return { status: answer.status, body: answer.ok ? await answer.json() : {} };
}
