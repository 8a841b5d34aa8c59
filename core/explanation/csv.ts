/** What opens a formula in a spreadsheet; an apostrophe before it keeps it a text. Source: OWASP "CSV injection". */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
/** The same behind a mark that another spreadsheet, or one of another country, takes for the end of a cell. */
const INNER_FORMULA = /([;\t]\s*)(?=[=+\-@＝＋－＠])/g;

/**
 * A table as CSV: RFC 4180, CRLF, every text in quotes where it needs them. A text that a spreadsheet would take for a formula gets an apostrophe.
 *
 * @param byteOrderMark true lets spreadsheet programs read Chinese without being asked for the encoding
 */
export function csvOf(rows: ReadonlyArray<ReadonlyArray<string | number | boolean | null>>, byteOrderMark = true): string {
	return `${byteOrderMark ? '\uFEFF' : ''}${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`;
}

function cellOf(value: string | number | boolean | null): string {
	if (value === null) return '';
	if (typeof value !== 'string') return String(value);
	const text = (FORMULA.test(value.trimStart()) || FORMULA.test(value) ? `'${value}` : value).replace(INNER_FORMULA, "$1'");
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
