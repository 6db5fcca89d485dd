// Writes the names of time zones: `node tools/zones.mjs > crates/base/kernel/src/zones.tsv`. Zones are those of
// tzdata's zone.tab; names are CLDR's generic ones as node's ICU has them. Spanish says `hora del Este`, `del Centro`
// and `de la Montaña`, as Spanish-language media in the United States do, where CLDR has `oriental`, `central` and
// `de las Montañas Rocosas`.
import { readFileSync } from "node:fs";

const zones = readFileSync("/usr/share/zoneinfo/zone.tab", "utf8")
  .split("\n")
  .filter((l) => l && !l.startsWith("#"))
  .map((l) => l.split("\t")[2]);
const name = (lang, zone, style) =>
  new Intl.DateTimeFormat(lang, { timeZone: zone, timeZoneName: style })
    .formatToParts(new Date("2025-01-15T12:00:00Z"))
    .find((p) => p.type === "timeZoneName").value;
const spanish = (text) =>
  text
    .replace(/^hora oriental$/, "hora del Este")
    .replace(/^hora estándar oriental$/, "hora estándar del Este")
    .replace(/^hora central$/, "hora del Centro")
    .replace(/^hora estándar central$/, "hora estándar del Centro")
    .replace("de las Montañas Rocosas", "de la Montaña");
console.log(`# Time zone, English, short, Spanish. CLDR ${process.versions.cldr} (Unicode-3.0), by tools/zones.mjs.`);
for (const zone of [...new Set(zones)].sort()) {
  const short = name("en-US", zone, "shortGeneric");
  const row = [zone, name("en-US", zone, "longGeneric"), /^[A-Z]{2,4}$/.test(short) ? short : "", spanish(name("es-US", zone, "longGeneric"))];
  console.log(row.join("\t"));
}
