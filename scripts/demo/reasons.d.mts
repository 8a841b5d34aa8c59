/** Why no milestone fired, as the workflow itself found it: one line for each milestone of the latest evaluation. */
export function reasonsOf(executions: readonly object[], language: 'en' | 'zh-CN'): string[];
