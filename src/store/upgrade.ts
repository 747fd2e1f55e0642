/** Brings an older private copy to this version, after a backup that has been looked at. */
import type { Database } from "better-sqlite3";
import { readFileSync } from "node:fs";
import { sha256 } from "#store/digest.ts";
import type { PrivateFolder } from "#store/private-copy.ts";
import { MIGRATIONS, migrate, versionOf } from "#store/schema.ts";
import { takeSnapshot } from "#store/snapshot.ts";

/**
 * Upgrades a private copy, if it is older. The user's file stays as it is until the book is edited.
 * Backups are named by version and generation, never by time, and are kept for ever.
 * @throws the system's error where there can be no backup; nothing is migrated then
 */
export function upgrade(
  db: Database,
  folder: PrivateFolder,
  path: string,
  migrations: readonly string[] = MIGRATIONS,
): void {
  const version = versionOf(db);
  if (version >= migrations.length) return;
  const { bytes, generation, sha256: taken } = takeSnapshot(db, folder.snapshotPath(), path);
  const backup = folder.writeBackup(`version-${version}-generation-${generation}.kessan`, bytes);
  if (sha256(readFileSync(backup)) !== taken) throw new Error(`the backup ${backup} is not what was written`);
  migrate(db, migrations);
}
