import type { Line, Section } from "#core/book.ts";
import { useWindowState, useWords } from "../state/book-window.ts";

interface LineChecklistProps {
  readonly sections: readonly Section[];
  readonly lines: readonly Line[];
  readonly chosen: ReadonlySet<string>;
  readonly onChosen: (chosen: ReadonlySet<string>) => void;
}

/** Lines to take or leave, under their sections. */
export function LineChecklist({ sections, lines, chosen, onChosen }: LineChecklistProps) {
  const { company: words } = useWords().making;
  const { language } = useWindowState(({ settings }) => settings);
  const label = ({ labelEn, labelJa }: Pick<Line, "labelEn" | "labelJa">): string =>
    language === "ja" ? labelJa || labelEn : labelEn || labelJa;
  const toggle = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChosen(next);
  };
  return (
    <div className="line-checklist">
      <div className="line-checklist-head">
        <span role="status">{words.chosen(lines.filter(({ id }) => chosen.has(id)).length, lines.length)}</span>
        <button type="button" className="text-button" onClick={() => onChosen(new Set(lines.map(({ id }) => id)))}>
          {words.all}
        </button>
        <button type="button" className="text-button" onClick={() => onChosen(new Set())}>
          {words.none}
        </button>
      </div>
      <div className="line-checklist-lines" role="group" aria-label={words.lines}>
        {sections
          .map((section) => ({ section, own: lines.filter((line) => line.section === section.id) }))
          .filter(({ own }) => own.length > 0)
          .map(({ section, own }) => (
            <section key={section.id}>
              <h3>{label(section)}</h3>
              {own.map((line) => (
                <label key={line.id}>
                  <input type="checkbox" checked={chosen.has(line.id)} onChange={() => toggle(line.id)} />
                  {label(line)}
                </label>
              ))}
            </section>
          ))}
      </div>
    </div>
  );
}
