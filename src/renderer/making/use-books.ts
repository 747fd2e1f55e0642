import { useEffect, useState } from "react";
import type { BookList } from "#contract/questions.ts";
import { useBookWindow } from "../state/book-window.ts";

/** The books at hand; null until they are listed. */
export function useBooks(): BookList | null {
  const { actions } = useBookWindow();
  const [books, setBooks] = useState<BookList | null>(null);
  useEffect(() => {
    let isWanted = true;
    void actions.listBooks().then((list) => {
      if (isWanted) setBooks(list);
    });
    return () => {
      isWanted = false;
    };
  }, [actions]);
  return books;
}
