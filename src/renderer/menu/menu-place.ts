/** Where a menu opens that was asked for by key: under what has the focus. */
export function menuPlace(): { readonly x: number; readonly y: number } {
  const box = document.activeElement?.getBoundingClientRect();
  return { x: box?.left ?? 0, y: box?.bottom ?? 0 };
}
