/* What every benchmark says its figures with. */

export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

export const rounded = (value: number): number => Math.round(value * 1000) / 1000;
