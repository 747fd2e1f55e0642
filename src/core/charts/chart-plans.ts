/** Keeping charts: each a journal entry of its own, as changes of rows. */
import type { Book, Language, SavedChart } from "#core/book.ts";
import type { Deed, RowChange } from "#core/changes.ts";
import type { Picture } from "./picture.ts";
import { writePicture } from "./picture.ts";

/** In characters: a line of text. */
export const LONGEST_CHART_TITLE = 120;

export interface ChartPlan {
  readonly changes: readonly RowChange[];
  readonly deed: Deed;
}

/** A company's kept charts in their order. */
export const chartsOf = (book: Pick<Book, "charts">, company: string): readonly SavedChart[] =>
  book.charts.filter((chart) => chart.company === company).toSorted((a, b) => a.position - b.position);

/** A chart's title in a language; in the other where it has none in this one. */
export const chartTitle = ({ titleEn, titleJa }: SavedChart, language: Language): string =>
  language === "ja" ? titleJa || titleEn : titleEn || titleJa;

/** Keeps a picture as a new chart, behind the others; `id` is the chart's. */
export function planNewChart(
  book: Pick<Book, "charts">,
  company: string,
  title: string,
  language: Language,
  picture: Picture,
): ChartPlan & { readonly id: string } {
  const last = chartsOf(book, company).at(-1);
  const chart: SavedChart = {
    id: newChartId(book.charts),
    company,
    titleEn: "",
    titleJa: "",
    ...titled(title, language),
    drawing: writePicture(picture),
    position: last === undefined ? 0 : last.position + 1,
  };
  return { ...planOf([{ in: "charts", before: null, after: chart }]), id: chart.id };
}

/** Keeps what a chart draws now. Null: it is kept as it is. */
export const planRedrawnChart = (chart: SavedChart, picture: Picture): ChartPlan | null =>
  changed(chart, { ...chart, drawing: writePicture(picture) });

/** Another title in one language; what it is called in the other stays. Null: it is called so. */
export const planRenamedChart = (chart: SavedChart, title: string, language: Language): ChartPlan | null =>
  changed(chart, { ...chart, ...titled(title, language) });

export const planRemovedChart = (chart: SavedChart): ChartPlan =>
  planOf([{ in: "charts", before: chart, after: null }]);

/** Moves a chart one step among its company's. Null: there is nothing beyond. */
export function planMovedChart(book: Pick<Book, "charts">, chart: SavedChart, step: -1 | 1): ChartPlan | null {
  const charts = chartsOf(book, chart.company);
  const at = charts.findIndex(({ id }) => id === chart.id);
  const other = charts[at + step];
  if (at < 0 || other === undefined) return null;
  const order = charts.with(at, other).with(at + step, chart);
  const changes = order.flatMap((row, position): RowChange[] =>
    row.position === position ? [] : [{ in: "charts", before: row, after: { ...row, position } }],
  );
  return planOf(changes);
}

const titled = (title: string, language: Language): Partial<SavedChart> =>
  language === "ja" ? { titleJa: title.trim() } : { titleEn: title.trim() };

function changed(before: SavedChart, after: SavedChart): ChartPlan | null {
  const isSame =
    before.drawing === after.drawing && before.titleEn === after.titleEn && before.titleJa === after.titleJa;
  return isSame ? null : planOf([{ in: "charts", before, after }]);
}

const planOf = (changes: readonly RowChange[]): ChartPlan => ({
  changes,
  deed: { kind: "charts", count: changes.length },
});

/** `chart-7`: one more than the greatest number among the book's charts. */
function newChartId(charts: readonly SavedChart[]): string {
  const numbers = charts.map(({ id }) => Number(/^chart-(\d{1,9})$/u.exec(id)?.[1] ?? 0));
  return `chart-${Math.max(0, ...numbers) + 1}`;
}
