import { SqliteConnection } from '../../src/store/sqlite/connection';

/** A value of the database, and where it stands. */
export interface Cell {
  /** `table.column` */
  at: string;
  value: string;
}

/** Every value of every column of every table of an SQLite file, which may be open. */
export function dumpDatabase(file: string): Cell[] {
  const connection = new SqliteConnection(file);
  try {
    const tables = connection
      .all("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
      .map(([name]) => String(name));
    return tables.flatMap((table) => {
      const columns = connection.all(`select name from pragma_table_info('${table}') order by cid`).flat();
      const rows = connection.all(`select ${columns.map((name) => `"${name}"`).join(', ')} from "${table}"`);
      return rows.flatMap((row) =>
        row.map((value, index) => ({ at: `${table}.${columns[index]}`, value: String(value) })),
      );
    });
  } finally {
    connection.close();
  }
}

/** The columns in which one of the texts stands, in any case, each once. */
export function columnsWith(cells: readonly Cell[], texts: readonly string[]): string[] {
  const wanted = texts.map((text) => text.toLowerCase());
  const found = cells.filter(({ value }) => wanted.some((text) => value.toLowerCase().includes(text)));
  return [...new Set(found.map(({ at }) => at))].sort();
}
