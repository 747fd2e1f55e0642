/**
 * Which vintages a printed figure is held against.
 *
 * What is in force is judged, and only where it is of one vintage: a member that a later source has
 * restated says nothing of a total printed before. Where the figures in force are mixed
 * (`figures/vintages.ts`), the printed figure is read as of its own source, with that source's
 * figures first, as a claim is. So:
 *
 * - The first reading of one vintage gives the verdict.
 * - An outside there is no finding where another reading of the same figures ties: a later source
 *   has put right what was misprinted, and what is in force is in order. Where none ties it stays
 *   one, for nobody has put it right.
 * - Where every reading is mixed, one that ties still ties; one that does not proves nothing, since
 *   what was not stated anew may count as things were counted before. Nothing is said then.
 */
import type { Basis, Book, Fact } from "#core/book.ts";
import { BASES } from "#core/book.ts";
import type { Check } from "#core/checks/check.ts";
import type { CheckView } from "#core/checks/check-book.ts";
import type { Figures } from "#core/figures/figures.ts";
import { figuresOf } from "#core/figures/figures.ts";
import type { Ledger, View } from "#core/figures/ledger.ts";
import { isKnownBy, ledgerOf, publishedBy } from "#core/figures/ledger.ts";
import type { Span } from "#core/timeline.ts";

/** The facts of a company, scope and basis that count in one reading of them. */
export interface Reading {
  readonly view: View;
  readonly ledger: Ledger;
  /** What is reported, derived and computed from them, and nothing else. */
  readonly firm: Figures;
  /** With what is implied and summed up too. */
  readonly full: Figures;
  of(line: string): readonly Fact[];
  at(line: string, span: Span): Fact | undefined;
}

export interface Readings {
  readonly inForce: Reading;
  /** As of a fact's own source, with that source's figures first. */
  asOfSource(fact: Fact): Reading;
}

/** The bases on which anything is told of a company and scope. No basis is held against another. */
export const basesIn = (book: Book, { company, scope }: CheckView): readonly Basis[] =>
  BASES.filter((basis) =>
    book.facts.some((fact) => fact.basis === basis && fact.company === company && fact.scope === scope),
  );

export function readingsOf(book: Book, view: CheckView, basis: Basis): Readings {
  const { company, scope, asOf } = view;
  const known = new Map<string, Reading>();
  return {
    inForce: readingOf(book, { company, scope, asOf, basis }),
    asOfSource: ({ source: id }) => {
      let reading = known.get(id);
      if (reading === undefined) known.set(id, (reading = readingOf(book, viewOfSource(book, view, id, basis))));
      return reading;
    },
  };
}

/** What was known when a source was published, with that source's figures first; an undated one knows all. */
export function viewOfSource(
  book: Book,
  { company, scope, asOf }: CheckView,
  id: string,
  basis: Basis = "actual",
): View {
  const source = book.sources.find((each) => each.id === id);
  const isEarlier = source !== undefined && source.published !== null && isKnownBy(source, asOf);
  return { company, scope, basis, asOf: isEarlier ? publishedBy(source) : asOf, prefer: id };
}

function readingOf(book: Book, view: View): Reading {
  const firm = figuresOf(book, view, { isFirm: true });
  const ledger = ledgerOf(book, view);
  return {
    view,
    ledger,
    firm,
    full: figuresOf(book, view),
    of: (line) => ledger.facts(view.basis, line).filter((fact) => firm.reportedAt(line, fact.span) === fact),
    at: (line, span) => firm.reportedAt(line, span) ?? undefined,
  };
}

/** One reading's check, and whether figures of before and after a restatement were joined for it. */
export interface Judged {
  readonly check: Check;
  readonly isMixed: boolean;
}

/** The check that stands (see above), as a list of one; empty where nothing can be said. */
export function settled<One extends Judged>(judged: readonly One[]): readonly One[] {
  const first = judged.find(({ isMixed }) => !isMixed);
  if (first !== undefined && first.check.verdict !== "outside") return [first];
  const ties = ({ check }: Judged): boolean =>
    check.verdict !== "outside" && (first === undefined || check.against === first.check.against);
  const stands = judged.find(ties) ?? first;
  return stands === undefined ? [] : [stands];
}
