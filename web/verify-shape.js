// What each JSON file of a pack looks like: docs/evidence.md, «The files». Fields in their order, keys of maps sorted, lists
// sorted as declared, nothing more and nothing less.

"use strict";

const Shape = {};

const EITHER = (...words) => (v) => words.includes(v);
const TEXT = (v) => typeof v === "string";
const FLAG = (v) => typeof v === "boolean";
const NUMBER = (v) => v instanceof Pack.Num;
const INTEGER = (v) => NUMBER(v) && /^-?\d{1,18}$/.test(v.text);
const DATE = (v) => TEXT(v) && /^\d{4}-\d\d-\d\d$/.test(v) && isTime(`${v}T00:00:00Z`);
const TIME = (v) => TEXT(v) && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3}|\.\d{6}|\.\d{9})?Z$/.test(v) && isTime(v);
const PAIR = { kk: TEXT, ru: TEXT };
const MAP = (of) => (v) => v instanceof Map && sorted([...v.keys()]) && [...v.values()].every((one) => Shape.fits(one, of));
const SORTED = (v) => Array.isArray(v) && v.every(TEXT) && sorted(v);

function isTime(text) {
  const time = new Date(text);
  return !Number.isNaN(time.getTime()) && time.toISOString().slice(0, 19) === text.slice(0, 19);
}

function sorted(list) {
  return list.every((x, i) => !i || list[i - 1] < x);
}

const COUNTS = MAP(MAP(INTEGER));
const STANDING = {
  rank: INTEGER, candidate: TEXT, total: NUMBER,
  components: [{ component: TEXT, points: NUMBER, weight: NUMBER, counted: INTEGER, substituted: FLAG, "residents?": { own: NUMBER, mean: NUMBER } }],
  ties: [{ step: TEXT, value: TEXT, against: [TEXT] }],
  outcome: (v) => [{ kind: EITHER("chosen"), "place?": INTEGER }, { kind: EITHER("displaced"), maxPerDistrict: INTEGER, by: [TEXT] }, { kind: EITHER("notChosen", "open") }].some((s) => Shape.fits(v, s)),
  "margin?": { candidate: TEXT, points: NUMBER, "step?": TEXT }, nominations: [TEXT],
};
const RATING = { stage: TEXT, scopes: [{ scope: TEXT, standings: [STANDING], missing: (v) => Array.isArray(v) }] };

Shape.files = {
  "manifest.json": { format: TEXT, contest: TEXT, definitionVersion: INTEGER, stage: TEXT, number: INTEGER, announcedAt: TIME,
    "corrects?": { number: INTEGER, announcedAt: TIME, evidenceSha256: TEXT, reason: PAIR }, files: [{ name: TEXT, bytes: INTEGER, sha256: TEXT }] },
  "decisions.json": [{ dossier: TEXT, number: INTEGER, outcome: EITHER("ADMITTED", "REFUSED"), refusedFor: [TEXT], attributes: MAP(INTEGER), at: TIME, "onAppeal?": INTEGER }],
  "participants.json": [{ candidate: TEXT, name: TEXT, oblast: TEXT, district: TEXT, okrug: TEXT, attributes: MAP(INTEGER) }],
  "commissions.json": [{ scope: TEXT, members: (v) => Shape.fits(v, [{ id: TEXT, name: TEXT, role: EITHER("CHAIR", "DEPUTY", "MEMBER") }]) && sorted(v.map((m) => m.get("id"))) }],
  "sheets.json": [{ stage: TEXT, sheet: TEXT, candidate: TEXT, member: TEXT, points: MAP(NUMBER), version: INTEGER, "correction?": TEXT,
    "paper?": { scanSha256: TEXT, scanBytes: INTEGER, enteredBy: TEXT, confirmedBy: TEXT }, filedAt: TIME }],
  "seals.json": [{ candidate: TEXT, sheet: TEXT, member: TEXT, version: INTEGER, salt: TEXT, "cover?": TEXT, sha256: TEXT }],
  "sheet-points.json": [{ candidate: TEXT, sheet: TEXT, member: TEXT, total: NUMBER }],
  "recusals.json": [{ member: TEXT, candidate: TEXT, at: TIME }],
  "abstentions.json": [{ member: TEXT, candidate: TEXT, at: TIME }],
  "casting-votes.json": [{ stage: TEXT, scope: TEXT, sitting: INTEGER, order: [TEXT], reason: TEXT, by: TEXT, at: TIME }],
  "sittings.json": [{ stage: TEXT, scope: TEXT, number: INTEGER, version: INTEGER, date: DATE, present: SORTED, agenda: [TEXT], "correction?": TEXT, by: TEXT, at: TIME }],
  "earlier.json": [RATING],
  "annulments.json": [{ survey: TEXT, number: INTEGER, scope: TEXT, "candidate?": TEXT, "fromHour?": TEXT, "toHour?": TEXT, "channel?": TEXT, ofNetwork: FLAG, reason: PAIR, at: TIME,
    "reinstated?": { reason: PAIR, at: TIME }, ballots: MAP(INTEGER) }],
  "paper.json": [{ survey: TEXT, candidate: TEXT, version: INTEGER, ballots: INTEGER, counts: COUNTS, scanSha256: TEXT, scanBytes: INTEGER, "reason?": PAIR, at: TIME, "confirmedAt?": TIME, "annulled?": INTEGER }],
  "tallies.json": MAP(MAP({ ballots: INTEGER, counts: COUNTS })),
  "rating.json": RATING,
};

/** What the entries of a list are sorted by. */
Shape.order = {
  "decisions.json": ["dossier", "number"], "participants.json": ["candidate"], "commissions.json": ["scope"], "sheets.json": ["candidate", "sheet", "member", "version"],
  "seals.json": ["candidate", "sheet", "member", "version"], "sheet-points.json": ["candidate", "sheet", "member"], "recusals.json": ["candidate", "member"],
  "abstentions.json": ["candidate", "member"], "casting-votes.json": ["scope", "at"], "sittings.json": ["scope", "number", "version"],
  "annulments.json": ["survey", "number"], "paper.json": ["survey", "candidate", "version"],
};

/** Whether a parsed value has that shape. */
Shape.fits = (value, shape) => {
  if (typeof shape === "function") return shape(value);
  if (Array.isArray(shape)) return Array.isArray(value) && value.every((one) => Shape.fits(one, shape[0]));
  if (!(value instanceof Map)) return false;
  const fields = Object.keys(shape), names = fields.map((f) => f.replace("?", "")), keys = [...value.keys()];
  return keys.every((k, i) => names.includes(k) && (!i || names.indexOf(keys[i - 1]) < names.indexOf(k)))
    && fields.every((f, i) => (value.has(names[i]) ? Shape.fits(value.get(names[i]), shape[f]) : f.endsWith("?")));
};

/** A parsed value as plain objects; numbers as numbers, but weights as they are written. */
Shape.plain = (value, key) => {
  if (value instanceof Map) return Object.fromEntries([...value].map(([k, v]) => [k, Shape.plain(v, k)]));
  if (Array.isArray(value)) return value.map((v) => Shape.plain(v, key));
  return value instanceof Pack.Num ? (key === "weight" ? value.text : Number(value.text)) : value;
};

/** Whether the entries of a list stand in their order. */
Shape.inOrder = (file, tree) => {
  const order = Shape.order[file];
  if (!order) return true;
  const compare = (x, y) => order.reduce((found, k) => found || (typeof x[k] === "number" ? x[k] - y[k] : k === "at" ? Date.parse(x[k]) - Date.parse(y[k]) : x[k] < y[k] ? -1 : Number(x[k] > y[k])), 0);
  const list = Shape.plain(tree);
  return list.every((x, i) => !i || compare(list[i - 1], x) <= 0);
};
