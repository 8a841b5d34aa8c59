import { describe, expect, it } from 'vitest';
import { NODES } from '../../index.js';
import { ALL_WORKFLOWS } from '../../workflows/source/all.js';
import { buildWorkflow } from '../../workflows/source/builder.js';

const PREFIX = 'n8n-nodes-performance-trace.';
const CLOSED = new Map(
	NODES.map((Node) => {
		const { name, properties } = new Node().description;
		return [name, new Set(properties.filter(({ noDataExpression }) => noDataExpression === true).map((property) => property.name))] as const;
	}),
);

describe('expressions in workflows', () => {
	it.each(ALL_WORKFLOWS.map((source) => [source.fileName, source] as const))('S12: %s puts none into a parameter that n8n takes none for, where its text would be the value', (_name, source) => {
		const own = buildWorkflow(source, 'en').nodes.filter(({ type }) => type.startsWith(PREFIX));
		const wrong = own.flatMap(({ name, type, parameters }) => Object.entries(parameters).flatMap(([parameter, value]) => (typeof value === 'string' && value.startsWith('=') && CLOSED.get(type.slice(PREFIX.length))?.has(parameter) === true ? [`${name}: ${parameter}`] : [])));
		expect(wrong).toEqual([]);
	});
});
