import { useId, useState } from "react";
import type { Direction, Measure } from "#core/pages/compare-page.ts";
import { CopyIcon } from "../bar/Icons.tsx";
import { FigureCell } from "../pages/FigureCell.tsx";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";
import { unitLabel } from "../words/words.ts";
import { comparedTabStopIn, shownComparedIn } from "./compare-figures.ts";
import type { ComparedColumn, ComparedContent, ComparedTable, ComparedTableRow } from "./compare-model.ts";

/** The companies in columns; a heading puts the rows in the order of its figures, a label the companies. */
export function CompareTable({ of: table }: { readonly of: ComparedTable }) {
  const id = useId();
  const words = useWords();
  const { title, unit, columns, rows, measures } = table;
  return (
    <section className="page-section" aria-labelledby={id}>
      <header className="compare-title">
        <h2 id={id}>{title}</h2>
        <Copy />
      </header>
      <div className="page-table-area">
        <table className="page-table compare-table" aria-labelledby={id}>
          <thead>
            <tr className="page-groups">
              <td className="page-unit" rowSpan={2}>
                {unit === "" ? "" : unitLabel(unit, words)}
              </td>
              {columns.map((column) => (
                <th key={column.company} scope="colgroup" colSpan={measures.length} data-starts="true">
                  <span className="compare-name" title={column.name}>
                    {column.name}
                  </span>
                  <span className="page-note">
                    {column.period !== "" && <span className="compare-period">{column.period}</span>} {column.range}
                  </span>
                </th>
              ))}
            </tr>
            <tr className="page-columns">
              {columns.flatMap((column) =>
                measures.map((measure, index) => (
                  <MeasureHeading key={`${column.company} ${measure}`} of={measure} in={column} isStart={index === 0} />
                )),
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.key} of={row} columns={columns} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const ARROWS: Readonly<Record<Direction, string>> = { descending: "▼", ascending: "▲" };
/** Companies stand from left to right. */
const SIDEWAYS: Readonly<Record<Direction, string>> = { descending: "▸", ascending: "◂" };

interface MeasureHeadingProps {
  readonly of: Measure;
  readonly in: ComparedColumn;
  readonly isStart: boolean;
}

function MeasureHeading({ of: measure, in: column, isStart }: MeasureHeadingProps) {
  const { actions } = useBookWindow();
  const { compare: words } = useWords();
  const direction = useWindowState(({ compare: { rowOrder } }) =>
    rowOrder?.company === column.company && rowOrder.measure === measure ? rowOrder.direction : null,
  );
  return (
    <th scope="col" data-starts={isStart} aria-sort={direction ?? "none"}>
      <button
        type="button"
        className="compare-order"
        tabIndex={-1}
        title={words.sortRows(column.name, words.measures[measure])}
        onClick={() => actions.orderComparedRows({ company: column.company, measure })}
      >
        {direction !== null && <span aria-hidden="true">{ARROWS[direction]} </span>}
        {words.measures[measure]}
      </button>
    </th>
  );
}

function Row({ of: row, columns }: { readonly of: ComparedTableRow; readonly columns: readonly ComparedColumn[] }) {
  const { actions } = useBookWindow();
  const { compare: words } = useWords();
  const { key, label, hint, note, ranksBy, cells } = row;
  const order = useWindowState(({ compare: { companyOrder } }) => (companyOrder?.row === key ? companyOrder : null));
  const measure = order?.measure ?? ranksBy;
  return (
    <tr>
      <th scope="row" title={hint}>
        <button
          type="button"
          className="compare-order"
          tabIndex={-1}
          disabled={measure === null}
          aria-pressed={order !== null}
          title={`${words.sortCompanies(label)}\n${hint}`}
          onClick={() => {
            if (measure !== null) actions.orderCompared({ row: key, measure });
          }}
        >
          {label}
          {order !== null && <span aria-hidden="true"> {SIDEWAYS[order.direction]}</span>}
        </button>
        {note !== "" && <span className="page-note"> {note}</span>}
      </th>
      {columns.flatMap(({ company }, at) =>
        (cells[at] ?? []).map((content, index) => (
          <td key={`${company} ${index}`} data-starts={index === 0}>
            <Content of={content} />
          </td>
        )),
      )}
    </tr>
  );
}

function Content({ of: content }: { readonly of: ComparedContent | null }) {
  if (content === null) return null;
  if (content.kind === "figure") return <Figure id={content.key} />;
  return (
    <span className="page-words" title={content.hint}>
      {content.text}
    </span>
  );
}

function Figure({ id }: { readonly id: string }) {
  const shown = useWindowState((state) => shownComparedIn(state).get(id));
  const isTabStop = useWindowState((state) => comparedTabStopIn(state) === id);
  const isChosen = useWindowState(({ pageCell }) => pageCell === id);
  return shown === undefined ? null : <FigureCell id={id} shown={shown} isTabStop={isTabStop} isChosen={isChosen} />;
}

function Copy() {
  const { actions } = useBookWindow();
  const { compare: words } = useWords();
  const [isCopied, setIsCopied] = useState(false);
  return (
    <span className="compare-copy">
      <button
        type="button"
        className="text-button"
        title={words.commands.copy}
        onClick={() => setIsCopied(actions.copyComparison())}
        onBlur={() => setIsCopied(false)}
      >
        <CopyIcon />
        <span>{words.copy}</span>
      </button>
      <span className="page-copied" role="status">
        {isCopied ? words.copied : ""}
      </span>
    </span>
  );
}
