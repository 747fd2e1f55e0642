import { useId, type ReactNode } from "react";
import { FigureMarks } from "../pages/FigureCell.tsx";
import type { ShownFigure } from "../pages/figure-words.ts";
import type { CellContent, TableColumn, TableRow } from "../pages/page-model.ts";
import { useWords } from "../state/book-window.ts";
import { unitLabel } from "../words/words.ts";
import type { TableBlock } from "./slide-model.ts";

/** A table as it is printed: whole, and nothing in it is a button. */
export function SlideTable({ of: { table, more, note, figures, isRoomy, hasTitle } }: { readonly of: TableBlock }) {
  const id = useId();
  const words = useWords();
  const { title, unit, columns, groups, instead } = table;
  return (
    <section className="slide-block" aria-labelledby={id}>
      <h3 id={id} className={hasTitle ? undefined : "for-reader"}>
        {title}
      </h3>
      {instead !== "" ? (
        <p className="slide-quiet">{instead}</p>
      ) : (
        <table className="slide-table" data-roomy={isRoomy} aria-labelledby={id}>
          <Headings columns={columns} unit={unit === "" ? "" : unitLabel(unit, words)} />
          {groups.map((group) => (
            <tbody key={group.key}>
              {group.heading !== "" && (
                <tr className="slide-group">
                  <th scope="rowgroup" colSpan={columns.length + 1}>
                    {group.heading}
                  </th>
                </tr>
              )}
              {group.rows.map((row) => (
                <Row key={row.key} of={row} columns={columns} figures={figures} />
              ))}
            </tbody>
          ))}
        </table>
      )}
      {note !== "" && <p className="slide-break-note">{note}</p>}
      {more > 0 && <p className="slide-quiet">{words.briefing.moreLines(more)}</p>}
    </section>
  );
}

/** Columns beside each other under one heading. */
const runsOf = (columns: readonly TableColumn[]): readonly (readonly TableColumn[])[] => {
  const runs: TableColumn[][] = [];
  for (const column of columns) {
    const last = runs.at(-1);
    if (column.group !== "" && last?.[0]?.group === column.group) last.push(column);
    else runs.push([column]);
  }
  return runs;
};

/** Whether a rule parts a column from the one before it: where another heading begins, or one ends. */
const isStart = (columns: readonly TableColumn[], at: number): boolean =>
  at > 0 && (columns[at]?.group ?? "") !== (columns[at - 1]?.group ?? "");

function Headings({ columns, unit }: { readonly columns: readonly TableColumn[]; readonly unit: string }) {
  const hasGroups = columns.some(({ group }) => group !== "");
  const heading = (column: TableColumn, rowSpan: number): ReactNode => (
    <th
      key={column.key}
      scope="col"
      rowSpan={rowSpan}
      data-newest={column.isNewest}
      data-starts={isStart(columns, columns.indexOf(column))}
    >
      {column.name}
      {column.note !== "" && <span className="slide-note"> {column.note}</span>}
    </th>
  );
  return (
    <thead>
      {hasGroups && (
        <tr>
          <td className="slide-unit" rowSpan={2}>
            {unit}
          </td>
          {runsOf(columns).map((run) => {
            const [first] = run;
            if (first === undefined) return null;
            if (first.group === "") return heading(first, 2);
            return (
              <th
                key={first.key}
                scope="colgroup"
                colSpan={run.length}
                data-starts={isStart(columns, columns.indexOf(first))}
              >
                {first.group}
                {first.groupNote !== "" && <span className="slide-note"> {first.groupNote}</span>}
              </th>
            );
          })}
        </tr>
      )}
      <tr>
        {!hasGroups && <td className="slide-unit">{unit}</td>}
        {columns.filter(({ group }) => !hasGroups || group !== "").map((column) => heading(column, 1))}
      </tr>
    </thead>
  );
}

interface RowProps {
  readonly of: TableRow;
  readonly columns: readonly TableColumn[];
  readonly figures: ReadonlyMap<string, ShownFigure>;
}

function Row({ of: { label, unit, depth, kind, cells, remark }, columns, figures }: RowProps) {
  const words = useWords();
  return (
    <>
      <tr data-kind={kind} data-remarked={remark !== ""}>
        <th scope="row" data-depth={depth}>
          {label}
          {unit !== "" && <span className="slide-note"> {unitLabel(unit, words)}</span>}
        </th>
        {cells.map((content, at) => (
          <td key={columns[at]?.key} data-newest={columns[at]?.isNewest} data-starts={isStart(columns, at)}>
            <Content of={content} figures={figures} />
          </td>
        ))}
      </tr>
      {remark !== "" && (
        <tr className="slide-remark">
          <td colSpan={cells.length + 1}>{remark}</td>
        </tr>
      )}
    </>
  );
}

function Content({ of: content, figures }: { readonly of: CellContent; readonly figures: RowProps["figures"] }) {
  if (content?.kind === "words") return <span className="slide-words">{content.text}</span>;
  const shown = content?.kind === "figure" ? figures.get(content.key) : undefined;
  return shown === undefined ? null : <FigureMarks of={shown} hint={shown.hint} />;
}
