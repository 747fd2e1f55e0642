import { colourToken, type SeriesLook } from "./series-looks.ts";

/** The chart's colours, read from the tokens of the page so that both themes have one home. */
export interface Palette {
  readonly colourOf: (look: Pick<SeriesLook, "shape" | "colour">) => string;
  readonly paper: string;
  readonly raised: string;
  readonly ink: string;
  readonly quiet: string;
  readonly rule: string;
  readonly strongRule: string;
  readonly font: string;
}

/** @param ground the token of what the chart stands on */
export function readPalette(element: Element, ground: "--panel" | "--paper" = "--panel"): Palette {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    colourOf: ({ shape, colour }) => token(colourToken(shape, colour)),
    paper: token(ground),
    raised: token("--raised"),
    ink: token("--ink"),
    quiet: token("--ink-quiet"),
    rule: token("--rule"),
    strongRule: token("--rule-strong"),
    // ECharts writes it between double quotes into the text of a saved SVG.
    font: token("--font").replaceAll('"', "'"),
  };
}
