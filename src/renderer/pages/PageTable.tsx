import { useId, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from "react";
import { useWindowState, useWords } from "../state/book-window.ts";
import { unitLabel } from "../words/words.ts";
import { breakNote } from "./break-note.ts";
import { FigureCell } from "./FigureCell.tsx";
import { figureText, shownFiguresIn } from "./figure-words.ts";
import { tabStopIn } from "./page-in-window.ts";
import type { BarsContent, CellContent, PageTable as Table, RowGroup, TableColumn, TableRow } from "./page-model.ts";
import "./page-table.css";

/** One table of a page; it scrolls in its own area, under its headings and beside its labels. */
export function PageTable({ of: table }: { readonly of: Table }) {
  const id = useId();
  const area = useRef<HTMLDivElement>(null);
  const words = useWords();
  const note = useWindowState((state) => breakNote(state, table));
  const { title, unit, columns, groups, instead } = table;
  const isMoreBelow = useMoreBelow(area, table);
  const newest = columns.findIndex(({ isNewest }) => isNewest);
  useLayoutEffect(() => {
    // A trend is longer than its area may be wide, and the newest is what is looked for.
    if (newest === columns.length - 1 && area.current !== null) area.current.scrollLeft = area.current.scrollWidth;
  }, [newest, columns.length]);
  return (
    <section className="page-section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {instead === "" ? (
        <div ref={area} className="page-table-area" data-more={isMoreBelow}>
          <table className="page-table" aria-labelledby={id}>
            <Headings columns={columns} unit={unit === "" ? "" : unitLabel(unit, words)} />
            {groups.map((group) => (
              <Group key={group.key} of={group} columns={columns} />
            ))}
          </table>
          {note !== "" && <p className="page-break-note">{note}</p>}
        </div>
      ) : (
        <p className="page-quiet">{instead}</p>
      )}
    </section>
  );
}

/** Whether rows of a table stand below its lower edge. */
function useMoreBelow(area: RefObject<HTMLDivElement | null>, table: Table): boolean {
  const [isMoreBelow, setIsMoreBelow] = useState(false);
  useLayoutEffect(() => {
    const { current } = area;
    if (current === null) return;
    const look = (): void => {
      // Zoomed, heights are fractions of pixels.
      setIsMoreBelow(current.scrollHeight - current.scrollTop - current.clientHeight > 1);
    };
    const sizes = new ResizeObserver(look);
    sizes.observe(current);
    for (const child of current.children) sizes.observe(child);
    current.addEventListener("scroll", look, { passive: true });
    return () => {
      sizes.disconnect();
      current.removeEventListener("scroll", look);
    };
  }, [area, table]);
  return isMoreBelow;
}

/** Columns beside each other under one heading. */
interface HeadingGroup {
  readonly first: TableColumn;
  readonly width: number;
}

/** Whether a rule parts a column from the one before it: where another heading begins, or one ends. */
const isStart = (columns: readonly TableColumn[], at: number): boolean =>
  (columns[at]?.group ?? "") !== (columns[at - 1]?.group ?? "");

function headingGroups(columns: readonly TableColumn[]): readonly HeadingGroup[] {
  const found: HeadingGroup[] = [];
  for (const column of columns) {
    const last = found.at(-1);
    if (last !== undefined && column.group !== "" && last.first.group === column.group)
      found[found.length - 1] = { ...last, width: last.width + 1 };
    else found.push({ first: column, width: 1 });
  }
  return found;
}

function Headings({ columns, unit }: { readonly columns: readonly TableColumn[]; readonly unit: string }) {
  const groups = headingGroups(columns);
  const hasGroups = columns.some(({ group }) => group !== "");
  const isStartOf = (column: TableColumn): boolean => isStart(columns, columns.indexOf(column));
  return (
    <thead>
      {hasGroups && (
        <tr className="page-groups">
          <td className="page-unit" rowSpan={2}>
            {unit}
          </td>
          {groups.map(({ first, width }) =>
            first.group === "" ? (
              <Heading key={first.key} of={first} rowSpan={2} isStart={isStartOf(first)} />
            ) : (
              <th
                key={first.key}
                scope="colgroup"
                colSpan={width}
                title={first.groupHint}
                data-starts={isStartOf(first)}
              >
                {first.group}
                {first.groupNote !== "" && <span className="page-note"> {first.groupNote}</span>}
              </th>
            ),
          )}
        </tr>
      )}
      <tr className="page-columns">
        {!hasGroups && <td className="page-unit">{unit}</td>}
        {columns
          .filter(({ group }) => !hasGroups || group !== "")
          .map((column) => (
            <Heading key={column.key} of={column} isStart={isStartOf(column)} />
          ))}
      </tr>
    </thead>
  );
}

interface HeadingProps {
  readonly of: TableColumn;
  readonly rowSpan?: number;
  readonly isStart: boolean;
}

function Heading({ of, rowSpan = 1, isStart: starts }: HeadingProps) {
  return (
    <th scope="col" rowSpan={rowSpan} title={of.hint} data-newest={of.isNewest} data-starts={starts}>
      {of.name}
      {of.note !== "" && <span className="page-note">{of.note}</span>}
    </th>
  );
}

function Group({ of: group, columns }: { readonly of: RowGroup; readonly columns: readonly TableColumn[] }) {
  return (
    <tbody>
      {group.heading !== "" && (
        <tr className="page-group-heading">
          <th scope="rowgroup" colSpan={columns.length + 1}>
            <span>{group.heading}</span>
          </th>
        </tr>
      )}
      {group.rows.map((row) => (
        <Row key={row.key} of={row} columns={columns} />
      ))}
    </tbody>
  );
}

function Row({ of: row, columns }: { readonly of: TableRow; readonly columns: readonly TableColumn[] }) {
  const words = useWords();
  const { label, hint, unit, depth, kind, cells, remark } = row;
  return (
    <>
      <tr data-kind={kind} data-remarked={remark !== ""}>
        <th scope="row" title={hint} data-depth={depth}>
          {label}
          {unit !== "" && <span className="page-note"> {unitLabel(unit, words)}</span>}
        </th>
        {cells.map((content, at) => (
          <td key={columns[at]?.key} data-newest={columns[at]?.isNewest} data-starts={isStart(columns, at)}>
            <Content of={content} />
          </td>
        ))}
      </tr>
      {remark !== "" && (
        <tr className="page-remark">
          <td colSpan={cells.length + 1}>
            <p>{remark}</p>
          </td>
        </tr>
      )}
    </>
  );
}

function Content({ of: content }: { readonly of: CellContent }): ReactNode {
  switch (content?.kind) {
    case "figure":
      return <Figure id={content.key} />;
    case "words":
      return (
        <span className="page-words" data-marked={content.isMarked}>
          {content.text}
        </span>
      );
    case "bars":
      return <Bars of={content} />;
    default:
      return null;
  }
}

function Figure({ id }: { readonly id: string }) {
  const shown = useWindowState((state) => shownFiguresIn(state).get(id));
  const isTabStop = useWindowState((state) => tabStopIn(state) === id);
  const isChosen = useWindowState(({ pageCell }) => pageCell === id);
  return shown === undefined ? null : <FigureCell id={id} shown={shown} isTabStop={isTabStop} isChosen={isChosen} />;
}

/** This year over last year: longer than the whole where a target has been passed. */
function Bars({ of: { now, before } }: { readonly of: BarsContent }) {
  const { pages } = useWords();
  const state = useWindowState((current) => current);
  const text = (cell: BarsContent["now"]): string => figureText(state, { cell, isChange: false });
  const whole = Math.max(1, now.value ?? 0, before.value ?? 0);
  const width = ({ value }: BarsContent["now"]): string => `${(Math.max(0, value ?? 0) / whole) * 100}%`;
  if (now.value === null && before.value === null) return null;
  return (
    <div
      className="page-bars"
      role="img"
      aria-label={pages.barText(text(now), text(before))}
      title={pages.barText(text(now), text(before))}
    >
      <div data-bar="now" style={{ width: width(now) }} />
      <div data-bar="before" style={{ width: width(before) }} />
    </div>
  );
}
