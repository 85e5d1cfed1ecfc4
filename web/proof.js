// The work that a browser does before a code is sent: finds the number of an ALTCHA challenge (version 1, SHA-256).
// Not with crypto.subtle, which is there on https only and slower for messages this short.

import { START, fold } from "/sha256.js";

const SLICE_MS = 25;
const w = new Int32Array(64);

/** The SHA-256 of at most 55 ASCII characters, as eight words in `out`. */
function hash(text, out) {
  w.fill(0, 0, 16);
  for (let i = 0; i < text.length; i++) w[i >> 2] |= text.charCodeAt(i) << (24 - (i & 3) * 8);
  w[text.length >> 2] |= 0x80 << (24 - (text.length & 3) * 8);
  w[15] = text.length * 8;
  out.set(START);
  fold(out, w);
}

/**
 * The solution of `challenge` as the API takes it. Works in slices, so that the page stays usable; `tell` hears after
 * each slice the share of numbers tried, 0 to 1. The number is on average half the way.
 */
export async function solve(challenge, tell = () => {}) {
  const { algorithm, salt, maxnumber, signature } = challenge;
  if (algorithm !== "SHA-256" || salt.length + String(maxnumber).length > 55) throw new Error("a challenge of another kind");
  const meant = Int32Array.from({ length: 8 }, (_, i) => parseInt(challenge.challenge.slice(i * 8, i * 8 + 8), 16));
  const out = new Int32Array(8);
  let paused = performance.now();
  for (let number = 0; number <= maxnumber; number++) {
    hash(salt + number, out);
    if (out[0] === meant[0] && out.every((word, i) => word === meant[i])) {
      return btoa(JSON.stringify({ algorithm, challenge: challenge.challenge, number, salt, signature }));
    }
    if ((number & 63) === 63 && performance.now() - paused > SLICE_MS) {
      tell(number / maxnumber);
      await new Promise((resume) => { setTimeout(resume); });
      paused = performance.now();
    }
  }
  throw new Error("a challenge without a solution");
}
