/** What a slide tells in words: headlines, events, an overview, comments. */
import { VerdictMark } from "../bar/VerdictMark.tsx";
import { asOfDay } from "../making/day-text.ts";
import { useWindowState, useWords } from "../state/book-window.ts";
import type { CommentsBlock, EventsBlock, HeadlinesBlock, OverviewBlock } from "./slide-model.ts";

export function SlideHeadlines({ of: { title, sentences } }: { readonly of: HeadlinesBlock }) {
  const { pages, briefing, making } = useWords();
  const nothing = useWindowState((state) => asOfDay(state, making.asOf.nothing, briefing.noFigures));
  return (
    <section className="slide-block slide-headlines">
      <h3>{title}</h3>
      {sentences.length === 0 ? (
        <p className="slide-quiet">{nothing}</p>
      ) : (
        <ul>
          {sentences.map(({ key, text, isFlagged }) => (
            <li key={key}>
              {text}
              {isFlagged && (
                <span className="verdict headline-flag" data-verdict="outside" title={pages.flaggedHeadline}>
                  <VerdictMark verdict="outside" />
                  <span className="slide-note">{pages.flaggedHeadline}</span>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

export function SlideEvents({ of: { heading, isBrief, rows } }: { readonly of: EventsBlock }) {
  const { briefing } = useWords();
  const { columns } = briefing;
  if (isBrief)
    return (
      <section className="slide-block slide-news">
        <h3>{briefing.news}</h3>
        <ul>
          {rows.map(({ key, date, title, field }) => (
            <li key={key}>
              <time>{date}</time> {title} {field !== "" && <span className="slide-note">{field}</span>}
            </li>
          ))}
        </ul>
      </section>
    );
  const hasFields = rows.some(({ field }) => field !== "");
  return (
    <table className="slide-table slide-text-table" data-roomy="true">
      <thead>
        <tr>
          <th scope="col">{columns.date}</th>
          <th scope="col">{heading}</th>
          {hasFields && <th scope="col">{columns.field}</th>}
          <th scope="col">{columns.text}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, date, title, field, text }) => (
          <tr key={key}>
            <td className="slide-date">{date}</td>
            <th scope="row">{title}</th>
            {hasFields && <td className="slide-field">{field}</td>}
            <td>{text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function SlideOverview({ of: { title, rows } }: { readonly of: OverviewBlock }) {
  return (
    <section className="slide-block">
      <h3>{title}</h3>
      <table className="slide-table slide-text-table" data-roomy="true" aria-label={title}>
        <tbody>
          {rows.map(({ key, label, text }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function SlideComments({ of: { comments } }: { readonly of: CommentsBlock }) {
  const { briefing } = useWords();
  return (
    <div className="slide-block slide-comments">
      <ul>
        {comments.map(({ key, about, text }) => (
          <li key={key}>
            {about !== "" && <strong>{briefing.comment(about)}</strong>}
            {text}
          </li>
        ))}
      </ul>
    </div>
  );
}
