// Reading an evidence pack on this device: ZIP, SHA-256, JSON with its numbers exactly as written. A classic script, so that
// the page also works as a file on a disk. Written from docs/evidence.md, apart from the Java that writes the pack.

"use strict";

const Pack = {};

/** The first thing that differs: the name of a wording, and what stands in it. */
Pack.Difference = class extends Error {
  constructor(key, values = {}) {
    super(key);
    this.key = key;
    this.values = values;
  }
};

Pack.differ = (key, values) => { throw new Pack.Difference(key, values); };

/* ---- SHA-256, piece by piece: crypto.subtle takes a file only whole */

{
  const fraction = (x) => Math.floor((x % 1) * 2 ** 32) | 0;
  const primes = [];
  for (let n = 2; primes.length < 64; n++) if (primes.every((p) => n % p)) primes.push(n);
  const K = Int32Array.from(primes, (p) => fraction(Math.cbrt(p)));
  const START = primes.slice(0, 8).map((p) => fraction(Math.sqrt(p)));
  const turn = (x, n) => (x >>> n) | (x << (32 - n));

  Pack.Sha256 = class {
    constructor() {
      this.state = Int32Array.from(START);
      this.block = new Uint8Array(64);
      this.words = new Int32Array(64);
      this.filled = 0;
      this.length = 0;
    }

    add(bytes) {
      this.length += bytes.length;
      for (let at = 0; at < bytes.length;) {
        const taken = Math.min(64 - this.filled, bytes.length - at);
        this.block.set(bytes.subarray(at, at + taken), this.filled);
        this.filled += taken;
        at += taken;
        if (this.filled === 64) this.fold();
      }
      return this;
    }

    fold() {
      const w = this.words, s = this.state, b = this.block;
      for (let i = 0; i < 16; i++) w[i] = (b[4 * i] << 24) | (b[4 * i + 1] << 16) | (b[4 * i + 2] << 8) | b[4 * i + 3];
      for (let i = 16; i < 64; i++) {
        const x = w[i - 15], y = w[i - 2];
        w[i] = w[i - 16] + (turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)) + w[i - 7] + (turn(y, 17) ^ turn(y, 19) ^ (y >>> 10));
      }
      let [p, q, r, t, e, f, g, h] = s;
      for (let i = 0; i < 64; i++) {
        const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
        const two = ((turn(p, 2) ^ turn(p, 13) ^ turn(p, 22)) + ((p & q) ^ (p & r) ^ (q & r))) | 0;
        h = g; g = f; f = e; e = (t + one) | 0; t = r; r = q; q = p; p = (one + two) | 0;
      }
      [p, q, r, t, e, f, g, h].forEach((v, i) => { s[i] += v; });
      this.filled = 0;
    }

    hex() {
      const bits = BigInt(this.length) * 8n;
      const tail = new Uint8Array(((this.filled < 56 ? 56 : 120) - this.filled) + 8);
      tail[0] = 0x80;
      new DataView(tail.buffer).setBigUint64(tail.length - 8, bits);
      this.add(tail);
      return Array.from(this.state, (v) => (v >>> 0).toString(16).padStart(8, "0")).join("");
    }
  };
}

Pack.sha256 = (text) => new Pack.Sha256().add(new TextEncoder().encode(text)).hex();

/* ---- ZIP */

const MOST_WHOLE = 256 * 2 ** 20;
const LONGEST_LINE = 20000;

/** The entries of the ZIP in `file`, by name, each with where its bytes lie. */
Pack.entries = async (file) => {
  const tailAt = Math.max(0, file.size - 65557);
  const tail = new DataView(await file.slice(tailAt).arrayBuffer());
  let end = tail.byteLength - 22;
  while (end >= 0 && tail.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0 || tailAt + end + 22 + tail.getUint16(end + 20, true) !== file.size) Pack.differ("noZip");
  const count = tail.getUint16(end + 10, true);
  const size = tail.getUint32(end + 12, true), at = tail.getUint32(end + 16, true);
  if (count > 100 || at + size > tailAt + end) Pack.differ("noZip");
  const list = new DataView(await file.slice(at, at + size).arrayBuffer());
  const entries = new Map();
  try {
    for (let i = 0, p = 0; i < count; i++) {
      if (list.getUint32(p, true) !== 0x02014b50) Pack.differ("noZip");
      const [nameLength, extra, comment] = [28, 30, 32].map((o) => list.getUint16(p + o, true));
      const name = new TextDecoder().decode(new Uint8Array(list.buffer, p + 46, nameLength));
      if (entries.has(name)) Pack.differ("twice", { file: name });
      entries.set(name, { method: list.getUint16(p + 10, true), packed: list.getUint32(p + 20, true), bytes: list.getUint32(p + 24, true), header: list.getUint32(p + 42, true) });
      p += 46 + nameLength + extra + comment;
    }
  } catch (e) {
    if (e instanceof RangeError) Pack.differ("noZip");
    throw e;
  }
  return entries;
};

/** Hands the bytes of one entry to `take`, piece by piece. */
async function pieces(file, entry, take) {
  const head = new DataView(await file.slice(entry.header, entry.header + 30).arrayBuffer());
  if (head.byteLength < 30 || head.getUint32(0, true) !== 0x04034b50) Pack.differ("noZip");
  const from = entry.header + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  const part = file.slice(from, from + entry.packed);
  if (part.size !== entry.packed || ![0, 8].includes(entry.method)) Pack.differ("noZip");
  const reader = (entry.method ? part.stream().pipeThrough(new DecompressionStream("deflate-raw")) : part.stream()).getReader();
  for (let seen = 0; ;) {
    let piece;
    try {
      piece = await reader.read();
    } catch {
      Pack.differ("noZip");
    }
    if (piece.done) {
      if (seen !== entry.bytes) Pack.differ("noZip");
      return;
    }
    seen += piece.value.length;
    if (seen > entry.bytes) Pack.differ("noZip");
    take(piece.value);
  }
}

/** A pack that is read from `file`; `progress` is told how many of its bytes were read. */
Pack.open = async (file, progress) => {
  const entries = await Pack.entries(file);
  const hashes = new Map();
  let read = 0;
  async function each(name, take) {
    const entry = entries.get(name);
    if (!entry) Pack.differ("lacks", { file: name });
    const hash = new Pack.Sha256();
    await pieces(file, entry, (piece) => {
      hash.add(piece);
      take(piece);
      progress(Math.min(1, (read += piece.length) / file.size));
    });
    hashes.set(name, { bytes: entry.bytes, sha256: hash.hex() });
  }
  return {
    names: [...entries.keys()].sort(),
    hashes,
    async text(name) {
      if ((entries.get(name)?.bytes ?? 0) > MOST_WHOLE) Pack.differ("tooLarge", { file: name });
      const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
      const parts = [];
      await each(name, (piece) => parts.push(decode(decoder, name, piece, true)));
      return parts.join("") + decode(decoder, name, new Uint8Array(), false);
    },
    async skim(name) {
      await each(name, () => {});
    },
    /** Hands each line and its number to `take`; no more of the file than a piece is held at a time. */
    async lines(name, take) {
      const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
      let rest = "", number = 0;
      await each(name, (piece) => {
        const found = (rest + decode(decoder, name, piece, true)).split("\n");
        rest = found.pop();
        if (rest.length > LONGEST_LINE) Pack.differ("notWritten", { file: name });
        for (const line of found) take(++number, line);
      });
      if (rest + decode(decoder, name, new Uint8Array(), false)) Pack.differ("notWritten", { file: name });
      return number;
    },
  };
};

function decode(decoder, name, piece, more) {
  try {
    return decoder.decode(piece, { stream: more });
  } catch {
    return Pack.differ("notWritten", { file: name });
  }
}

/* ---- JSON: numbers stay as written, nothing twice, nothing unusual */

Pack.Num = class {
  constructor(text) { this.text = text; }
};

Pack.parse = (text, file) => {
  const token = /\s*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?)(?![0-9.eE])|(true|false|null))/y;
  const bad = () => Pack.differ("notWritten", { file });
  let kind, value;
  function next() {
    const found = token.exec(text);
    if (!found) bad();
    kind = found[1] ?? (found[2] !== undefined ? "text" : found[3] !== undefined ? "number" : "word");
    if (found[3]?.length > 40) bad();
    value = found[2] !== undefined ? JSON.parse(found[2]) : found[3] !== undefined ? new Pack.Num(found[3]) : { true: true, false: false, null: null }[found[4]];
  }
  function read(depth) {
    if (depth > 32) bad();
    if (kind === "{") {
      const map = new Map();
      next();
      for (; kind !== "}"; ) {
        if (kind !== "text" || map.has(value)) bad();
        const key = value;
        next();
        if (kind !== ":") bad();
        next();
        map.set(key, read(depth + 1));
        next();
        if (kind === ",") { next(); if (kind !== "text") bad(); } else if (kind !== "}") bad();
      }
      return map;
    }
    if (kind === "[") {
      const list = [];
      next();
      for (; kind !== "]"; ) {
        list.push(read(depth + 1));
        next();
        if (kind === ",") { next(); if (kind === "]") bad(); } else if (kind !== "]") bad();
      }
      return list;
    }
    if (!["text", "number", "word"].includes(kind) || value === null) bad();
    return value;
  }
  next();
  const read0 = read(0);
  if (text.slice(token.lastIndex).trim()) bad();
  return read0;
};

/** `value` written in the one way that the format has. */
Pack.print = (value, indent = "") => {
  if (value instanceof Map) {
    if (!value.size) return "{ }";
    return `{\n${[...value].map(([k, v]) => `${indent}  ${JSON.stringify(k)} : ${Pack.print(v, `${indent}  `)}`).join(",\n")}\n${indent}}`;
  }
  if (Array.isArray(value)) return value.length ? `[ ${value.map((v) => Pack.print(v, indent)).join(", ")} ]` : "[ ]";
  return value instanceof Pack.Num ? value.text : JSON.stringify(value);
};
