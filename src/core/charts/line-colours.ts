/** The colours of lines: each line has one, wherever in a book it is drawn. */
import type { Book } from "#core/book.ts";
import { possibleDrawings } from "./default-drawings.ts";

/** Bars and lines have palettes of their own. */
export type ColouredShape = "bar" | "line";

/** As many as the window's theme has of each; a colour from there on is the same hue once more, told apart by its pattern. */
export const COLOURS: Readonly<Record<ColouredShape, number>> = { bar: 6, line: 3 };

/** A place in the palette for every line of a book. */
export type LineColours = Readonly<Record<ColouredShape, ReadonlyMap<string, number>>>;

interface Known {
  readonly uses: Book["companyLines"];
  readonly companies: Book["companies"];
  readonly colours: LineColours;
}

const known = new WeakMap<Book["lines"], Known>();

/**
 * Lines that a company's ready charts draw together have different ones. It follows from the lines alone, so that
 * no figure that is entered changes a colour.
 */
export function lineColoursOf(book: Book): LineColours {
  const present = known.get(book.lines);
  if (present?.uses === book.companyLines && present.companies === book.companies) return present.colours;
  const groups = book.companies.flatMap(({ id }) => possibleDrawings(book, id).map(({ drawing }) => drawing.lines));
  const ids = book.lines.map(({ id }) => id);
  const of = (shape: ColouredShape): ReadonlyMap<string, number> =>
    assign(
      groups.map((lines) => lines.filter(({ as }) => (as === "line") === (shape === "line")).map(({ line }) => line)),
      ids,
      COLOURS[shape],
    );
  const colours: LineColours = { bar: of("bar"), line: of("line") };
  known.set(book.lines, { uses: book.companyLines, companies: book.companies, colours });
  return colours;
}

/** Each line of the groups gets the first colour that no line it meets in any of them has; all others go round. */
function assign(
  groups: readonly (readonly string[])[],
  lines: readonly string[],
  count: number,
): ReadonlyMap<string, number> {
  const met = new Map<string, Set<string>>();
  for (const group of groups) for (const line of group) met.set(line, new Set([...(met.get(line) ?? []), ...group]));
  const colours = new Map<string, number>();
  for (const [line, others] of met)
    colours.set(line, firstFree(new Set([...others].map((other) => colours.get(other)))));
  let next = 0;
  for (const line of lines) if (!colours.has(line)) colours.set(line, next++ % count);
  return colours;
}

function firstFree(taken: ReadonlySet<number | undefined>): number {
  let colour = 0;
  while (taken.has(colour)) colour++;
  return colour;
}

/**
 * The colours of what one chart draws, no two of them alike: a line's own; where another line, or the same one
 * drawn otherwise, has that already, its hue once more; else the next that is free.
 */
export function coloursIn(
  drawn: readonly { readonly line: string; readonly shape: ColouredShape }[],
  colours: LineColours,
): readonly number[] {
  const taken = { bar: new Set<number>(), line: new Set<number>() };
  return drawn.map(({ line, shape }) => {
    const own = colours[shape].get(line) ?? 0;
    const again = (own % COLOURS[shape]) + COLOURS[shape];
    const colour = [own, again].find((each) => !taken[shape].has(each)) ?? firstFree(taken[shape]);
    taken[shape].add(colour);
    return colour;
  });
}
