/** The charts of a company before anybody has made one: its presentation's trends, years beside one another, and a bridge. */
import type { Book, Scope } from "#core/book.ts";
import { formulasOf } from "#core/figures/formulas.ts";
import { knownExtent } from "#core/pages/known-extent.ts";
import type { ShownLine } from "#core/pages/page-lines.ts";
import { linesOf } from "#core/pages/page-lines.ts";
import { quarterEnding, shift } from "#core/timeline.ts";
import type { DefaultDrawing } from "./default-drawings.ts";
import { defaultDrawings } from "./default-drawings.ts";
import type { Picture } from "./picture.ts";

export interface DefaultPicture {
  /** The same for as long as the company has the line. */
  readonly id: string;
  /** What it is of; the window has the title for it. */
  readonly kind: DefaultDrawing["kind"] | "year-by-year" | "bridge";
  /** The line that the title names; null where the kind says all. */
  readonly line: ShownLine | null;
  readonly picture: Picture;
}

/** In the order of a presentation; only those for which the company has lines. */
export function defaultPictures(book: Book, company: string, scope: Scope): readonly DefaultPicture[] {
  const trends = defaultDrawings(book, company).map(({ kind, line, drawing }): DefaultPicture => {
    const id = line === null ? kind : `${kind} ${line.id}`;
    return { id, kind, line, picture: { kind: "trend", drawing, labels: true, marks: true } };
  });
  const { base } = linesOf(book, company);
  const years: readonly DefaultPicture[] =
    base === null
      ? []
      : [
          {
            id: "year-by-year",
            kind: "year-by-year",
            line: base,
            picture: {
              kind: "trend",
              drawing: {
                lines: [{ line: base.id, as: "bar", axis: "left", transform: "value" }],
                spans: "same-quarter",
                range: "all",
              },
              labels: true,
              marks: true,
            },
          },
        ];
  return [...trends, ...years, ...bridgesOf(book, company, scope)];
}

/** The lines of a company that a bridge can be made of: plain sums of two lines or more. */
export function bridgeLines(book: Book, company: string): readonly ShownLine[] {
  const { identities } = formulasOf(book.lines);
  return linesOf(book, company).all.filter(({ id }) => (identities.get(id)?.members.length ?? 0) > 1);
}

/** The bridge of operating income, else of net income, to the newest quarter from the same one a year before. */
function bridgesOf(book: Book, company: string, scope: Scope): readonly DefaultPicture[] {
  const { role } = linesOf(book, company);
  const results = bridgeLines(book, company);
  const result = [role("operating"), role("net")].find((line) => line !== null && results.includes(line)) ?? null;
  const extent = knownExtent(book, { company, scope, asOf: null });
  if (result === null || extent === null) return [];
  const to = quarterEnding(extent.to);
  const picture: Picture = { kind: "bridge", line: result.id, from: shift(to, -4), to, labels: true };
  return [{ id: "bridge", kind: "bridge", line: result, picture }];
}
