import type { Content, EvidenceLog } from './log.js';
import { NO_ROW } from './log.js';
import type { Place } from './place.js';
import { FormRecord, VisitRecord, type MappedItem, type SubjectRecord } from './record.js';
import { compareText, ItemRegister, StatedText, StateHistory, type Fact } from './register.js';
import type { Statement } from './statement.js';

/**
 * Makes registers by visit, form and item of what the log noted about a subject, as far as rules look there.
 * Registers do not ask for order, so the rows are read as they are chained.
 */
export function unpack(subject: SubjectRecord, log: EvidenceLog, places: readonly Place[], statements: readonly Statement[]): void {
	const visits = new Map<string, VisitRecord>();
	const mapped: MappedItem[] = [];
	const withRemovals: FormRecord[] = [];
	for (let row = subject.row; row !== NO_ROW; row = log.nextOf(row)) {
		const place = places[log.placeOf(row)];
		const statement = statements[log.statementOf(row)];
		if (place?.wanted !== true || statement === undefined) continue;
		const visit = visitOf(visits, place);
		const fact: Fact = { at: log.atOf(row), origin: log.originOf(row), by: log.byOf(row) };
		if (place.form === null) stateVisit(visit, statement, fact, log.contentOf(row));
		else {
			const form = formOf(visit, place.form, place.formRepeat);
			const content = log.contentOf(row);
			stateForm(form, visit, mapped, statement, fact, content);
			if (content !== null && typeof content === 'object' && content.removedGroups.length > 0) {
				if (form.removedGroups === null) withRemovals.push(form);
				form.removedGroups = [...(form.removedGroups ?? []), ...content.removedGroups];
			}
		}
	}
	for (const form of withRemovals) form.takeOutGroups();
	subject.visits = visits;
	subject.mapped = mapped;
}

function stateVisit(visit: VisitRecord, statement: Statement, fact: Fact, content: Content): void {
	if (statement.gone) {
		if (fact.at > visit.removedAt) visit.removedAt = fact.at;
		return;
	}
	if (statement.status !== null) (visit.states ??= new StateHistory()).add({ ...fact, state: statement.status });
	if (typeof content === 'string') (visit.visitDate ??= new StatedText()).set(content, fact);
}

function stateForm(form: FormRecord, visit: VisitRecord, mapped: MappedItem[], statement: Statement, fact: Fact, content: Content): void {
	const { at, origin } = fact;
	if (statement.gone) {
		if (at > form.removedAt) form.removedAt = at;
		return;
	}
	const particulars = typeof content === 'object' ? content : null;
	if (statement.status !== null) {
		const stated = particulars?.status ?? null;
		(form.states ??= new StateHistory()).add({ at: stated?.at ?? at, state: statement.status, origin, by: stated?.by ?? null });
	}
	const { complete, items } = statement;
	const touched = complete && form.items.length > 0 ? new Set<ItemRegister>() : null;
	let position = 0;
	let value = 0;
	for (const item of items) {
		const { group, repeat } = item;
		let register = form.find(group, repeat, item.item, position);
		if (register === undefined) {
			// Every whole state read so far lacked this item, else it would be known.
			register = new ItemRegister(group, repeat, item.item, form.snapshotAt);
			form.add(register);
		}
		touched?.add(register);
		const itemAt = particulars?.at?.[position] ?? at;
		if ((item.timed || !complete) && itemAt > form.changedAt) form.changedAt = itemAt;
		if (item.filled && !item.removed) register.fill(particulars === null ? fact : { at: itemAt, origin, by: particulars.by === null ? fact.by : (particulars.by[position] ?? null) });
		else register.empty(complete ? at : itemAt);
		if (item.valued) {
			const text = typeof content === 'string' ? content : particulars?.values[value++];
			if (text !== undefined) {
				if (register.value === undefined) mapped.push({ item: item.item, register, form, visit });
				register.setValue(complete ? at : itemAt, text);
			}
		}
		position++;
	}
	if (!complete) return;
	if (touched !== null) {
		for (const register of form.items) if (!touched.has(register)) register.empty(at);
	}
	if (at > form.snapshotAt || (at === form.snapshotAt && form.snapshotOrigin !== null && compareText(origin.id, form.snapshotOrigin.id) < 0)) {
		form.snapshotAt = at;
		form.snapshotOrigin = origin;
	}
}

function visitOf(visits: Map<string, VisitRecord>, { event, eventRepeat }: Place): VisitRecord {
	let visit = visits.get(event);
	if (visit === undefined) visits.set(event, (visit = new VisitRecord(event)));
	if (eventRepeat === null) return visit;
	const repeats = (visit.repeats ??= new Map<string, VisitRecord>());
	let repeated = repeats.get(eventRepeat);
	if (repeated === undefined) repeats.set(eventRepeat, (repeated = new VisitRecord(event)));
	return repeated;
}

function formOf(visit: VisitRecord, name: string, repeat: string | null): FormRecord {
	let form = visit.form(name);
	if (form === undefined) visit.forms.push((form = new FormRecord(name)));
	if (repeat === null) return form;
	const repeats = (form.repeats ??= new Map<string, FormRecord>());
	let repeated = repeats.get(repeat);
	if (repeated === undefined) repeats.set(repeat, (repeated = new FormRecord(name)));
	return repeated;
}
