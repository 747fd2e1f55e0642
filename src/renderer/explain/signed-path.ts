import type { Fact } from "#core/book.ts";
import type { Step } from "#core/figures/derive.ts";
import { endOf, type Span } from "#core/timeline.ts";

/**
 * The facts of a derived figure in the order of its path, with their signs: 2Q06 from 1H06 − 1Q06.
 * Null where the facts are no path from the span's start to its end.
 */
export function signedPath(span: Span, facts: readonly Fact[]): Step[] | null {
  const walk = (from: number, left: readonly Fact[]): Step[] | null => {
    if (left.length === 0) return from === endOf(span) ? [] : null;
    for (const fact of left) {
      const others = left.filter((other) => other !== fact);
      const forward = fact.span.start === from ? walk(endOf(fact.span), others) : null;
      if (forward !== null) return [{ fact, sign: 1 }, ...forward];
      const backward = endOf(fact.span) === from ? walk(fact.span.start, others) : null;
      if (backward !== null) return [{ fact, sign: -1 }, ...backward];
    }
    return null;
  };
  const path = walk(span.start, facts);
  // What is taken away reads last: 1H06 − 1Q06.
  return path === null ? null : path.toSorted((a, b) => b.sign - a.sign);
}
