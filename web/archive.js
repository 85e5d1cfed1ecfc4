// The archive of a dossier: one ZIP from the files chosen, and the hashes by which it is registered and sent.

import { downloadZip } from "/client-zip.js";
import { Sha256 } from "/sha256.js";

/** Size of a part in bytes, each but the last; fixed, since what is registered depends on it. */
export const PART = 5 * 1024 * 1024;

const isZip = (file) => /\.zip$/i.test(file.name);

/**
 * The archive of `files`: the only one, if it is a ZIP; otherwise a ZIP of all of them, the same bytes each time the same
 * files are chosen, so that an upload can go on after them. `tell` hears the share done, 0 to 1.
 */
export async function archiveOf(files, tell = () => {}) {
  if (files.length === 1 && isZip(files[0])) return files[0];
  const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
  const all = sorted.reduce((sum, file) => sum + file.size, 0);
  let done = 0;
  const count = new TransformStream({
    transform(bytes, to) {
      done += bytes.length;
      tell(all ? Math.min(1, done / all) : 1);
      to.enqueue(bytes);
    },
  });
  const zip = downloadZip(sorted.map((file) => ({ name: file.name.normalize("NFC"), lastModified: new Date(file.lastModified), input: file })));
  return new Response(zip.body.pipeThrough(count)).blob();
}

/** SHA-256 of each part of `file`, as hexadecimal digits; `tell` hears the share read, 0 to 1. */
export async function partHashes(file, tell = () => {}) {
  const hashes = [];
  for (let from = 0; from < file.size; from += PART) {
    hashes.push(hex(await digest(await file.slice(from, from + PART).arrayBuffer())));
    tell(Math.min(1, (from + PART) / file.size));
  }
  return hashes;
}

/** What is registered for an archive of these parts: the SHA-256 of their SHA-256s. */
export function whole(hashes) {
  const sum = new Sha256();
  for (const hash of hashes) sum.update(Uint8Array.from(hash.match(/../g), (byte) => parseInt(byte, 16)));
  return sum.hex();
}

/** The browser's own is ten times as fast, but is there on https and localhost only. */
const digest = async (bytes) => (globalThis.crypto?.subtle
  ? new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))
  : new Sha256().update(new Uint8Array(bytes)).bytes());

const hex = (bytes) => [...bytes].map((b) => b.toString(16).padStart(2, "0")).join("");
