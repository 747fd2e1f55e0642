import { bridgeLines } from "#core/charts/default-pictures.ts";
import type { Picture } from "#core/charts/picture.ts";
import { quarterEnding, shift } from "#core/timeline.ts";
import { Segmented } from "../bar/Segmented.tsx";
import { extentIn } from "../state/columns-in-view.ts";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import type { WindowState } from "../state/window-state.ts";

/** Whether a chart tells of time or of a way; the other kind begins with the line in hand. */
export function KindChoice({ picture }: { readonly picture: Picture }) {
  const { actions } = useBookWindow();
  const { trends: words } = useWords();
  const state = useWindowState((now) => now);
  // Of such a company there is no bridge to choose.
  if (picture.kind === "trend" && pictureOfKind(state, picture) === null) return null;
  return (
    <Segmented
      label={words.kind}
      choices={words.kinds}
      chosen={picture.kind}
      onChoose={(kind) => {
        const other = kind === picture.kind ? null : pictureOfKind(state, picture);
        if (other !== null) actions.redraw(other);
      }}
    />
  );
}

/** Null: the company has no line of which there is a bridge. */
function pictureOfKind({ edited, company, ...state }: WindowState, picture: Picture): Picture | null {
  if (picture.kind === "bridge") {
    const drawn = { line: picture.line, as: "bar", axis: "left", transform: "value" } as const;
    const drawing = { lines: [drawn], spans: "Q", range: "all" } as const;
    return { kind: "trend", drawing, labels: picture.labels, marks: true };
  }
  const sums = bridgeLines(edited.shown, company).map(({ id }) => id);
  const line = picture.drawing.lines.map((each) => each.line).find((id) => sums.includes(id)) ?? sums[0];
  if (line === undefined) return null;
  const to = quarterEnding(extentIn({ edited, company, ...state }).to);
  return { kind: "bridge", line, from: shift(to, -4), to, labels: picture.labels };
}
