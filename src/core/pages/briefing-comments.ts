/** Which commentary stands on which page of a briefing: each comment once, where it is first asked for. */
import type { Book, Note } from "#core/book.ts";
import { knownNotes } from "#core/known-notes.ts";
import type { Span } from "#core/timeline.ts";
import { endOf, sameSpan } from "#core/timeline.ts";
import type { PageAsk } from "./page-cell.ts";

/** Answers the comments on one of the spans, or a balance at its end, that no earlier call was answered with. */
export type TakeComments = (spans: readonly Span[], isAbout: (line: string | null) => boolean) => readonly Note[];

/** The comments of the asked company and scope on what happened, as far as they were known on the asked day. */
export function commentsToTake(book: Book, { company, scope, asOf }: PageAsk): TakeComments {
  let left = knownNotes(book, asOf).filter(
    (note) =>
      note.company === company &&
      (note.scope === null || note.scope === scope) &&
      (note.basis === null || note.basis === "actual"),
  );
  return (spans, isAbout) => {
    const isWanted = ({ span, line }: Note): boolean =>
      span !== null && spans.some((each) => sameSpan(each, span) || isAtEnd(span, each)) && isAbout(line);
    const taken = left.filter(isWanted);
    left = left.filter((note) => !taken.includes(note));
    return taken;
  };
}

const isAtEnd = (span: Span, of: Span): boolean => span.length === 0 && span.start === endOf(of);
