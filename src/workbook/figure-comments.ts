/** What the comments on figures say: where a figure comes from, how it came to be, what the book remarks on it. */
import type { Fact } from "#core/book.ts";
import { homeOf } from "#core/book.ts";
import type { Cell, Figure } from "#core/figures/cell.ts";
import { isFigure } from "#core/figures/cell.ts";
import { formatFigure } from "#core/format-amount.ts";
import { describeGap } from "#core/gap-words.ts";
import { formatPeriod } from "#core/period-labels.ts";
import type { Span } from "#core/timeline.ts";
import { sameSpan } from "#core/timeline.ts";
import { valueOf } from "#core/units.ts";
import type { LineRow, ResultsGrid } from "#workbook/results-grid.ts";
import { noteText } from "#workbook/results-grid.ts";
import { stepsOf } from "#workbook/translate-formula.ts";
import { WORDS, provenance } from "#workbook/words.ts";

interface FigureComments {
  entered(row: LineRow, span: Span, fact: Fact): string[];
  calculated(row: LineRow, span: Span, cell: Cell, isLive: boolean): string[];
}

export function commentsOn({ book, wanted, company, figures }: ResultsGrid): FigureComments {
  const { language, negatives } = wanted;
  const words = WORDS[language];
  const sources = new Map(book.sources.map((source) => [source.id, source]));
  const notes = book.notes.filter((note) => note.company === company.id);

  const notesOn = ({ line }: LineRow, span: Span): string[] => {
    const home = homeOf(line, span);
    const own = notes.filter(
      (note) => note.line === line.id && note.span !== null && sameSpan(homeOf(line, note.span), home),
    );
    return own.map((note) => noteText(note, language));
  };

  const sourceLines = (fact: Fact): string[] => {
    const source = sources.get(fact.source);
    return source === undefined ? [] : provenance(fact, source, words);
  };

  const statedText = ({ stated }: Fact, unit: string): string =>
    stated === "does-not-exist"
      ? "-"
      : formatFigure(valueOf(stated, unit), { unit, decimals: stated.decimals, negatives });

  const originOf = ({ line }: LineRow, span: Span, figure: Figure): string => {
    switch (figure.route) {
      case "implied":
        return words.implied;
      case "summed":
        return words.summed;
      case "computed":
        return words.formula(line.formula ?? "");
      case "reported":
      case "derived": {
        const steps = stepsOf(figure, homeOf(line, span));
        const signed = (texts: readonly string[]): string =>
          texts
            .map((text, index) => (steps[index]?.sign === -1 ? `− ${text}` : index === 0 ? text : `+ ${text}`))
            .join(" ");
        const periods = signed(steps.map((step) => formatPeriod(step.span, company)));
        return words.derivedFrom(`${periods} = ${signed(figure.facts.map((fact) => statedText(fact, line.unit)))}`);
      }
    }
  };

  return {
    entered: (row, span, fact) => [...sourceLines(fact), ...notesOn(row, span)],
    calculated: (row, span, cell, isLive) => {
      const lines: string[] = [];
      if (isFigure(cell)) {
        if (!isLive) lines.push(words.notLive, originOf(row, span, cell));
        if (cell.mixedVintages) lines.push(words.mixedVintages);
        const printed = figures.reportedAt(row.id, span);
        // The coarser printed percentage gives way to the computed one; what was printed is still said.
        if (cell.route === "computed" && printed !== null)
          lines.push(...sourceLines({ ...printed, asPrinted: statedText(printed, row.line.unit) }));
      } else if (cell.gap === "not-meaningful") lines.push(describeGap(cell, language, String, String));
      return [...lines, ...notesOn(row, span)];
    },
  };
}
