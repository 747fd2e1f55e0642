import { memo } from "react";
import { VerdictMark } from "../bar/VerdictMark.tsx";
import { SUMMED } from "../grid/figure-renderer.ts";
import { splitHanging } from "../grid/shown-cell.ts";
import { useWords } from "../state/book-window.ts";
import type { ShownFigure } from "./figure-words.ts";

interface FigureCellProps {
  readonly id: string;
  readonly shown: ShownFigure;
  readonly isTabStop: boolean;
  readonly isChosen: boolean;
}

/** A figure of a page with the marks that the grid gives it: a button that has it explained. */
export const FigureCell = memo(function FigureCell({ id, shown, isTabStop, isChosen }: FigureCellProps) {
  return (
    <button
      type="button"
      className="page-figure"
      data-figure={id}
      tabIndex={isTabStop ? 0 : -1}
      aria-current={isChosen ? "true" : undefined}
      title={shown.hint}
    >
      <FigureMarks of={shown} />
    </button>
  );
});

/** A figure with the marks that it has everywhere in the window. @param hint what is said on hover, where nothing around it does */
export function FigureMarks({ of: shown, hint }: { readonly of: ShownFigure; readonly hint?: string }) {
  const { pages } = useWords();
  const { text, route, restsOnImplied, isFlagged, isTurn } = shown;
  const [digits, hanging] = splitHanging(text);
  return (
    <span
      className="figure"
      title={hint}
      data-route={route ?? "gap"}
      data-rests={restsOnImplied}
      data-outside={isFlagged}
      data-turn={isTurn}
    >
      {isFlagged && (
        <span className="figure-flag">
          <VerdictMark verdict="outside" />
        </span>
      )}
      {route === "summed" && (
        <span className="figure-mark" aria-hidden="true">
          {SUMMED}
        </span>
      )}
      <span className="figure-digits">
        {digits}
        {hanging !== "" && <span className="figure-hanging">{hanging}</span>}
      </span>
      {isFlagged && <span className="for-reader"> {pages.outside}</span>}
    </span>
  );
}
