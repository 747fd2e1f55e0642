/** How a series is told from the others, in the drawing and beside it. */
import { colourToken } from "../chart/series-looks.ts";
import type { SeriesStyle } from "./trend-plot.ts";

/** As many colours as `theme/tokens.css` has of each. */
const COLOURS: Readonly<Record<SeriesStyle["shape"], number>> = { bar: 6, line: 3 };

/** Whether a colour is there already: bars are then striped, lines dashed. */
export const isRepeated = ({ shape, colour }: SeriesStyle): boolean => colour >= COLOURS[shape];

/** For a mark beside a label: its colour, as a custom property of the page. */
export const swatchColour = ({ shape, colour }: SeriesStyle): string => `var(${colourToken(shape, colour)})`;
