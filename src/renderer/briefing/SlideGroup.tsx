import type { Affiliate } from "#core/book.ts";
import { BOX, groupChart, printedText } from "../sources/group-chart.ts";
import { useWindowState, useWords } from "../state/book-window.ts";
import { companyName, companyNameOf } from "../state/window-state.ts";

/** The gutter in which lines lead past a row. */
const MARGIN = 16;
/** As wide as the narrower slide has room for, at the size that `slide.css` sets it in. */
const WIDTH = 840;
const KINDS: readonly Affiliate["kind"][] = ["consolidated", "equity-method", "other"];

/** The companies around the company as they are printed: boxes and lines, solid where consolidated. */
export function SlideGroup({ of: affiliates }: { readonly of: readonly Affiliate[] }) {
  const { sources, briefing } = useWords();
  const { group: words } = sources;
  const name = useWindowState(companyName);
  const language = useWindowState(({ settings }) => settings.language);
  const chart = groupChart(affiliates, WIDTH - 2 * MARGIN);
  const [width, height] = [chart.width + 2 * MARGIN, chart.height + 2];
  const share = (of: Affiliate): string => (of.share === null ? "" : `${printedText(of.share)}%`);
  return (
    <figure className="slide-group-figure" aria-label={words.label(name)}>
      <div className="group-chart" style={{ width, height }} role="list" aria-label={words.label(name)}>
        <svg width={width} height={height} viewBox={`${-MARGIN} -1 ${width} ${height}`} aria-hidden="true">
          {chart.trunks.map((path) => (
            <path key={path} d={path} />
          ))}
          {chart.lines.map(({ to, path, at }) => (
            <g key={to.id} data-kind={to.kind}>
              <path d={path} />
              <text x={at.x + 5} y={at.y}>
                {share(to)}
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
            {affiliate === null ? (
              <strong>{name}</strong>
            ) : (
              <span
                aria-label={words.told(
                  companyNameOf(affiliate, language),
                  words.kinds[affiliate.kind],
                  share(affiliate),
                )}
              >
                {companyNameOf(affiliate, language)}
              </span>
            )}
          </div>
        ))}
      </div>
      <figcaption>
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
        <p className="slide-quiet">{briefing.groupNote}</p>
      </figcaption>
    </figure>
  );
}
