/** The figures of tables, as somebody reading them finds them. */
import type { Locator } from "@playwright/test";

/** A figure where somebody reading the page finds it. */
export interface ReadFigure {
  readonly table: string;
  readonly line: string;
  /** Every heading over it, from the top. */
  readonly column: string;
  readonly text: string;
  readonly hint: string;
}

/** All figures of the tables within something, in the order in which they stand. @param figure what carries a figure and its hint in a cell */
export const readFigures = (within: Locator, figure: string): Promise<ReadFigure[]> =>
  within.evaluate((root, marked) => {
    const textOf = (element: Element | null | undefined): string =>
      (element?.textContent ?? "").replace(/\s+/gu, " ").trim();
    const headingsOf = (table: HTMLTableElement): string[] => {
      const columns: string[][] = [];
      const isTaken = new Set<string>();
      for (const [at, row] of [...(table.tHead?.rows ?? [])].entries()) {
        let column = 0;
        for (const cell of row.cells) {
          while (isTaken.has(`${at}:${column}`)) column++;
          for (let right = 0; right < cell.colSpan; right++) {
            for (let down = 0; down < cell.rowSpan; down++) isTaken.add(`${at + down}:${column + right}`);
            (columns[column + right] ??= []).push(textOf(cell));
          }
          column += cell.colSpan;
        }
      }
      return columns.map((texts) => texts.join(" "));
    };
    return [...root.querySelectorAll("table")].flatMap((table) => {
      const headings = headingsOf(table);
      const title = textOf(document.getElementById(table.getAttribute("aria-labelledby") ?? ""));
      return [...table.tBodies].flatMap((body) =>
        [...body.rows].flatMap((row) => {
          const [label, ...cells] = row.cells;
          return cells.flatMap((cell, at) => {
            const figure = cell.querySelector<HTMLElement>(marked);
            if (figure === null) return [];
            const text = textOf(figure.querySelector(".figure-digits"));
            return [
              {
                table: title,
                line: textOf(label),
                column: headings[at + 1] ?? "",
                text,
                hint: figure.title,
              },
            ];
          });
        }),
      );
    });
  }, figure);
