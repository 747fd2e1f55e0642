/** The facts of a book sorted by company, scope, basis and line, kept from one edit to the next. */
import type { Basis, Fact, Scope } from "#core/book.ts";
import { endOf } from "#core/timeline.ts";

/** The boundaries that facts touch. */
export interface Extent {
  readonly earliest: number;
  readonly latest: number;
}

export interface FactGroups {
  of(company: string, scope: Scope, basis: Basis, line: string): readonly Fact[];
  /** The boundaries that a company's facts of one scope touch, of those sources that count. */
  extent(company: string, scope: Scope, counts: (source: string) => boolean): Extent;
}

const NONE: readonly Fact[] = [];
const NOWHERE: Extent = { earliest: Infinity, latest: -Infinity };

const groupKey = (company: string, scope: Scope, basis: Basis, line: string): string =>
  `${company}|${scope}|${basis}|${line}`;
const keyOf = (fact: Fact): string => groupKey(fact.company, fact.scope, fact.basis, fact.line);
const extentKey = ({ company, scope, source }: Pick<Fact, "company" | "scope" | "source">): string =>
  `${company}|${scope}|${source}`;

/** Of one source's facts of one company and scope. */
interface SourceExtent extends Extent {
  readonly of: Pick<Fact, "company" | "scope" | "source">;
}

class Groups implements FactGroups {
  readonly byLine: Map<string, readonly Fact[]>;
  readonly extents: Map<string, SourceExtent>;

  constructor(byLine: Map<string, readonly Fact[]>, extents: Map<string, SourceExtent>) {
    this.byLine = byLine;
    this.extents = extents;
  }

  of(company: string, scope: Scope, basis: Basis, line: string): readonly Fact[] {
    return this.byLine.get(groupKey(company, scope, basis, line)) ?? NONE;
  }

  extent(company: string, scope: Scope, counts: (source: string) => boolean): Extent {
    let [earliest, latestEnd] = [NOWHERE.earliest, NOWHERE.latest];
    for (const one of this.extents.values()) {
      if (one.of.company !== company || one.of.scope !== scope || !counts(one.of.source)) continue;
      earliest = Math.min(earliest, one.earliest);
      latestEnd = Math.max(latestEnd, one.latest);
    }
    return { earliest, latest: latestEnd };
  }
}

/** The groups of the latest book looked at; the next is nearly always the same but for a cell. */
let latest: { readonly facts: readonly Fact[]; readonly groups: Groups } | null = null;

/** More places than this that differ are a paste or an import: sorting everything anew is as quick. */
const FEW = 64;

/** The groups of a book's facts. After an edit only the lines it touched are sorted again. */
export function groupsOf(facts: readonly Fact[]): FactGroups {
  if (latest?.facts === facts) return latest.groups;
  const groups = (latest === null ? null : patched(latest.facts, latest.groups, facts)) ?? sorted(facts);
  latest = { facts, groups };
  return groups;
}

function sorted(facts: readonly Fact[]): Groups {
  const byLine = new Map<string, Fact[]>();
  for (const fact of facts) {
    const key = keyOf(fact);
    const own = byLine.get(key);
    if (own === undefined) byLine.set(key, [fact]);
    else own.push(fact);
  }
  return new Groups(byLine, extentsOf(facts));
}

function extentsOf(facts: readonly Fact[]): Map<string, SourceExtent> {
  const extents = new Map<string, SourceExtent>();
  for (const fact of facts) widen(extents, fact);
  return extents;
}

/** Null where a fact left that an extent may have ended with: formulas that look back for ever end there, so it must not stay too wide. */
function extentsAfter(
  extents: ReadonlyMap<string, SourceExtent>,
  left: readonly Fact[],
  came: readonly Fact[],
): Map<string, SourceExtent> | null {
  const after = new Map<string, SourceExtent>();
  for (const fact of came) widen(after, fact);
  const mayShrink = left.some((fact) => {
    const [own, of] = [after.get(extentKey(fact)) ?? NOWHERE, extents.get(extentKey(fact)) ?? NOWHERE];
    return (
      (fact.span.start === of.earliest && own.earliest > of.earliest) ||
      (endOf(fact.span) === of.latest && own.latest < of.latest)
    );
  });
  if (mayShrink) return null;
  for (const [key, { of, earliest, latest: end }] of extents) {
    const own = after.get(key) ?? NOWHERE;
    after.set(key, { of, earliest: Math.min(earliest, own.earliest), latest: Math.max(end, own.latest) });
  }
  return after;
}

function widen(extents: Map<string, SourceExtent>, fact: Fact): void {
  const key = extentKey(fact);
  const { earliest, latest: end } = extents.get(key) ?? NOWHERE;
  if (fact.span.start < earliest || endOf(fact.span) > end)
    extents.set(key, {
      of: fact,
      earliest: Math.min(earliest, fact.span.start),
      latest: Math.max(end, endOf(fact.span)),
    });
}

/** What left a list of facts and what came to it; a fact that only moved along the list has done both. */
export interface Turnover {
  readonly left: ReadonlySet<Fact>;
  readonly came: readonly Fact[];
}

/** How one list of facts became another, place by place; null where too much differs to be worth telling. */
export function turnoverOf(before: readonly Fact[], after: readonly Fact[]): Turnover | null {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from += 1;
  let behind = 0;
  while (behind < shorter - from && before.at(-1 - behind) === after.at(-1 - behind)) behind += 1;
  const left = new Set<Fact>();
  const came: Fact[] = [];
  for (let at = from; at < Math.max(before.length, after.length) - behind; at += 1) {
    const old = at < before.length - behind ? before[at] : undefined;
    const put = at < after.length - behind ? after[at] : undefined;
    if (old === put) continue;
    if (old !== undefined) left.add(old);
    if (put !== undefined) came.push(put);
    if (left.size > FEW || came.length > FEW) return null;
  }
  return { left, came };
}

/**
 * The groups after facts were put in the place of others, behind them, between them or away; null where too much
 * differs. What a figure would be without its own fact is asked all the time, and the book with it right after.
 */
function patched(before: readonly Fact[], groups: Groups, after: readonly Fact[]): Groups | null {
  const turnover = turnoverOf(before, after);
  if (turnover === null) return null;
  const { left, came } = turnover;
  const byLine = new Map(groups.byLine);
  // All that left first, then all that came: a fact that only moved along the list has done both.
  const linesLeft = new Set([...left].map(keyOf));
  for (const key of linesLeft)
    byLine.set(
      key,
      (byLine.get(key) ?? []).filter((fact) => !left.has(fact)),
    );
  for (const fact of came) byLine.set(keyOf(fact), [...(byLine.get(keyOf(fact)) ?? []), fact]);
  return new Groups(byLine, extentsAfter(groups.extents, [...left], came) ?? extentsOf(after));
}
