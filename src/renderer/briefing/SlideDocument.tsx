import type { ReactNode } from "react";
import type { Route } from "#core/figures/cell.ts";
import { VerdictMark } from "../bar/VerdictMark.tsx";
import { FigureSample } from "../grid/FigureSample.tsx";
import { asOfDay } from "../making/day-text.ts";
import { useWindowState, useWords } from "../state/book-window.ts";
import type { DocumentBlock } from "./slide-model.ts";

/** The routes with a mark of their own. What is printed and what is computed tell apart by their colours alone, and paper has none. */
const MARKED = ["derived", "implied", "summed"] as const satisfies readonly Route[];

/** What the document is made from, and how its figures are to be read. @param date it was made on */
export function SlideDocument({ of, date }: { readonly of: DocumentBlock; readonly date: string }) {
  const { about, rounding, sources } = of;
  const { document: words } = useWords().briefing;
  const title = useWindowState((state) => state.title);
  return (
    <div className="slide-document">
      <Paragraphs title={words.about} texts={[words.madeFrom(title, date), ...about]} />
      <Paragraphs title={words.rounding} texts={rounding} />
      <Sources of={sources} />
      <Marks />
      <Paragraphs title={words.caution} texts={words.cautionText} />
    </div>
  );
}

function Paragraphs({ title, texts }: { readonly title: string; readonly texts: readonly string[] }) {
  return (
    <section className="slide-block slide-prose">
      <h3>{title}</h3>
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </section>
  );
}

function Sources({ of: sources }: { readonly of: DocumentBlock["sources"] }) {
  const { briefing, making } = useWords();
  const { document: words } = briefing;
  const none = useWindowState((state) => asOfDay(state, making.asOf.noSources, words.noSources));
  return (
    <section className="slide-block slide-sources">
      <h3>{words.sourcesTitle}</h3>
      {sources.length === 0 ? (
        <p className="slide-quiet">{none}</p>
      ) : (
        <table className="slide-table slide-text-table" aria-label={words.sourcesTitle}>
          <thead>
            <tr>
              <th scope="col">{words.source.title}</th>
              <th scope="col">{words.source.kind}</th>
              <th scope="col">{words.source.published}</th>
              <th scope="col">{words.source.rounding}</th>
            </tr>
          </thead>
          <tbody>
            {sources.map(({ key, title, kind, published, rounding }) => (
              <tr key={key}>
                <th scope="row">{title}</th>
                <td>{kind}</td>
                <td className="slide-date">{published}</td>
                <td>{rounding}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** The marks that figures carry on the slides. */
function Marks() {
  const { briefing, legend, grid, pages, making } = useWords();
  const { document: words } = briefing;
  const missing = useWindowState((state) => asOfDay(state, making.asOf.notKnown, words.markNames.missing));
  const mark = (
    name: keyof typeof words.markNames,
    sample: ReactNode,
    text: string = words.markNames[name],
  ): ReactNode => (
    <li key={name}>
      <span className="slide-sample">{sample}</span>
      <span>{text}</span>
    </li>
  );
  return (
    <section className="slide-block slide-marks">
      <h3>{words.marks}</h3>
      <ul>
        {mark("unmarked", <FigureSample text={legend.sample} route="reported" />)}
        {MARKED.map((route) => mark(route, <FigureSample text={legend.sample} route={route} />))}
        {mark("rests", <FigureSample text={legend.sample} route="computed" rests />)}
        {mark(
          "outside",
          <span className="figure" data-route="computed" data-outside="true">
            <span className="figure-flag">
              <VerdictMark verdict="outside" />
            </span>
            <span className="figure-digits">{legend.sample}</span>
          </span>,
        )}
        {mark("missing", <span className="figure">{pages.noFigure}</span>, missing)}
        {mark("none", <span className="figure">{grid.doesNotExist}</span>)}
      </ul>
    </section>
  );
}
