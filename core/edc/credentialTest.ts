import { looksLikeWebPage, troubleOfStatus, webPageTrouble, type VendorWords } from '../pull/answer.js';
import { CASTOR_WORDS } from './castor/castorPull.js';
import { LIBRECLINICA_WORDS, OPENCLINICA4_WORDS } from './openclinica/openClinicaPull.js';
import type { EdcAnswerHead, EdcRequest, EdcTrouble, EdcVendor } from './pull.js';
import { RAVE_STUDIES, RAVE_WORDS } from './rave/ravePull.js';
import { REDCAP_WORDS } from './redcap/redcapPull.js';
import { REDCAP_VERSION } from './redcap/requests.js';

interface CredentialTest {
	readonly words: VendorWords;
	/** The cheapest call that fails without a valid credential; null where only fetching a token tells. */
	readonly request: EdcRequest | null;
}

export const CREDENTIAL_TESTS: Readonly<Record<EdcVendor, CredentialTest>> = {
	redcap: { words: REDCAP_WORDS, request: REDCAP_VERSION },
	rave: { words: RAVE_WORDS, request: RAVE_STUDIES },
	openClinica4: { words: OPENCLINICA4_WORDS, request: null },
	libreClinica: { words: LIBRECLINICA_WORDS, request: null },
	castor: { words: CASTOR_WORDS, request: { method: 'GET', path: '/api/study', accept: 'json', purpose: 'Castor studies', context: { step: 'studies' } } },
};

/** What the answer to a credential test says; null: the credential works. */
export function judgeCredentialTest(vendor: EdcVendor, request: EdcRequest, head: EdcAnswerHead, body: string): EdcTrouble | null {
	const { words } = CREDENTIAL_TESTS[vendor];
	return troubleOfStatus(words, request, head, body, 0) ?? (looksLikeWebPage(body) ? webPageTrouble(words, request) : null);
}
