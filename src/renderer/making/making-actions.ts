/** Actions about what a book is made of, and about books themselves. */
import type { StartingSet } from "#core/company-plans.ts";
import { CONNECTION_LOST, INTERNAL, NO_SUCH_METHOD, refusalIn } from "#rpc/refusal.ts";
import type { BookList, BookWanted } from "#contract/questions.ts";
import type { SourcesLook } from "../sources/sources-look.ts";
import type { WindowConnection } from "../state/actions.ts";
import type { SheetActions } from "../state/sheet-actions.ts";
import type { Failure, WindowStore } from "../state/window-state.ts";

export interface MakingActions {
  /** The source that new figures go to; null: entered by hand. */
  chooseSource(source: string | null): void;
  /** What of the view of sources and notes is shown. */
  lookAtSources(look: Partial<SourcesLook>): void;
  /** The books at hand; null where they cannot be asked for. */
  listBooks(): Promise<BookList | null>;
  /** The lines a company can start with; null where they cannot be asked for. */
  readStarter(): Promise<StartingSet | null>;
  /** Opens a listed book in this window, in place of the one that is open. */
  openBook(handle: string): void;
  /** Has the host ask for a file, and opens it in the same way. */
  chooseBook(): void;
  /** Makes a book and opens it; answers the code of what was wrong, or null. */
  createBook(wanted: BookWanted): Promise<string | null>;
}

interface Wanted extends Pick<SheetActions, "changeSheet" | "keepSheet"> {
  readonly store: WindowStore;
  readonly connection: WindowConnection;
  readonly tellFailure: (what: Failure, error: unknown) => void;
  /** Reads the window again: another book is behind it. */
  readonly reload: () => void;
}

export function makeMakingActions({
  store,
  connection,
  changeSheet,
  keepSheet,
  tellFailure,
  reload,
}: Wanted): MakingActions {
  const orNull = async <Answer>(asked: Promise<Answer>): Promise<Answer | null> => {
    try {
      return await asked;
    } catch (error) {
      // A host from before there were books to list; a lost connection has its banner.
      const code = refusalIn(error)?.code;
      if (code !== NO_SUCH_METHOD && code !== CONNECTION_LOST) tellFailure("books", error);
      return null;
    }
  };

  /** `open` answers false where nobody chose anything. */
  const switchTo = async (open: () => Promise<boolean | null>): Promise<void> => {
    // Before another book is open.
    keepSheet();
    if ((await open()) !== false) reload();
  };

  return {
    chooseSource(source) {
      const { company, sheet } = store.getState();
      const others = sheet.goesTo.filter((each) => each.company !== company);
      changeSheet({ goesTo: source === null ? others : [...others, { company, source }] });
    },
    lookAtSources: (look) => store.setState(({ sourcesLook }) => ({ sourcesLook: { ...sourcesLook, ...look } })),
    listBooks: () => orNull(connection.ask("books.list", null)),
    readStarter: () => orNull(connection.ask("books.starter", null)),
    openBook: (handle) =>
      void switchTo(() => connection.ask("books.open", { handle })).catch((error: unknown) =>
        tellFailure("books", error),
      ),
    chooseBook: () =>
      void switchTo(() => connection.ask("books.choose", null)).catch((error: unknown) => tellFailure("books", error)),
    async createBook(wanted) {
      try {
        await switchTo(() => connection.ask("books.create", wanted));
        return null;
      } catch (error) {
        return refusalIn(error)?.code ?? INTERNAL;
      }
    },
  };
}
