/** Shape of the study that is generated: 5 visits of 3 forms, each with 20 values in 2 groups; about 26 kB a subject. */
const VISITS = 5;
const FORMS = 3;
const GROUPS = 2;
const ITEMS = 10;

const two = (value: number): string => String(value).padStart(2, '0');

/** A transactional ODM 1.3.2 document with an audit record per form, piece by piece, so that any size can be made without holding it. */
export function* transactionalOdm(subjects: number): Generator<string> {
	yield '<?xml version="1.0" encoding="UTF-8"?>\n<ODM xmlns="http://www.cdisc.org/ns/odm/v1.3" FileType="Transactional" FileOID="bench" CreationDateTime="2026-03-01T00:00:00Z" ODMVersion="1.3.2" SourceSystem="bench">\n<ClinicalData StudyOID="S.1" MetaDataVersionOID="MDV.1">\n';
	for (let subject = 1; subject <= subjects; subject++) yield subjectData(subject);
	yield '</ClinicalData>\n</ODM>\n';
}

function subjectData(subject: number): string {
	let text = `<SubjectData SubjectKey="${String(subject).padStart(5, '0')}" TransactionType="Insert">\n  <SiteRef LocationOID="L.${subject % 20}"/>\n`;
	for (let visit = 1; visit <= VISITS; visit++) {
		text += `  <StudyEventData StudyEventOID="SE.${visit}">\n`;
		for (let form = 1; form <= FORMS; form++) {
			text += `    <FormData FormOID="F.${form}">\n      <AuditRecord>\n        <UserRef UserOID="U.${subject % 7}"/>\n        <LocationRef LocationOID="L.${subject % 20}"/>\n        <DateTimeStamp>2025-${two(1 + (subject % 12))}-${two(1 + ((subject + visit) % 28))}T08:${two(subject % 60)}:00+08:00</DateTimeStamp>\n      </AuditRecord>\n`;
			for (let group = 1; group <= GROUPS; group++) {
				text += `      <ItemGroupData ItemGroupOID="IG.${group}" ItemGroupRepeatKey="1">\n`;
				for (let item = 1; item <= ITEMS; item++) text += `        <ItemData ItemOID="I.${form}.${group}.${item}" Value="${(subject * 7919 + visit * 31 + item) % 1000} value ${item === 5 ? '&amp;' : 'and'} text"/>\n`;
				text += '      </ItemGroupData>\n';
			}
			text += '    </FormData>\n';
		}
		text += '  </StudyEventData>\n';
	}
	return `${text}</SubjectData>\n`;
}

/** Pieces as a network gives them. */
export function pieces(text: string, size = 65_536): string[] {
	return Array.from({ length: Math.ceil(text.length / size) }, (_, index) => text.slice(index * size, (index + 1) * size));
}
