// A stage's rating, made again from the facts of a pack: docs/evidence.md, «How a rating is made». Exact fractions of big
// integers, each figure rounded once.

"use strict";

const Rate = {};

/* ---- exact numbers */

Rate.fraction = (n, d = 1n) => {
  let [x, y] = [n < 0n ? -n : n, d];
  while (y) [x, y] = [y, x % y];
  return x ? { n: n / x, d: d / x } : { n: 0n, d: 1n };
};
/** The fraction that a plain decimal number names. */
Rate.exact = (text) => {
  const [whole, part = ""] = String(text).split(".");
  return Rate.fraction(BigInt(whole + part), 10n ** BigInt(part.length));
};
const ZERO = { n: 0n, d: 1n };
const HUNDRED = { n: 100n, d: 1n };
Rate.plus = (a, b) => Rate.fraction(a.n * b.d + b.n * a.d, a.d * b.d);
const minus = (a, b) => Rate.plus(a, { n: -b.n, d: b.d });
const times = (a, b) => Rate.fraction(a.n * b.n, a.d * b.d);
const over = (a, b) => (b.n < 0n ? Rate.fraction(-a.n * b.d, -a.d * b.n) : Rate.fraction(a.n * b.d, a.d * b.n));
const whole = (n) => ({ n: BigInt(n), d: 1n });
/** Rounded half up to four decimals, in ten-thousandths. */
const rounded = (f) => { const n = f.n < 0n ? -f.n : f.n; const r = (n * 20000n + f.d) / (2n * f.d); return f.n < 0n ? -r : r; };
Rate.shown = (r) => { const n = String(r < 0n ? -r : r).padStart(5, "0"); return `${r < 0n ? "-" : ""}${n.slice(0, -4)}.${n.slice(-4)}`; };
Rate.same = (a, b) => a.n * b.d === b.n * a.d;
Rate.order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** The counts of a survey on a candidate: residents' own, with those on paper where the definition counts them. */
function heard(facts, survey, candidate) {
  const own = facts.tallies.get(survey.id)?.get(candidate) ?? { ballots: 0, counts: new Map() };
  const paper = survey.paper === "COUNTED" ? facts.paper.get(`${survey.id} ${candidate}`) : null;
  if (!paper || paper.ballots < survey.minimumGroup) return own;
  if (own.ballots < survey.minimumGroup) return paper;
  const counts = new Map([...own.counts].map(([q, by]) => [q, new Map(by)]));
  for (const [q, by] of paper.counts) {
    if (!counts.has(q)) counts.set(q, new Map());
    for (const [answer, n] of by) counts.get(q).set(answer, (counts.get(q).get(answer) ?? 0) + n);
  }
  return { ballots: own.ballots + paper.ballots, counts };
}

function ofSurvey(facts, component, people) {
  const survey = facts.surveys.get(component.survey);
  const own = new Map();
  for (const { candidate } of people) {
    const { ballots, counts } = heard(facts, survey, candidate);
    let sum = 0, given = 0;
    for (const { id } of survey.questions.filter((q) => q.id !== survey.trust?.question)) {
      for (const [answer, n] of counts.get(id) ?? []) {
        const value = Number(answer);
        if (value >= survey.scale.lowest && value <= survey.scale.highest) { sum += value * n; given += n; }
      }
    }
    if (ballots >= component.minimumRespondents && given) {
      own.set(candidate, over(times(HUNDRED, minus(over(whole(sum), whole(given)), whole(survey.scale.lowest))), whole(survey.scale.highest - survey.scale.lowest)));
    }
  }
  const mean = own.size ? over([...own.values()].reduce(Rate.plus, ZERO), whole(own.size)) : ZERO;
  return people.map(({ candidate }) => {
    const counted = heard(facts, survey, candidate).ballots;
    if (!own.has(candidate)) return { points: component.belowMinimum === "SCOPE_MEAN" ? mean : ZERO, counted, substituted: true };
    const shrinkage = whole(component.shrinkage), points = own.get(candidate);
    return { points: over(Rate.plus(times(points, whole(counted)), times(mean, shrinkage)), Rate.plus(whole(counted), shrinkage)), counted, substituted: false,
      residents: { own: Rate.shown(rounded(points)), mean: Rate.shown(rounded(mean)) } };
  });
}

function ofSheet(facts, component, candidate, members) {
  const recused = (member) => facts.recused.has(`${candidate} ${member}`);
  let sum = ZERO, counted = 0;
  for (const [member, points] of facts.filed.get(`${candidate} ${component.sheet}`) ?? []) {
    if (members.includes(member) && !recused(member)) { sum = Rate.plus(sum, points); counted++; }
  }
  if (facts.rules.abstention === "ZERO") counted += members.filter((m) => facts.abstained.has(`${candidate} ${m}`) && !recused(m)).length;
  const most = facts.sheets.get(component.sheet)?.criteria.reduce((all, c) => all + c.maxPoints, 0);
  return { points: counted ? over(times(HUNDRED, sum), whole(most * counted)) : ZERO, counted, substituted: false };
}

function ofStage(facts, component, candidate) {
  const total = facts.earlier.get(component.stage)?.get(candidate);
  return { points: total === undefined ? ZERO : Rate.exact(total), counted: total === undefined ? 0 : 1, substituted: false };
}

/** Every candidate of a scope with points and total, nothing decided yet. */
function scored(facts, people, members) {
  const columns = facts.stage.components.map((c) => (c.kind === "survey" ? ofSurvey(facts, c, people)
    : people.map((p) => (c.kind === "sheet" ? ofSheet(facts, c, p.candidate, members) : ofStage(facts, c, p.candidate)))));
  return people.map((person, row) => {
    const parts = columns.map((column) => column[row]);
    const exact = parts.reduce((all, part, i) => Rate.plus(all, times(part.points, Rate.exact(facts.stage.components[i].weight))), ZERO);
    return { person, candidate: person.candidate, district: person.district, parts, total: rounded(exact), ties: [], nominations: [], outcome: { kind: "notChosen" }, rank: 0,
      of: (id) => { const at = facts.stage.components.findIndex((c) => c.id === id); return at < 0 ? 0n : rounded(parts[at].points); } };
  });
}

const others = (tied, one) => tied.map((e) => e.candidate).filter((id) => id !== one.candidate).sort(Rate.order);

/** Groups that nothing tells apart, best first. */
function ordered(facts, entries) {
  const split = (equal, at) => {
    const step = facts.stage.tieBreaks[at];
    if (equal.length === 1 || !step) return [equal];
    const value = (e) => {
      if (step.source === "COMPONENT") return e.of(step.of);
      const attribute = facts.attributes.get(step.of);
      return BigInt(e.person.attributes.get(step.of) ?? (step.better === "HIGHER" ? attribute.min : attribute.max));
    };
    const groups = new Map();
    for (const e of equal) {
      const v = value(e);
      groups.set(v, [...(groups.get(v) ?? []), e]);
      e.ties.push({ step: step.id, value: step.source === "COMPONENT" ? Rate.shown(v) : String(v), against: others(equal, e) });
    }
    return [...groups].sort(([a], [b]) => Rate.order(a, b) * (step.better === "HIGHER" ? -1 : 1)).flatMap(([, still]) => split(still, at + 1));
  };
  const totals = new Map();
  for (const e of entries) totals.set(e.total, [...(totals.get(e.total) ?? []), e]);
  const groups = [...totals].sort(([a], [b]) => Rate.order(b, a)).flatMap(([, equal]) => split(equal, 0));
  let ahead = 0;
  for (const group of groups) {
    for (const e of group) e.rank = ahead + 1;
    ahead += group.length;
  }
  return groups;
}

/** The chair's votes of one scope, by whom they are on: of several the latest. */
function castingVotes(facts, scope) {
  const key = (ids) => [...ids].sort(Rate.order).join(" ");
  const orders = new Map();
  facts.votes.filter((v) => v.scope === scope && new Set(v.order).size === v.order.length)
    .sort((a, b) => Rate.order(a.at, b.at) || Rate.order(a.by, b.by) || Rate.order(a.order.join(" "), b.order.join(" ")))
    .forEach((v) => orders.set(key(v.order), v.order));
  const votes = { needed: false };
  votes.decide = (tied) => {
    const order = orders.get(key(tied.map((e) => e.candidate)));
    if (!order) {
      for (const e of tied) e.outcome = { kind: "open" };
      votes.needed = true;
      return null;
    }
    return order.map((id, i) => {
      const e = tied.find((one) => one.candidate === id);
      e.ties.push({ step: "castingVote", value: String(i + 1), against: others(tied, e) });
      return e;
    });
  };
  return votes;
}

/** Gives the seats from the best down, at most so many of a district. */
function seat(stage, groups, votes) {
  const placed = stage.scope === "REPUBLIC" && stage.chosen !== undefined;
  const holders = new Map();
  let left = stage.chosen ?? Infinity, place = 1;
  const held = (d) => holders.get(d) ?? [];
  const room = (d) => (stage.maxPerDistrict === undefined ? Infinity : Math.max(0, stage.maxPerDistrict - held(d).length));
  const hold = (e) => holders.set(e.district, [...held(e.district), e.candidate]);
  const displace = (e) => { e.outcome = { kind: "displaced", maxPerDistrict: stage.maxPerDistrict, by: [...held(e.district)] }; };
  const take = (e) => {
    if (!left) { e.outcome = { kind: "notChosen" }; return; }
    if (!room(e.district)) { displace(e); return; }
    hold(e);
    left--;
    e.outcome = placed ? { kind: "chosen", place: place++ } : { kind: "chosen" };
  };
  const decide = (tied, seats) => {
    const decided = votes.decide(tied);
    if (decided) { decided.forEach((e, i) => { e.rank += i; take(e); }); return; }
    tied.forEach(hold);
    const taken = Math.min(left, seats);
    left -= taken;
    place += taken;
  };
  for (const group of groups) {
    if (!left) break;
    const districts = new Map();
    for (const e of group) {
      if (room(e.district)) districts.set(e.district, [...(districts.get(e.district) ?? []), e]);
      else displace(e);
    }
    const rows = [...districts].sort(([a], [b]) => Rate.order(a, b));
    const contenders = rows.flatMap(([, list]) => list);
    const seats = rows.reduce((all, [d, list]) => all + Math.min(list.length, room(d)), 0);
    if (contenders.length > 1 && (placed || left < seats)) decide(contenders, seats);
    else for (const [d, list] of rows) if (list.length > room(d)) decide(list, room(d)); else list.forEach(take);
  }
}

function nominate(stage, entries, votes) {
  for (const nomination of stage.nominations) {
    if (entries.some((e) => e.outcome.kind === "open")) return;
    const order = (a, b) => Rate.order(b.of(nomination.component), a.of(nomination.component)) || a.rank - b.rank;
    const eligible = entries.filter((e) => e.outcome.kind !== "chosen" && !e.nominations.length).sort((a, b) => order(a, b) || Rate.order(a.candidate, b.candidate));
    const best = eligible.filter((e) => order(e, eligible[0]) === 0);
    const winner = best.length > 1 ? votes.decide(best)?.[0] : best[0];
    winner?.nominations.push(nomination.id);
  }
}

/** How far each outcome was from another. */
function margins(stage, ranked) {
  if (ranked.some((e) => e.outcome.kind === "open")) return;
  const chosen = ranked.filter((e) => e.outcome.kind === "chosen");
  const full = (d) => stage.maxPerDistrict !== undefined && chosen.filter((e) => e.district === d).length >= stage.maxPerDistrict;
  for (const e of ranked) {
    let other;
    if (e.outcome.kind !== "chosen") other = chosen.filter((c) => !full(e.district) || c.district === e.district).at(-1);
    else if (e.outcome.place !== undefined && e.outcome.place < chosen.length) other = chosen[e.outcome.place];
    else other = ranked.find((o) => o.outcome.kind !== "chosen" && (o.district === e.district || !full(o.district)));
    if (!other) continue;
    const points = e.total > other.total ? e.total - other.total : other.total - e.total;
    e.margin = { candidate: other.candidate, points: Rate.shown(points) };
    if (!points) e.margin.step = e.ties.find((tie, i) => tie.value !== other.ties[i]?.value)?.step;
  }
}

/** Whether a commission still owes something: a quorum of members who judge, or a sheet of one of them. */
function incomplete(facts, people, members) {
  const sheets = [...new Set(facts.stage.components.filter((c) => c.kind === "sheet").map((c) => c.sheet))];
  if (!sheets.length || !people.length) return false;
  const has = (candidate, sheet, member) => facts.filed.get(`${candidate} ${sheet}`)?.has(member);
  const recused = (candidate, member) => facts.recused.has(`${candidate} ${member}`);
  const abstained = (candidate, member) => facts.abstained.has(`${candidate} ${member}`);
  const sitting = members.filter((m) => people.some(({ candidate: c }) => !recused(c, m) && (abstained(c, m) || sheets.some((s) => has(c, s, m)))));
  if (sitting.length < facts.quorum) return true;
  return people.some(({ candidate: c }) => {
    const judges = sitting.filter((m) => !recused(c, m) && !abstained(c, m));
    return !judges.length || sheets.some((s) => judges.some((m) => !has(c, s, m)));
  });
}

/** The rating of every scope: its standings as the pack writes them, and whether anything is missing. */
Rate.stage = (facts) => facts.scopes.map((scope) => {
  const people = facts.people.filter((p) => scope === "republic" || p.oblast === scope).sort((a, b) => Rate.order(a.candidate, b.candidate));
  const members = facts.members.get(scope) ?? [];
  const entries = scored(facts, people, members);
  const votes = castingVotes(facts, scope);
  seat(facts.stage, ordered(facts, entries), votes);
  nominate(facts.stage, entries, votes);
  const ranked = [...entries].sort((a, b) => a.rank - b.rank || Rate.order(a.candidate, b.candidate));
  margins(facts.stage, ranked);
  const num = (text) => new Pack.Num(String(text));
  const map = (object) => new Map(Object.entries(object).filter(([, v]) => v !== undefined));
  return { scope, missing: votes.needed || incomplete(facts, people, members), standings: ranked.map((e) => map({
    rank: num(e.rank), candidate: e.candidate, total: num(Rate.shown(e.total)),
    components: facts.stage.components.map((c, i) => map({ component: c.id, points: num(Rate.shown(rounded(e.parts[i].points))), weight: num(c.weight), counted: num(e.parts[i].counted),
      substituted: e.parts[i].substituted, residents: e.parts[i].residents && map({ own: num(e.parts[i].residents.own), mean: num(e.parts[i].residents.mean) }) })),
    ties: e.ties.map((tie) => map(tie)),
    outcome: map({ ...e.outcome, ...(e.outcome.place === undefined ? {} : { place: num(e.outcome.place) }), ...(e.outcome.maxPerDistrict === undefined ? {} : { maxPerDistrict: num(e.outcome.maxPerDistrict) }) }),
    margin: e.margin && map({ ...e.margin, points: num(e.margin.points) }),
    nominations: e.nominations,
  })) };
});
