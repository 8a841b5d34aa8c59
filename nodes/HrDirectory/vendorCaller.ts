import type { IExecuteFunctions, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import { vendorWait, verdictOfAnswer, type HrVendor } from '../../core/people/vendorAnswer.js';
import { refusedLogin, TOKEN_REFUSED_HEADER } from '../shared/expiringToken.js';
import type { HttpCaller } from '../shared/httpCall.js';

const LONGEST_ANSWER_BYTES = 64 * 1_048_576;

/**
 * The same node, but calls to the vendor come back with the HTTP status that the vendor's code means: so a limit is waited for and a
 * right that is missing is told from a list that is empty, as with every other source. A refused token is fetched anew, once.
 */
export function vendorCaller(context: IExecuteFunctions, vendor: HrVendor): HttpCaller {
	const send = async (credential: string, options: IHttpRequestOptions): Promise<IN8nHttpFullResponse> => {
		const answer = (await context.helpers.httpRequestWithAuthentication.call(context, credential, options)) as IN8nHttpFullResponse;
		const text = await textOf(answer.body);
		const head = { status: answer.statusCode, headers: Object.fromEntries(Object.entries(answer.headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))) };
		const verdict = verdictOfAnswer(vendor, head, parsed(text));
		if (verdict === null) return { ...answer, body: text };
		const wait = vendorWait(head);
		const headers = { ...answer.headers, ...(wait === null || 'retry-after' in answer.headers ? {} : { 'retry-after': String(wait) }) };
		return { ...answer, statusCode: verdict.status, headers, body: JSON.stringify({ message: `${verdict.message} (${verdict.code})` }) };
	};
	const sendWithGoodToken = async (credential: string, options: IHttpRequestOptions): Promise<IN8nHttpFullResponse> => {
		const answer = await send(credential, options);
		if (answer.statusCode !== 401 || vendor === 'bambooHr') return answer;
		return await send(credential, { ...options, headers: { ...options.headers, [TOKEN_REFUSED_HEADER]: String(Date.now()) } });
	};
	// A refused login is a matter of the credential and not of the connection: it is not tried again, and said in the service's words.
	const httpRequestWithAuthentication = async (credential: string, options: IHttpRequestOptions): Promise<IN8nHttpFullResponse> =>
		await sendWithGoodToken(credential, options).catch((error: unknown) => {
			const said = refusedLogin(error);
			if (said === null) throw error;
			return { statusCode: 401, headers: {}, body: JSON.stringify({ message: said }) };
		});
	const helpers = Object.create(context.helpers, { httpRequestWithAuthentication: { value: httpRequestWithAuthentication } }) as IExecuteFunctions['helpers'];
	return Object.create(context, { helpers: { value: helpers } }) as HttpCaller;
}

/** The whole body: an answer of these services is a page of a list. */
async function textOf(body: unknown): Promise<string> {
	if (typeof body === 'string') return body;
	if (body instanceof Uint8Array) return new TextDecoder().decode(body);
	if (typeof body !== 'object' || body === null || !(Symbol.asyncIterator in body)) return JSON.stringify(body ?? '');
	const decoder = new TextDecoder();
	let text = '';
	let bytes = 0;
	for await (const piece of body as AsyncIterable<Uint8Array | string>) {
		text += typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true });
		bytes += piece.length;
		if (bytes > LONGEST_ANSWER_BYTES) throw new Error(`The answer is larger than ${LONGEST_ANSWER_BYTES / 1_048_576} MB.`);
	}
	return text + decoder.decode();
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}
