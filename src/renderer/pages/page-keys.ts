/** The arrows' way through the figures of a page, from table to table: by what is seen, as tables differ in their columns. */

const FIGURE = ".page-figure";

/** The figure that a key leads to; null: the key is none of these, or there is none that way. */
export function figureAfter(key: string, from: Element, page: Element): HTMLElement | null {
  const rows = [...page.querySelectorAll("tr")]
    .map((row) => [...row.querySelectorAll<HTMLElement>(FIGURE)])
    .filter((figures) => figures.length > 0);
  const at = rows.findIndex((figures) => figures.some((figure) => figure === from));
  const row = rows[at] ?? [];
  const column = row.findIndex((figure) => figure === from);
  const target = (): HTMLElement | undefined => {
    switch (key) {
      case "ArrowLeft":
        return row[column - 1];
      case "ArrowRight":
        return row[column + 1];
      case "ArrowUp":
        return nearest(rows[at - 1], from);
      case "ArrowDown":
        return nearest(rows[at + 1], from);
      case "Home":
        return row[0];
      case "End":
        return row.at(-1);
      default:
        return undefined;
    }
  };
  return at < 0 ? null : (target() ?? null);
}

const middleOf = (element: Element): number => {
  const { left, right } = element.getBoundingClientRect();
  return (left + right) / 2;
};

/** The one that stands most nearly above or below. */
function nearest(figures: readonly HTMLElement[] | undefined, from: Element): HTMLElement | undefined {
  const middle = middleOf(from);
  const away = (figure: HTMLElement): number => Math.abs(middleOf(figure) - middle);
  return figures?.toSorted((a, b) => away(a) - away(b))[0];
}
