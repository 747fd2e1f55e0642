/** What the grid and its notes say of a text that is looked for. */
import { comparable } from "#core/find-in-book.ts";
import { columnsOf } from "#core/layout.ts";
import { spanKey, type Span } from "#core/timeline.ts";
import { claimText, printedText } from "../checks/check-text.ts";
import { checksIn, subjectOf } from "../checks/findings.ts";
import { shownCell } from "../grid/shown-cell.ts";
import { subjectIn, subjectKey, textOf } from "../notes/notes-in-view.ts";
import { allColumnsIn, columnsInView, extentIn } from "../state/columns-in-view.ts";
import { factText } from "../state/figure-text.ts";
import { rowsInView } from "../state/rows-in-view.ts";
import { companyOf, labelOf, lineRowsIn, remember, rememberBy, type WindowState } from "../state/window-state.ts";

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
  /** Its row or its column is folded away or hidden. */
  readonly isHidden: boolean;
  /** It is in another layout's columns. */
  readonly isElsewhere: boolean;
}

interface Searched {
  readonly match: Match;
  readonly texts: readonly string[];
  /** Where it comes among the matches. */
  readonly row: number;
  readonly column: number;
}

/** Everything that can be found, in the order in which it is read: what other layouts show comes last. */
const searchedIn: (state: WindowState) => readonly Searched[] = rememberBy(
  (state) => [
    state.edited.shown,
    state.company,
    state.scope,
    state.basis,
    state.sheet,
    state.today,
    state.settings,
    checksIn(state),
  ],
  gather,
);

function gather(state: WindowState): readonly Searched[] {
  const lines = [...lineRowsIn(state).values()];
  const rows = new Map(lines.map(({ id }, index) => [id, index]));
  const shownRows = new Set(rowsInView(state).map(({ id }) => id));
  const spans = spansIn(state);
  const columns = new Map<string, number>();
  const hiddenColumns = new Set(hiddenSpans(state));
  const searched: Searched[] = [];

  /** Where a cell stands among the columns: a balance stands where its boundary ends one. */
  const columnOf = (line: string | null, span: Span): number | null =>
    columns.get(line === null ? `|${spanKey(span)}` : subjectKey(subjectIn(state, line, span))) ?? null;

  const add = (what: Match["what"], line: string | null, span: Span | null, text: string, texts = [text]): void => {
    const column = span === null ? -1 : columnOf(line, span);
    const isHidden =
      (line !== null && !shownRows.has(line)) || (span !== null && column !== null && hiddenColumns.has(column));
    const key = subjectKey(subjectIn(state, line, span));
    searched.push({
      match: { key, line, span, what, text, isHidden, isElsewhere: column === null },
      texts: texts.map(comparable),
      row: line === null ? -1 : (rows.get(line) ?? lines.length),
      column: column ?? spans.length,
    });
  };

  for (const [index, span] of spans.entries()) {
    columns.set(`|${spanKey(span)}`, index);
    for (const { id } of lines) {
      const key = subjectKey(subjectIn(state, id, span));
      if (!columns.has(key)) columns.set(key, index);
    }
  }
  for (const { id, line } of lines) {
    add("line", id, null, labelOf(state, id), [id, line.labelEn, line.labelJa, labelOf(state, id)]);
    for (const span of spans) {
      const shown = shownCell(state, { line: id, span });
      if (shown === null || shown.text === "") continue;
      add("value", id, span, shown.text);
      if (shown.printed !== "") add("printed", id, span, shown.printed);
    }
  }
  for (const fact of state.edited.shown.facts) {
    const { line, span, company, scope, basis } = fact;
    const unit = lineRowsIn(state).get(line)?.line.unit;
    if (company !== state.company || scope !== state.scope || basis !== state.basis || unit === undefined) continue;
    if (columnOf(line, span) === null) add("value", line, span, factText(state, fact, unit));
  }
  for (const check of checksIn(state)) {
    const place = check.kind === "stated" && check.scope === state.scope ? subjectOf(state, check) : null;
    if (place === null || !rows.has(place.line)) continue;
    const printed = printedText(state, check);
    add("claim", place.line, place.span, `${claimText(state, check)}: ${printed}`, [printed]);
  }
  for (const note of state.edited.shown.notes) {
    const { line, span } = note;
    const isInGrid = (line !== null || span !== null) && (line === null || rows.has(line));
    if (note.company === state.company && isInGrid)
      add("note", line, span, textOf(state, note), [note.textEn, note.textJa]);
  }
  return searched.toSorted(
    (a, b) => Number(a.match.isElsewhere) - Number(b.match.isElsewhere) || a.row - b.row || a.column - b.column,
  );
}

/** The spans of the columns from left to right, hidden ones included; those of every year in the matrix. */
function spansIn(state: WindowState): readonly Span[] {
  if (state.sheet.layout !== "matrix") return allColumnsIn(state).map(({ span }) => span);
  const { from, to } = extentIn(state);
  return columnsOf(companyOf(state), from, to, "QQQQY").map(({ span }) => span);
}

/** The indexes, among the spans, of hidden columns. */
function hiddenSpans(state: WindowState): readonly number[] {
  const shown = new Set(columnsInView(state).map(({ id }) => id));
  if (state.sheet.layout !== "matrix")
    return allColumnsIn(state).flatMap(({ id }, index) => (shown.has(id) ? [] : [index]));
  return spansIn(state).flatMap(({ start, length }, index) =>
    shown.has(spanKey({ start: ((start % 4) + 4) % 4, length })) ? [] : [index],
  );
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
