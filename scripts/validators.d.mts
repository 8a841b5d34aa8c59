/** Path of the generated file. */
export const target: string;
/** The JavaScript of every validator, as one ES module without imports. */
export function generateValidators(): Promise<string>;
