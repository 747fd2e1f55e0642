/** The figures of the comparison as text, which of them is in hand, and the table as it is copied. */
import { usualDecimals } from "#core/format-amount.ts";
import type { PageCell } from "#core/pages/page-cell.ts";
import { AMOUNT_SCALES, unitShown, type AmountScale } from "#core/units.ts";
import type { CopiedBlock, CopiedCell } from "../grid/copied-block.ts";
import { copiedFigure } from "../grid/copied-figure.ts";
import { figureHint, figureText, rests, type ShownFigure } from "../pages/figure-words.ts";
import { numberStyleIn } from "../state/figure-text.ts";
import { rememberBy, wordsOf, type WindowState } from "../state/window-state.ts";
import { unitLabel } from "../words/words.ts";
import { comparedTableIn, type ComparedContent, type ComparedFigure } from "./compare-model.ts";
import { stateBeside } from "./state-beside.ts";

/** Every figure by its key, in the order in which they stand. */
const comparedFiguresIn: (state: WindowState) => ReadonlyMap<string, ComparedFigure> = rememberBy(
  (state) => [comparedTableIn(state)],
  (state) =>
    new Map(
      comparedTableIn(state).rows.flatMap(({ cells }) =>
        cells.flat().flatMap((content) => (content?.kind === "figure" ? [[content.key, content] as const] : [])),
      ),
    ),
);

/** The figure in hand; null where none is, or the table no longer has it. */
export const chosenComparedIn = (state: WindowState): ComparedFigure | null =>
  state.pageCell === null ? null : (comparedFiguresIn(state).get(state.pageCell) ?? null);

/** The figure that Tab leads to: the one in hand, else the first. */
export const comparedTabStopIn = (state: WindowState): string | null =>
  chosenComparedIn(state)?.key ?? comparedFiguresIn(state).keys().next().value ?? null;

/** The same objects until the table or the words change. */
export const shownComparedIn: (state: WindowState) => ReadonlyMap<string, ShownFigure> = rememberBy(
  (state) => [comparedFiguresIn(state)],
  (state) => new Map([...comparedFiguresIn(state)].map(([key, figure]) => [key, shownFigure(state, figure)])),
);

function shownFigure(state: WindowState, { company, content, shown }: ComparedFigure): ShownFigure {
  const own = stateBeside(state, company);
  const { cell, isChange } = content;
  return {
    text: figureText(own, { line: content.line, cell: shown, isChange }),
    hint: [figureHint(own, content), statedHint(own, cell, shown)].filter((text) => text !== "").join("\n"),
    route: cell.route,
    restsOnImplied: rests(cell),
    isFlagged: cell.flagged,
    isTurn: cell.gap?.growth !== undefined && cell.gap.growth !== "from-zero",
  };
}

/** The figure as it is stated, where it is shown in another unit. */
function statedHint(state: WindowState, cell: PageCell, shown: PageCell): string {
  if (cell.unit === shown.unit || cell.value === null) return "";
  const words = wordsOf(state);
  const { settings } = state;
  // As the source has it, whatever amounts are shown in elsewhere.
  const entered = { ...state, settings: { ...settings, amounts: "entered" as const } };
  return words.compare.stated(`${figureText(entered, { cell, isChange: false })} ${unitLabel(cell.unit, words)}`);
}

/** What the amounts of the copied table are in, for whoever pastes it back: where some were brought to another unit, that one. */
export function amountsCopied(state: WindowState): AmountScale {
  const { amounts } = state.settings;
  const { rows } = comparedTableIn(state);
  const [rescaled] = rows.flatMap(({ row }) => (row.rescaled.length > 0 && row.unit !== null ? [row.unit] : []));
  if (amounts !== "entered" || rescaled === undefined) return amounts;
  return (
    AMOUNT_SCALES.find((scale) => unitShown({ unit: rescaled }, scale) === rescaled && scale !== "entered") ?? amounts
  );
}

/** The table with its headings, as other programs take it. */
export function copiedComparison(state: WindowState): CopiedBlock {
  const words = wordsOf(state);
  const { unit, measures, columns, rows } = comparedTableIn(state);
  const text = (of: string): CopiedCell => ({ text: of });
  const names = columns.flatMap(({ name, period, range }) => {
    const whole = [name, [period, range].filter((part) => part !== "").join(", ")].join(" · ");
    return measures.map((_, index) => text(index === 0 ? whole : ""));
  });
  const heads = columns.flatMap(() => measures.map((measure) => text(words.compare.measures[measure])));
  return [
    [text(unit === "" ? "" : unitLabel(unit, words)), ...names],
    [text(""), ...heads],
    ...rows.map(({ label, note, cells }) => [
      text(note === "" ? label : `${label} (${note})`),
      ...cells.flatMap((own) => measures.map((_, index) => cellCopied(state, own[index] ?? null))),
    ]),
  ];
}

function cellCopied(state: WindowState, content: ComparedContent | null): CopiedCell {
  if (content === null) return { text: "" };
  if (content.kind === "words") return { text: content.text === wordsOf(state).compare.nothing ? "" : content.text };
  const { value, unit, decimals, gap } = content.shown;
  const { kind } = content.content.line.line;
  if (value === null) {
    // A dash is what every spreadsheet prints for what does not exist; how a result turned is said in words.
    if (gap?.isDash === true) return { text: "-" };
    return { text: gap?.growth === undefined ? "" : figureText(state, { cell: content.shown, isChange: true }) };
  }
  const digits = { value, unit, kind, decimals: decimals ?? usualDecimals(value, unit), isPrinted: decimals !== null };
  return copiedFigure(digits, "shown", numberStyleIn(state));
}
