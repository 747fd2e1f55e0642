/**
 * Flows as potential differences. Every reported span is an edge between its two boundaries; a
 * span whose ends are connected has a value, the signed sum along the path: 1H − 1Q = 2Q,
 * FY − 9M = 4Q, 1Q + 2Q = 1H, twelve months across a year-end. A dash is an edge that counts as
 * nothing; a path of dashes alone comes to no figure, never to zero.
 */
import type { Fact, Line } from "#core/book.ts";
import type { Span } from "#core/timeline.ts";
import { endOf } from "#core/timeline.ts";
import { isPercentage } from "#core/units.ts";

/** Whether a line's spans add up to longer ones: a flow's do, but percentages of any kind have no sum over time. */
export const addsUp = ({ kind, unit }: Pick<Line, "kind" | "unit">): boolean => kind === "flow" && !isPercentage(unit);

/** A reported span walked forwards (+1) or backwards (−1). */
export interface Step {
  readonly fact: Fact;
  readonly sign: 1 | -1;
}

interface Edge extends Step {
  readonly to: number;
}

/** The reported spans of one line as edges, by the boundary they leave from. */
export type Graph = ReadonlyMap<number, readonly Edge[]>;

/** Facts that state something over a span, be it a dash; a balance connects nothing. */
export function graphOf(facts: Iterable<Fact>): Graph {
  const graph = new Map<number, Edge[]>();
  const add = (from: number, edge: Edge): void => {
    const edges = graph.get(from);
    if (edges === undefined) graph.set(from, [edge]);
    else edges.push(edge);
  };
  for (const fact of facts) {
    if (fact.span.length === 0) continue;
    add(fact.span.start, { fact, sign: 1, to: endOf(fact.span) });
    add(endOf(fact.span), { fact, sign: -1, to: fact.span.start });
  }
  return graph;
}

/** Between which boundaries a path has to stay: no path crosses a break in the series. */
export interface Bounds {
  readonly from: number;
  readonly to: number;
}

/** The stretch between breaks in which a span lies; null where a break cuts it. */
export function boundsWithin(breaks: readonly number[], start: number, end: number): Bounds | null {
  let from = Number.NEGATIVE_INFINITY;
  for (const at of breaks) {
    if (at <= start) from = at;
    else return at < end ? null : { from, to: at };
  }
  return { from, to: Number.POSITIVE_INFINITY };
}

/** A path from a boundary to the end of the span, and what it is judged by. */
interface Way {
  readonly edge: Edge;
  readonly rest: Way | null;
  /** The last digits of its figures, the finest first, and how wide they make the interval in which the sum can lie. */
  readonly digits: readonly number[];
  readonly width: number;
  /** How late its sources were published, the oldest first. */
  readonly ranks: readonly number[];
}

/**
 * The path that gives a span its value:
 *
 * 1. the fewest edges;
 * 2. the narrowest interval in which their sum can lie, given the last digits that were printed: a
 *    path over figures in thousands before one over figures in millions, however much time either
 *    stretches over;
 * 3. the latest sources, by their oldest, then by the next;
 * 4. the earliest start: of the boundaries that they pass one after the other, the earlier where
 *    they first part.
 *
 * No two paths are alike in the last, since a line has one figure in force on a span: the order in
 * which facts were entered decides nothing.
 *
 * @param rankOf how late a fact's source was published; higher is later.
 * @returns the steps in order, or null where the ends are not connected.
 */
export function bestPath(
  graph: Graph,
  span: Span,
  bounds: Bounds,
  rankOf: (fact: Fact) => number,
): readonly Step[] | null {
  const target = endOf(span);
  // From the end of the span outwards, by edges: the best way on from every boundary is known before it is met again.
  const ways = new Map<number, Way | null>([[target, null]]);
  let reached: ReadonlyMap<number, Way | null> = ways;
  while (!ways.has(span.start) && reached.size > 0) {
    const next = new Map<number, Way>();
    for (const [at, rest] of reached)
      for (const back of graph.get(at) ?? []) {
        if (ways.has(back.to) || back.to < bounds.from || back.to > bounds.to) continue;
        const way = wayBy({ fact: back.fact, sign: back.sign === 1 ? -1 : 1, to: at }, rest, rankOf);
        const known = next.get(back.to);
        if (known === undefined || isBetter(way, known)) next.set(back.to, way);
      }
    for (const [at, way] of next) ways.set(at, way);
    reached = next;
  }
  const steps: Step[] = [];
  for (let way = ways.get(span.start) ?? null; way !== null; way = way.rest) steps.push(way.edge);
  return steps.length === 0 ? null : steps;
}

function wayBy(edge: Edge, rest: Way | null, rankOf: (fact: Fact) => number): Way {
  const digits = withOneMore(rest?.digits ?? [], digitOf(edge.fact));
  return {
    edge,
    rest,
    digits,
    // Added up in one order, so that the same digits are as wide whichever way they are met.
    width: digits.reduce((sum, digit) => sum + digit, 0),
    ranks: withOneMore(rest?.ranks ?? [], rankOf(edge.fact)),
  };
}

/** In its place among others that rise. */
function withOneMore(rising: readonly number[], one: number): readonly number[] {
  const next = rising.findIndex((other) => other > one);
  return rising.toSpliced(next === -1 ? rising.length : next, 0, one);
}

/** Of two ways from one boundary, equally many edges long. */
function isBetter(a: Way, b: Way): boolean {
  if (a.width !== b.width) return a.width < b.width;
  for (const [index, rank] of a.ranks.entries()) {
    const other = b.ranks[index] ?? rank;
    if (rank !== other) return rank > other;
  }
  return a.edge.to < b.edge.to;
}

/** The last digit that was printed, in the printed unit. Aims are exact: nobody rounds a round number. */
export const digitOf = ({ stated, basis }: Fact): number =>
  stated === "does-not-exist" || basis === "target" ? 0 : 10 ** -stated.decimals;
