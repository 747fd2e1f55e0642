import type { Route } from "#core/figures/cell.ts";
import { SUMMED } from "./figure-renderer.ts";

/** A figure with the marks that the grid gives it. */
export function FigureSample({
  text,
  route,
  rests = false,
}: {
  readonly text: string;
  readonly route: Route | null;
  readonly rests?: boolean;
}) {
  return (
    <span className="figure" data-route={route ?? "gap"} data-rests={rests}>
      {route === "summed" && (
        <span className="figure-mark" aria-hidden="true">
          {SUMMED}
        </span>
      )}
      <span className="figure-digits">{text}</span>
    </span>
  );
}
