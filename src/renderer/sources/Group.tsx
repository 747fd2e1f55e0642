import { useLayoutEffect, useRef, useState } from "react";
import type { Affiliate } from "#core/book.ts";
import { planStep } from "#core/row-plans.ts";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { canEdit, companyName } from "../state/window-state.ts";
import { GroupChart, GroupLegend } from "./GroupChart.tsx";
import { groupIn } from "./sources-in-view.ts";

/** The companies around the company, as wide as the window has room. */
export function Group() {
  const { group: words, none } = useWords().sources;
  const name = useWindowState(companyName);
  const affiliates = useWindowState(groupIn);
  const [frame, width] = useWidth();
  if (affiliates.length === 0) return <p className="sources-quiet">{none.group}</p>;
  return (
    <figure className="group-figure" aria-label={words.label(name)}>
      <div ref={frame} className="group-frame">
        <GroupChart of={affiliates} width={width}>
          {(affiliate, company, told) => <GroupCompany affiliate={affiliate} name={company} told={told} />}
        </GroupChart>
      </div>
      <figcaption>
        <GroupLegend of={affiliates} />
        <button type="button" className="text-button bordered" onClick={() => window.print()}>
          {words.print}
        </button>
      </figcaption>
    </figure>
  );
}

interface GroupCompanyProps {
  readonly affiliate: Affiliate;
  readonly name: string;
  readonly told: string;
}

/** A company of the group: a click edits it, Alt and the arrows move it among its siblings. */
function GroupCompany({ affiliate, name, told }: GroupCompanyProps) {
  const { actions } = useBookWindow();
  const state = useWindowState((now) => now);
  if (!canEdit(state)) return <span aria-label={told}>{name}</span>;
  return (
    <button
      type="button"
      aria-label={told}
      title={told}
      onClick={() => actions.show({ kind: "affiliate", affiliate: affiliate.id })}
      onKeyDown={(event) => {
        const step = event.key === "ArrowLeft" ? -1 : event.key === "ArrowRight" ? 1 : null;
        if (step === null || !event.altKey || !event.shiftKey) return;
        event.preventDefault();
        const siblings = groupIn(state).filter(({ holder }) => holder === affiliate.holder);
        const plan = planStep("affiliates", siblings, affiliate.id, step, "group");
        if (plan !== null) void actions.changeRows(plan.changes, plan.deed);
      }}
    >
      {name}
    </button>
  );
}

/** The width that a chart may take, as the window stands. */
function useWidth() {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const measure = (): void => setWidth(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [frame, width] as const;
}
