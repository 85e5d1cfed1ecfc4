// The recount of a pack, in the order of docs/evidence.md: sheets, people, ballots, paper, rating, sittings, protocols,
// correction, files. Throws the first difference.

"use strict";

const Checks = {};

const asNumber = (num) => Number(num.text);
const plain = Shape.plain;
const LISTS = Object.keys(Shape.files).filter((file) => !["manifest.json", "tallies.json", "rating.json"].includes(file));
const PROTOCOLS = ["protocol-kk.html", "protocol-ru.html", "protocol-kk.pdf", "protocol-ru.pdf"];

/** Reads everything but ballots and PDFs; each JSON file is of the declared fields. */
async function contents(pack) {
  const trees = new Map(), texts = new Map();
  const json = async (file) => {
    texts.set(file, await pack.text(file));
    trees.set(file, Pack.parse(texts.get(file), file));
    if (Shape.files[file] && !Shape.fits(trees.get(file), Shape.files[file])) Pack.differ("notWritten", { file });
    return trees.get(file);
  };
  if (!pack.names.includes("manifest.json")) Pack.differ("lacks", { file: "manifest.json" });
  const manifestTree = await json("manifest.json");
  const manifest = plain(manifestTree);
  if (manifest.format !== "uzdik-evidence/1") Pack.differ("format", { format: manifest.format });
  const definition = plain(await json("definition.json"));
  const stage = definition.stages?.find((s) => s.id === manifest.stage);
  if (!stage) Pack.differ("noStage", { stage: manifest.stage });
  const used = stage.components.filter((c) => c.kind === "survey").map((c) => c.survey);
  const surveys = definition.surveys.filter((s) => used.includes(s.id));
  const due = ["definition.json", ...LISTS, "tallies.json", "rating.json", ...PROTOCOLS, ...surveys.flatMap((s) => [`answers-${s.id}.jsonl`, `receipts-${s.id}.txt`])].sort();
  for (const file of due) if (!pack.names.includes(file)) Pack.differ("lacks", { file });
  for (const file of pack.names) if (file !== "manifest.json" && !due.includes(file)) Pack.differ("unknownFile", { file });
  const all = { pack, manifest, definition, stage, surveys, due, trees, texts };
  for (const file of LISTS) all[file.replace(".json", "")] = plain(await json(file));
  all.tallies = await json("tallies.json");
  all.rating = await json("rating.json");
  return all;
}

/** Everything that the rating is made from, looked up quickly. */
function factsOf(all) {
  const { definition, stage } = all;
  const each = (list) => new Set(list.map((x) => `${x.candidate} ${x.member}`));
  const rules = definition.commissions[stage.scope === "REPUBLIC" ? "republican" : "regional"];
  const facts = { stage, rules, quorum: Math.ceil((rules.members * rules.quorumNumerator) / rules.quorumDenominator),
    surveys: new Map(definition.surveys.map((s) => [s.id, s])), sheets: new Map(definition.sheets.map((s) => [s.id, s])), attributes: new Map(definition.attributes.map((a) => [a.id, a])),
    people: all.participants.map((p) => ({ ...p, attributes: new Map(Object.entries(p.attributes)) })), votes: all["casting-votes"],
    members: new Map(all.commissions.map((c) => [c.scope, c.members.map((m) => m.id)])), recused: each(all.recusals), abstained: each(all.abstentions),
    scopes: stage.scope === "REPUBLIC" ? ["republic"] : [...new Set(definition.oblasts.map((o) => o.kato))].sort(), filed: new Map(), paper: new Map(), tallies: new Map(), earlier: new Map() };
  for (const tree of all.trees.get("sheets.json")) {
    const key = `${tree.get("candidate")} ${tree.get("sheet")}`, version = asNumber(tree.get("version"));
    if (!facts.filed.has(key)) facts.filed.set(key, new Map());
    const byMember = facts.filed.get(key), points = [...tree.get("points").values()].map((p) => Rate.exact(p.text)).reduce(Rate.plus, { n: 0n, d: 1n });
    if (!(byMember.get(tree.get("member"))?.version > version)) byMember.set(tree.get("member"), { ...points, version });
  }
  const counts = (tree) => ({ ballots: asNumber(tree.get("ballots")), counts: new Map([...tree.get("counts")].map(([q, by]) => [q, new Map([...by].map(([a, n]) => [a, asNumber(n)]))])) });
  for (const [survey, byCandidate] of all.tallies) facts.tallies.set(survey, new Map([...byCandidate].map(([c, tree]) => [c, counts(tree)])));
  for (const tree of all.trees.get("paper.json")) {
    const key = `${tree.get("survey")} ${tree.get("candidate")}`;
    if (tree.has("confirmedAt")) facts.paper.set(key, tree.has("annulled") ? null : counts(tree));
  }
  for (const tree of all.trees.get("earlier.json")) {
    facts.earlier.set(tree.get("stage"), new Map(tree.get("scopes").flatMap((s) => s.get("standings")).map((s) => [s.get("candidate"), s.get("total").text])));
  }
  return facts;
}

function people(all) {
  const holding = new Map(), numbers = new Set();
  for (const d of all.decisions) {
    if (numbers.has(`${d.dossier} ${d.number}`)) Pack.differ("decisions", { dossier: d.dossier });
    numbers.add(`${d.dossier} ${d.number}`);
    if (!(holding.get(d.dossier)?.number > d.number)) holding.set(d.dossier, d);
  }
  for (const d of all.decisions) if (d.number < 1 || (d.number > 1 && !numbers.has(`${d.dossier} ${d.number - 1}`))) Pack.differ("decisions", { dossier: d.dossier });
  for (const d of all.decisions) if ("onAppeal" in d && (d.onAppeal < 1 || d.onAppeal >= d.number)) Pack.differ("appeal", { dossier: d.dossier, number: d.number });
  const needed = [...new Set([all.stage.from, ...all.stage.components.filter((c) => c.kind === "stage").map((c) => c.stage)].filter(Boolean))].sort();
  const earlier = all.earlier.map((r) => r.stage);
  if (earlier.length !== needed.length || [...earlier].sort().some((id, i) => id !== needed[i])) Pack.differ("earlierList", { list: needed.join(", ") });
  const standings = (stage) => all.earlier.filter((r) => r.stage === stage).flatMap((r) => r.scopes).flatMap((s) => s.standings);
  const admitted = [...holding.values()].filter((d) => d.outcome === "ADMITTED").map((d) => d.dossier);
  const due = new Set(all.stage.from ? standings(all.stage.from).filter((s) => s.outcome.kind === "chosen").map((s) => s.candidate) : admitted);
  const taking = new Set(all.participants.map((p) => p.candidate));
  if (taking.size < all.participants.length) Pack.differ("notWritten", { file: "participants.json" });
  for (const id of [...due].sort()) if (!taking.has(id)) Pack.differ("lacking", { candidate: all.name(id) });
  for (const id of [...taking].sort()) if (!due.has(id)) Pack.differ("notDue", { candidate: all.name(id) });
  for (const p of all.participants) {
    const d = holding.get(p.candidate);
    if (d?.outcome !== "ADMITTED") Pack.differ("notDue", { candidate: all.name(p.candidate) });
    const sorted = (o) => JSON.stringify(Object.entries(o).sort(([a], [b]) => Rate.order(a, b)));
    if (sorted(d.attributes) !== sorted(p.attributes)) Pack.differ("attributes", { candidate: all.name(p.candidate) });
  }
  const first = all.definition.stages.find((s) => !s.from && earlier.includes(s.id));
  if (first) {
    const rated = new Set(standings(first.id).map((s) => s.candidate));
    for (const id of [...holding.keys()].sort()) if (admitted.includes(id) !== rated.has(id)) Pack.differ("notRated", { dossier: id });
  }
  for (const p of all.participants) {
    const right = all.definition.oblasts.some((o) => o.kato === p.oblast && o.districts.some((d) => d.kato === p.district && d.okrugs.some((k) => k.kato === p.okrug)));
    if (!right) Pack.differ("places", { candidate: all.name(p.candidate) });
  }
}

const lies = (id, scope) => scope === "republic" || id.slice(2, 4) === scope.slice(0, 2);
const concerns = (a, id) => (a.candidate === undefined ? lies(id, a.scope) : a.candidate === id);

/** One survey: answers add up to the tallies, and there are as many receipts as ballots. */
async function ballots(all, facts, survey) {
  const answers = `answers-${survey.id}.jsonl`, receiptsFile = `receipts-${survey.id}.txt`;
  const questions = survey.questions.map((q) => q.id).sort();
  const { lowest, highest, dontKnow } = survey.scale;
  const fits = (a) => Number.isInteger(a) && ((a >= lowest && a <= highest) || (dontKnow && a === 0));
  const counted = new Map(), taken = new Map(), receipts = new Map();
  let before = "";
  const sorted = (file, number, line) => { if (before > line) Pack.differ("lineOrder", { file, line: number }); before = line; };
  const lines = await all.pack.lines(answers, (number, line) => {
    sorted(answers, number, line);
    let read;
    try { read = JSON.parse(line); } catch { read = null; }
    const bad = () => Pack.differ("answerLine", { file: answers, line: number });
    if (!read || JSON.stringify(read) !== line || typeof read.candidate !== "string" || typeof read.answers !== "object" || !read.answers) bad();
    const shape = Object.keys(read).join(" ");
    if (shape !== "candidate answers" && !(shape === "candidate answers annulled" && Number.isInteger(read.annulled))) bad();
    const given = Object.keys(read.answers);
    if (given.length !== questions.length || given.some((q, i) => q !== questions[i]) || !given.every((q) => fits(read.answers[q]))) bad();
    const into = read.annulled === undefined ? counted : taken;
    const id = read.annulled === undefined ? read.candidate : `${read.annulled} ${read.candidate}`;
    const sum = into.get(id) ?? { ballots: 0, counts: {} };
    into.set(id, sum);
    sum.ballots++;
    if (into === counted) for (const q of given) { const by = sum.counts[q] ??= {}; by[read.answers[q]] = (by[read.answers[q]] ?? 0) + 1; }
  });
  before = "";
  const receiptLines = await all.pack.lines(receiptsFile, (number, line) => {
    sorted(receiptsFile, number, line);
    const found = /^(\S*) [0-9A-Z]{5}-[0-9A-Z]{5}$/.exec(line);
    if (!found) Pack.differ("receiptLine", { file: receiptsFile, line: number });
    receipts.set(found[1], (receipts.get(found[1]) ?? 0) + 1);
  });
  const annulled = new Map(), known = new Set();
  for (const a of all.annulments) {
    if (!facts.surveys.has(a.survey)) Pack.differ("annulment", { number: a.number });
    if (a.survey !== survey.id) continue;
    const wrong = known.has(a.number) || (a.scope !== "republic" && !all.definition.oblasts.some((o) => o.kato === a.scope)) || (a.reinstated && Object.keys(a.ballots).length);
    if (wrong) Pack.differ("annulment", { number: a.number });
    known.add(a.number);
    const of = [...taken.keys()].filter((k) => k.startsWith(`${a.number} `)).map((k) => k.slice(String(a.number).length + 1));
    for (const id of [...new Set([...Object.keys(a.ballots), ...of])].sort()) {
      const said = a.ballots[id] ?? 0;
      if (!concerns(a, id) || said < 0 || (taken.get(`${a.number} ${id}`)?.ballots ?? 0) !== (said >= survey.minimumGroup ? said : 0)) Pack.differ("annulment", { number: a.number });
      annulled.set(id, (annulled.get(id) ?? 0) + said);
    }
  }
  for (const k of taken.keys()) if (!known.has(Number(k.split(" ")[0]))) Pack.differ("annulment", { number: k.split(" ")[0] });
  const tallies = facts.tallies.get(survey.id) ?? new Map(), none = { ballots: 0, counts: new Map() };
  const taking = new Set(all.participants.map((p) => p.candidate));
  for (const id of [...new Set([...tallies.keys(), ...counted.keys(), ...receipts.keys(), ...annulled.keys()])].sort()) {
    const tally = tallies.get(id) ?? none, found = counted.get(id) ?? { ballots: 0, counts: {} }, name = { candidate: all.name(id), survey: survey.id };
    if (!taking.has(id)) Pack.differ("ballotsOfNone", name);
    if ((receipts.get(id) ?? 0) !== tally.ballots + (annulled.get(id) ?? 0)) Pack.differ("receipts", { ...name, receipts: receipts.get(id) ?? 0, ballots: tally.ballots + (annulled.get(id) ?? 0) });
    if (tally.ballots < survey.minimumGroup) {
      const withheld = all.stage.components.filter((c) => c.survey === survey.id).every((c) => tally.ballots < c.minimumRespondents);
      const asked = (by) => [...by ?? []].reduce((all2, [a, n]) => (/^\d{1,3}$/.test(a) && fits(Number(a)) && n >= 0 ? all2 + n : NaN), 0);
      if (found.ballots || (withheld ? tally.counts.size : questions.some((q) => asked(tally.counts.get(q)) !== tally.ballots))) Pack.differ("smallGroup", name);
      continue;
    }
    if (found.ballots !== tally.ballots) Pack.differ("answers", { ...name, answers: found.ballots, ballots: tally.ballots });
    for (const q of [...new Set([...tally.counts.keys(), ...Object.keys(found.counts)])].sort()) {
      const said = tally.counts.get(q) ?? new Map(), seen = found.counts[q] ?? {};
      for (const a of [...new Set([...said.keys(), ...Object.keys(seen)])].sort()) {
        if ((said.get(a) ?? 0) !== (seen[a] ?? 0)) Pack.differ("answer", { ...name, question: q, answer: a, found: seen[a] ?? 0, said: said.get(a) ?? 0 });
      }
    }
  }
  return { answers: lines, receipts: receiptLines };
}

function paper(all, facts) {
  const last = new Map(), holding = new Map();
  for (const p of all.paper) if (p.confirmedAt) holding.set(`${p.survey} ${p.candidate}`, p);
  for (const p of all.paper) {
    const id = `${p.survey} ${p.candidate}`, before = last.get(id), survey = facts.surveys.get(p.survey), holds = holding.get(id) === p;
    const bad = () => Pack.differ("paper", { candidate: all.name(p.candidate), version: p.version });
    if (!survey || survey.paper === "NONE" || !facts.people.some((one) => one.candidate === p.candidate)) bad();
    if (p.version !== (before ? before.version + 1 : 1) || (p.reason === undefined) !== (before === undefined)) bad();
    if ((p.confirmedAt && Date.parse(p.confirmedAt) < Date.parse(p.at)) || p.scanBytes < 1 || !/^[0-9a-f]{64}$/.test(p.scanSha256)) bad();
    const taking = all.annulments.filter((a) => a.survey === p.survey && !a.reinstated && a.fromHour === undefined && a.toHour === undefined && !a.ofNetwork
      && concerns(a, p.candidate) && (a.channel === undefined || a.channel === "paper")).map((a) => a.number);
    if ((holds && taking.length ? Math.min(...taking) : undefined) !== p.annulled) bad();
    const { lowest, highest, dontKnow } = survey.scale;
    if (p.ballots < 0 || p.ballots > 100000) bad();
    for (const [q, by] of Object.entries(p.counts)) {
      const fits = (a) => /^(0|[1-9][0-9]{0,2})$/.test(a) && ((Number(a) >= lowest && Number(a) <= highest) || (dontKnow && a === "0"));
      if (!survey.questions.some((one) => one.id === q) || Object.entries(by).some(([a, n]) => n < 0 || n > p.ballots || !fits(a)) || Object.values(by).reduce((x, n) => x + n, 0) > p.ballots) bad();
    }
    if (Object.keys(p.counts).length && !(holds && !taking.length && p.ballots >= survey.minimumGroup)) bad();
    last.set(id, p);
  }
  for (const p of last.values()) if (!p.confirmedAt) Pack.differ("paper", { candidate: all.name(p.candidate), version: p.version });
}

function rating(all, facts) {
  const announced = all.rating.get("scopes"), recounted = Rate.stage(facts);
  if (all.rating.get("stage") !== all.stage.id || announced.length !== recounted.length) Pack.differ("scopes");
  recounted.forEach((due, i) => {
    const found = announced[i];
    if (found.get("scope") !== due.scope) Pack.differ("scopes");
    const by = new Map(found.get("standings").map((s) => [s.get("candidate"), s]));
    for (const part of ["components", "total", "rank", "ties", "outcome", "margin", "nominations"]) {
      for (const s of due.standings) {
        const candidate = s.get("candidate"), there = by.get(candidate);
        if (!there) Pack.differ("standingLacks", { candidate: all.name(candidate) });
        const [x, y] = [s.get(part), there.get(part)].map((v) => (v === undefined ? "—" : Pack.print(v)));
        if (x !== y) Pack.differ("standing", { candidate: all.name(candidate), part, recounted: x.replace(/\s+/g, " "), announced: y.replace(/\s+/g, " ") });
      }
    }
    if (Pack.print(found.get("standings")) !== Pack.print(due.standings) || found.get("missing").length) Pack.differ("scopes");
    if (due.missing) Pack.differ("incomplete", { scope: due.scope });
  });
}

function sittings(all, facts) {
  const last = new Map(), held = new Map();
  for (const s of all.sittings) {
    const before = last.get(s.scope), bad = () => Pack.differ("sitting", { number: s.number, scope: s.scope });
    const follows = !before ? s.number === 1 && s.version === 1 : s.number === before.number ? s.version === before.version + 1 : s.number === before.number + 1 && s.version === 1;
    if (s.stage !== all.stage.id || !follows || (s.version === 1) !== (s.correction === undefined)) bad();
    last.set(s.scope, s);
    held.set(`${s.scope} ${s.number}`, s);
  }
  const commission = (scope) => all.commissions.find((c) => c.scope === scope);
  const deciding = (s, candidates) => commission(s.scope).members.filter((m) => s.present.includes(m.id) && !candidates.some((c) => facts.recused.has(`${c} ${m.id}`)));
  for (const v of all["casting-votes"]) {
    const s = held.get(`${v.scope} ${v.sitting}`), led = s && commission(v.scope) ? deciding(s, v.order) : [];
    const leader = led.find((m) => m.role === "CHAIR") ?? led.find((m) => m.role === "DEPUTY");
    const anonymised = all.definition.announcing?.members === "ANONYMISED";
    if (led.length < facts.quorum || (!anonymised && leader?.id !== v.by)) Pack.differ("castingVote", { candidates: v.order.map(all.name).join(", ") });
  }
  if (!all.stage.components.some((c) => c.kind === "sheet")) return;
  for (const scope of new Set(all.participants.map((p) => (all.stage.scope === "REPUBLIC" ? "republic" : p.oblast)))) {
    if (!commission(scope) || ![...held.values()].some((s) => s.scope === scope && deciding(s, []).length >= facts.quorum)) Pack.differ("noSitting", { scope });
  }
}

const squeezed = (text) => text.replace(/\s+/g, " ").trim();
const words = (html) => squeezed(html.replace(/<[^<>]*>/g, " ").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&#x60;/g, "`").replace(/&#x3D;/g, "=").replace(/&amp;/g, "&"));

async function protocols(all) {
  const told = new Map();
  for (const file of PROTOCOLS.slice(0, 2)) {
    const text = words(await all.pack.text(file));
    told.set(file, text);
    for (const s of all.rating.get("scopes").flatMap((scope) => scope.get("standings"))) {
      const name = squeezed(all.participants.find((p) => p.candidate === s.get("candidate"))?.name ?? s.get("candidate"));
      const due = [...s.get("components").map((c) => c.get("points").text), s.get("total").text];
      let shown = false;
      for (let at = text.indexOf(name); at >= 0 && !shown; at = text.indexOf(name, at + 1)) {
        const points = /(?<![\d.,])\d{1,3}[.,]\d{4}(?!\d)/g, found = [];
        points.lastIndex = at + name.length;
        for (let m; found.length < due.length && (m = points.exec(text));) found.push(m[0].replace(",", "."));
        shown = found.join() === due.join();
      }
      if (!shown) Pack.differ("protocol", { file, candidate: all.name(s.get("candidate")) });
    }
  }
  return told;
}

function correction(all, told) {
  const { corrects, number, announcedAt } = all.manifest;
  if (!corrects) {
    if (number !== 1) Pack.differ("correction");
    return;
  }
  const right = corrects.number >= 1 && corrects.number === number - 1 && Date.parse(corrects.announcedAt) < Date.parse(announcedAt)
    && /^[0-9a-f]{64}$/.test(corrects.evidenceSha256) && corrects.reason?.kk?.trim() && corrects.reason?.ru?.trim();
  if (!right) Pack.differ("correction");
  for (const [file, text] of told) {
    if (!text.includes(corrects.evidenceSha256) || !text.includes(squeezed(corrects.reason[file.includes("-ru") ? "ru" : "kk"]))) Pack.differ("correctionTold", { file });
  }
}

async function files(all) {
  const { manifest, definition, pack } = all;
  if (manifest.contest !== definition.id || manifest.definitionVersion !== definition.version) Pack.differ("otherContest");
  if (manifest.files.length !== all.due.length || manifest.files.some((f, i) => f.name !== all.due[i])) Pack.differ("listing");
  for (const file of PROTOCOLS.slice(2)) await pack.skim(file);
  for (const f of manifest.files) {
    const there = pack.hashes.get(f.name);
    if (there.sha256 !== f.sha256 || there.bytes !== f.bytes) Pack.differ("fileHash", { file: f.name, found: there.sha256, said: f.sha256 });
  }
  for (const [file, tree] of all.trees) {
    const written = `${Pack.print(tree)}\n` === all.texts.get(file) && Shape.inOrder(file, tree);
    if (!written) Pack.differ("notWritten", { file });
  }
}

/** Recounts the pack in `file`; the first difference is thrown. What was recounted is the answer. */
Checks.recount = async (file, progress) => {
  const pack = await Pack.open(file, progress);
  const all = await contents(pack);
  const names = new Map([...all.participants.map((p) => [p.candidate, p.name]), ...all.commissions.flatMap((c) => c.members).map((m) => [m.id, m.name])]);
  all.name = (id) => (names.has(id) ? `${names.get(id)} (${id})` : id);
  const facts = factsOf(all);
  Sheets.check(all, facts);
  people(all);
  const counted = { answers: 0, receipts: 0 };
  for (const survey of all.surveys) {
    const lines = await ballots(all, facts, survey);
    counted.answers += lines.answers;
    counted.receipts += lines.receipts;
  }
  paper(all, facts);
  rating(all, facts);
  sittings(all, facts);
  correction(all, await protocols(all));
  await files(all);
  const hash = new Pack.Sha256(), reader = file.stream().getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) hash.add(piece.value);
  return { contest: all.definition.title, stage: all.stage.title, corrects: all.manifest.corrects, announcedAt: all.manifest.announcedAt, sha256: hash.hex(),
    counted: { participants: all.participants.length, sheets: all.sheets.length, ...counted, files: all.manifest.files.length }, earlier: all.earlier.map((r) => r.stage) };
};
