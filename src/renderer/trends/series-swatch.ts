/** How a series is told from the others, in the drawing and beside it. */
import { colourToken } from "../chart/series-looks.ts";
import type { SeriesStyle } from "./trend-plot.ts";

/** For a mark beside a label: its colour, as a custom property of the page. */
export const swatchColour = ({ shape, colour }: SeriesStyle): string => `var(${colourToken(shape, colour)})`;
