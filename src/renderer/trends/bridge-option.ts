/** A bridge for ECharts: bars that hang where the one before them ends. */
import type { CustomSeriesOption } from "echarts/charts";
import type { Palette } from "../chart/palette.ts";
import type { BridgePlot, PlotBar } from "./bridge-plot.ts";
import {
  categoryAxes,
  figurePart,
  framePart,
  valueAxes,
  type PictureOption,
  type PictureWords,
} from "./option-parts.ts";
import { LABEL_LINE_PX, type PlotLayout } from "./plot-layout.ts";

/** The part of a column that its bar takes, and how wide it gets. */
const BAR = { share: 0.58, widestPx: 84 };

export function bridgeOption(
  plot: BridgePlot,
  layout: PlotLayout,
  words: PictureWords,
  palette: Palette,
): PictureOption {
  const label = { interval: 0, width: layout.columnPx - 6, overflow: "break", lineHeight: LABEL_LINE_PX };
  return {
    ...framePart(layout, words, palette),
    xAxis: categoryAxes(
      plot.bars.map(({ label: name }) => name),
      label,
      palette,
    ),
    yAxis: valueAxes(plot, [plot.scale, null], words.negatives, palette),
    series: [drawBars(plot, layout, palette)],
  };
}

function drawBars({ bars, labels }: BridgePlot, { columnPx }: PlotLayout, palette: Palette): CustomSeriesOption {
  const width = Math.min(columnPx * BAR.share, BAR.widestPx);
  return {
    id: "bridge",
    type: "custom",
    clip: false,
    cursor: "pointer",
    data: bars.map(({ extent }, index) => [index, extent?.start ?? 0, extent?.end ?? 0]),
    renderItem: ({ dataIndex }, api) => {
      const bar = bars[dataIndex];
      if (bar === undefined || bar.extent === null) return null;
      const [x = 0, start = 0] = api.coord([dataIndex, bar.extent.start]);
      const [, end = 0] = api.coord([dataIndex, bar.extent.end]);
      const top = Math.min(start, end);
      // What is too little to be seen is a line, not nothing.
      const height = Math.max(Math.abs(start - end), 1);
      const colour = colourOf(bar, palette);
      const next = bars[dataIndex + 1];
      return {
        type: "group",
        // Else a figure that is switched off would stay.
        $mergeChildren: false,
        children: [
          {
            type: "rect",
            name: bar.id,
            shape: { x: x - width / 2, y: top, width, height },
            style: bar.isHollow ? { fill: palette.paper, stroke: colour, lineWidth: 1.5 } : { fill: colour },
          },
          ...(next === undefined || next.extent === null
            ? []
            : [
                {
                  type: "line" as const,
                  silent: true,
                  shape: { x1: x + width / 2, y1: end, x2: x + columnPx - width / 2, y2: end },
                  style: { stroke: palette.quiet, lineWidth: 1, lineDash: [2, 2] },
                },
              ]),
          ...(labels ? [figure(bar, x, top, height, palette)] : []),
        ],
      };
    },
  };
}

/** Above a bar that goes up, below one that goes down. */
function figure({ extent, text }: PlotBar, x: number, top: number, height: number, palette: Palette) {
  const isDown = extent !== null && extent.end < extent.start;
  const ink = { weight: 600, font: palette.font, fill: palette.ink, halo: palette.paper };
  return figurePart(text, x, isDown ? top + height + 3 : top - 3, isDown ? "top" : "bottom", ink);
}

/** Results have the first colour, what adds the third and what takes away the second of the lines. */
function colourOf({ kind, extent }: PlotBar, palette: Palette): string {
  if (kind === "from" || kind === "to") return palette.colourOf({ shape: "bar", colour: 0 });
  if (kind === "rest") return palette.colourOf({ shape: "rest", colour: 0 });
  const isDown = extent !== null && extent.end < extent.start;
  return palette.colourOf(isDown ? { shape: "line", colour: 1 } : { shape: "bar", colour: 2 });
}
