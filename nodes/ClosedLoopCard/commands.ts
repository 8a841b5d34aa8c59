import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { ACTION_NAMES, automaticNumber, cardEventRow, cardRow, confirmAppend, createCardLogReader, lacking, transition, trustedCard, type Card, type CardEvent, type CardCommand, type CardLog, type CardRefusal } from '../../core/card/index.js';
import type { BilingualText, Language } from '../../core/judgement/judgement.js';
import { createDirectory, type Directory } from '../../core/people/directory.js';
import { readPeopleTable } from '../../core/people/peopleTable.js';
import { asNodeError, UserMessage } from '../shared/items.js';
import { jsonParameter } from '../shared/jsonParameter.js';
import { filesOfItem } from './files.js';
import { calendarOf, languageOf, listOf, textParameter } from './parameters.js';
import type { CommandOperation } from './properties.js';
import { readCommand, type CommandOptions } from './readCommand.js';

/** Places of the outputs of an operation that adds to a card. */
const EVENT = 0;
const CARD = 1;
const REFUSED = 2;
const FILE = 3;

/** One card within this run: several items may act on it one after the other. */
interface Desk {
	card: Card | null;
	log: readonly CardEvent[];
}

/** What one item came to, before it is known whether its card keeps it. */
interface Step {
	readonly number: string;
	readonly together: boolean;
	readonly outputs: INodeExecutionData[][];
}

/** Each item is one command; items of one card see what the ones before them added. */
export async function runCommands(context: IExecuteFunctions, operation: CommandOperation): Promise<INodeExecutionData[][]> {
	const steps: Step[] = [];
	const logs = new Map<unknown, ReadonlyMap<string, CardLog>>();
	const directories = new Map<unknown, Directory>();
	const desks = new Map<string, Desk>();
	const refusedCards = new Set<string>();
	for (let itemIndex = 0; itemIndex < context.getInputData().length; itemIndex++) {
		const outputs: INodeExecutionData[][] = [[], [], [], []];
		const put = (output: number, json: object, binary?: INodeExecutionData['binary']): void => void outputs[output]?.push({ json: json as IDataObject, pairedItem: { item: itemIndex }, ...(binary === undefined || Object.keys(binary).length === 0 ? {} : { binary }) });
		const step = { number: '', together: false, outputs };
		steps.push(step);
		try {
			const options = context.getNodeParameter('options', itemIndex, {}) as CommandOptions;
			const language = languageOf(context, itemIndex);
			const { attachments, binary, files, refused } = await filesOfItem(context, itemIndex, options);
			const command = readCommand(context, operation, itemIndex, options, attachments);
			const given = textParameter(context, 'number', itemIndex);
			const number = given === '' && command.kind === 'open' ? automaticNumber(command, textOr(options.numberPrefix, 'CAPA')) : given;
			step.number = number;
			step.together = options.allOrNothing === true;
			const refuse = (reason: Omit<CardRefusal, 'kind'>): void => {
				refusedCards.add(number);
				put(REFUSED, refusal(number, command.kind, reason, language));
			};
			if (refused.length > 0) {
				refuse(fileRefusal(number, refused));
				continue;
			}
			const desk = desks.get(number) ?? deskOf(logOf(context, itemIndex, number, logs));
			if ('untrusted' in desk) {
				refusedCards.add(number);
				put(REFUSED, { cardNumber: number, operation: command.kind, code: 'brokenLog', message: desk.untrusted[language], messages: desk.untrusted, missing: [], changedSince: [] });
				continue;
			}
			desks.set(number, desk);
			const follows = step.together && refusedCards.has(number);
			const outcome = transition(number, desk.card, following(command, steps, number), {
				now: textParameter(context, 'now', itemIndex),
				zone: calendarOf(context, itemIndex).zone,
				directory: directoryOf(context, itemIndex, directories),
				settings: { effectivenessDays: options.effectivenessDays, verifierMustAccept: options.verifierMustAccept },
				log: desk.log,
			});
			if (outcome.kind === 'refused') {
				const reason = follows ? ownLack(number, command, outcome) : outcome;
				if (reason !== null) refuse(reason);
				continue;
			}
			if (follows) continue;
			if (outcome.kind === 'done') {
				put(EVENT, cardEventRow(outcome.event));
				desk.card = outcome.card;
				desk.log = [...desk.log, outcome.event];
			}
			put(CARD, cardRow(outcome.card, language, outcome.warnings, calendarOf(context, itemIndex).zone), binary);
			for (const file of files) put(FILE, { cardNumber: number, ...file.attachment }, { data: file.binary });
		} catch (error) {
			const nodeError = asNodeError(context, error, itemIndex);
			if (!context.continueOnFail()) throw nodeError;
			refusedCards.add(step.number);
			put(REFUSED, { error: nodeError.message, remedy: nodeError.description ?? null });
		}
	}
	const kept = steps.map(({ number, together, outputs }) => (together && refusedCards.has(number) ? outputs.map((items, output) => (output === REFUSED ? items : [])) : outputs));
	return [EVENT, CARD, REFUSED, FILE].map((output) => kept.flatMap((outputs) => outputs[output] ?? []));
}

/** Steps that stand or fall together are meant for the version that the first of them found. */
function following(command: CardCommand, steps: readonly Step[], number: string): CardCommand {
	if (command.expectedVersion === undefined) return command;
	const before = steps.slice(0, -1).filter((step) => step.together && step.number === number && (step.outputs[CARD]?.length ?? 0) > 0).length;
	return before === 0 ? command : { ...command, expectedVersion: command.expectedVersion + before };
}

/** Of a step after a refused one: what it lacks itself, not what follows from the other; null: nothing. */
function ownLack(number: string, command: CardCommand, { missing }: CardRefusal): CardRefusal | null {
	const own = missing.filter(({ field }) => field !== 'actor' && field !== 'expectedVersion' && Object.hasOwn(command, field));
	return own.length === 0 ? null : lacking(number, own);
}

/** After an event was stored: it counts, or somebody else was first, and then the row is to be taken out again. */
export function confirm(context: IExecuteFunctions): INodeExecutionData[][] {
	const outputs: INodeExecutionData[][] = [[], []];
	const logs = new Map<unknown, ReadonlyMap<string, CardLog>>();
	for (let itemIndex = 0; itemIndex < context.getInputData().length; itemIndex++) {
		const put = (output: number, json: object): void => void outputs[output]?.push({ json: json as IDataObject, pairedItem: { item: itemIndex } });
		try {
			const language = languageOf(context, itemIndex);
			const number = textParameter(context, 'number', itemIndex);
			const hash = textParameter(context, 'eventHash', itemIndex);
			const log = logOf(context, itemIndex, number, logs);
			const desk = deskOf(log);
			if ('untrusted' in desk) {
				put(1, { cardNumber: number, code: 'brokenLog', message: desk.untrusted[language], messages: desk.untrusted, eventHash: hash });
				continue;
			}
			const result = log === null ? { kind: 'absent' as const } : confirmAppend(log, hash);
			if (result.kind === 'counts' && desk.card !== null) {
				put(0, cardRow(desk.card, language, [], calendarOf(context, itemIndex).zone));
				continue;
			}
			const message: BilingualText =
				result.kind === 'lost'
					? { en: `Somebody was faster: ${result.winner.actorName} acted on card ${number} at the same moment. Nothing of yours was saved; look at the card and send it again.`, 'zh-CN': `${result.winner.actorName} 同时操作了卡片 ${number}，且更早保存。您的内容未保存，请查看卡片后重新提交。` }
					: notStored(number, desk.card, desk.log);
			put(1, { cardNumber: number, code: result.kind === 'lost' ? 'conflict' : 'notStored', message: message[language], messages: message, eventHash: hash });
		} catch (error) {
			const nodeError = asNodeError(context, error, itemIndex);
			if (!context.continueOnFail()) throw nodeError;
			put(1, { error: nodeError.message, remedy: nodeError.description ?? null });
		}
	}
	return outputs;
}

/** The event is not in the log: it was not stored, or somebody else was let in first. */
function notStored(number: string, card: Card | null, log: readonly CardEvent[]): BilingualText {
	const last = log[log.length - 1];
	if (card === null || last === undefined) return { en: `The event is not in the log of card ${number}; store it first.`, 'zh-CN': `卡片 ${number} 的日志中没有该事件，请先保存。` };
	return {
		en: `Nothing of yours was saved: somebody else acted on card ${number} at the same moment. It is now version ${card.version}; last step: ${last.actorName}, ${ACTION_NAMES[last.action].en} (${last.at}). Look at the card and send it again.`,
		'zh-CN': `您的内容未保存：他人同时操作了卡片 ${number}。当前版本为 ${card.version}，最近一步：${last.actorName}，${ACTION_NAMES[last.action]['zh-CN']}（${last.at}）。请查看卡片后重新提交。`,
	};
}

function deskOf(log: CardLog | null): Desk | { readonly untrusted: BilingualText } {
	if (log === null) return { card: null, log: [] };
	const trusted = trustedCard(log);
	return trusted.ok ? { card: trusted.card, log: log.events } : { untrusted: trusted.explanation };
}

/** Log of the card among the rows; a list that several items share is read once. */
function logOf(context: IExecuteFunctions, itemIndex: number, number: string, known: Map<unknown, ReadonlyMap<string, CardLog>>): CardLog | null {
	const second = context.getNodeParameter('logSource', itemIndex) === 'secondInput';
	const source: unknown = second ? 'second input' : context.getNodeParameter('log', itemIndex, '[]');
	let logs = known.get(source);
	if (logs === undefined) {
		const reader = createCardLogReader();
		for (const row of second ? context.getInputData(1).map(({ json }) => json) : listOf(jsonParameter(context, 'log', 'Log', itemIndex), 'Log')) reader.add(row);
		known.set(source, (logs = new Map(Array.from(reader.logs(), (log) => [log.number, log]))));
	}
	return logs.get(number) ?? null;
}

function directoryOf(context: IExecuteFunctions, itemIndex: number, known: Map<unknown, Directory>): Directory {
	const source: unknown = context.getNodeParameter('directory', itemIndex, '[]');
	let directory = known.get(source);
	if (directory === undefined) {
		const { people, problems } = readPeopleTable(listOf(jsonParameter(context, 'directory', 'Directory', itemIndex), 'Directory'), { source: 'table:people' });
		if (people.length === 0) throw new UserMessage(`Parameter "Directory" holds nobody.${problems[0] === undefined ? '' : ` ${problems[0].message.en}`}`, 'Give the rows that the HR Directory node puts out; owner, verifier and doer are compared as these persons.');
		known.set(source, (directory = createDirectory(people)));
	}
	return directory;
}

function refusal(number: string, operation: string, { code, message, missing, changedSince }: Omit<CardRefusal, 'kind'>, language: Language): object {
	return {
		cardNumber: number,
		operation,
		code,
		message: message[language],
		messages: message,
		missing: missing.map((one) => ({ field: one.field, message: one.message[language], messages: one.message })),
		changedSince,
	};
}

function fileRefusal(number: string, refused: readonly BilingualText[]): Omit<CardRefusal, 'kind'> {
	return {
		code: 'lacking',
		missing: refused.map((message) => ({ field: 'files', message })),
		changedSince: [],
		message: { en: `Card ${number} was not changed. ${refused.map(({ en }) => en).join(' ')}`, 'zh-CN': `卡片 ${number} 未作更改。${refused.map(({ 'zh-CN': zh }) => zh).join('')}` },
	};
}

function textOr(text: string | undefined, otherwise: string): string {
	return text === undefined || text.trim() === '' ? otherwise : text.trim();
}
