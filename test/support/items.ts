import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

/** A field of an item as text. */
export const textAt = (json: IDataObject, name: string): string => json[name] as string;

/** Identity of each fact, to compare what two readings gave. */
export const identities = (items: readonly INodeExecutionData[] | undefined): string[] => (items ?? []).map(({ json }) => `${textAt(json, 'source')} ${textAt(json, 'id')}`);
