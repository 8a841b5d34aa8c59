import { canonicalJson } from '../evidence/key.js';
import { parseMoment } from '../time/moment.js';
import { UTC } from '../time/zone.js';
import type { Person } from './person.js';
import { byText, comparable, type DirectoryProblem, type PeopleReading } from './reading.js';

/** A person as one record states it: other people are still named in the words of the source. */
export interface PersonDraft {
	readonly person: Person;
	/** Other words that name this person for sure: e-mail, login, employee number, DN. */
	readonly aliases: readonly string[];
	/** Words that may name several people: `Jane Doe`, `Doe, Jane`. */
	readonly names: readonly string[];
	readonly record: string;
	readonly index: number;
}

const LINKS = ['managerId', 'mentorId', 'teamLeadId'] as const;
const LINK_WORDS: Readonly<Record<(typeof LINKS)[number], { readonly en: string; readonly zh: string }>> = {
	managerId: { en: 'manager', zh: '直属上级' },
	mentorId: { en: 'mentor', zh: '导师' },
	teamLeadId: { en: 'team lead', zh: '团队负责人' },
};

/**
 * Turns drafts into people: repeats of one id become one, and managers, mentors and team leads named by e-mail, login, DN or name become ids.
 * What names nobody or several stays as written and is reported; nothing is guessed. Independent of the order of the drafts.
 */
export function settleDrafts(drafts: readonly PersonDraft[], problems: readonly DirectoryProblem[]): PeopleReading {
	const reported = [...problems];
	const settled = mergeRepeats(drafts, reported);
	const ids = new Set(settled.map((draft) => draft.person.id));
	const byAlias = index(settled, (draft) => draft.aliases);
	const byName = index(settled, (draft) => draft.names);

	const people = settled.map((draft): Person => {
		const links: Partial<Record<(typeof LINKS)[number], string>> = {};
		for (const link of LINKS) {
			const written = draft.person[link];
			if (written === null || ids.has(written)) continue;
			const key = comparable(written);
			const found = byAlias.get(key) ?? byName.get(key) ?? [];
			const [only, ...others] = found;
			if (only !== undefined && others.length === 0) {
				links[link] = only;
				continue;
			}
			const words = LINK_WORDS[link];
			reported.push({
				kind: 'warning',
				record: draft.record,
				index: draft.index,
				field: link,
				value: written,
				message:
					only === undefined
						? { en: `${draft.person.name} has the ${words.en} “${written}”, who is not among the people read. Add that person or correct the entry.`, 'zh-CN': `${draft.person.name} 的${words.zh}“${written}”不在所读取的人员中。请补充该人员或更正此项。` }
						: { en: `${draft.person.name} has the ${words.en} “${written}”, which names ${found.length} people (${found.join(', ')}). Enter the id instead.`, 'zh-CN': `${draft.person.name} 的${words.zh}“${written}”对应 ${found.length} 人（${found.join('、')}）。请改填编号。` },
			});
		}
		return { ...draft.person, ...links };
	});
	const origins = new Map<string, number[]>();
	for (const { person, index: position } of [...drafts].sort((a, b) => a.index - b.index)) origins.set(person.id, [...(origins.get(person.id) ?? []), position]);
	return { people, problems: reported, origins };
}

function index(drafts: readonly PersonDraft[], wordsOf: (draft: PersonDraft) => readonly string[]): ReadonlyMap<string, readonly string[]> {
	const found = new Map<string, string[]>();
	for (const draft of drafts) {
		for (const word of new Set(wordsOf(draft).map(comparable))) {
			if (word === '') continue;
			const ids = found.get(word);
			if (ids) ids.push(draft.person.id);
			else found.set(word, [draft.person.id]);
		}
	}
	return found;
}

/** One draft per id, in order of id. Of differing records the one the source changed last is taken, and the difference is reported. */
function mergeRepeats(drafts: readonly PersonDraft[], problems: DirectoryProblem[]): readonly PersonDraft[] {
	const groups = new Map<string, PersonDraft[]>();
	for (const draft of drafts) {
		const group = groups.get(draft.person.id);
		if (group) group.push(draft);
		else groups.set(draft.person.id, [draft]);
	}
	return [...groups]
		.sort(([a], [b]) => byText(a, b))
		.map(([id, group]) => {
			const [single, ...repeats] = group;
			if (single !== undefined && repeats.length === 0) return single;
			const ranked = group
				.map((draft) => ({ draft, time: parseMoment(draft.person.evidence.time, UTC)?.earliest ?? Number.MIN_SAFE_INTEGER, content: canonicalJson(draft.person) }))
				.sort((a, b) => b.time - a.time || byText(b.content, a.content));
			const [latest] = ranked;
			if (latest === undefined) throw new RangeError(`No record for ${id}.`);
			if (ranked.some((other) => other.content !== latest.content)) {
				problems.push({
					kind: 'warning',
					record: group.map((draft) => draft.record).sort(byText).join(', '),
					index: latest.draft.index,
					field: 'id',
					value: id,
					message: {
						en: `The id ${id} stands in ${group.length} records that differ; the one changed last was used. Keep one record per person.`,
						'zh-CN': `编号 ${id} 有 ${group.length} 条不一致的记录，已采用最后修改的一条。请为每人只保留一条记录。`,
					},
				});
			}
			return latest.draft;
		});
}
