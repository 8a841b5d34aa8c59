/** What scripts/validators.mjs writes: one Ajv validator for the envelope and one for the `data` of every type. */
export interface ValidatorError {
	readonly instancePath: string;
	readonly keyword: string;
	readonly params: Readonly<Record<string, unknown>>;
	readonly message?: string;
}
export interface Validator {
	(value: unknown): boolean;
	errors?: readonly ValidatorError[] | null;
}
export const validateEnvelope: Validator;
export const validateDataOfType: Readonly<Record<string, Validator>>;
