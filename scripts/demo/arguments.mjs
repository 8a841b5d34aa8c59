import { parseArgs } from 'node:util';

export const HELP = `npm start -- [options]

Starts a real n8n with this package and all its workflows, lets a sandbox EDC report up to
the 100th completed follow-up, and shows the assessment task that comes of it. Needs Node 20
or newer and npm; everything else is installed on the first start (about 5 minutes).

  --port NUMBER        port of n8n (default 5678, or the next free one)
  --language LANGUAGE  language of the workflows and of the task: en or zh-CN (default en)
  --odm FILE           your own ODM-XML or ODM-JSON export instead of the sample study
  --milestone TEXT     milestone to look for, e.g. "the 20th subject was enrolled"
                       （也可用中文，例如“第 20 例受试者入组”）
  --follow-up OIDS     last follow-up visit in your export, e.g. SE.3
  --mapping FILE       JSON that names the items of your study (see docs)
  --study OID          study, where your export holds several
  --reset              delete the data of earlier starts first
  --once               end as soon as the task is shown
  --help               this text
`;

/** What cannot be understood in the command line, in words for the user. */
export class ArgumentError extends Error {}

/**
 * @param {string[]} given
 */
export function readArguments(given) {
	let values;
	try {
		({ values } = parseArgs({
			args: given,
			options: {
				port: { type: 'string' },
				language: { type: 'string', default: 'en' },
				odm: { type: 'string' },
				milestone: { type: 'string' },
				'follow-up': { type: 'string' },
				mapping: { type: 'string' },
				study: { type: 'string' },
				reset: { type: 'boolean', default: false },
				once: { type: 'boolean', default: false },
				help: { type: 'boolean', short: 'h', default: false },
			},
		}));
	} catch (error) {
		throw new ArgumentError(`${error instanceof Error ? error.message : error}\n\n${HELP}`);
	}
	const { port, language } = values;
	if (language !== 'en' && language !== 'zh-CN') throw new ArgumentError(`--language is "${language}", expected en or zh-CN.`);
	const number = port === undefined ? null : Number(port);
	if (number !== null && (!Number.isInteger(number) || number < 1 || number > 65_535)) throw new ArgumentError(`--port is "${port}", expected a whole number from 1 to 65535.`);
	return { ...values, language: /** @type {'en' | 'zh-CN'} */ (language), port: number, followUp: values['follow-up'] };
}
