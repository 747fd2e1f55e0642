/**
 * Flows as potential differences. Every reported span is an edge between its two boundaries; a
 * span whose ends are connected has a value, the signed sum along the path: 1H − 1Q = 2Q,
 * FY − 9M = 4Q, 1Q + 2Q = 1H, twelve months across a year-end. A dash is an edge that counts as
 * nothing; a path of dashes alone comes to no figure, never to zero.
 */
import type { Fact } from "#core/book.ts";
import type { Span } from "#core/timeline.ts";
import { endOf } from "#core/timeline.ts";

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

/** Shortest paths are few in real books; a contrived one must not cost more than this many. */
const MAX_PATHS = 2000;

/**
 * The path that gives a span its value: the fewest edges, then the narrowest stretch of time, then
 * the latest sources (by their oldest), then the earliest start.
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
  const distances = distancesTo(graph, endOf(span), span.start, bounds);
  if (!distances.has(span.start)) return null;
  let best: { readonly steps: readonly Step[]; readonly merit: readonly number[] } | null = null;
  let left = MAX_PATHS;
  const steps: Step[] = [];
  const visited = [span.start];
  const walk = (at: number): void => {
    if (left <= 0) return;
    const distance = distances.get(at) ?? 0;
    if (distance === 0) {
      left -= 1;
      const merit = meritOf(steps, visited, rankOf);
      if (best === null || isBetter(merit, best.merit)) best = { steps: [...steps], merit };
      return;
    }
    for (const edge of graph.get(at) ?? []) {
      if (distances.get(edge.to) !== distance - 1) continue;
      steps.push(edge);
      visited.push(edge.to);
      walk(edge.to);
      steps.pop();
      visited.pop();
    }
  };
  walk(span.start);
  return (best as { readonly steps: readonly Step[] } | null)?.steps ?? null;
}

/** Edges to `target` from every boundary no further from it than `origin`. */
function distancesTo(graph: Graph, target: number, origin: number, bounds: Bounds): ReadonlyMap<number, number> {
  const distances = new Map([[target, 0]]);
  const queue = [target];
  for (let index = 0; index < queue.length; index += 1) {
    const at = queue[index] ?? target;
    if (at === origin) break;
    for (const { to } of graph.get(at) ?? []) {
      if (distances.has(to) || to < bounds.from || to > bounds.to) continue;
      distances.set(to, (distances.get(at) ?? 0) + 1);
      queue.push(to);
    }
  }
  return distances;
}

/** Compared member by member; smaller is better. All paths here have the same number of edges. */
function meritOf(
  steps: readonly Step[],
  visited: readonly number[],
  rankOf: (fact: Fact) => number,
): readonly number[] {
  const first = Math.min(...visited);
  const width = Math.max(...visited) - first;
  const ranks = steps.map(({ fact }) => -rankOf(fact)).toSorted((a, b) => b - a);
  return [width, ...ranks, first];
}

function isBetter(a: readonly number[], b: readonly number[]): boolean {
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? value;
    if (value !== other) return value < other;
  }
  return false;
}
