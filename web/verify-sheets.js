// The members' sheets of a pack: versions without gaps, whole and within their limits, each as it was sealed, and the last
// one added up. Throws the first difference.

"use strict";

const Sheets = {};

(() => {
  const key = (s) => `${s.candidate} ${s.sheet} ${s.member}`;
  const sealKey = (s) => `${key(s)} ${s.version}`;
  const named = (all, s) => ({ sheet: s.sheet, member: all.name(s.member), candidate: all.name(s.candidate), version: s.version });

  /** Versions are numbered from 1; each after the first gives its reason where the definition allows one; the first alone is from paper. */
  function versions(all, facts) {
    const last = new Map();
    for (const s of all.sheets) {
      const due = (last.get(key(s)) ?? 0) + 1;
      if (s.version < due) Pack.differ("sheetTwice", named(all, s));
      if (s.version > due || ("correction" in s) !== (due > 1) || (due > 1 && facts.rules.corrections === "NOT_ALLOWED")) Pack.differ("sheetVersion", named(all, s));
      const paper = s.paper;
      if (paper && (due > 1 || paper.scanBytes < 1 || !/^[0-9a-f]{64}$/.test(paper.scanSha256) || paper.enteredBy === paper.confirmedBy)) Pack.differ("sheetPaper", named(all, s));
      last.set(key(s), s.version);
    }
    return last;
  }

  /** The sums of the versions that hold are those published, and no others are. */
  function totals(all, last) {
    const published = new Map();
    for (const line of all.trees.get("sheet-points.json")) {
      const s = Shape.plain(line);
      if (published.has(key(s))) Pack.differ("sheetTwice", named(all, s));
      published.set(key(s), line.get("total").text);
    }
    all.sheets.forEach((s, i) => {
      if (s.version !== last.get(key(s))) return;
      const points = all.trees.get("sheets.json")[i].get("points");
      const sum = [...points.values()].map((p) => Rate.exact(p.text)).reduce(Rate.plus, { n: 0n, d: 1n }), said = published.get(key(s));
      if (said === undefined) Pack.differ("sheetAlone", named(all, s));
      if (!Rate.same(sum, Rate.exact(said))) Pack.differ("sheetSum", { ...named(all, s), sum: String(Number(sum.n) / Number(sum.d)), said });
      published.delete(key(s));
    });
    alone(all, published);
  }

  function alone(all, left) {
    for (const one of [...left.keys()].sort()) {
      const [candidate, sheet, member] = one.split(" ");
      Pack.differ("sheetAlone", named(all, { candidate, sheet, member }));
    }
  }

  function limits(all, facts, s, points) {
    const used = all.stage.components.filter((c) => c.kind === "sheet").map((c) => c.sheet), sheet = facts.sheets.get(s.sheet);
    if (!sheet || !used.includes(s.sheet) || s.stage !== all.stage.id) Pack.differ("sheetOfNone", named(all, s));
    const criteria = sheet.criteria.map((c) => c.id);
    if (criteria.length !== points.size || criteria.some((id) => !points.has(id))) Pack.differ("criteria", named(all, s));
    for (const c of sheet.criteria) {
      const p = Rate.exact(points.get(c.id).text);
      if (p.n < 0n || p.n > BigInt(c.maxPoints) * p.d || (sheet.halfPoints ? 2n : 1n) % p.d) Pack.differ("pointsOff", { ...named(all, s), criterion: c.id, points: points.get(c.id).text });
    }
  }

  function sealed(all, seals, s, points) {
    const seal = seals.get(sealKey(s));
    if (!seal) Pack.differ("sealLacks", named(all, s));
    const anonymised = all.definition.announcing?.members === "ANONYMISED";
    if (("cover" in seal) !== anonymised) Pack.differ("sealDiffers", named(all, s));
    const lines = [seal.salt, s.stage, s.sheet, s.candidate, anonymised ? seal.cover : s.member, s.filedAt, ...[...points].sort(([a], [b]) => Rate.order(a, b)).map(([id, p]) => `${id}=${p.text}`)];
    if ("correction" in s) lines.push(String(s.version), s.correction);
    if (s.paper) lines.push(s.paper.scanSha256, s.paper.enteredBy, s.paper.confirmedBy);
    if (Pack.sha256(lines.join("\n")) !== seal.sha256) Pack.differ("sealDiffers", named(all, s));
    seals.delete(sealKey(s));
  }

  Sheets.check = (all, facts) => {
    if (new Set(all.commissions.map((c) => c.scope)).size < all.commissions.length) Pack.differ("commissionTwice");
    totals(all, versions(all, facts));
    const seals = new Map();
    for (const seal of all.seals) {
      if (seals.has(sealKey(seal))) Pack.differ("sheetTwice", named(all, seal));
      seals.set(sealKey(seal), seal);
    }
    all.sheets.forEach((s, i) => {
      const points = all.trees.get("sheets.json")[i].get("points");
      limits(all, facts, s, points);
      sealed(all, seals, s, points);
    });
    alone(all, seals);
  };
})();
