// SPDX-License-Identifier: Apache-2.0
//
// Generates records, the same in every run. They have several currencies and flows, amounts paid
// back, payments inside projects, agencies of agencies, inferred claims, documents without a date,
// and names with a special meaning in programs.
import { writeFileSync } from "node:fs";

/** A generator of pseudorandom numbers (mulberry32). */
export function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const hostileNames = [
  "constructor", "__proto__", "toString", "=1+1", "+SUM(A1)", "-2", "@x", 'He said "no", twice', "a | b", "c; d",
  "line\nbreak", "<img src=x onerror=alert(1)>", "</script>", "]]>", "&amp;", "ÄÖÜ ß ł", "مكتب دوشنبه", "事務所", "😀 emoji",
  "{name}", "%41", "tab\there", "'single'", "\\back\\slash", "x".repeat(300),
];

/** Attributes whose names GraphML, GEXF or their readers use themselves. */
export const hostileAttributes = {
  label: "SB", kind: "a kind", aliases: "an alias", Label: "again", id: "7", weight: 12, x: -3.5, y: 0, name: "n", size: true,
  "attribute_label": "taken", "a b-c": "blank", "a_b_c": "line", constructor: "c", "größe": 3, "": undefined,
};

const states = ["Norway", "Germany", "Sweden", "Switzerland", "Japan", "Kazakhstan", "Türkiye", "Canada"];
const offices = ["Programme Office in Dushanbe", "Programme Office in Bishkek", "Presence in Albania", "Mission to Serbia",
                 "Mission to Moldova"];
const decimals = { EUR: 2, USD: 2, CHF: 2, JPY: 0, KZT: 2, TND: 3 };
const flows = ["pledged", "committed", "disbursed", "spent", "in_kind", undefined];

export function generatedRecords(seed, { projects = 60, documents = 9, agencies = 6 } = {}) {
  const random = seeded(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const chance = (share) => random() < share;
  const records = [];
  for (let d = 0; d < documents; ++d)
    records.push({ type: "document", id: `doc-${d}`, title: chance(0.4) ? pick(hostileNames) : `Document ${d}`,
                   publisher: chance(0.5) ? pick(hostileNames) : undefined,
                   date: d % 4 === 0 ? undefined : `202${d % 5}-0${1 + d % 9}-1${d % 10}`.slice(0, pick([4, 7, 10])) });
  for (let a = 0; a < agencies; ++a)
    records.push({ type: "node", id: `agency:g${a}`, kind: "agency", name: `Agency ${a}` });
  records.push({ type: "node", id: "donor:fund", kind: "donor", name: "constructor" });
  for (let p = 0; p < projects; ++p)
    records.push({ type: "node", id: `project:g${p}`, kind: "project",
                   name: p < hostileNames.length ? `${hostileNames[p]}` : `Undertaking ${p}`,
                   attributes: p % 7 === 0 ? hostileAttributes : p % 7 === 1 ? { label: p, "größe": "text" } : undefined });
  const document = () => `doc-${Math.floor(random() * documents)}`;
  const period = () => {
    if (chance(0.5)) return {};
    const year = 2019 + Math.floor(random() * 6);
    // A period with only an end ends after every start, since a file has one period for all claims
    // of an edge.
    return pick([{ start: `${year}` }, { end: `${year + 7}-06` }, { start: `${year}-02-03`, end: `${year + 1}` },
                 { start: `${year}`, end: `${year}` }]);
  };
  const money = () => {
    if (chance(0.35)) return {};
    const currency = pick(Object.keys(decimals));
    const minor = String(Math.floor(random() * 10 ** (1 + Math.floor(random() * 11)))).padStart(decimals[currency] + 1, "0");
    const whole = minor.slice(0, minor.length - decimals[currency]);
    const rest = decimals[currency] ? `.${minor.slice(-decimals[currency])}` : "";
    return { currency, amount: `${chance(0.25) && Number(minor) > 0 ? "-" : ""}${whole}${rest}`, flow: pick(flows) };
  };
  const say = (from, relation, to, more = {}) => {
    for (let times = 1 + (chance(0.3) ? 1 : 0); times > 0; --times)
      records.push({ type: "claim", from, relation, to, document: document(), locator: chance(0.5) ? pick(hostileNames) : undefined,
                     quote: chance(0.2) ? pick(hostileNames) : undefined, basis: chance(0.3) ? "inferred" : undefined,
                     rule: undefined, ...period(), ...more });
  };
  for (let a = 0; a < agencies; ++a)
    say(`agency:g${a}`, "part_of", a % 3 === 2 ? `agency:g${a - 1}` : pick(states));
  for (let p = 0; p < projects; ++p) {
    for (let funders = Math.floor(random() * 3); funders >= 0; --funders) {
      const funder = pick([...states, ...states, "donor:fund", `agency:g${Math.floor(random() * agencies)}`]);
      say(funder, "funds", `project:g${p}`, money());
      if (chance(0.2)) say(funder, "funds", pick(offices), { ...money(), via: `project:g${p}` });
    }
    for (let bodies = Math.floor(random() * 3); bodies > 0; --bodies) say(pick(offices), "implements", `project:g${p}`);
    if (chance(0.2)) say(`project:g${p}`, "assists", pick(states));
  }
  for (let i = 0; i < 6; ++i) say(pick(states), "funds", pick(offices), money());
  return distinctClaims(records);
}

/** The records without repeated claims: two claims that are equal in every field are one. */
function distinctClaims(records) {
  const seen = new Set();
  return records.filter((record) => {
    const text = JSON.stringify(record);
    return !seen.has(text) && seen.add(text);
  });
}

export function writeRecords(file, records) {
  writeFileSync(file, records.map((record) => JSON.stringify(record)).join("\n") + "\n");
  return ["-i", file];
}
