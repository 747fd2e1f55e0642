import { isRepeated } from "../chart/series-looks.ts";
import { swatchColour } from "./series-swatch.ts";
import type { SeriesStyle } from "./trend-plot.ts";

/** The mark of a series beside its label, as it is drawn; an empty place for what is no series. */
export function Swatch({
  style,
  isHollow = false,
}: {
  readonly style: SeriesStyle | null;
  readonly isHollow?: boolean;
}) {
  if (style === null) return <span className="trend-swatch" aria-hidden="true" />;
  return (
    <span
      className="trend-swatch swatch"
      data-shape={style.shape}
      data-hollow={isHollow}
      data-repeated={isRepeated(style)}
      style={{ color: swatchColour(style), opacity: style.opacity }}
      aria-hidden="true"
    />
  );
}
