// Sends a ballot until it is known to be in. Its id is made here and kept until the receipt comes, so that the same
// ballot sent again, even after the page was closed, is the same ballot.

import { api, Refusal } from "/app.js";

const KEY = "uzdik.ballot";
const PAUSES = [1, 2, 4, 8, 15, 30];
const PATIENCE_MS = 12 * 60_000;

function read() {
  try { return JSON.parse(localStorage.getItem(KEY)); } catch { return null; }
}

function write(ballot) {
  try {
    if (ballot) localStorage.setItem(KEY, JSON.stringify(ballot));
    else localStorage.removeItem(KEY);
  } catch { /* without storage the id lives as long as the page */ }
}

/** 128 random bits as 32 hexadecimal digits. */
export function newId() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");
}

/** A ballot that was sent from this device and never confirmed, or null. */
export const unconfirmed = read;

export function forget() { write(null); }

/** The id for this ballot: the one of `earlier` where nothing in it has changed, a new one otherwise. */
export function ballotId(earlier, survey, candidate, answers) {
  const same = earlier && earlier.survey === survey && earlier.candidate === candidate
    && JSON.stringify(earlier.answers) === JSON.stringify(answers);
  return same ? earlier.id : newId();
}

/**
 * Sends `body` with growing pauses while no answer comes. `tell` hears how it goes: {state: "sending"} or
 * {state: "waiting", seconds, attempt}. Gives the receipt; throws the Refusal that ends it. `control` gets {now, stop}.
 */
export async function cast(survey, body, tell, control) {
  write({ id: body.ballot, survey, candidate: body.candidate, answers: body.answers });
  const began = Date.now();
  for (let attempt = 0; ; attempt++) {
    tell({ state: "sending" });
    try {
      const answer = await api("POST", `/v1/surveys/${encodeURIComponent(survey)}/ballots`, { body });
      write(null);
      return answer.body.receipt;
    } catch (e) {
      if (!(e instanceof Refusal) || !e.passing) {
        if (e instanceof Refusal && e.type !== "code-invalid" && e.type !== "too-many-tries") write(null);
        throw e;
      }
      if (Date.now() - began > PATIENCE_MS) throw e;
      if (!(await pause(PAUSES[Math.min(attempt, PAUSES.length - 1)], attempt + 2, tell, control))) throw e;
    }
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
      else tell({ state: "waiting", seconds: left, attempt });
    }, 1000);
    addEventListener("online", now);
    control.now = now;
    control.stop = () => end(false);
    tell({ state: "waiting", seconds: left, attempt });
  });
}
