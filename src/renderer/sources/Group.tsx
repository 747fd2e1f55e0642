import { useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Affiliate } from "#core/book.ts";
import { planStep } from "#core/row-plans.ts";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { canEdit, companyName, companyNameOf } from "../state/window-state.ts";
import { BOX, groupChart, printedText } from "./group-chart.ts";
import { groupIn } from "./sources-in-view.ts";

/** The gutter in which lines lead past a row. */
const MARGIN = 16;
const KINDS: readonly Affiliate["kind"][] = ["consolidated", "equity-method", "other"];

/** The companies around the company: boxes and lines, solid where consolidated, dashed under the equity method. */
export function Group() {
  const { group: words } = useWords().sources;
  const { none } = useWords().sources;
  const state = useWindowState((now) => now);
  const affiliates = groupIn(state);
  const [frame, width] = useWidth();
  const chart = useMemo(() => groupChart(affiliates, width - 2 * MARGIN), [affiliates, width]);
  const kinds = KINDS.filter((kind) => affiliates.some((each) => each.kind === kind));
  if (affiliates.length === 0) return <p className="sources-quiet">{none.group}</p>;
  return (
    <figure className="group-figure" aria-label={words.label(companyName(state))}>
      <div ref={frame} className="group-frame">
        <div
          className="group-chart"
          style={{ width: chart.width + 2 * MARGIN, height: chart.height + 2 }}
          role="list"
          aria-label={words.label(companyName(state))}
        >
          <svg
            width={chart.width + 2 * MARGIN}
            height={chart.height + 2}
            viewBox={`${-MARGIN} -1 ${chart.width + 2 * MARGIN} ${chart.height + 2}`}
            aria-hidden="true"
          >
            {chart.trunks.map((path) => (
              <path key={path} d={path} />
            ))}
            {chart.lines.map(({ to, path, at }) => (
              <g key={to.id} data-kind={to.kind}>
                <path d={path} />
                {to.share !== null && (
                  <text x={at.x + 5} y={at.y}>
                    {`${printedText(to.share)}%`}
                  </text>
                )}
              </g>
            ))}
          </svg>
          {chart.boxes.map(({ affiliate, x, y }) => (
            <div
              key={affiliate?.id ?? ""}
              role="listitem"
              className="group-box"
              data-kind={affiliate?.kind ?? "company"}
              style={{ left: x + MARGIN, top: y + 1, width: BOX.width, height: BOX.height }}
            >
              {affiliate === null ? <strong>{companyName(state)}</strong> : <GroupCompany affiliate={affiliate} />}
            </div>
          ))}
        </div>
      </div>
      <figcaption>
        <ul className="group-legend" aria-label={words.legend}>
          {kinds.map((kind) => (
            <li key={kind} data-kind={kind}>
              <svg width="28" height="8" aria-hidden="true">
                <path d="M0 4H28" />
              </svg>
              {words.kinds[kind]}
            </li>
          ))}
        </ul>
        <button type="button" className="text-button bordered" onClick={() => window.print()}>
          {words.print}
        </button>
      </figcaption>
    </figure>
  );
}

/** A company of the group: a click edits it, Alt and the arrows move it among its siblings. */
function GroupCompany({ affiliate }: { readonly affiliate: Affiliate }) {
  const { actions } = useBookWindow();
  const { group: words } = useWords().sources;
  const state = useWindowState((now) => now);
  const name = companyNameOf(affiliate, state.settings.language);
  const share = affiliate.share === null ? "" : `${printedText(affiliate.share)}%`;
  const told = words.told(name, words.kinds[affiliate.kind], share);
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
