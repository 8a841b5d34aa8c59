/*
 * The little that is read of Confluence's storage format (XHTML with elements of its own): who is mentioned and which tasks there are.
 * Everything runs in linear time: each pattern starts at a fixed text and has no nested quantifier.
 */

const USER = /<ri:user\s([^<>]{1,400}?)\/?>/g;
const ATTRIBUTE = /ri:(account-id|userkey|username)\s*=\s*"([^"]{1,200})"/g;

/** Accounts that a text mentions, each once, in order: account ids (Cloud), user keys or user names (Data Center). */
export function mentionsIn(storage: string): readonly string[] {
	const found = new Set<string>();
	for (const [, attributes = ''] of storage.matchAll(USER)) {
		const byName = new Map([...attributes.matchAll(ATTRIBUTE)].map(([, name, value]) => [name, decoded(value ?? '')]));
		const account = byName.get('account-id') ?? byName.get('userkey') ?? byName.get('username');
		if (account !== undefined && account !== '') found.add(account);
	}
	return [...found];
}

export interface StorageTask {
	readonly id: string;
	readonly body: string;
	/** First account mentioned in it, which is whom Confluence assigns it to; null: nobody. */
	readonly assignee: string | null;
}

/** Tasks of a page, those inside others too. */
export function tasksIn(storage: string): readonly StorageTask[] {
	const tasks: StorageTask[] = [];
	const pieces = storage.split('<ac:task>');
	for (const piece of pieces.slice(1)) {
		const id = between(piece, '<ac:task-id>', '</ac:task-id>')?.trim() ?? '';
		const start = piece.indexOf('<ac:task-body>');
		if (id === '' || start < 0) continue;
		// A list of tasks inside a task stands in its body; what follows belongs to those.
		const rest = piece.slice(start + '<ac:task-body>'.length);
		const end = ['</ac:task-body>', '<ac:task-list>'].map((mark) => rest.indexOf(mark)).filter((at) => at >= 0);
		const body = end.length === 0 ? rest : rest.slice(0, Math.min(...end));
		tasks.push({ id, body, assignee: mentionsIn(body)[0] ?? null });
	}
	return tasks;
}

function between(text: string, open: string, close: string): string | null {
	const start = text.indexOf(open);
	const end = start < 0 ? -1 : text.indexOf(close, start);
	return end < 0 ? null : text.slice(start + open.length, end);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decoded = (text: string): string => text.replace(/&(amp|lt|gt|quot|apos);/g, (whole, name: string) => ENTITIES[name] ?? whole);
