import { useState } from "react";
import { headlinePage, headlineText, type HeadlinePage } from "#core/pages/headline-page.ts";
import { CopyIcon } from "../bar/Icons.tsx";
import { VerdictMark } from "../bar/VerdictMark.tsx";
import { checksIn } from "../checks/findings.ts";
import { writeClipboard } from "../grid/clipboard-access.ts";
import { useWindowState, useWords } from "../state/book-window.ts";
import { pageSpanIn } from "../state/page-in-view.ts";
import { rememberBy, type WindowState } from "../state/window-state.ts";
import { pageAskIn } from "./page-in-window.ts";

const headlinesIn: (state: WindowState) => HeadlinePage = rememberBy(
  (state) => [
    state.edited.shown,
    state.company,
    state.scope,
    state.asOf,
    pageSpanIn(state),
    checksIn(state),
    state.settings,
  ],
  (state) => headlinePage(state.edited.shown, pageAskIn(state), checksIn(state), state.settings),
);

/** The period in sentences, to be read and to be taken along. */
export function Headlines() {
  const { pages } = useWords();
  const page = useWindowState(headlinesIn);
  const language = useWindowState(({ settings }) => settings.language);
  // Which text was copied last: it says so beside its button until another is.
  const [copied, setCopied] = useState<string | null>(null);
  const copy = (text: string): void => {
    if (writeClipboard({ plain: text, markup: "" })) setCopied(text);
  };
  const sentences = page.headlines.flatMap(({ line, textEn, textJa, flagged }) => {
    const text = language === "ja" ? textJa : textEn;
    return text === null ? [] : [{ key: line.id, text, flagged }];
  });
  if (sentences.length === 0) return null;
  const all = headlineText(page, language);
  return (
    <section className="page-headlines" aria-label={pages.headlines}>
      <header>
        <h2>{language === "ja" ? page.titleJa : page.titleEn}</h2>
        <button type="button" className="text-button" onClick={() => copy(all)}>
          <CopyIcon />
          <span>{pages.copyAll}</span>
        </button>
        <span className="page-copied" role="status">
          {copied === all ? pages.copied : ""}
        </span>
      </header>
      <ul>
        {sentences.map(({ key, text, flagged }) => (
          <li key={key}>
            <p>
              {text}
              {flagged && (
                <span className="verdict headline-flag" data-verdict="outside" title={pages.flaggedHeadline}>
                  <VerdictMark verdict="outside" />
                  <span className="for-reader">{pages.flaggedHeadline}</span>
                </span>
              )}
            </p>
            <button
              type="button"
              className="icon-button"
              aria-label={pages.copyOf(text)}
              title={pages.copy}
              onClick={() => copy(text)}
            >
              <CopyIcon />
            </button>
            <span className="page-copied" role="status">
              {copied === text ? pages.copied : ""}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
