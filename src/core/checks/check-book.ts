/** Every check of a book, one table of its three kinds. */
import type { Book, Scope } from "#core/book.ts";
import type { Check, CheckKind } from "#core/checks/check.ts";
import { checkIdentities } from "#core/checks/identities.ts";
import { checkRoutes } from "#core/checks/routes.ts";
import { checkStatements } from "#core/checks/statements.ts";

/** What is checked: one company and scope, by what was known at a date or now. */
export interface CheckView {
  readonly company: string;
  readonly scope: Scope;
  readonly asOf: string | null;
}

const KINDS: Readonly<Record<CheckKind, (book: Book, view: CheckView) => readonly Check[]>> = {
  stated: checkStatements,
  identity: checkIdentities,
  routes: checkRoutes,
};

/** All checks: claims in the order of the book, then identities, then figures with two routes. */
export const checkBook = (book: Book, view: CheckView): readonly Check[] =>
  Object.values(KINDS).flatMap((check) => check(book, view));
