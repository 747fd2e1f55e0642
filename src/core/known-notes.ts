/** Notes as of a day. */
import type { Book, Note } from "#core/book.ts";
import { isKnownBy } from "#core/figures/ledger.ts";

/**
 * The notes that a day could have known: those of sources published by then, and the user's own, which have no source.
 * @param asOf `2006-11-02`; null: all of them
 */
export function knownNotes({ notes, sources }: Pick<Book, "notes" | "sources">, asOf: string | null): readonly Note[] {
  if (asOf === null) return notes;
  const later = new Set(sources.filter((source) => !isKnownBy(source, asOf)).map(({ id }) => id));
  return notes.filter(({ source }) => source === null || !later.has(source));
}
