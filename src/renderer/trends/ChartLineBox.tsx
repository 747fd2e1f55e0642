import { useState } from "react";
import { MOST_LINES } from "#core/charts/drawing.ts";
import { ChoiceBox, type Choice } from "../palette/ChoiceBox.tsx";
import { FrontDialog } from "../palette/FrontDialog.tsx";
import { misfit } from "../palette/fuzzy.ts";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { labelOf, lineRowsIn, type LineRow } from "../state/window-state.ts";
import { unitLabel } from "../words/words.ts";
import { addedLine } from "./line-changes.ts";
import { pictureIn } from "./plot-in-view.ts";
import "../palette/palette.css";

/** Which line of the company is drawn besides: searched for by any of its names. */
export function ChartLineBox() {
  const { actions } = useBookWindow();
  const words = useWords();
  const state = useWindowState((now) => now);
  const [text, setText] = useState("");
  const picture = pictureIn(state);
  const drawn = picture?.kind === "trend" ? picture.drawing.lines.map(({ line }) => line) : [];
  const lines = [...lineRowsIn(state).values()]
    .flatMap((row) => {
      const fit = misfitOf(row, text);
      return fit === null ? [] : [{ row, fit }];
    })
    .toSorted((a, b) => a.fit - b.fit)
    .map(({ row }) => row);
  const add = (row: LineRow | undefined): void => {
    actions.closeDialog();
    if (row === undefined || picture?.kind !== "trend" || drawn.length >= MOST_LINES) return;
    const { drawing } = picture;
    const line = addedLine(state, drawing.lines, row.id);
    actions.redraw({ ...picture, drawing: { ...drawing, lines: [...drawing.lines, line] } });
  };
  const choiceOf = (row: LineRow): Choice => ({
    key: row.id,
    isOffered: true,
    content: (
      <>
        <span className="choice-name">{labelOf(state, row.id)}</span>
        <span className="choice-aside">{unitLabel(row.line.unit, words)}</span>
      </>
    ),
  });
  return (
    <FrontDialog label={words.trends.addLabel} className="palette">
      <ChoiceBox
        label={words.trends.addLabel}
        placeholder={words.trends.addPlaceholder}
        text={text}
        onText={setText}
        choices={lines.map(choiceOf)}
        onChoose={(index) => add(lines[index])}
        message={words.trends.noLine}
      />
    </FrontDialog>
  );
}

/** How well a line's best name fits; null: none does. */
function misfitOf({ id, labelEn, labelJa }: LineRow, text: string): number | null {
  const fits = [id, labelEn, labelJa].flatMap((name) => misfit(name, text) ?? []);
  return fits.length === 0 ? null : Math.min(...fits);
}
