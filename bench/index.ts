/**
 * `npm run bench`: what it costs, beside peers, in one run; `npm run bench -- calculation` or `live` for one of them.
 * Never part of the tests: a loaded machine proves nothing.
 */
import { benchCalculation } from "./calculation.ts";
import { benchLive } from "./live.ts";

const BENCHES: Readonly<Record<string, () => void | Promise<void>>> = {
  calculation() {
    // The deck is S: forty inputs of ten quarters. M is a company followed for twenty years in every detail.
    benchCalculation("S", { inputs: 40, quarters: 10 });
    benchCalculation("M", { inputs: 300, quarters: 80 });
  },
  live: benchLive,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(", ")}: only ${Object.keys(BENCHES).join(", ")}.`);
  process.exit(2);
}
for (const [name, bench] of Object.entries(BENCHES)) if (wanted.length === 0 || wanted.includes(name)) await bench();
