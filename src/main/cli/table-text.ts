/** Tables for a terminal. */

/** Columns a terminal gives a character: two for the wide ones of Japanese. */
const WIDE = /[ᄀ-ᅟ⺀-꓏가-힣豈-﫿︰-﹯＀-｠￠-￦]/u;
const widthOf = (text: string): number =>
  [...text].reduce((width, character) => width + (WIDE.test(character) ? 2 : 1), 0);

/** Cells under their headings, as wide as their widest; columns named in `right` are set right. */
export function tableText(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly string[] = [],
): string {
  const widths = headings.map((heading, column) =>
    Math.max(widthOf(heading), ...rows.map((row) => widthOf(row[column] ?? ""))),
  );
  const lineOf = (cells: readonly string[]): string =>
    headings
      .map((heading, column) => {
        const cell = cells[column] ?? "";
        const space = " ".repeat((widths[column] ?? 0) - widthOf(cell));
        return right.includes(heading) ? space + cell : cell + space;
      })
      .join("  ")
      .trimEnd();
  return [headings, ...rows].map(lineOf).join("\n");
}
