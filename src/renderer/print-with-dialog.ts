import type { PagesPrinted } from "#contract/host.ts";

/** What a browser can do in place of writing a PDF: its own dialog, which prints and saves. It suggests the page's title as a name. */
export async function printWithDialog({ name }: PagesPrinted): Promise<null> {
  const { title } = document;
  document.title = name.replace(/\.pdf$/u, "");
  // Comes back once the dialog is closed.
  window.print();
  document.title = title;
  return null;
}
