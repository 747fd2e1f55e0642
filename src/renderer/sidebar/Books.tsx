import { PlusIcon } from "../making/MakingIcons.tsx";
import { useBooks } from "../making/use-books.ts";
import { useBookWindow, useWindowState, useWords } from "../state/book-window.ts";

/** The books at hand, the open one first; a click opens one in this window. */
export function Books() {
  const { actions } = useBookWindow();
  const { book: words } = useWords().making;
  const isConnected = useWindowState((state) => state.isConnected);
  const list = useBooks();
  if (list === null) return null;
  return (
    <section aria-label={words.heading}>
      <div className="sidebar-heading">
        <h2>{words.heading}</h2>
        <button
          type="button"
          className="sidebar-tool"
          title={words.add}
          aria-label={words.add}
          disabled={!isConnected}
          onClick={() => actions.show({ kind: "new-book" })}
        >
          <PlusIcon />
        </button>
      </div>
      <ul>
        {list.books.map(({ handle, title, path, isOpen }) => (
          <li key={handle}>
            <button
              type="button"
              className="sidebar-item"
              aria-current={isOpen ? "true" : undefined}
              title={path}
              disabled={!isConnected}
              onClick={() => {
                if (!isOpen) actions.openBook(handle);
              }}
            >
              {title}
            </button>
          </li>
        ))}
        {list.canChoose && (
          <li>
            <button
              type="button"
              className="sidebar-item sidebar-quiet"
              disabled={!isConnected}
              onClick={actions.chooseBook}
            >
              {words.open}
            </button>
          </li>
        )}
      </ul>
    </section>
  );
}
