/** esbuild plugins that make third-party libraries fit n8n's rules for community nodes (no code generation, no globals). */
export const vendorPlugins = [];
