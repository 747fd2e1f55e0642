import fc from "fast-check";
import { expect, test } from "vitest";
import type { Fact } from "#core/book.ts";
import { groupsOf } from "#core/figures/fact-groups.ts";

const LINES = ["a", "b", "c"] as const;
const facts = fc
  .record({ line: fc.constantFrom(...LINES), start: fc.integer({ min: 0, max: 30 }), mantissa: fc.integer() })
  .map(({ line, start, mantissa }): Fact => ({
    company: "acme",
    scope: "consolidated",
    basis: "actual",
    line,
    span: { start, length: 1 },
    source: "s",
    stated: { mantissa, decimals: 0 },
    restated: false,
    page: "",
    asPrinted: "",
  }));

test("after any edits the groups are those of the facts sorted anew", () => {
  const edits = fc.array(fc.record({ at: fc.nat({ max: 40 }), to: fc.option(facts), goesBetween: fc.boolean() }), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(fc.array(facts, { maxLength: 40 }), edits, (start, steps) => {
      let now: readonly Fact[] = start;
      groupsOf(now);
      for (const { at, to, goesBetween } of steps) {
        if (to === null) now = at < now.length ? now.toSpliced(at, 1) : now;
        else if (goesBetween) now = now.toSpliced(at, 0, to);
        else now = at < now.length ? now.with(at, to) : [...now, to];
        const groups = groupsOf(now);
        for (const line of LINES) {
          const own = groups.of("acme", "consolidated", "actual", line);
          expect(new Set(own)).toEqual(new Set(now.filter((fact) => fact.line === line)));
          expect(own).toHaveLength(now.filter((fact) => fact.line === line).length);
        }
        const { earliest, latest } = groups.extent("acme", "consolidated", () => true);
        for (const { span } of now) {
          expect(earliest).toBeLessThanOrEqual(span.start);
          expect(latest).toBeGreaterThan(span.start);
        }
      }
    }),
  );
});

test("facts that only moved along the list are still there", () => {
  const [a, b, c, x] = fc.sample(facts, { numRuns: 4, seed: 1 }).map((fact, start): Fact => ({
    ...fact,
    line: "a",
    span: { start, length: 1 },
  })) as [Fact, Fact, Fact, Fact];
  for (const after of [
    [b, c, x],
    [b, c, a],
    [c, a, b],
  ]) {
    groupsOf([a, b, c]);
    expect(new Set(groupsOf(after).of("acme", "consolidated", "actual", "a"))).toEqual(new Set(after));
  }
});
