/** A bridge as it is drawn: its bars from one result to the other, with their figures as text. */
import { bridgeBars, type BridgeBar } from "#core/charts/bridge-bars.ts";
import { bridgeLines } from "#core/charts/default-pictures.ts";
import type { BridgePicture } from "#core/charts/picture.ts";
import { bridgeOf, type Bridge } from "#core/pages/bridge.ts";
import { isHollow, type PageCell } from "#core/pages/page-cell.ts";
import { valueIn } from "#core/units.ts";
import { levelAxes, extentOfValues, type AxisScale } from "../chart/axes.ts";
import { shownUnitIn } from "../state/figure-text.ts";
import { labelOf, periodOf, wordsOf, type WindowState } from "../state/window-state.ts";
import { cellFigure } from "./figure-words.ts";

export interface PlotBar {
  readonly id: string;
  readonly kind: BridgeBar["kind"];
  readonly label: string;
  readonly extent: BridgeBar["extent"];
  readonly text: string;
  readonly isHollow: boolean;
  readonly cell: PageCell;
  /** The line's figures on the two spans; null for the results and the rest. */
  readonly ends: readonly [PageCell, PageCell] | null;
}

export interface BridgePlot {
  readonly kind: "bridge";
  readonly bars: readonly PlotBar[];
  /** What its figures are shown in. */
  readonly unit: string;
  readonly scale: AxisScale | null;
  readonly labels: boolean;
  /** Why there is no way from one to the other, or why it has a hole; empty where it is whole. */
  readonly problem: string;
}

/** A figure stands below a bar that goes down: the axis goes on for it. */
const ROOM_BELOW = 1.08;

export function bridgePlot(state: WindowState, { line, from, to, labels }: BridgePicture): BridgePlot {
  const { company, scope, asOf, edited } = state;
  const { trends } = wordsOf(state);
  const none: BridgePlot = { kind: "bridge", bars: [], unit: "", scale: null, labels, problem: "" };
  const isSum = bridgeLines(edited.shown, company).some(({ id }) => id === line);
  if (!isSum) return { ...none, problem: trends.notASum(labelOf(state, line)) };
  const bridge = bridgeOf(edited.shown, { company, scope, asOf, from, to, line });
  if (bridge === null) return { ...none, problem: trends.notASum(labelOf(state, line)) };
  const own = bridge.line.line;
  const unit = shownUnitIn(state, own);
  const drawn = (value: number): number => valueIn(value, own.unit, unit);
  const bars = bridgeBars(bridge).map((bar, index): PlotBar => {
    const { kind, step, cell } = bar;
    const extent = bar.extent === null ? null : { start: drawn(bar.extent.start), end: drawn(bar.extent.end) };
    const signed = kind === "step" || kind === "rest";
    return {
      id: step === null ? kind : `${index} ${step.line.id}`,
      kind,
      label: barLabel(state, bridge, bar, from, to),
      extent,
      text: cellFigure(state, cell, signed),
      isHollow: isHollow(cell),
      cell,
      ends: step === null ? null : [step.from, step.to],
    };
  });
  const ends = extentOfValues(bars.flatMap(({ extent }) => (extent === null ? [] : [extent.start, extent.end])));
  return {
    kind: "bridge",
    bars,
    unit,
    scale: levelAxes([ends === null ? null : { ...ends, min: Math.min(ends.min * ROOM_BELOW, 0) }])[0] ?? null,
    labels,
    problem: missingText(state, bridge),
  };
}

function barLabel(
  state: WindowState,
  { isRounding }: Bridge,
  { kind, step }: BridgeBar,
  from: BridgePicture["from"],
  to: BridgePicture["to"],
): string {
  const { trends } = wordsOf(state);
  if (step !== null) return labelOf(state, step.line.id);
  if (kind === "rest") return isRounding === true ? trends.rounding : trends.notShown;
  return periodOf(state, kind === "from" ? from : to);
}

function missingText(state: WindowState, { from, to, steps, rest, missing }: Bridge): string {
  if (rest !== null) return "";
  const { trends, deeds } = wordsOf(state);
  const named = missing.map(({ place }) => deeds.cell(labelOf(state, place.line), periodOf(state, place.span)));
  const gaps = [from, to, ...steps.flatMap((step) => [step.from, step.to])].filter(({ value }) => value === null);
  const others = gaps.flatMap(({ place }) =>
    place === null ? [] : [deeds.cell(labelOf(state, place.line), periodOf(state, place.span))],
  );
  return trends.incomplete([...new Set(named.length > 0 ? named : others)].join(trends.describeBetween));
}
