/** The charts of the shown company: those that stand ready and those that were kept, and the one that is chosen. */
import type { SavedChart } from "#core/book.ts";
import { chartsOf, chartTitle } from "#core/charts/chart-plans.ts";
import { defaultPictures, type DefaultPicture } from "#core/charts/default-pictures.ts";
import { readPicture, samePicture, type Picture } from "#core/charts/picture.ts";
import { companyOf, labelOf, periodOf, remember, wordsOf, type WindowState } from "../state/window-state.ts";
import { draftKey } from "./trends-state.ts";

export interface ListedChart {
  readonly id: string;
  /** Null: it stands ready, nobody kept it. */
  readonly saved: SavedChart | null;
  /** Null where it is kept. */
  readonly ready: DefaultPicture | null;
  /** As it was kept, or stands ready; null: it cannot be read. */
  readonly picture: Picture | null;
}

const readyIn = remember(({ edited, company, scope }) => [edited.shown, company, scope], defaultPictures);

/** Those that stand ready, in the order of a presentation, then the kept ones in theirs. */
export const listedCharts: (state: WindowState) => readonly ListedChart[] = remember(
  (state) => [readyIn(state), state.edited.shown.charts, state.company],
  (ready, charts, company) => [
    ...ready.map((each): ListedChart => ({ id: each.id, saved: null, ready: each, picture: each.picture })),
    ...chartsOf({ charts }, company).map((saved): ListedChart => {
      const read = readPicture(saved.drawing);
      return { id: saved.id, saved, ready: null, picture: "problem" in read ? null : read.picture };
    }),
  ],
);

/** The chart that is chosen, else the first; null: the company has no lines to draw and kept no chart. */
export function chosenChart(state: WindowState): ListedChart | null {
  const charts = listedCharts(state);
  return charts.find(({ id }) => id === state.trends.chosen) ?? charts[0] ?? null;
}

/** A chart as it is drawn now, changed or not. */
export const pictureOf = ({ company, trends }: WindowState, { id, picture }: ListedChart): Picture | null =>
  trends.drafts.get(draftKey(company, id)) ?? picture;

/** Whether a chart was changed and not saved. */
export function isChanged(state: WindowState, chart: ListedChart): boolean {
  const draft = state.trends.drafts.get(draftKey(state.company, chart.id));
  return draft !== undefined && (chart.picture === null || !samePicture(draft, chart.picture));
}

/** The name a chart is listed under and drawn with. */
export function titleOf(state: WindowState, chart: ListedChart): string {
  const { trends } = wordsOf(state);
  if (chart.saved !== null) return chartTitle(chart.saved, state.settings.language) || trends.label;
  const picture = pictureOf(state, chart);
  // A bridge is named by what it leads from and to, whatever was chosen last.
  if (picture?.kind === "bridge")
    return trends.bridgeTitle(labelOf(state, picture.line), periodOf(state, picture.from), periodOf(state, picture.to));
  const { kind = "count", line = null } = chart.ready ?? {};
  const [first] = picture?.drawing.lines ?? [];
  return trends.titles[kind](line === null ? labelOf(state, first?.line ?? "") : labelOf(state, line.id));
}

/** What a picture with another name stands on: company and scope. */
export const subtitleIn = (state: WindowState): string => {
  const { nameEn, nameJa } = companyOf(state);
  const name = state.settings.language === "ja" ? nameJa || nameEn : nameEn || nameJa;
  return `${name} · ${wordsOf(state).bar.scopes[state.scope]}`;
};
