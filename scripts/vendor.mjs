/** esbuild plugins that make third-party libraries fit n8n's rules for community nodes (no code generation, no globals). */
export const vendorPlugins = [
	{
		// The default build is UMD and tests for globalThis; the ES build beside it has the same functions without.
		name: 'chinese-days-es',
		setup(builder) {
			builder.onResolve({ filter: /^chinese-days$/ }, (request) => builder.resolve('chinese-days/dist/index.es.js', { kind: request.kind, resolveDir: builder.initialOptions.absWorkingDir }));
		},
	},
];
