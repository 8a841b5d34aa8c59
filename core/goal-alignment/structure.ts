import { byText, comparable } from '../people/reading.js';
import type { ActionEntry, GoalEntry, GoalTable, StageEntry } from './table.js';

/** The tree that goals and actions make, whatever is wrong with it. */
export interface GoalStructure {
	/** Goals by comparable id, one each; of conflicting rows the first by content. */
	readonly goals: ReadonlyMap<string, GoalEntry>;
	/** One of each id. */
	readonly actions: readonly ActionEntry[];
	/** Rows that stand for one id, more than one: what they say differs. */
	readonly conflicts: ReadonlyArray<readonly [GoalEntry, ...GoalEntry[]] | readonly [ActionEntry, ...ActionEntry[]] | readonly [StageEntry, ...StageEntry[]]>;
	/** Records that are in conflict. */
	readonly conflicting: ReadonlySet<string>;
	parentOf(entry: GoalEntry | ActionEntry): GoalEntry | null;
	/** Goals of this name. */
	named(name: string): readonly GoalEntry[];
	/** Goals and actions that contribute to a goal, in order of id. */
	childrenOf(goal: GoalEntry): ReadonlyArray<GoalEntry | ActionEntry>;
	/** Each cycle once, from its smallest id. */
	readonly cycles: ReadonlyArray<readonly GoalEntry[]>;
	/** Comparable ids of goals in a cycle. */
	readonly inCycle: ReadonlySet<string>;
	/** Goals without a known parent, in order of id. */
	readonly roots: readonly GoalEntry[];
	/** Comparable ids of goals below which there is an action. */
	readonly reached: ReadonlySet<string>;
	readonly stages: readonly StageEntry[];
	stageOf(text: string | null): StageEntry | null;
}

/** Goals before actions, then by id. */
const inOrder = (a: GoalEntry | ActionEntry, b: GoalEntry | ActionEntry): number => byText(b.kind, a.kind) || byText(a.id, b.id);

export function goalStructure({ goals: goalRows, actions: actionRows, stages: stageRows }: Pick<GoalTable, 'goals' | 'actions' | 'stages'>): GoalStructure {
	const goalGroups = grouped(goalRows);
	const actionGroups = grouped(actionRows);
	const stageGroups = grouped(stageRows);
	const goals = new Map([...goalGroups].map(([id, [first]]) => [id, first]));
	const actions = [...actionGroups.values()].map(([first]) => first).sort(inOrder);
	const conflicts = [...goalGroups.values(), ...actionGroups.values(), ...stageGroups.values()].filter((group) => group.length > 1);
	const byName = new Map<string, GoalEntry[]>();
	for (const goal of goals.values()) {
		const same = byName.get(comparable(goal.name));
		if (same) same.push(goal);
		else byName.set(comparable(goal.name), [goal]);
	}
	const named = (name: string): readonly GoalEntry[] => byName.get(comparable(name)) ?? [];
	const parentOf = ({ parent }: GoalEntry | ActionEntry): GoalEntry | null => {
		if (parent === null) return null;
		const [only, ...others] = named(parent);
		return goals.get(comparable(parent)) ?? (others.length > 0 ? null : (only ?? null));
	};
	const children = new Map<GoalEntry, Array<GoalEntry | ActionEntry>>();
	const sorted = [...goals.values()].sort(inOrder);
	for (const entry of [...sorted, ...actions]) {
		const parent = parentOf(entry);
		if (parent === null) continue;
		const list = children.get(parent);
		if (list) list.push(entry);
		else children.set(parent, [entry]);
	}
	const cycles = cyclesOf(sorted, parentOf);
	const stages = [...stageGroups.values()].map(([first]) => first).sort((a, b) => a.order - b.order || byText(a.id, b.id));
	const stageByWord = new Map(stages.flatMap((stage) => [stage.id, stage.name.en, stage.name['zh-CN'], ...stage.words].map((word) => [comparable(word), stage] as const)));
	return {
		goals,
		actions,
		conflicts,
		conflicting: new Set(conflicts.flatMap((group) => group.flatMap(({ evidence }) => (evidence === null ? [] : [evidence.id])))),
		parentOf,
		named,
		childrenOf: (goal) => children.get(goal) ?? [],
		cycles,
		inCycle: new Set(cycles.flatMap((cycle) => cycle.map(({ id }) => comparable(id)))),
		roots: sorted.filter((goal) => parentOf(goal) === null),
		reached: reachedBy(actions, parentOf),
		stages,
		stageOf: (text) => (text === null ? null : (stageByWord.get(comparable(text)) ?? null)),
	};
}

/** Rows by comparable id, those of one id in order of their content. */
function grouped<Row extends GoalEntry | ActionEntry | StageEntry>(rows: readonly Row[]): ReadonlyMap<string, readonly [Row, ...Row[]]> {
	const groups = new Map<string, [Row, ...Row[]]>();
	for (const row of [...rows].sort((a, b) => byText(a.id, b.id) || byText(a.evidence?.id ?? '', b.evidence?.id ?? ''))) {
		const group = groups.get(comparable(row.id));
		if (group) group.push(row);
		else groups.set(comparable(row.id), [row]);
	}
	return groups;
}

/** Every goal has one parent at most, so that following parents from each goal finds every cycle. */
function cyclesOf(goals: readonly GoalEntry[], parentOf: GoalStructure['parentOf']): ReadonlyArray<readonly GoalEntry[]> {
	const done = new Set<GoalEntry>();
	const cycles: GoalEntry[][] = [];
	for (const start of goals) {
		const path: GoalEntry[] = [];
		const onPath = new Set<GoalEntry>();
		let current: GoalEntry | null = start;
		while (current !== null && !done.has(current)) {
			done.add(current);
			path.push(current);
			onPath.add(current);
			current = parentOf(current);
		}
		if (current === null || !onPath.has(current)) continue;
		const cycle = path.slice(path.indexOf(current));
		const smallest = cycle.reduce((least, goal, at) => (byText(goal.id, cycle[least]?.id ?? '') < 0 ? at : least), 0);
		cycles.push([...cycle.slice(smallest), ...cycle.slice(0, smallest)]);
	}
	return cycles.sort(([a], [b]) => byText(a?.id ?? '', b?.id ?? ''));
}

function reachedBy(actions: readonly ActionEntry[], parentOf: GoalStructure['parentOf']): ReadonlySet<string> {
	const reached = new Set<string>();
	for (const action of actions) {
		for (let goal = parentOf(action); goal !== null && !reached.has(comparable(goal.id)); goal = parentOf(goal)) reached.add(comparable(goal.id));
	}
	return reached;
}
