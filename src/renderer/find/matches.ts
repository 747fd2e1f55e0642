/** What the grid and its notes say of a text that is looked for. */
import type { Line } from "#core/book.ts";
import { isFigure } from "#core/figures/cell.ts";
import { showFigure } from "#core/format-amount.ts";
import { comparable } from "#core/find-in-book.ts";
import { columnsOf } from "#core/layout.ts";
import { quarterOfYear, spanKey, type Span } from "#core/timeline.ts";
import { claimText, printedText } from "../checks/check-text.ts";
import { checksIn, subjectOf } from "../checks/findings.ts";
import { shownCell } from "../grid/shown-cell.ts";
import { knownNotesIn, subjectIn, subjectKey, textOf } from "../notes/notes-in-view.ts";
import { knownSources } from "../sources/sources-in-view.ts";
import { allColumnsIn, columnsInView, extentIn } from "../state/columns-in-view.ts";
import { factText } from "../state/figure-text.ts";
import { rowsInView } from "../state/rows-in-view.ts";
import {
  companyOf,
  figuresIn,
  labelOf,
  lineRowsIn,
  remember,
  rememberBy,
  type WindowState,
} from "../state/window-state.ts";

/** One cell, row or column that has what is looked for. */
export interface Match {
  /** Of its cell, row or column; each is found once. */
  readonly key: string;
  /** Null: a note on a period. */
  readonly line: string | null;
  /** Null: the line itself. */
  readonly span: Span | null;
  readonly what: "line" | "value" | "printed" | "claim" | "note";
  /** What it says there, as it is shown. */
  readonly text: string;
  /** Where it stands among the columns, hidden ones included: −1 for the line itself, null in another layout's columns. */
  readonly column: number | null;
}

interface Searched {
  readonly match: Match;
  readonly texts: readonly string[];
  /** Where it comes among the lines; before them, a note on a period. */
  readonly row: number;
}

/** Everything that can be found, in the order in which it is read: what other layouts show comes last. */
const searchedIn: (state: WindowState) => readonly Searched[] = rememberBy(
  (state) => [
    state.edited.shown,
    state.company,
    state.scope,
    state.basis,
    state.asOf,
    state.sheet.layout,
    state.sheet.overlay,
    allColumnsIn(state),
    extentIn(state),
    state.settings,
    checksIn(state),
  ],
  gather,
);

function gather(state: WindowState): readonly Searched[] {
  const lines = [...lineRowsIn(state).values()];
  const rows = new Map(lines.map(({ id }, index) => [id, index]));
  const spans = spansIn(state);
  // A balance stands where its boundary first ends a column.
  const columns = new Map<string, number>();
  const searched: Searched[] = [];
  const keyOf = (line: string | null, span: Span | null): string => subjectKey(subjectIn(state, line, span));
  const add = (match: Omit<Match, "column">, column: number | null, texts: readonly string[]): void => {
    const row = match.line === null ? -1 : (rows.get(match.line) ?? lines.length);
    searched.push({ match: { ...match, column }, texts: texts.map(comparable), row });
  };
  const addAt = (match: Omit<Match, "column" | "key">, texts: readonly string[]): void => {
    const key = keyOf(match.line, match.span);
    add({ ...match, key }, match.span === null ? -1 : (columns.get(key) ?? null), texts);
  };

  for (const [index, span] of spans.entries()) columns.set(keyOf(null, span), index);
  for (const { id, line } of lines) {
    const text = labelOf(state, id);
    addAt({ line: id, span: null, what: "line", text }, [id, line.labelEn, line.labelJa, text]);
    for (const [index, span] of spans.entries()) {
      const key = keyOf(id, span);
      if (!columns.has(key)) columns.set(key, index);
      const shown = shownCell(state, { line: id, span });
      if (shown === null || shown.text === "") continue;
      const column = columns.get(key) ?? index;
      add({ key, line: id, span, what: "value", text: shown.text }, column, [
        shown.text,
        enteredText(state, line, span),
      ]);
      if (shown.printed !== "")
        add({ key, line: id, span, what: "printed", text: shown.printed }, column, [shown.printed]);
    }
  }
  for (const fact of state.edited.shown.facts) {
    const { line, span, company, scope, basis } = fact;
    if (!knownSources(state).has(fact.source)) continue;
    const of = lineRowsIn(state).get(line)?.line;
    if (company !== state.company || scope !== state.scope || basis !== state.basis || of === undefined) continue;
    const text = factText(state, fact, of);
    if (!columns.has(keyOf(line, span))) addAt({ line, span, what: "value", text }, [text]);
  }
  for (const check of checksIn(state)) {
    const place = check.kind === "stated" && check.scope === state.scope ? subjectOf(state, check) : null;
    if (place === null || !rows.has(place.line)) continue;
    const printed = printedText(state, check);
    addAt({ ...place, what: "claim", text: `${claimText(state, check)}: ${printed}` }, [printed]);
  }
  for (const note of knownNotesIn(state)) {
    const { company, line, span, textEn, textJa } = note;
    const isInGrid = (line !== null || span !== null) && (line === null || rows.has(line));
    if (company === state.company && isInGrid)
      addAt({ line, span, what: "note", text: textOf(state, note) }, [textEn, textJa]);
  }
  const place = ({ column }: Match): number => column ?? spans.length;
  const isElsewhere = ({ match }: Searched): number => Number(match.column === null);
  return searched.toSorted(
    (a, b) => isElsewhere(a) - isElsewhere(b) || a.row - b.row || place(a.match) - place(b.match),
  );
}

/** The spans of the columns from left to right, hidden ones included; those of every year in the matrix. */
function spansIn(state: WindowState): readonly Span[] {
  if (state.sheet.layout !== "matrix") return allColumnsIn(state).map(({ span }) => span);
  const { from, to } = extentIn(state);
  return columnsOf(companyOf(state), from, to, "QQQQY").map(({ span }) => span);
}

/** A figure in its line's own unit, by which it is found as well where amounts are shown in another. */
function enteredText(state: WindowState, line: Line, span: Span): string {
  const { negatives, amounts } = state.settings;
  const cell = amounts === "entered" || state.sheet.overlay !== "value" ? null : figuresIn(state).cell(line.id, span);
  return cell !== null && isFigure(cell)
    ? showFigure(cell.value, { of: line, decimals: cell.decimals, negatives, amounts: "entered" })
    : "";
}

/** The indexes of hidden columns among the spans. */
function hiddenColumnsOf(state: WindowState): ReadonlySet<number> {
  const shown = new Set(columnsInView(state).map(({ id }) => id));
  const isMatrix = state.sheet.layout === "matrix";
  const idOf = ({ start, length }: Span): string => spanKey({ start: isMatrix ? quarterOfYear(start) : start, length });
  return new Set(spansIn(state).flatMap((span, index) => (shown.has(idOf(span)) ? [] : [index])));
}

/** The matches of the text that is looked for, each cell, row and column once; none for no text. */
export const matchesIn: (state: WindowState) => readonly Match[] = remember(
  (state) => [state.find.text, state.find.text.trim() === "" ? null : searchedIn(state)],
  (text, searched) => {
    const wanted = comparable(text);
    if (wanted === "" || searched === null) return [];
    const matches = new Map<string, Match>();
    for (const { match, texts } of searched) {
      if (!matches.has(match.key) && texts.some((each) => each.includes(wanted))) matches.set(match.key, match);
    }
    return [...matches.values()];
  },
);

/** Those of the matches whose row or column is folded away or hidden. */
export function hiddenMatchesIn(state: WindowState): readonly Match[] {
  const rows = new Set(rowsInView(state).map(({ id }) => id));
  const columns = hiddenColumnsOf(state);
  return matchesIn(state).filter(
    ({ line, column }) => (line !== null && !rows.has(line)) || (column !== null && columns.has(column)),
  );
}
