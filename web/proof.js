// The work that a browser does before a code is sent: finds the number of an ALTCHA challenge (version 1, SHA-256).
// Its own hash, since crypto.subtle is there on https only and slower for messages this short.

const SLICE_MS = 25;
const K = new Int32Array(64);
const START = new Int32Array(8);
{
  // The first 32 bits of the fractions of the cube and square roots of the first primes.
  let found = 0;
  for (let n = 2; found < 64; n++) {
    let prime = true;
    for (let d = 2; d * d <= n; d++) if (n % d === 0) prime = false;
    if (!prime) continue;
    if (found < 8) START[found] = (Math.sqrt(n) % 1) * 2 ** 32;
    K[found++] = (Math.cbrt(n) % 1) * 2 ** 32;
  }
}
const w = new Int32Array(64);

/** The SHA-256 of at most 55 ASCII characters, as eight words in `out`. */
function hash(text, out) {
  w.fill(0, 0, 16);
  for (let i = 0; i < text.length; i++) w[i >> 2] |= text.charCodeAt(i) << (24 - (i & 3) * 8);
  w[text.length >> 2] |= 0x80 << (24 - (text.length & 3) * 8);
  w[15] = text.length * 8;
  for (let i = 16; i < 64; i++) {
    const x = w[i - 15];
    const y = w[i - 2];
    w[i] = w[i - 16] + w[i - 7] + (((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3))
      + (((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10));
  }
  let a = START[0], b = START[1], c = START[2], d = START[3], e = START[4], f = START[5], g = START[6], h = START[7];
  for (let i = 0; i < 64; i++) {
    const one = (h + K[i] + w[i] + ((e & f) ^ (~e & g))
      + (((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7)))) | 0;
    const two = ((((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10)))
      + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g; g = f; f = e; e = (d + one) | 0; d = c; c = b; b = a; a = (one + two) | 0;
  }
  out[0] = a + START[0]; out[1] = b + START[1]; out[2] = c + START[2]; out[3] = d + START[3];
  out[4] = e + START[4]; out[5] = f + START[5]; out[6] = g + START[6]; out[7] = h + START[7];
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
