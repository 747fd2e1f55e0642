/**
 * Finds the table in markup from the clipboard, as spreadsheets, word processors and web pages put it there.
 *
 * It is read for what the text beside it cannot tell: which cells are merged, and where a figure ends and its
 * footnote's mark begins (140¹ is 1401 in plain text). The markup never becomes a document: under the window's
 * content policy a DOMParser is refused, and a parser that is not would report every style of it. Nothing here
 * runs, loads or is kept but the texts of cells. Time and memory grow with the length of the markup alone.
 */
import type { TextTable } from "#core/pasted-table.ts";

/** Blank and covered places included: a table of that many is a program's mistake, and no person's. */
const MOST_PLACES = 1_000_000;

/** Elements whose content is no text of the page. */
const UNREAD = new Set(["script", "style", "title", "template", "noscript", "iframe", "textarea", "select", "svg"]);

/** Elements that begin a line of their own. */
const BLOCKS = new Set([
  "br",
  "p",
  "div",
  "li",
  "ul",
  "ol",
  "dl",
  "dt",
  "dd",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "hr",
]);

/** What stands for the edge of an element whose digits do not go on from those beside it: a mark, a figure struck out. */
const APART: Readonly<Record<string, string>> = { sup: "^", sub: "^", s: " ", del: " ", strike: " ", ins: " " };

/**
 * The texts of the cells of the only table in a markup, as they are shown. A cell that spans several places
 * stands in the first; the others are blank.
 *
 * @returns null where there is no table, or more than one, inside each other included: then the plain text
 *   beside the markup tells the rows better. Never throws.
 */
export function findTable(markup: string): TextTable | null {
  const table = new TableBuilder();
  let hasTable = false;
  let depth = 0;
  let at = 0;
  while (at < markup.length) {
    const tag = nextTag(markup, at);
    if (depth > 0) table.text(markup.slice(at, tag?.start));
    if (tag === null) break;
    at = tag.end;
    if (tag.name === "table") {
      if (!tag.isEnd && hasTable) return null;
      hasTable = true;
      depth += tag.isEnd ? -1 : 1;
      if (depth <= 0) table.endRow();
    } else if (depth > 0) table.tag(tag);
    if (UNREAD.has(tag.name) && !tag.isEnd) at = endOfUnread(markup, at, tag.name);
    if (table.isTooLarge) return null;
  }
  table.endRow();
  return table.rows.length === 0 ? null : table.rows;
}

interface Tag {
  readonly name: string;
  readonly isEnd: boolean;
  /** Its attributes as they stand in the markup. */
  readonly attributes: string;
  readonly start: number;
  readonly end: number;
}

/** The next tag at or after a place; comments and declarations come as tags without a name. Null: text to the end. */
function nextTag(markup: string, from: number): Tag | null {
  for (let start = markup.indexOf("<", from); start >= 0; start = markup.indexOf("<", start + 1)) {
    if (markup[start + 1] === "!" || markup[start + 1] === "?") {
      const isComment = markup.startsWith("!--", start + 1);
      const close = isComment ? markup.indexOf("-->", start + 4) : markup.indexOf(">", start);
      const end = close < 0 ? markup.length : close + (isComment ? 3 : 1);
      return { name: "", isEnd: false, attributes: "", start, end };
    }
    NAME.lastIndex = start + 1;
    const [head, slash, name] = NAME.exec(markup) ?? [];
    if (head === undefined || name === undefined) continue;
    const after = start + 1 + head.length;
    const close = endOfTag(markup, after);
    return {
      name: name.toLowerCase(),
      isEnd: slash === "/",
      attributes: markup.slice(after, close),
      start,
      end: Math.min(close + 1, markup.length),
    };
  }
  return null;
}

const NAME = /(\/?)([a-z][a-z0-9:_-]{0,30})/iy;

/** Where a tag's `>` stands: one inside a quoted value is none. The end of the markup where there is none. */
function endOfTag(markup: string, from: number): number {
  let quote = "";
  let before = "";
  for (let at = from; at < markup.length; at++) {
    const character = markup.charAt(at);
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === ">") return at;
    else if (before === "=" && (character === '"' || character === "'")) quote = character;
    if (character.trim() !== "") before = character;
  }
  return markup.length;
}

function endOfUnread(markup: string, from: number, name: string): number {
  const end = new RegExp(`</${name}`, "gi");
  end.lastIndex = from;
  return end.exec(markup)?.index ?? markup.length;
}

class TableBuilder {
  readonly rows: string[][] = [];
  #row: string[] | null = null;
  /** The parts of the open cell's text; null between cells. */
  #cell: string[] | null = null;
  #rowSpan = 1;
  #columnSpan = 1;
  /** How many more rows a cell above reaches into, for each column. */
  readonly #reach: number[] = [];
  #places = 0;

  get isTooLarge(): boolean {
    return this.#places > MOST_PLACES;
  }

  text(source: string): void {
    this.#cell?.push(source.replace(/[ \t\r\n\f]+/g, " "));
  }

  tag({ name, isEnd, attributes }: Tag): void {
    if (name === "tr" || name === "thead" || name === "tbody" || name === "tfoot") {
      this.endRow();
      if (name === "tr" && !isEnd) this.#row = [];
    } else if (name === "td" || name === "th") {
      this.#endCell();
      if (!isEnd) this.#beginCell(attributes);
    } else if (name === "caption") {
      // The words over the table stand in no cell.
      this.#endCell();
    } else if (BLOCKS.has(name)) this.#cell?.push("\n");
    else this.#cell?.push(APART[name] ?? "");
  }

  endRow(): void {
    this.#endCell();
    if (this.#row === null) return;
    for (let column = this.#row.length; column < this.#reach.length; column++) this.#cover(column);
    this.#places += this.#reach.length;
    this.rows.push(this.#row);
    this.#row = null;
  }

  #beginCell(attributes: string): void {
    this.#row ??= [];
    this.#cell = [];
    this.#columnSpan = spanIn(attributes, COLUMN_SPAN);
    this.#rowSpan = spanIn(attributes, ROW_SPAN);
  }

  #endCell(): void {
    if (this.#cell === null || this.#row === null) return;
    while ((this.#reach[this.#row.length] ?? 0) > 0) this.#place("", this.#cover(this.#row.length));
    const text = cellText(this.#cell.join(""));
    for (let column = 0; column < this.#columnSpan; column++) this.#place(column === 0 ? text : "", this.#rowSpan - 1);
    this.#cell = null;
  }

  #place(text: string, reach: number): void {
    if (this.#row === null) return;
    this.#reach[this.#row.length] = reach;
    this.#row.push(text);
    this.#places++;
  }

  /** What is left of a cell's reach below this row. */
  #cover(column: number): number {
    const left = Math.max((this.#reach[column] ?? 0) - 1, 0);
    this.#reach[column] = left;
    return left;
  }
}

const COLUMN_SPAN = /\bcolspan\s?=\s?["']?(\d{1,4})/i;
const ROW_SPAN = /\browspan\s?=\s?["']?(\d{1,4})/i;

/** @returns at least 1. */
const spanIn = (attributes: string, span: RegExp): number => Math.max(Number(span.exec(attributes)?.[1] ?? 1), 1);

/** A cell's text as it is read: lines without blanks around them. */
const cellText = (source: string): string =>
  source
    .replace(/&(#x[0-9a-f]+|#\d+|[a-z]{2,8});?/gi, (whole, name: string) => characterOf(name) ?? whole)
    .replace(/ *\n */g, "\n")
    .trim();

/** Those that stand in figures and labels; any other stays as it is, and is then no number. */
const CHARACTERS: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  ensp: " ",
  emsp: " ",
  thinsp: "\u2009",
  minus: "−",
  ndash: "–",
  mdash: "—",
  yen: "¥",
  pound: "£",
  euro: "€",
};

function characterOf(name: string): string | undefined {
  if (!name.startsWith("#")) return CHARACTERS[name];
  const isHexadecimal = /^#x/i.test(name);
  const point = Number.parseInt(name.slice(isHexadecimal ? 2 : 1), isHexadecimal ? 16 : 10);
  // Beyond the last code point, or half of a pair, there is no character.
  return point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff) ? undefined : String.fromCodePoint(point);
}
