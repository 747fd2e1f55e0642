/** One open book: its state in memory beside its store, and the deeds done to it. */
import type {
  CellAsked,
  CellChange,
  CellsEntered,
  Committed,
  JournalState,
  OpenedBook,
  RowsChanged,
  SavedState,
} from "#contract/questions.ts";
import { historyOf } from "#handlers/history.ts";
import type { Book } from "#core/book.ts";
import { homeOf } from "#core/book.ts";
import { applyChanges } from "#core/changes.ts";
import type { Deed, RowChange } from "#core/changes.ts";
import { objectionTo, type Objection } from "#core/change-rules.ts";
import { lockFault, planEntry } from "#core/entry.ts";
import { Fault } from "#core/faults.ts";
import { lockInTheWay } from "#core/lock-rules.ts";
import { planNotShownLine } from "#core/not-shown.ts";
import { openBook } from "#store/open.ts";

export interface Session {
  /** The book as of the latest commit. */
  book(): Book;
  read(): OpenedBook;
  enter(entered: CellsEntered): Committed;
  /** @throws Fault `bad-change` where the book would not hold together after it */
  changeRows(changed: RowsChanged): Committed;
  history(cell: CellAsked): readonly CellChange[];
  addNotShown(line: string): Committed;
  undo(): Committed | null;
  redo(): Committed | null;
  onSaved(listener: (state: SavedState) => void): () => void;
  /** Brings the file up to date now; the answer says where that failed. */
  publish(): SavedState;
  /** Brings the file up to date and gives the book back; the answer says where that failed. */
  close(): Promise<SavedState>;
}

/** What the store answers to a commit, an undo, a redo. */
interface Written {
  readonly changes: readonly RowChange[];
  readonly deed: Deed;
  readonly journal: JournalState;
}

/** @throws Fault when the book cannot be opened. */
export function openSession(path: string, dataFolder: string, now: () => Date): Session {
  const store = openBook({ path, dataFolder, now });
  let book = store.reader.readBook();
  const writer = (): NonNullable<typeof store.writer> => {
    if (store.writer === null) throw new Fault("book-read-only", { path: store.path });
    return store.writer;
  };
  /** Keeps the copy in memory in step; after a failed commit it is read anew, since only the store knows what was kept. */
  const carried = <Answer extends Written | null>(write: () => Answer): Answer => {
    try {
      const written = write();
      if (written !== null) book = applyChanges(book, written.changes);
      return written;
    } catch (error) {
      book = store.reader.readBook();
      throw error;
    }
  };
  return {
    book: () => book,
    read: () => ({
      title: store.title,
      path: store.path,
      readOnly: store.readOnly,
      book,
      journal: store.reader.journal(),
      saved: store.saved,
    }),
    enter: (entered) => {
      checkNames(book, entered);
      const target = writer();
      const { changes, deed } = planEntry(book, entered);
      if (changes.length === 0) return { changes, deed, journal: store.reader.journal() };
      return carried(() => target.commit(deed, changes));
    },
    changeRows: ({ changes, deed }) => {
      const target = writer();
      const objection = objectionTo(book, changes);
      if (objection !== null) throw refusalOf(book, changes, objection);
      return carried(() => target.commit(deed, changes));
    },
    history: (cell) => {
      const line = book.lines.find(({ id }) => id === cell.line);
      if (line === undefined) throw new Fault("unknown-line", { line: cell.line });
      return historyOf(store.reader, { ...cell, span: homeOf(line, cell.span) });
    },
    addNotShown: (line) => {
      if (!book.lines.some(({ id }) => id === line)) throw new Fault("unknown-line", { line });
      const target = writer();
      const planned = planNotShownLine(book, line);
      if (planned === null) throw new Fault("nothing-to-do", { way: "add" });
      return carried(() => target.commit(planned.deed, planned.changes));
    },
    undo: () => carried(() => writer().undo()),
    redo: () => carried(() => writer().redo()),
    onSaved: (listener) => store.onSaved(listener),
    publish: () => store.publish(),
    close: async () => store.close(),
  };
}

function refusalOf(book: Book, changes: readonly RowChange[], { row, why }: Objection): Fault {
  if (why === "year-end-has-figures") return new Fault(why, { row });
  const lock = why === "quarter-locked" ? lockInTheWay(book, changes) : null;
  return lock === null ? new Fault("bad-change", { row, why }) : lockFault(book, lock);
}

/** @throws Fault for a name the book does not have. */
function checkNames(book: Book, { company, source, entries }: CellsEntered): void {
  if (!book.companies.some(({ id }) => id === company)) throw new Fault("unknown-company", { company });
  const sources = book.sources.flatMap(({ id, company: of }) => (of === company ? [id] : []));
  if (source !== null && !sources.includes(source))
    throw new Fault("unknown-source", { source, known: sources.join(", ") });
  const kinds = new Map(book.lines.map(({ id, kind }) => [id, kind]));
  for (const { line, span } of entries) {
    const kind = kinds.get(line);
    if (kind === undefined) throw new Fault("unknown-line", { line });
    if (kind !== "stock" && span.length === 0) throw new Fault("unknown-period", { line });
  }
}
