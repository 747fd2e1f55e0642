import type { Affiliate } from "#core/book.ts";
import { GroupChart, GroupLegend } from "../sources/GroupChart.tsx";
import { useWindowState, useWords } from "../state/book-window.ts";
import { companyName } from "../state/window-state.ts";

/** As wide as the narrower slide has room for, at the size that `slide.css` sets it in. */
const WIDTH = 840;

/** The companies around the company as they are printed. */
export function SlideGroup({ of: affiliates }: { readonly of: readonly Affiliate[] }) {
  const { sources, briefing } = useWords();
  const name = useWindowState(companyName);
  return (
    <figure className="slide-group-figure" aria-label={sources.group.label(name)}>
      <GroupChart of={affiliates} width={WIDTH}>
        {(_, company, told) => <span aria-label={told}>{company}</span>}
      </GroupChart>
      <figcaption>
        <GroupLegend of={affiliates} />
        <p className="slide-quiet">{briefing.groupNote}</p>
      </figcaption>
    </figure>
  );
}
