import { FormRecord, type MappedItem } from './formRecord.js';
import type { Content, EvidenceLog } from './log.js';
import { NO_ROW } from './page.js';
import type { Place } from './place.js';
import { instances, VisitRecord, type SubjectRecord } from './record.js';
import { StatedText, stateFact, StateHistory, type Fact } from './register.js';
import type { Statement } from './statement.js';

/**
 * Makes records by visit and form of what the log noted about a subject, as far as rules look there.
 * Records do not ask for order, so the rows are read as they are chained.
 */
export function unpack(subject: SubjectRecord, log: EvidenceLog, places: readonly Place[], statements: readonly Statement[]): void {
	const visits = new Map<string, VisitRecord>();
	const tell = (latest: number): void => {
		for (let row = latest; row !== NO_ROW; row = log.nextOf(row)) {
			const place = places[log.placeOf(row)];
			const statement = statements[log.statementOf(row)];
			if (place?.wanted !== true || statement === undefined) continue;
			const visit = visitOf(visits, place);
			const fact = log.factOf(row, place);
			if (place.form === null) stateVisit(visit, statement, fact, log.contentOf(row));
			else formOf(visit, place.form, place.formRepeat).tell(statement, fact, log.contentOf(row));
		}
	};
	tell(subject.row);
	if (subject.study.places.looksBack) tell(subject.asideRow);
	const mapped: MappedItem[] = [];
	for (const first of visits.values()) {
		for (const visit of instances(first)) {
			for (const root of visit.forms) {
				for (const form of instances(root)) {
					form.takeOutGroups();
					form.addMapped(visit, mapped);
				}
			}
		}
	}
	subject.visits = visits;
	subject.mapped = mapped;
}

function stateVisit(visit: VisitRecord, statement: Statement, fact: Fact, content: Content): void {
	if (statement.gone) {
		if (fact.at > visit.removedAt) visit.removedAt = fact.at;
		return;
	}
	if (statement.status !== null) (visit.states ??= new StateHistory()).add(stateFact(statement.status, fact));
	if (typeof content === 'string') (visit.visitDate ??= new StatedText()).set(content, fact);
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
