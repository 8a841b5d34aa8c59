import type { Actor } from '../evidence/actor.js';
import { sha256 } from '../evidence/key.js';
import type { ChangePlace, GitEvent } from '../git/evidence.js';
import { commitActor, giveChange, giveCheck, giveComment, giveCommit, giveReview, gitStamp, type GitSink } from '../git/facts.js';
import { samplePeople } from './people.js';

/*
 * Four weeks of a made-up team that writes the software of the sample company, with something for each light to find on Monday 2026-09-21 evening.
 * The same facts every time.
 */

/** When the sample is to be looked at: after the make-up Sunday 2026-09-20 and the Monday that follows. */
export const SAMPLE_GIT_AS_OF = '2026-09-21T20:00:00+08:00';

export const SAMPLE_GIT_REPOSITORY = { system: 'github', source: 'https://git.example.com/heartline/app', name: 'heartline/app' } as const;

/** Working days of the four weeks; Sunday 2026-09-20 is a make-up day. */
const DAYS = [
	...['08-24', '08-25', '08-26', '08-27', '08-28', '08-31', '09-01', '09-02', '09-03', '09-04'],
	...['09-07', '09-08', '09-09', '09-10', '09-11', '09-14', '09-15', '09-16', '09-17', '09-18', '09-20', '09-21'],
].map((day) => `2026-${day}`);

interface Day {
	readonly merged: number;
	readonly abandoned: number;
	/** Commits by module. */
	readonly commits: Readonly<Record<string, number>>;
}

interface Developer {
	readonly login: string;
	readonly module: string;
	/** Days that differ from the usual one: one change merged, two commits. */
	readonly days: Readonly<Record<string, Partial<Day>>>;
}

const DEVELOPERS: readonly Developer[] = [
	{
		// Red on three working days in a row: failure rate, one module again and again, failure rate.
		login: 'qin-lang',
		module: 'src/telemetry',
		days: { '2026-09-18': { merged: 1, abandoned: 2 }, '2026-09-20': { merged: 1, commits: { 'src/telemetry': 6 } }, '2026-09-21': { merged: 1, abandoned: 1 } },
	},
	{
		// Red earlier and out again; later exactly at both limits, which is not above them.
		login: 'he-yunfan',
		module: 'src/alerts',
		days: {
			'2026-09-08': { merged: 1, abandoned: 1 },
			'2026-09-09': { merged: 1, commits: { 'src/alerts': 7 } },
			'2026-09-10': { merged: 0, abandoned: 1 },
			'2026-09-18': { merged: 3, abandoned: 2 },
			'2026-09-21': { merged: 1, commits: { 'src/alerts': 5 } },
		},
	},
	// On the way: the last two of three days.
	{ login: 'liu-tinglan', module: 'src/report', days: { '2026-09-20': { merged: 1, abandoned: 2 }, '2026-09-21': { merged: 1, commits: { 'src/report': 7 } } } },
	{ login: 'shen-jiahe', module: 'src/pairing', days: {} },
];

const USUAL: Day = { merged: 1, abandoned: 0, commits: {} };
const LEAD = 'gu-zhixing';
const MENTOR = 'shen-jiahe';

/** The activity of the sample team as evidence, in order of time. */
export function sampleGitActivity(): readonly GitEvent[] {
	const events: GitEvent[] = [];
	const sink: GitSink = { event: (event) => void events.push(event), finding: () => undefined };
	let number = 0;

	const change = (login: string, day: string, clock: string, outcome: 'merged' | 'abandoned' | 'open', extra: { readonly draft?: boolean; readonly title?: string; readonly body?: string; readonly by?: string } = {}): ChangePlace => {
		number++;
		const title = extra.title ?? `Step ${number} of ${moduleOf(login)}`;
		const place: ChangePlace = {
			repository: SAMPLE_GIT_REPOSITORY.name,
			change: String(number),
			title,
			url: `${SAMPLE_GIT_REPOSITORY.source}/pull/${number}`,
			author: accountOf(login),
			draft: extra.draft ?? false,
			head: { repository: SAMPLE_GIT_REPOSITORY.name, branch: `${login.replace('[bot]', '')}/${number}`, sha: shaOf(`head ${number}`) },
			targetBranch: 'main',
		};
		const decidedAt = outcome === 'open' ? null : gitStamp(at(day, clock, 90));
		giveChange(
			{ place, createdAt: gitStamp(at(day, clock, 0)), state: outcome, decidedAt, by: accountOf(extra.by ?? (outcome === 'merged' ? MENTOR : login)), mergedAs: outcome === 'merged' ? shaOf(`merge ${number}`) : null, updatedAt: decidedAt, merging: 'clean', body: extra.body ?? null },
			SAMPLE_GIT_REPOSITORY.source,
			sink,
		);
		const reviewer = login === MENTOR ? LEAD : MENTOR;
		giveReview({ id: String(7000 + number), reviewer: accountOf(reviewer), state: outcome === 'abandoned' ? 'changesRequested' : 'approved', at: gitStamp(at(day, clock, 45)) }, place, SAMPLE_GIT_REPOSITORY.source, sink);
		giveCheck({ id: `check/${9000 + number}`, sha: place.head?.sha ?? '', name: 'build', conclusion: outcome === 'abandoned' ? 'failure' : 'success', url: null, at: gitStamp(at(day, clock, 20)) }, { change: place.change, author: place.author }, SAMPLE_GIT_REPOSITORY, sink);
		return place;
	};
	const commit = (login: string, day: string, clock: string, module: string, message: string, extra: { readonly copyOf?: string; readonly parents?: number } = {}): void => {
		const person = accountOf(login);
		const author = { ...commitActor(person.name, person.email), ...person };
		const name = `${login} ${day} ${clock} ${module} ${message}`;
		giveCommit(
			{ sha: shaOf(extra.copyOf === undefined ? name : `copy of ${name}`), url: `${SAMPLE_GIT_REPOSITORY.source}/commit/${shaOf(name)}`, message, author, authorEmail: person.email, committer: author, authoredAt: at(day, clock, 0), committedAt: at(day, clock, 5), parents: extra.parents ?? 1, paths: [`${module}/view.ts`, `${module}/model.ts`] },
			{ change: null, branch: 'main' },
			SAMPLE_GIT_REPOSITORY,
			sink,
		);
	};

	for (const day of DAYS) {
		for (const { login, module, days } of DEVELOPERS) {
			const { merged, abandoned, commits } = { ...USUAL, ...days[day] };
			for (let made = 0; made < merged; made++) change(login, day, clockOf(9 + made), 'merged');
			for (let made = 0; made < abandoned; made++) change(login, day, clockOf(13 + made), 'abandoned');
			const perModule = Object.keys(commits).length > 0 ? commits : { [module]: 2 };
			for (const [place, count] of Object.entries(perModule)) for (let made = 0; made < count; made++) commit(login, day, clockOf(9 + made), place, `Work on ${place}, part ${made + 1}`);
		}
		// A machine account: neither developer nor reviewer.
		change('deps[bot]', day, '06:00', 'abandoned', { title: 'Update dependencies' });
	}
	// Left out by the rules: a draft, one that another has replaced, a copy of a commit, a merge.
	change('qin-lang', '2026-09-02', '16:00', 'abandoned', { draft: true, title: 'Draft: try another store' });
	change('shen-jiahe', '2026-09-16', '16:00', 'abandoned', { title: 'Pairing by code', body: `Superseded by #${number + 2}` });
	change('shen-jiahe', '2026-09-16', '16:30', 'merged', { title: 'Pairing by code, second attempt', by: LEAD });
	for (let copy = 0; copy < 3; copy++) commit('shen-jiahe', '2026-09-17', `1${copy}:00`, 'src/pairing', 'Merge branch main', { parents: 2 });
	commit('liu-tinglan', '2026-09-17', '09:00', 'src/report', 'Work on src/report, part 1', { copyOf: 'force push' });
	const disputed = change('liu-tinglan', '2026-09-21', '15:00', 'open', { title: 'Export of alerts' });
	giveComment({ id: '5001', commenter: accountOf('he-yunfan'), location: 'conversation', text: '这个逻辑和《报警接口说明》文档冲突', at: gitStamp(at('2026-09-21', '15:30', 0)) }, disputed, SAMPLE_GIT_REPOSITORY.source, sink);
	giveComment({ id: '5002', commenter: accountOf(MENTOR), location: 'diff', text: 'No conflict with the interface description here.', at: gitStamp(at('2026-09-21', '15:40', 0)) }, disputed, SAMPLE_GIT_REPOSITORY.source, sink);
	return events.sort((a, b) => instantOf(a) - instantOf(b) || (a.id < b.id ? -1 : 1));
}

const instantOf = ({ time }: GitEvent): number => gitStamp(time)?.instant ?? 0;
const shaOf = (name: string): string => sha256(`sample ${name}`).slice(0, 40);
const clockOf = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
const moduleOf = (login: string): string => DEVELOPERS.find((developer) => developer.login === login)?.module ?? 'the product';

/** @param minutes after the clock time, less than twelve hours */
function at(day: string, clock: string, minutes: number): string {
	const total = Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5)) + minutes;
	return `${day}T${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}:00+08:00`;
}

const NAMES: ReadonlyMap<string, { readonly name: string; readonly email: string | null }> = new Map(
	samplePeople.flatMap(({ name, email, accounts }) => accounts.flatMap(({ system, account }) => (system === 'github' ? [[account, { name, email }] as const] : []))),
);

function accountOf(login: string): Actor {
	const known = NAMES.get(login);
	return { system: 'github', account: login, name: known?.name ?? null, email: known?.email ?? null, bot: login.endsWith('[bot]') };
}
