/** Reading what a person looks for: a line, a period, or a line in a period; and text as it is compared. */
import type { Line } from "#core/book.ts";
import { parsePeriod } from "#core/period-labels.ts";
import type { FiscalCalendar, Span } from "#core/timeline.ts";

/** A line under the names a person may type: its id, and its label in either language. */
export type NamedLine = Pick<Line, "id" | "labelEn" | "labelJa">;

/** Where somebody wants to go: at least one of the two is there. */
export interface Destination {
  /** The lines that may be meant, the likeliest first; empty where none is named. */
  readonly lines: readonly string[];
  /** Null where no period is named. */
  readonly span: Span | null;
}

/** Nothing in it is a line or a period; or it is a period of years that end in another month. */
export type DestinationProblem = "unknown" | "not-this-year-end";

/**
 * Text as it is compared: in one width and case, single spaces; amounts without grouping and with one
 * sign for every way to print a loss, so that `14007` is found in `14,007` and `(238)` in `△238`.
 */
export function comparable(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/(?<=\d),(?=\d)/gu, "")
    .replace(/(?:[△▲−]|\()\s?(?=[\d.])/gu, "-")
    .replace(/(?<=[\d%])\)/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
}

/** How well a name fits what was typed: 0 is the name itself; null: not at all. */
function fitOf(name: string, wanted: string): number | null {
  const plain = comparable(name);
  if (plain === wanted) return 0;
  // `Operating income (loss)` is meant by `operating income`, before every longer name.
  if (plain.replace(/\s*\([^()]*\)?$/u, "") === wanted) return 1;
  if (plain.startsWith(wanted)) return 2;
  const words = plain.split(/[\s_/&(]+/u);
  if (wanted.split(" ").every((part) => words.some((word) => word.startsWith(part)))) return 3;
  return plain.includes(wanted) ? 4 : null;
}

/** The fit from which on a name is what was typed, rather than something that begins like it. */
const WHOLE_NAME = 1;

interface Fitting {
  readonly id: string;
  readonly fit: number;
}

function linesFitting(text: string, lines: readonly NamedLine[]): readonly Fitting[] {
  const wanted = comparable(text);
  if (wanted === "") return [];
  return lines
    .flatMap(({ id, labelEn, labelJa }): Fitting[] => {
      const fits = [id, labelEn, labelJa].flatMap((name) => fitOf(name, wanted) ?? []);
      return fits.length === 0 ? [] : [{ id, fit: Math.min(...fits) }];
    })
    .toSorted((a, b) => a.fit - b.fit);
}

const idsOf = (fitting: readonly Fitting[]): string[] => fitting.map(({ id }) => id);

/** The lines that a text may mean, the likeliest first, and among equals in their own order. */
export const linesNamed = (text: string, lines: readonly NamedLine[]): string[] => idsOf(linesFitting(text, lines));

/** The lines whose id or label is the text itself, in either language. */
export const linesCalled = (text: string, lines: readonly NamedLine[]): string[] =>
  idsOf(linesFitting(text, lines).filter(({ fit }) => fit <= WHOLE_NAME));

/**
 * Reads `2Q06`, `operating income`, `operating income 2Q06`, `2007年3月期 第2四半期の営業利益`: a period in any
 * label style, a line by its id or label in either language, or both in either order.
 */
export function readDestination(
  text: string,
  lines: readonly NamedLine[],
  calendar: FiscalCalendar,
): Destination | { readonly problem: DestinationProblem } {
  const whole = text.normalize("NFKC").trim();
  const period = parsePeriod(whole, calendar);
  if ("span" in period) return { lines: [], span: period.span };
  const named = linesFitting(whole, lines);
  if (named.some(({ fit }) => fit <= WHOLE_NAME)) return { lines: idsOf(named), span: null };

  let isOtherYearEnd = period.problem === "not-this-year-end";
  let best: { readonly destination: Destination; readonly length: number } | null = null;
  for (const { line, time } of partings(whole)) {
    const read = parsePeriod(time, calendar);
    const fitting = idsOf(linesFitting(line, lines));
    if ("problem" in read) isOtherYearEnd ||= read.problem === "not-this-year-end" && fitting.length > 0;
    else if (fitting.length > 0 && time.length > (best?.length ?? 0))
      best = { destination: { lines: fitting, span: read.span }, length: time.length };
  }
  if (best !== null) return best.destination;
  if (named.length > 0) return { lines: idsOf(named), span: null };
  return { problem: isOtherYearEnd ? "not-this-year-end" : "unknown" };
}

/** The ways to part a text in two, one of them the line and the other the period. */
function* partings(whole: string): Generator<{ readonly line: string; readonly time: string }> {
  for (let at = 1; at < whole.length; at++) {
    // Within a word of letters nothing is parted; Japanese is written without spaces.
    if (!/\s|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(whole.slice(at - 1, at + 1))) continue;
    const before = whole.slice(0, at).replace(/(?:\s(?:in|at|of)|[\s,、の])+$/iu, "");
    const after = whole.slice(at).trim();
    yield { line: before, time: after };
    yield { line: after, time: before };
  }
}
