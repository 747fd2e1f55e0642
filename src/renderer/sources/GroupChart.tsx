import type { ReactNode } from "react";
import type { Affiliate } from "#core/book.ts";
import { useWindowState, useWords } from "../state/book-window.ts";
import { companyName, companyNameOf } from "../state/window-state.ts";
import { BOX, groupChart, printedText } from "./group-chart.ts";

/** The gutter in which lines lead past a row. */
const MARGIN = 16;
const KINDS: readonly Affiliate["kind"][] = ["consolidated", "equity-method", "other"];

interface GroupChartProps {
  readonly of: readonly Affiliate[];
  /** The room it may take, in pixels. */
  readonly width: number;
  /** A company's box. */
  readonly children: (affiliate: Affiliate, name: string, told: string) => ReactNode;
}

/** The company and the companies around it: boxes and lines, solid where consolidated, dashed under the equity method. */
export function GroupChart({ of: affiliates, width: room, children }: GroupChartProps) {
  const { group: words } = useWords().sources;
  const name = useWindowState(companyName);
  const language = useWindowState(({ settings }) => settings.language);
  const chart = groupChart(affiliates, room - 2 * MARGIN);
  const [width, height] = [chart.width + 2 * MARGIN, chart.height + 2];
  const shareOf = ({ share }: Affiliate): string => (share === null ? "" : `${printedText(share)}%`);
  const boxOf = (affiliate: Affiliate): ReactNode => {
    const own = companyNameOf(affiliate, language);
    return children(affiliate, own, words.told(own, words.kinds[affiliate.kind], shareOf(affiliate)));
  };
  return (
    <div className="group-chart" style={{ width, height }} role="list" aria-label={words.label(name)}>
      <svg width={width} height={height} viewBox={`${-MARGIN} -1 ${width} ${height}`} aria-hidden="true">
        {chart.trunks.map((path) => (
          <path key={path} d={path} />
        ))}
        {chart.lines.map(({ to, path, at }) => (
          <g key={to.id} data-kind={to.kind}>
            <path d={path} />
            <text x={at.x + 5} y={at.y}>
              {shareOf(to)}
            </text>
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
          {affiliate === null ? <strong>{name}</strong> : boxOf(affiliate)}
        </div>
      ))}
    </div>
  );
}

/** Which line stands for which kind, of those that there are. */
export function GroupLegend({ of: affiliates }: { readonly of: readonly Affiliate[] }) {
  const { group: words } = useWords().sources;
  return (
    <ul className="group-legend" aria-label={words.legend}>
      {KINDS.filter((kind) => affiliates.some((each) => each.kind === kind)).map((kind) => (
        <li key={kind} data-kind={kind}>
          <svg width="28" height="8" aria-hidden="true">
            <path d="M0 4H28" />
          </svg>
          {words.kinds[kind]}
        </li>
      ))}
    </ul>
  );
}
