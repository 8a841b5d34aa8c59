import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';

/* Real data of others, read in place where the folder stands beside the checkout; nothing of it is part of this repository. */

const folder = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

export const hasSharedData = existsSync(folder);

export function sharedText(path: string): string {
	return readFileSync(`${folder}${path}`, 'utf8');
}

export function sharedRows(path: string): Array<Readonly<Record<string, string>>> {
	return parse(sharedText(path), { columns: true, bom: true, relax_quotes: true, relax_column_count: true }) as Array<Readonly<Record<string, string>>>;
}

export function sharedJson(path: string): unknown {
	return JSON.parse(sharedText(path));
}

/** Objects in column `data` of a table of answers. */
export function answeredObjects(path: string): Array<Readonly<Record<string, unknown>>> {
	return sharedRows(path).map(({ data }) => JSON.parse(data ?? 'null') as Readonly<Record<string, unknown>>);
}
