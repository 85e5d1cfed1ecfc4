// A ballot on its way: kept on this device until its receipt comes, and sent again until there is an answer. Its id is
// made once and kept with it, so that the same ballot sent again, even days later, is the same ballot.

const PREFIX = "uzdik.ballot.";
const PAUSES = [1, 2, 4, 8, 15, 30, 60];
const ANSWER_WITHIN_MS = 25_000;
const NONE = { status: 0, body: {} };

/** What `storage` has under `key`, or null; without storage, everything lives as long as the page. */
export function read(storage, key) {
  try { return JSON.parse(storage().getItem(key)); } catch { return null; }
}

export function write(storage, key, value) {
  try {
    if (value === null) storage().removeItem(key);
    else storage().setItem(key, JSON.stringify(value));
  } catch { /* see read */ }
}

export const local = () => localStorage;
export const session = () => sessionStorage;
export const keyOf = (survey, candidate) => `${PREFIX}${survey}.${candidate}`;

/** Ballots that were sent from this device and never confirmed. */
export function unconfirmed() {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)).map((key) => read(local, key)).filter((b) => b?.sent);
  } catch { return []; }
}

/** 128 random bits as 32 hexadecimal digits. */
export function newId() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");
}

/** An answer that may be another one in a while: none at all, a fault, or too many at once. */
const passes = (answer) => answer.status === 0 || answer.status >= 500 || (answer.status === 429 && !answer.body.type);

/**
 * Makes `attempt`s until there is an answer that stays: {status, body}. `tell` hears how it goes: ("sending", percent or
 * undefined) or ("waiting", seconds, number of the next attempt). `control` gets {now, stop}; after stop the answer is null.
 */
export async function persist(attempt, tell, control) {
  for (let tries = 0; ; tries++) {
    tell("sending");
    const answer = await attempt(tell).catch(() => NONE); // a script that could not be fetched
    if (!passes(answer)) return answer;
    if (!(await pause(PAUSES[Math.min(tries, PAUSES.length - 1)], tries + 2, tell, control))) return null;
  }
}

/** One request, with `token` where one is needed, and its answer; status 0 where none came. */
export async function call(method, path, body, token) {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), ANSWER_WITHIN_MS);
  const headers = { Accept: "application/json", "Accept-Language": document.documentElement.lang };
  if (body) headers["Content-Type"] = "application/json";
  if (token) headers.Authorization = `Bearer ${token}`;
  try {
    const answer = await fetch(path, { method, headers, body: body && JSON.stringify(body), signal: abort.signal, cache: "no-store" });
    const text = await answer.text();
    return { status: answer.status, body: text && /json/.test(answer.headers.get("Content-Type") || "") ? JSON.parse(text) : {} };
  } catch {
    return NONE;
  } finally {
    clearTimeout(timer);
  }
}

/** Counts `seconds` down; ends early when the connection is back or the person asks. False if they want to stop. */
function pause(seconds, attempt, tell, control) {
  return new Promise((resolve) => {
    let left = seconds;
    const end = (go) => {
      clearInterval(timer);
      removeEventListener("online", now);
      resolve(go);
    };
    const now = () => end(true);
    const timer = setInterval(() => {
      left -= 1;
      if (left <= 0) end(true);
      else tell("waiting", left, attempt);
    }, 1000);
    addEventListener("online", now);
    control.now = now;
    control.stop = () => end(false);
    tell("waiting", left, attempt);
  });
}
