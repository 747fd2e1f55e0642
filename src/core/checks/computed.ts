/**
 * Lines with a formula: what is printed, and of flows what printed spans derive, held against what
 * the formula comes to from firm figures, of ratios from all. Where every member of a sum is printed beside its total,
 * that is an identity's check.
 */
import type { Book, Fact } from "#core/book.ts";
import type { Check } from "#core/checks/check.ts";
import type { Judged, Reading, Readings } from "#core/checks/readings.ts";
import { settled } from "#core/checks/readings.ts";
import type { Held } from "#core/checks/ways.ts";
import { alongPath, byFormula, finest, formulaValue, held, isDash, printed } from "#core/checks/ways.ts";
import { addsUp } from "#core/figures/derive.ts";
import { formulasOf } from "#core/figures/formulas.ts";
import type { Expression } from "#core/formula/expression.ts";
import type { Span } from "#core/timeline.ts";
import { endOf, spanKey } from "#core/timeline.ts";

export function checkComputed(book: Book, readings: Readings): Check[] {
  const { formulas, lines } = formulasOf(book.lines);
  const spans = spansPrinted(book, readings.inForce);
  return [...formulas].flatMap(([line, formula]) => {
    const of = lines.get(line);
    const derived = of !== undefined && addsUp(of) ? derivedOf(book, readings.inForce, line, formula, spans) : [];
    const all = [...printedOf(book, readings.inForce, line), ...derived];
    return all.flatMap((shown) => judged(book, readings, line, formula, shown));
  });
}

/** A number that is held against the formula. */
interface Shown {
  readonly span: Span;
  /** As a reading has it; null where it has none. */
  readonly within: (reading: Reading) => Held | null;
  /** What it stands on now. Where the figures in force are mixed it is read as of the sources of these, in turn. */
  readonly facts: readonly Fact[];
}

/** What is printed. A dash for a percentage says that it has no meaning, not that it is nothing. */
function printedOf(book: Book, inForce: Reading, line: string): readonly Shown[] {
  const { identities, lines } = formulasOf(book.lines);
  const members = identities.get(line)?.members;
  return inForce.of(line).flatMap((fact) => {
    const isIdentity = members?.every((member) => inForce.at(member.line, fact.span) !== undefined) ?? false;
    const isMeaningless = isDash(fact) && lines.get(line)?.kind === "ratio";
    if (isIdentity || isMeaningless) return [];
    return [{ span: fact.span, within: () => printed(book, fact), facts: [fact] }];
  });
}

/**
 * What nobody prints and printed spans derive.
 *
 * Flows add up: where printed spans or shorter ones on which the formula answers join the ends of a
 * span, what is wrong with it is said of these, and nothing is said twice.
 */
function derivedOf(
  book: Book,
  { firm, ledger, of, at }: Reading,
  line: string,
  formula: Expression,
  spans: readonly Span[],
): readonly Shown[] {
  const answers = (span: Span): boolean => formulaValue(book, firm, line, formula, span) !== null;
  const known = new Stretches();
  for (const { span } of of(line)) if (answers(span)) known.join(span);
  return spans.flatMap((span) => {
    if (at(line, span) !== undefined || known.areJoined(span) || !answers(span)) return [];
    const path = firm.pathOf(line, span);
    if (path === null) return [];
    known.join(span);
    const facts = path.map(({ fact }) => fact).toSorted((a, b) => ledger.rankOf(b) - ledger.rankOf(a));
    return [{ span, within: (reading) => derivedIn(book, reading, line, span), facts }];
  });
}

function derivedIn(book: Book, { firm, view }: Reading, line: string, span: Span): Held | null {
  const path = firm.pathOf(line, span);
  const [longest] = path?.map(({ fact }) => fact).toSorted((a, b) => b.span.length - a.span.length) ?? [];
  if (path === null || longest === undefined) return null;
  const way = alongPath(book, view, path);
  return { ...way, decimals: finest(way.facts()), source: longest.source, page: longest.page };
}

/** The check of it that stands (`readings.ts`). */
function judged(
  book: Book,
  { inForce, asOfSource }: Readings,
  line: string,
  formula: Expression,
  { span, within, facts }: Shown,
): readonly Check[] {
  const judge = (reading: Reading): Judged[] => {
    const one = within(reading);
    const other = one === null ? null : byFormula(book, reading, line, formula, span);
    if (one === null || other === null) return [];
    const all = (): readonly Fact[] => [...one.facts(), ...other.facts()];
    // Dashes beside a dash say nothing.
    if (one.decimals === null && all().every(isDash)) return [];
    const check = held("routes", { line, span }, one, other, book, reading);
    // What ties needs no second reading.
    return [{ check, isMixed: check.verdict === "outside" && reading.ledger.areMixed(all()) }];
  };
  const now = judge(inForce);
  if (now.every(({ isMixed }) => !isMixed)) return now.map(({ check }) => check);
  const readings = [...new Map(facts.map((fact) => [fact.source, asOfSource(fact)])).values()];
  return settled([...now, ...readings.flatMap(judge)]).map(({ check }) => check);
}

/** The spans on which anything is printed, the shorter first: a conflict is told where it is narrowest. */
function spansPrinted(book: Book, inForce: Reading): readonly Span[] {
  const spans = new Map(book.lines.flatMap(({ id }) => inForce.of(id)).map(({ span }) => [spanKey(span), span]));
  return [...spans.values()]
    .filter(({ length }) => length > 0)
    .toSorted((a, b) => a.length - b.length || a.start - b.start);
}

/** Stretches of time laid end to end. */
class Stretches {
  readonly #towards = new Map<number, number>();

  join(span: Span): void {
    const [start, end] = [this.#origin(span.start), this.#origin(endOf(span))];
    if (start !== end) this.#towards.set(end, start);
  }

  /** Whether the ends of a span are joined by stretches, be they forwards or backwards. */
  areJoined(span: Span): boolean {
    return this.#origin(span.start) === this.#origin(endOf(span));
  }

  #origin(boundary: number): number {
    let at = boundary;
    for (let next = this.#towards.get(at); next !== undefined; next = this.#towards.get(at)) at = next;
    return at;
  }
}
