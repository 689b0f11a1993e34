import { request } from 'node:http';
import { request as requestSecurely } from 'node:https';

export interface Answer {
	status: number;
	headers: Record<string, string | string[] | undefined>;
	text: string;
	/** each Set-Cookie's name=value, as a browser sends them back */
	cookies: string[];
}

/**
 * One HTTP request with exactly these headers: `fetch` sets some by itself, such as `Host`. An array becomes several
 * lines.
 */
export function ask(
	origin: string,
	options: {
		method?: string;
		path: string;
		headers?: Record<string, string | string[]>;
		body?: unknown;
		/** the authority that is trusted, for HTTPS */
		ca?: string;
		/** address of this machine to ask from */
		from?: string;
	},
): Promise<Answer> {
	const { method = 'GET', path, headers = {}, body, ca, from } = options;
	const sent = body === undefined ? '' : JSON.stringify(body);
	return new Promise((resolve, reject) => {
		const asked = (origin.startsWith('https:') ? requestSecurely : request)(`${origin}${path}`, {
			method,
			agent: false,
			...(ca ? { ca } : {}),
			...(from ? { localAddress: from } : {}),
			headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
		});
		asked.on('error', reject);
		asked.on('response', (answer) => {
			let text = '';
			answer.setEncoding('utf8').on('data', (piece: string) => (text += piece));
			answer.on('end', () =>
				resolve({
					status: answer.statusCode!,
					headers: answer.headers,
					text,
					cookies: (answer.headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]!),
				}),
			);
		});
		asked.end(sent);
	});
}
