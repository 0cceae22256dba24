import { readTable, SurveyError } from '@tailcamp/matching';
import { AppError } from '../../../../kernel/app-error.js';
import { NEEDED_COLUMNS, readItemsCsv, type TableRow } from '../../domain/files/items-csv.js';
import { readItemsYaml } from '../../domain/files/items-yaml.js';
import { readQtiItem } from '../../domain/files/qti/item.js';
import { PackageError, readQtiPackage } from '../../domain/files/qti/package.js';
import { ItemReader, type ReadItems, slugOf } from '../../domain/files/read-items.js';

/** A file as it came: text, or a package in base64. */
export interface GivenFile {
  fileName: string;
  content: string;
}

/**
 * Reads questions of YAML, JSON, CSV, an item of QTI or a package of them, by the end of the file's name.
 * @throws AppError `invalid_file` where nothing can be read at all
 */
export function readItems({ fileName, content }: GivenFile, skill: string | null): ReadItems {
  switch (endOf(fileName)) {
    case 'yaml':
    case 'yml':
    case 'json':
      return readItemsYaml(content, skill);
    case 'csv':
    case 'tsv':
    case 'txt':
      return readItemsCsv(tableOf({ fileName, content }, NEEDED_COLUMNS, 'questions'), skill, nameOf());
    case 'xml': {
      const reader = new ItemReader();
      readQtiItem(reader, fileName, content, skill);
      return reader.result;
    }
    case 'zip':
      try {
        return readQtiPackage(Buffer.from(content, 'base64'), skill);
      } catch (error) {
        if (error instanceof PackageError) throw unreadable(fileName, fileName, error.message);
        throw error;
      }
    default:
      throw unreadable(fileName, fileName, 'it is none of .yaml, .json, .csv, .xml (QTI) and .zip (QTI)');
  }
}

/** @throws AppError `invalid_file` naming row and column, or the columns that are missing */
export function tableOf(
  { fileName, content }: GivenFile,
  needed: readonly string[],
  rowsAre: string,
): readonly TableRow[] {
  try {
    const table = readTable(content, { fileName, rowsAre });
    const places = new Map(table.columns.map((name, place) => [name.trim().toLowerCase(), place]));
    const missing = needed.find((column) => !places.has(column));
    if (missing !== undefined) throw unreadable(fileName, 'row 1', `there is no column "${missing}"`);
    return table.rows.map(({ row, cells }) => ({
      row,
      cell: (column) => cells[places.get(column) ?? -1]?.trim() ?? '',
    }));
  } catch (error) {
    if (!(error instanceof SurveyError)) throw error;
    const fields = error.problems.map(({ row, column, columnName, reason }) => ({
      field: `row ${row}, column ${columnName === null ? column : `"${columnName}"`}`,
      message: reason,
    }));
    const [first] = fields;
    const detail = `${fileName}: ${first?.field}: ${first?.message}.`;
    throw new AppError('invalid_file', { detail, fields, cause: error });
  }
}

export function unreadable(fileName: string, field: string, message: string): AppError {
  return new AppError('invalid_file', { detail: `${fileName}: ${message}.`, fields: [{ field, message }] });
}

export const endOf = (fileName: string): string => (fileName.split('.').at(-1) ?? '').toLowerCase();
/** The name of a file without its folder and end. */
export const stemOf = (fileName: string): string =>
  (fileName.split(/[\\/]/).at(-1) ?? fileName).replace(/\.[^.]+$/, '');

/** Names by first words, told apart by a number. */
function nameOf(): (stem: string) => string {
  const given = new Map<string, number>();
  return (stem) => {
    const name = slugOf(stem.split(/\s+/).slice(0, 6).join(' '))?.slice(0, 60) ?? 'question';
    const count = (given.get(name) ?? 0) + 1;
    given.set(name, count);
    return count === 1 ? name : `${name}-${count}`;
  };
}
