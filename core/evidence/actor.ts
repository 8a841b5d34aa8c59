/**
 * The account that did something in a source system, as that system names it. Joining accounts to people is a step of its own
 * (core/people) and never done by an adapter. Source: architecture "Evidence".
 */
export interface Actor {
	/** The system the account belongs to, as the HR directory names it: `github`, `gitlab`, `gitee`, `gitea`, `git` (an e-mail of a commit), `confluence`. */
	readonly system: string;
	/** Login or id in that system; for `git` the e-mail. */
	readonly account: string;
	readonly name: string | null;
	readonly email: string | null;
	/** The source itself says that this is no person. Lists of further bots are settings of the rules. */
	readonly bot: boolean;
}
