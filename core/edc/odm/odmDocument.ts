import type { EdcSink } from '../evidence.js';
import { mappedItems } from '../mapping.js';
import { AdminDataReader } from './adminData.js';
import { ClinicalDataReader } from './clinicalData.js';
import { DATASET_VERSION, DatasetReader } from './datasetXml.js';
import type { AttributeList, ElementHandler } from './elements.js';
import { EventWriter } from './eventWriter.js';
import { FindingLog } from './findings.js';
import { contentOf } from './identity.js';
import { canonicalJson } from '../../evidence/key.js';
import { MetadataReader } from './metadata.js';
import { DEFAULT_LIMITS, type OdmReaderOptions } from './options.js';
import { StampReader } from './stamps.js';
import { DocumentModel } from './studyModel.js';
import { SubjectEvents } from './subjectEvents.js';
import { SubjectQueue } from './subjectQueue.js';

/** Granularities of ODM under which a snapshot does not hold every subject of the study. */
const PARTIAL_GRANULARITIES = new Set(['SingleSite', 'SingleSubject', 'Metadata', 'AdminData', 'ReferenceData']);

/** An ODM document as a stream of elements, whatever they were written in; gives its events to the sink. */
export class OdmDocument implements ElementHandler {
	private readonly document = new DocumentModel();
	private readonly stamps: StampReader;
	private readonly writer: EventWriter;
	private readonly subjects: SubjectEvents;
	private readonly metadata: MetadataReader;
	private readonly admin: AdminDataReader;
	private readonly clinical: ClinicalDataReader;
	private readonly dataset: DatasetReader;
	/** The root says that it is Dataset-XML: rows and no subjects. */
	private isDataset = false;
	private section: ElementHandler | null = null;
	private depth = 0;
	private readonly studiesRead = new Set<string>();

	/** @throws RangeError naming the zone where the mapping names one that does not exist */
	constructor(
		options: OdmReaderOptions,
		sink: EdcSink,
		readonly findings: FindingLog = new FindingLog(sink),
	) {
		const { mapping } = options;
		this.stamps = new StampReader(mapping.zone, findings);
		this.writer = new EventWriter(sink, options.source === undefined || options.source === '' ? null : options.source);
		const settings = { countryOfSite: mapping.countryOfSite, systemUsers: new Set(mapping.systemUsers), keptItems: mappedItems(mapping) };
		this.subjects = new SubjectEvents(this.document, settings, this.writer, findings);
		const queue = new SubjectQueue(this.document, findings, options.maxWaitingItems ?? DEFAULT_LIMITS.maxWaitingItems, (subject, records) => this.subjects.give(subject, records));
		this.metadata = new MetadataReader(this.document, findings, (described) => this.writer.studyDescribed(canonicalJson(described), described));
		this.admin = new AdminDataReader(this.document);
		this.clinical = new ClinicalDataReader(this.document, this.stamps, findings, queue, (lock) => this.writer.studyLocked(contentOf(lock.study, lock.level, lock.locked, lock.at, lock.by), lock));
		this.dataset = new DatasetReader(findings, queue);
	}

	get wantsText(): boolean {
		return this.section !== null && this.section.wantsText;
	}

	/** To be called before the first element: the version of ODM that the root's namespace names. */
	setGeneration(generation: 1 | 2): void {
		this.document.generation = generation;
	}

	open(name: string, attributes: AttributeList): void {
		if (this.depth++ === 0) { this.openRoot(attributes); return; }
		if (this.depth === 2) this.section = this.sectionOf(name, attributes);
		this.section?.open(name, attributes);
	}

	text(text: string): void {
		this.section?.text(text);
	}

	close(name: string): void {
		this.depth--;
		this.section?.close(name);
		if (this.depth === 1) this.section = null;
	}

	/** To be called once the document was read whole. */
	finish(): void {
		const { document } = this;
		for (const study of this.studiesRead) {
			const keys = this.subjects.subjects.get(study);
			const subjects = !document.transactional && document.wholeStudy && keys ? [...keys] : null;
			const data = { study, fileType: document.fileType, asOf: document.asOf, subjects, sourceSystem: document.sourceSystem };
			this.writer.documentRead(contentOf(study, data.fileType, data.asOf, data.sourceSystem, ...(subjects ?? [])), data);
		}
		this.summarise();
	}

	/** Gives what was counted and not yet said; also where the document could only be read in part. */
	summarise(): void {
		this.stamps.summarise();
		this.findings.summarise();
	}

	private openRoot(attributes: AttributeList): void {
		const { document } = this;
		document.sourceSystem = attributes.filled('SourceSystem');
		document.redcap = document.sourceSystem?.toLowerCase() === 'redcap';
		this.writer.sourceSystem = document.sourceSystem;
		const where = (): string => 'ODM';
		document.asOf = this.stamps.time(attributes.get('AsOfDateTime'), where).at ?? this.stamps.time(attributes.get('CreationDateTime'), where).at;
		const type = attributes.get('FileType');
		document.fileType = type === 'Snapshot' ? 'Snapshot' : 'Transactional';
		if (type !== 'Snapshot' && type !== 'Transactional') {
			this.findings.warn('FileType Snapshot or Transactional; read as Transactional, so that nothing missing is taken for removed', type ?? null, where);
		}
		this.isDataset = attributes.filled(DATASET_VERSION) !== null;
		// A dataset names only subjects that have something in it.
		document.wholeStudy = !this.isDataset && !PARTIAL_GRANULARITIES.has(attributes.get('Granularity') ?? '');
	}

	private remember(study: string | null): void {
		if (study !== null) this.studiesRead.add(study);
	}

	private sectionOf(name: string, attributes: AttributeList): ElementHandler | null {
		if (name === 'ClinicalData') {
			this.remember(attributes.filled('StudyOID'));
			return this.isDataset ? this.dataset : this.clinical;
		}
		if (name === 'Study') {
			this.remember(attributes.filled('OID'));
			return this.metadata;
		}
		return name === 'AdminData' ? this.admin : null;
	}
}
