// One file of a dossier: asked for by name, which is kept; fetched in pieces, unpacked and held against its checksum here,
// and saved. The browser never shows it by itself.

import { t, at, h, language, Refusal } from "/app.js";
import { warning } from "/staff.js";

export const RETRIEVE = {
  kk: { retrieve: "Файлды алу", retrieveNamed: "Файлды алу: {file}", retrieveNote: "Кім қай файлды ашқаны жазылып алынады.", retrieving: "Файл алынуда: {share} %", retrieved: "Файл сақталды: {file}", damaged: "Файл мұрағатта бүлінген.", tooOld: "Бұл браузер файлды аша алмайды. Браузерді жаңартыңыз.",
    retrievals: "Файлдарды кім ашты", noRetrievals: "Әзірге ешкім ашқан жоқ." },
  ru: { retrieve: "Получить файл", retrieveNamed: "Получить файл: {file}", retrieveNote: "Записывается, кто какой файл открыл.", retrieving: "Получаем файл: {share} %", retrieved: "Файл сохранён: {file}", damaged: "Файл в архиве повреждён.", tooOld: "Этот браузер не может открыть файл. Обновите браузер.",
    retrievals: "Кто открывал файлы", noRetrievals: "Пока никто не открывал." },
};

const TRIES = 3;

const newId = () => [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");

/**
 * Fetches and saves `file` of version `version` of the dossier at `path`. `call` is the page's call of the API, `token` the
 * person's; `tell` hears the share fetched, 0 to 1. Gives what to say in the end.
 */
export async function retrieve({ path, version, file, call, token, tell }) {
  const place = `${path}/retrievals/${newId()}`;
  const begun = await call("PUT", place, { version, file });
  if (begun.deflated && !globalThis.DecompressionStream) return warning("tooOld");
  const packed = pieces(place, begun, token, tell);
  const blob = await checked(begun.deflated ? packed.pipeThrough(new DecompressionStream("deflate-raw")) : packed, begun);
  if (!blob) return warning("damaged");
  const name = file.split(/[/\\]/).pop();
  const url = URL.createObjectURL(blob);
  h("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return t("retrieved", { file: name });
}

function pieces(place, { packedBytes, pieceBytes }, token, tell) {
  let number = 0;
  const all = Math.ceil(packedBytes / pieceBytes);
  return new ReadableStream({
    async pull(to) {
      if (number === all) return to.close();
      number += 1;
      to.enqueue(await piece(`${place}/${number}`, token));
      return tell(number / all);
    },
  });
}

/** A piece; what only passes is tried again. */
async function piece(path, token) {
  for (let left = TRIES; ; left -= 1) {
    try {
      const answer = await fetch(path, { headers: { Authorization: `Bearer ${token}`, "Accept-Language": language() }, cache: "no-store" }).catch(() => { throw new Refusal(0); });
      if (!answer.ok) throw new Refusal(answer.status, await answer.json().catch(() => ({})));
      return new Uint8Array(await answer.arrayBuffer());
    } catch (e) {
      if (!(e instanceof Refusal) || !e.passing || left === 1) throw e;
    }
  }
}

/** The content as a Blob of no known type; null where it is not what the archive's directory says. */
async function checked(stream, { bytes, crc }) {
  const parts = [];
  let size = 0;
  let sum = ~0;
  try {
    const reader = stream.getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.length;
      if (size > bytes) return null;
      sum = crc32(sum, next.value);
      parts.push(new Blob([next.value]));
    }
  } catch (e) {
    if (e instanceof Refusal) throw e;
    return null;
  }
  return size === bytes && (~sum >>> 0) === crc ? new Blob(parts, { type: "application/octet-stream" }) : null;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

function crc32(sum, bytes) {
  let c = sum;
  for (let i = 0; i < bytes.length; i += 1) c = TABLE[(c ^ bytes[i]) & 255] ^ (c >>> 8);
  return c;
}

/** Who opened which file; `retrievals` is null until it is asked for by `load`. */
export function retrievalLog(retrievals, zone, load) {
  return h("details", { class: "card", open: Boolean(retrievals), ontoggle: (e) => { if (e.target.open && !retrievals) load(); } }, h("summary", { id: "retrievals" }, t("retrievals")),
    !retrievals ? null : retrievals.length ? h("ul", { class: "list" }, retrievals.map((r) => h("li", {}, h("strong", {}, r.byName || r.by), h("div", {}, r.file), h("div", { class: "soft small" }, at(r.at, zone)))))
      : h("p", { class: "soft" }, t("noRetrievals")));
}
