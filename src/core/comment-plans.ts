/** Commentary as a whole: what it is about, in both languages. A note on one cell is `note-plans.ts`. */
import type { Book, Note } from "#core/book.ts";
import { noteSpan } from "#core/note-plans.ts";
import { newId, planRow, type RowPlan } from "#core/row-plans.ts";

export type CommentDraft = Omit<Note, "id" | "company">;

/** Why a comment cannot be as the draft has it. */
export type CommentRefusal = "no-text" | "no-subject";

export const refusalsOfComment = ({ line, span, textEn, textJa }: CommentDraft): CommentRefusal[] => [
  ...(textEn.trim() === "" && textJa.trim() === "" ? (["no-text"] as const) : []),
  ...(line === null && span === null ? (["no-subject"] as const) : []),
];

/** Adds a comment, or has one as the draft says; null where it is so already. A balance's stands at its boundary. @param before null: a new one */
export function planComment(book: Book, company: string, before: Note | null, draft: CommentDraft): RowPlan | null {
  const line = book.lines.find(({ id }) => id === draft.line);
  const span = draft.span === null ? null : noteSpan(line, draft.span);
  const texts = { textEn: draft.textEn.trim(), textJa: draft.textJa.trim() };
  const plan = planRow(
    "notes",
    before,
    { ...(before ?? { id: newId("note", book.notes), company }), ...draft, ...texts, span },
    "notes",
  );
  return plan === null
    ? null
    : {
        ...plan,
        deed: { ...plan.deed, ...(draft.line !== null && { line: draft.line }), ...(span !== null && { span }) },
      };
}

export const planRemoveComment = (note: Note): RowPlan | null => planRow("notes", note, null, "notes");
