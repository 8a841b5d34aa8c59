/** Methods of a webhook whose address a person enters at the caller: there is nothing to look for, to make or to take away. */
export const ENTERED_BY_HAND = {
	default: {
		checkExists: (): Promise<boolean> => Promise.resolve(true),
		create: (): Promise<boolean> => Promise.resolve(true),
		delete: (): Promise<boolean> => Promise.resolve(true),
	},
};
