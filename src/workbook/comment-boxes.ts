/**
 * Makes the boxes of comments as large as their text. The workbook's writer gives every box the same
 * two columns by four rows, in which Excel cuts a source's title and page off without a sign.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { textWidth } from "#workbook/text-width.ts";

/** What a box three columns wide holds on a line, in Excel's font for comments. */
const CHARACTERS_A_LINE = 34;
const COLUMNS = 3;
/** Lines and the rows of a sheet are about equally high; one is for the box's own margins. */
const MARGIN_ROWS = 1;

export function fitCommentBoxes(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  for (const path of Object.keys(parts)) {
    const number = /^xl\/comments(\d+)\.xml$/.exec(path)?.[1];
    const drawing = `xl/drawings/vmlDrawing${number}.vml`;
    const [comments, shapes] = [parts[path], parts[drawing]];
    if (number === undefined || comments === undefined || shapes === undefined) continue;
    parts[drawing] = strToU8(withBoxes(strFromU8(shapes), rowsOfComments(strFromU8(comments))));
  }
  return zipSync(parts);
}

/** How many rows each comment needs, in the order of the part, which is that of the shapes. */
const rowsOfComments = (xml: string): number[] =>
  [...xml.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)].map(
    ([, text = ""]) =>
      MARGIN_ROWS +
      text.split("\n").reduce((rows, line) => rows + Math.max(Math.ceil(textWidth(line) / CHARACTERS_A_LINE), 1), 0),
  );

function withBoxes(vml: string, rows: readonly number[]): string {
  let index = 0;
  return vml.replace(/<x:Anchor>(\d+),15,(\d+),2,\d+,31,\d+,4<\/x:Anchor>/g, (_, column: string, row: string) => {
    const height = rows[index] ?? 4;
    index += 1;
    return `<x:Anchor>${column},15,${row},2,${Number(column) + COLUMNS},15,${Number(row) + height},4</x:Anchor>`;
  });
}
