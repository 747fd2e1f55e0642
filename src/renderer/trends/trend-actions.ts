/** What can be done with charts: choosing, changing, keeping them, and handing on their pictures. */
import type { SavedChart } from "#core/book.ts";
import {
  planMovedChart,
  planNewChart,
  planRedrawnChart,
  planRemovedChart,
  planRenamedChart,
  type ChartPlan,
} from "#core/charts/chart-plans.ts";
import { samePicture, type Picture } from "#core/charts/picture.ts";
import type { EditActions } from "../state/edits.ts";
import type { WindowHost } from "../state/actions.ts";
import type { WindowStore } from "../state/window-state.ts";
import { chosenChart, pictureOf, titleOf } from "./charts-in-view.ts";
import { base64Of, fileNameOf, pngOf, titledSvg } from "./picture-file.ts";
import { describePlot, pictureIn, plotIn } from "./plot-in-view.ts";
import { draftKey, type Panel, type TrendsState } from "./trends-state.ts";

export interface TrendActions {
  chooseChart(id: string): void;
  /** Draws the chosen chart otherwise, until it is saved or the change is discarded. */
  redraw(picture: Picture): void;
  discardRedrawn(): void;
  /** Keeps the chosen chart as it is drawn now. Does nothing for one that nobody kept: that needs a name. */
  saveChart(): void;
  /** Keeps what is drawn under a name of its own, and chooses it; the chart it was made of is as it was. */
  saveChartAs(title: string): void;
  renameChart(chart: SavedChart, title: string): void;
  removeChart(chart: SavedChart): void;
  moveChart(chart: SavedChart, step: -1 | 1): void;
  /** Takes a series out of sight, or brings it back. */
  toggleSeries(id: string): void;
  showPanel(panel: Panel): void;
  copyPicture(): void;
  savePicture(as: "png" | "svg"): void;
}

export function makeTrendActions(
  store: WindowStore,
  { changeRows }: Pick<EditActions, "changeRows">,
  { saveFile, copyPicture }: Pick<WindowHost, "saveFile" | "copyPicture">,
  tellFailure: (what: "picture", error: unknown) => void,
): TrendActions {
  const set = store.setState;
  const change = (trends: Partial<TrendsState>): void => set((state) => ({ trends: { ...state.trends, ...trends } }));

  /** @param picture null: as the chart was kept, or stands ready */
  const draft = (chart: string, picture: Picture | null): void =>
    set(({ company, trends }) => {
      const drafts = new Map(trends.drafts);
      const key = draftKey(company, chart);
      if (picture === null) drafts.delete(key);
      else drafts.set(key, picture);
      return { trends: { ...trends, drafts } };
    });

  /** What had the focus went with the chart it was of. */
  const focusChart = (): void => set({ pageDestination: {} });

  const carryOut = async (plan: ChartPlan | null): Promise<boolean> =>
    plan !== null && changeRows(plan.changes, plan.deed);

  const saveChart = async (): Promise<void> => {
    const state = store.getState();
    const chart = chosenChart(state);
    const picture = chart === null ? null : pictureOf(state, chart);
    if (chart === null || chart.saved === null || picture === null) return;
    const plan = planRedrawnChart(chart.saved, picture);
    if (plan === null || (await carryOut(plan))) draft(chart.id, null);
  };

  const saveChartAs = async (title: string): Promise<void> => {
    const state = store.getState();
    const chart = chosenChart(state);
    const picture = chart === null ? null : pictureOf(state, chart);
    if (chart === null || picture === null || title.trim() === "") return;
    const { edited, company, settings } = state;
    const plan = planNewChart(edited.shown, company, title, settings.language, picture);
    if (!(await carryOut(plan))) return;
    draft(chart.id, null);
    change({ chosen: plan.id, hidden: new Set() });
    focusChart();
  };

  const removeChart = async (chart: SavedChart): Promise<void> => {
    if (!(await carryOut(planRemovedChart(chart)))) return;
    draft(chart.id, null);
    focusChart();
  };

  /** What is on screen as the text of an SVG file; null: there is nothing. */
  const svgOnScreen = async () => {
    // The drawing library comes with the view.
    const { pictureText } = await import("./drawn-picture.ts");
    const picture = pictureText();
    const state = store.getState();
    const chart = chosenChart(state);
    const plot = plotIn(state);
    if (picture === null || chart === null || plot === null) return null;
    const { text, width, height } = picture;
    return { svg: titledSvg(text, describePlot(state, plot)), size: { width, height }, title: titleOf(state, chart) };
  };

  const handOn = async (act: () => Promise<void>): Promise<void> => {
    set({ notice: null });
    try {
      await act();
    } catch (error) {
      tellFailure("picture", error);
    }
  };

  return {
    chooseChart: (chosen) => change({ chosen, hidden: new Set() }),
    redraw(picture) {
      const state = store.getState();
      const chart = chosenChart(state);
      if (chart === null) return;
      draft(chart.id, chart.picture !== null && samePicture(chart.picture, picture) ? null : picture);
    },
    discardRedrawn() {
      const chart = chosenChart(store.getState());
      if (chart !== null) draft(chart.id, null);
      change({ hidden: new Set() });
    },
    saveChart: () => void saveChart(),
    saveChartAs: (title) => void saveChartAs(title),
    renameChart: (chart, title) =>
      void carryOut(title.trim() === "" ? null : planRenamedChart(chart, title, store.getState().settings.language)),
    removeChart: (chart) => void removeChart(chart),
    moveChart: (chart, step) => void carryOut(planMovedChart(store.getState().edited.shown, chart, step)),
    toggleSeries: (id) =>
      set(({ trends }) => {
        const hidden = new Set(trends.hidden);
        if (!hidden.delete(id)) hidden.add(id);
        return { trends: { ...trends, hidden } };
      }),
    showPanel: (panel) => change({ panel }),
    copyPicture: () =>
      void handOn(async () => {
        const shown = await svgOnScreen();
        if (shown === null) return;
        await copyPicture(await pngOf(shown.svg, shown.size));
        set({ notice: { kind: "picture-copied" } });
      }),
    savePicture: (as) =>
      void handOn(async () => {
        const shown = await svgOnScreen();
        if (shown === null) return;
        const bytes = as === "svg" ? new Blob([shown.svg]) : await pngOf(shown.svg, shown.size);
        const name = await saveFile({ name: fileNameOf(shown.title, as), base64: await base64Of(bytes) });
        if (name !== null) set({ notice: { kind: "exported", name } });
      }),
  };
}

/** Whether there is a picture to hand on. */
export const hasPicture = (state: Parameters<typeof pictureIn>[0]): boolean =>
  state.view === "trends" && pictureIn(state) !== null;
