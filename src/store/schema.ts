/**
 * The tables of a book, as numbered migrations that only go forward. A migration that has been
 * shipped is never edited: the gate compares every book with what these very texts create.
 *
 * Text ids are the book's own; a table's rows stand in the order in which they were added, except
 * facts, which stand in the order of their key. References are checked at the end of a commit, so
 * that the rows of one deed may be written in any order.
 */
import Database from "better-sqlite3";

/** "KESS", at offset 68 of every book, so that `file` and other programs can tell one. */
export const APPLICATION_ID = 0x4b455353;

const CREATE = `
CREATE TABLE section (
  id       TEXT    NOT NULL PRIMARY KEY,
  label_en TEXT    NOT NULL,
  label_ja TEXT    NOT NULL,
  position INTEGER NOT NULL -- order on the page
) STRICT;

CREATE TABLE line (
  id       TEXT    NOT NULL PRIMARY KEY, -- its name in formulas
  label_en TEXT    NOT NULL,
  label_ja TEXT    NOT NULL,
  section  TEXT    NOT NULL REFERENCES section (id) DEFERRABLE INITIALLY DEFERRED,
  parent   TEXT    REFERENCES line (id) DEFERRABLE INITIALLY DEFERRED, -- for display alone; NULL: at the top of its section
  unit     TEXT    NOT NULL, -- 'JPY million', '%', 'contracts'
  kind     TEXT    NOT NULL CHECK (kind IN ('flow', 'stock', 'ratio')),
  formula  TEXT, -- holds for every span; NULL: none
  note     TEXT    NOT NULL,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE company (
  id             TEXT    NOT NULL PRIMARY KEY,
  name_en        TEXT    NOT NULL,
  name_ja        TEXT    NOT NULL,
  year_end_month INTEGER NOT NULL CHECK (year_end_month BETWEEN 1 AND 12),
  fy_named_by    TEXT    NOT NULL CHECK (fy_named_by IN ('start', 'end')),
  currency       TEXT    NOT NULL, -- ISO 4217
  scale          TEXT    NOT NULL, -- what new money lines are given in: 'million'
  position       INTEGER NOT NULL
) STRICT;

CREATE TABLE company_line (
  company  TEXT    NOT NULL REFERENCES company (id) DEFERRABLE INITIALLY DEFERRED,
  line     TEXT    NOT NULL REFERENCES line (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  label_en TEXT, -- NULL: the line's own label serves
  label_ja TEXT,
  PRIMARY KEY (company, line)
) STRICT;

CREATE TABLE source (
  id        TEXT NOT NULL PRIMARY KEY,
  company   TEXT NOT NULL REFERENCES company (id) DEFERRABLE INITIALLY DEFERRED,
  title     TEXT NOT NULL,
  kind      TEXT NOT NULL CHECK (kind IN ('presentation', 'tanshin', 'report', 'press-release', 'spreadsheet', 'hand')),
  published TEXT, -- '2006-11-02', or '2006-05' where only the month is known; NULL: undated, ranked lowest
  rounding  TEXT NOT NULL CHECK (rounding IN ('nearest', 'truncated')) -- of amounts; percentages are rounded to nearest
) STRICT;

CREATE TABLE fact (
  company     TEXT    NOT NULL REFERENCES company (id) DEFERRABLE INITIALLY DEFERRED,
  scope       TEXT    NOT NULL CHECK (scope IN ('consolidated', 'non-consolidated')),
  basis       TEXT    NOT NULL CHECK (basis IN ('actual', 'target', 'estimate')),
  line        TEXT    NOT NULL REFERENCES line (id) DEFERRABLE INITIALLY DEFERRED,
  span_start  INTEGER NOT NULL, -- boundary: 4 x the calendar year in which the fiscal year starts + quarters since
  span_length INTEGER NOT NULL CHECK (span_length >= 0), -- quarters; 0: a balance, at the boundary itself
  source      TEXT    NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  mantissa    INTEGER CHECK (mantissa BETWEEN -9007199254740991 AND 9007199254740991), -- as printed, without its point; NULL: printed '-', the item does not exist (a figure not entered has no row)
  decimals    INTEGER CHECK (decimals BETWEEN -15 AND 15), -- value = mantissa x 10^-decimals in the printed unit; NULL exactly where mantissa is
  restated    INTEGER NOT NULL CHECK (restated IN (0, 1)), -- 1: the source marks the figure as restated
  page        TEXT    NOT NULL, -- '' where unknown
  as_printed  TEXT    NOT NULL, -- the characters of the source: '(26,827)'
  CHECK ((mantissa IS NULL) = (decimals IS NULL)),
  PRIMARY KEY (company, scope, basis, line, span_start, span_length, source)
) STRICT, WITHOUT ROWID;

CREATE TABLE statement (
  id          TEXT    NOT NULL PRIMARY KEY,
  company     TEXT    NOT NULL REFERENCES company (id) DEFERRABLE INITIALLY DEFERRED,
  scope       TEXT    NOT NULL CHECK (scope IN ('consolidated', 'non-consolidated')),
  source      TEXT    NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  page        TEXT    NOT NULL,
  expression  TEXT    NOT NULL, -- in the formula language, over the span
  span_start  INTEGER NOT NULL,
  span_length INTEGER NOT NULL CHECK (span_length >= 0),
  mantissa    INTEGER NOT NULL CHECK (mantissa BETWEEN -9007199254740991 AND 9007199254740991),
  decimals    INTEGER NOT NULL CHECK (decimals BETWEEN -15 AND 15),
  unit        TEXT    NOT NULL,
  as_printed  TEXT    NOT NULL
) STRICT;

CREATE TABLE note (
  id          TEXT    NOT NULL PRIMARY KEY,
  company     TEXT    NOT NULL REFERENCES company (id) DEFERRABLE INITIALLY DEFERRED,
  line        TEXT    REFERENCES line (id) DEFERRABLE INITIALLY DEFERRED, -- NULL: on no one line
  span_start  INTEGER, -- NULL: on no one span
  span_length INTEGER CHECK (span_length >= 0), -- NULL exactly where span_start is
  source      TEXT    REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED, -- NULL: the user's own words
  text_en     TEXT    NOT NULL,
  text_ja     TEXT    NOT NULL,
  CHECK ((span_start IS NULL) = (span_length IS NULL))
) STRICT;

CREATE TABLE journal (
  entry    INTEGER NOT NULL PRIMARY KEY, -- from 1 without holes; a commit after undos drops the entries it overtakes
  saved_at TEXT    NOT NULL, -- UTC; a label for people: the order is that of the entries
  deed     TEXT    NOT NULL, -- JSON: what was done, in words
  changes  TEXT    NOT NULL -- JSON: every row before and after
) STRICT;

CREATE TABLE state (
  one             INTEGER NOT NULL PRIMARY KEY CHECK (one = 1), -- there is one row
  generation      INTEGER NOT NULL, -- counts every commit, undo and redo
  applied         INTEGER NOT NULL, -- the journal entry that undo would turn round; 0: none
  digest          TEXT    NOT NULL, -- sha-256 of the book's rows, of which see digest.ts
  digested_at     INTEGER NOT NULL -- the generation the digest was taken at; published files have it at their own
) STRICT;

INSERT INTO state VALUES (1, 0, 0, '', -1);
`;

/** Breaks in a series: what makes two figures of one line not comparable. */
const BREAKS = `
CREATE TABLE break (
  id       TEXT    NOT NULL PRIMARY KEY,
  company  TEXT    NOT NULL REFERENCES company (id) DEFERRABLE INITIALLY DEFERRED,
  line     TEXT    REFERENCES line (id) DEFERRABLE INITIALLY DEFERRED, -- NULL: every line of the company
  boundary INTEGER NOT NULL, -- figures up to it are not comparable with those after it
  text_en  TEXT    NOT NULL,
  text_ja  TEXT    NOT NULL
) STRICT;
`;

/** What a briefing tells besides figures, charts that were kept, and quarters that are closed. */
const BRIEFING = `
ALTER TABLE note ADD COLUMN scope TEXT CHECK (scope IN ('consolidated', 'non-consolidated')); -- NULL: of both
ALTER TABLE note ADD COLUMN basis TEXT CHECK (basis IN ('actual', 'target', 'estimate')); -- NULL: of all

CREATE TABLE event (
  id       TEXT NOT NULL PRIMARY KEY,
  company  TEXT NOT NULL REFERENCES company (id) DEFERRABLE INITIALLY DEFERRED,
  date     TEXT NOT NULL, -- '2006-10-01', or '2006-10' where only the month is known
  kind     TEXT NOT NULL CHECK (kind IN ('service', 'group', 'other')),
  title_en TEXT NOT NULL,
  title_ja TEXT NOT NULL,
  field_en TEXT NOT NULL, -- the area of business; '' where none is named
  field_ja TEXT NOT NULL,
  text_en  TEXT NOT NULL,
  text_ja  TEXT NOT NULL,
  source   TEXT REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED -- NULL: the user's own words
) STRICT;

CREATE TABLE affiliate (
  id       TEXT    NOT NULL PRIMARY KEY,
  company  TEXT    NOT NULL REFERENCES company (id) DEFERRABLE INITIALLY DEFERRED,
  name_en  TEXT    NOT NULL,
  name_ja  TEXT    NOT NULL,
  holder   TEXT    REFERENCES affiliate (id) DEFERRABLE INITIALLY DEFERRED, -- NULL: the company itself
  mantissa INTEGER CHECK (mantissa BETWEEN -9007199254740991 AND 9007199254740991), -- the share held in percent, as printed; NULL: not known
  decimals INTEGER CHECK (decimals BETWEEN -15 AND 15), -- NULL exactly where mantissa is
  kind     TEXT    NOT NULL CHECK (kind IN ('consolidated', 'equity-method', 'other')),
  position INTEGER NOT NULL,
  CHECK ((mantissa IS NULL) = (decimals IS NULL))
) STRICT;

CREATE TABLE particular (
  id        TEXT    NOT NULL PRIMARY KEY,
  company   TEXT    NOT NULL REFERENCES company (id) DEFERRABLE INITIALLY DEFERRED,
  affiliate TEXT    REFERENCES affiliate (id) DEFERRABLE INITIALLY DEFERRED, -- NULL: of the company itself
  label_en  TEXT    NOT NULL,
  label_ja  TEXT    NOT NULL,
  text_en   TEXT    NOT NULL,
  text_ja   TEXT    NOT NULL,
  position  INTEGER NOT NULL
) STRICT;

CREATE TABLE chart (
  id       TEXT    NOT NULL PRIMARY KEY,
  company  TEXT    NOT NULL REFERENCES company (id) DEFERRABLE INITIALLY DEFERRED,
  title_en TEXT    NOT NULL,
  title_ja TEXT    NOT NULL,
  drawing  TEXT    NOT NULL, -- JSON: what is drawn
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE quarter_lock (
  company  TEXT    NOT NULL REFERENCES company (id) DEFERRABLE INITIALLY DEFERRED,
  boundary INTEGER NOT NULL, -- the end of the quarter that is closed
  text     TEXT    NOT NULL, -- why; '' where nobody said
  PRIMARY KEY (company, boundary)
) STRICT;

CREATE TABLE page_line (
  company  TEXT    NOT NULL REFERENCES company (id) DEFERRABLE INITIALLY DEFERRED,
  page     TEXT    NOT NULL CHECK (page IN ('period', 'services', 'balance', 'targets')),
  line     TEXT    NOT NULL REFERENCES line (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  PRIMARY KEY (company, page, line)
) STRICT;
`;

/** What turns version n into version n + 1, at index n. Version 0 is an empty file. */
export const MIGRATIONS: readonly string[] = [CREATE, BREAKS, BRIEFING];

/** The version of a book that this build writes, and the newest it reads. */
export const CURRENT_VERSION = MIGRATIONS.length;

/** The version a database says it has. */
export const versionOf = (db: Database.Database): number => Number(db.pragma("user_version", { simple: true }));

/**
 * Brings a database to the newest version, each migration in one transaction with its number.
 * References are checked by hand at the end of each, because a migration may rebuild a table.
 * @throws Error where a migration leaves a reference dangling; that migration is then undone.
 */
export function migrate(db: Database.Database, migrations: readonly string[] = MIGRATIONS): void {
  db.pragma("foreign_keys = OFF");
  for (let version = versionOf(db); version < migrations.length; version++) {
    db.transaction(() => {
      db.exec(migrations[version] ?? "");
      db.pragma(`application_id = ${APPLICATION_ID}`);
      db.pragma(`user_version = ${version + 1}`);
      const dangling = db.pragma("foreign_key_check") as readonly unknown[];
      if (dangling.length > 0)
        throw new Error(`migration ${version + 1} leaves ${dangling.length} dangling references`);
    }).immediate();
  }
  db.pragma("foreign_keys = ON");
}

/** Every object of a database, as one text per object, in an order that does not depend on its history. */
export const schemaOf = (db: Database.Database): string[] =>
  db
    .prepare<[], string>(
      "SELECT type || ' ' || name || ' on ' || tbl_name || ': ' || coalesce(sql, 'implied') FROM sqlite_schema ORDER BY 1",
    )
    .pluck()
    .all();

/** What {@link schemaOf} answers for an honest book of a version. */
export function expectedSchema(version: number, migrations: readonly string[] = MIGRATIONS): string[] {
  const db = new Database(":memory:");
  try {
    migrate(db, migrations.slice(0, version));
    return schemaOf(db);
  } finally {
    db.close();
  }
}
