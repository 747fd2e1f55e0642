import type { ReactNode } from "react";

export interface RowOfTable {
  readonly key: string;
  /** What the row is about, for its button. */
  readonly name: string;
  readonly cells: readonly ReactNode[];
}

interface RowsProps {
  readonly label: string;
  /** Their keys choose the widths. */
  readonly columns: readonly (readonly [key: string, heading: string])[];
  readonly rows: readonly RowOfTable[];
  /** Null: nothing can be edited. */
  readonly onOpen: ((key: string) => void) | null;
  readonly hint: (name: string) => string;
}

/** A table whose rows open what they are about: a click anywhere on the row, or the button in its first cell. */
export function Rows({ label, columns, rows, onOpen, hint }: RowsProps) {
  return (
    <table className="source-table" aria-label={label} data-editable={onOpen !== null}>
      <thead>
        <tr>
          {columns.map(([key, heading]) => (
            <th key={key} scope="col" data-column={key}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, cells }) => (
          <tr key={key} onClick={() => onOpen?.(key)}>
            {cells.map((cell, index) => {
              const [column] = columns[index] ?? [String(index)];
              return (
                <td key={column} data-column={column} title={typeof cell === "string" ? cell : undefined}>
                  {index === 0 && onOpen !== null ? (
                    <button type="button" className="row-button" title={hint(name)} aria-label={hint(name)}>
                      {cell}
                    </button>
                  ) : (
                    cell
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
