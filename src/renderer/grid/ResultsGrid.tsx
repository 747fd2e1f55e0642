import { useEffect, useRef } from "react";
import { useBookWindow } from "../state/book-window.ts";
import { mountGrid } from "./results-grid.ts";
import "./grid.css";

/** React gives the grid its place and nothing else: figures reach it from the store. */
export function ResultsGrid() {
  const element = useRef<HTMLDivElement>(null);
  const { store, actions } = useBookWindow();
  useEffect(() => {
    return element.current === null ? undefined : mountGrid(element.current, store, actions);
  }, [store, actions]);
  return <div ref={element} className="results-grid" />;
}
