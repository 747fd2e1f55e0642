import { bookOf, VIEW, FIRST_BOUNDARY } from "./model.ts";
import { figuresOf } from "#core/figures/figures.ts";
import { applyChanges } from "#core/changes.ts";
import { planEntry } from "#core/entry.ts";
const size = { inputs: 300, quarters: 80 };
const book = bookOf(size);
function full(b = book) {
  const f = figuresOf(b, VIEW);
  let n = 0,
    s = 0;
  for (const l of b.lines)
    for (let q = 0; q < 80; q++) {
      const v = f.value(l.id, { start: FIRST_BOUNDARY + q, length: 1 });
      if (v === v) {
        n++;
        s += v;
      }
    }
  for (const l of b.lines)
    if (l.kind === "flow") {
      for (let q = 0; q < 80; q += 2) {
        const v = f.value(l.id, { start: FIRST_BOUNDARY + q, length: 2 });
        if (v === v) {
          n++;
          s += v;
        }
      }
      for (let q = 0; q < 80; q += 4) {
        const v = f.value(l.id, { start: FIRST_BOUNDARY + q, length: 4 });
        if (v === v) {
          n++;
          s += v;
        }
      }
    }
  return [n, s];
}
for (let i = 0; i < 12; i++) {
  const c = process.cpuUsage();
  const t = performance.now();
  const r = full();
  const u = process.cpuUsage(c);
  console.log(
    (performance.now() - t).toFixed(2),
    "cpu",
    (u.user / 1000).toFixed(1),
    (u.system / 1000).toFixed(1),
    r[0],
  );
}
for (let i = 0; i < 6; i++) {
  let t = performance.now();
  const e = planEntry(book, {
    company: "c",
    scope: "consolidated",
    basis: "actual",
    source: null,
    entries: [
      {
        line: "input_15",
        span: { start: FIRST_BOUNDARY + 40, length: 1 },
        stated: { mantissa: 5 + i, decimals: 0 },
        text: "5",
      },
    ],
  });
  const t1 = performance.now();
  const b = applyChanges(book, e.changes);
  const t2 = performance.now();
  const f = figuresOf(b, VIEW);
  const t3 = performance.now();
  let s = 0;
  for (const id of ["subtotal_1", "share_15", "yoy_15", "qoq_15", "ttm_15"])
    for (let q = 40; q < 46; q++) s += f.value(id, { start: FIRST_BOUNDARY + q, length: 1 });
  console.log(
    "plan",
    (t1 - t).toFixed(2),
    "apply",
    (t2 - t1).toFixed(2),
    "figures",
    (t3 - t2).toFixed(2),
    "ask",
    (performance.now() - t3).toFixed(2),
  );
}
