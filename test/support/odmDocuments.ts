/** A snapshot with the given subjects, each with one filled visit. Made up for tests. */
export function odmSnapshot(subjects: readonly string[], creation = '2026-03-02T08:00:00+08:00'): string {
	const rows = subjects.map(
		(key) => `<SubjectData SubjectKey="${key}"><StudyEventData StudyEventOID="SE.1"><FormData FormOID="F.1"><ItemGroupData ItemGroupOID="IG.1"><ItemData ItemOID="I.1" Value="7"/></ItemGroupData></FormData></StudyEventData></SubjectData>`,
	);
	return `<?xml version="1.0" encoding="UTF-8"?>
<ODM xmlns="http://www.cdisc.org/ns/odm/v1.3" FileType="Snapshot" FileOID="F-1" Granularity="All" CreationDateTime="${creation}" AsOfDateTime="${creation}" ODMVersion="1.3.2" SourceSystem="Example EDC">
<ClinicalData StudyOID="S-1" MetaDataVersionOID="MDV.1">${rows.join('')}</ClinicalData></ODM>`;
}
