// The frame of every staff page: sign-in, then the page's own view, with one place for what went wrong.

import { page, t, h, note, refusal, contest, scopeName, Refusal, api } from "/app.js";
import { SIGNIN, gate, session, signOut, strip, who } from "/signin.js";

/** What a page's work gives where nothing was done or not all of it, and why. */
export const warning = (key) => note("warn", h("p", {}, t(key)));

/**
 * Starts a staff page. `roles`: one of these is needed; `load` is called once signed in; `view` gives the page's nodes.
 * Gives {state, show, run, call}.
 */
export function staffPage({ title, strings, roles, load, view, state }) {
  Object.assign(state, { ready: false, me: null, failed: false, definition: null, error: null, done: null, busy: false });
  const merged = { kk: { ...SIGNIN.kk, ...strings.kk }, ru: { ...SIGNIN.ru, ...strings.ru } };
  const show = page({ title, strings: merged, view: whole });

  function whole() {
    const heading = h("h1", {}, t(title));
    if (!state.ready) return [heading, h("p", { role: "status" }, t("loading"))];
    state.me = who();
    if (!state.me) return [heading, state.error ? refusal(state.error) : null, gate(state.failed, state, show)];
    const scope = state.me.scope ? scopeName(state.me.scope) : "";
    const allowed = state.me.roles.some((role) => roles.includes(role));
    return [heading, strip(state.me, scope, show),
      allowed ? [messages(), view()] : note("bad", h("p", {}, t("wrongRole")))];
  }

  function messages() {
    return h("div", { id: "messages", tabindex: "-1" }, state.error ? refusal(state.error) : null,
      typeof state.done === "string" ? note("good", h("p", {}, state.done)) : state.done);
  }

  /** Does `work` with the buttons out of reach; shows the success or the note that it gives, or why it failed. */
  async function run(work) {
    Object.assign(state, { busy: true, error: null, done: null });
    show();
    try {
      state.done = (await work()) || null;
    } catch (e) {
      if (!(e instanceof Refusal)) throw e;
      if (e.status === 401) signOut();
      state.error = e;
    } finally {
      state.busy = false;
      show();
      if (state.error || state.done) document.getElementById("messages")?.scrollIntoView({ block: "nearest" });
    }
  }

  /** A call of the API in the signed-in person's name. */
  const call = async (method, path, body, seconds) => (await api(method, path, { body, token: state.me.token, seconds })).body;

  (async () => {
    const { me, failed } = await session();
    Object.assign(state, { me, failed });
    state.definition = await contest().catch(() => null);
    state.ready = true;
    if (me && me.roles.some((role) => roles.includes(role))) await run(load);
    else show();
  })();

  return { show, run, call };
}
