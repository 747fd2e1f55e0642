/** What a browser can do in place of a save dialog: hand the file to its downloads, under the suggested name. */
export async function saveAsDownload({
  name,
  base64,
}: {
  readonly name: string;
  readonly base64: string;
}): Promise<string> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes]));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has the blob by then; the address alone would keep it in memory.
  setTimeout(() => URL.revokeObjectURL(address), DOWNLOAD_PATIENCE_MS);
  return name;
}

/** Far longer than a download of a local blob needs to begin. */
const DOWNLOAD_PATIENCE_MS = 10_000;
