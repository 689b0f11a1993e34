import { X509Certificate } from 'node:crypto';
import type { HttpResponse } from 'uWebSockets.js';
import { appleProfile } from '../../https/apple-profile.ts';
import type { Https } from '../../https/https.ts';
import { endHead } from '../server/bodies/send-whole.ts';
import { statusLine } from '../server/error-status.ts';
import type { DoorApp } from '../server/guarded-app.ts';
import { refuse } from '../server/refuse.ts';
import { TRUST } from '../server/secure/https-only.ts';

const NO_AUTHORITY = 'This hub has no authority of its own.';
const ONLY_READ = 'This can only be read.';

/** The authority's certificate in the forms that devices take, by the ends of their names. */
const FORMS: Record<string, { type: string; of: (pem: string) => string | Uint8Array }> = {
	crt: { type: 'application/x-x509-ca-cert', of: (pem) => new X509Certificate(pem).raw },
	pem: { type: 'application/x-pem-file', of: (pem) => pem },
	mobileconfig: { type: 'application/x-apple-aspen-config', of: appleProfile },
};

/**
 * What devices need to trust the hub's authority: its certificate, for everybody and over plain HTTP too, and an answer by
 * which the page of trust sees whether this browser trusts it already.
 */
export function openTrustDoor(app: DoorApp, https: Https, headers: [string, string][]): void {
	for (const [end, { type, of }] of Object.entries(FORMS))
		app.any(`${TRUST}/mooring.${end}`, (res, req) => {
			const method = req.getMethod();
			if (method !== 'get' && method !== 'head') return refuse(res, 405, ONLY_READ, [['allow', 'GET, HEAD']]);
			const { authority } = https.stored;
			if (!authority) return refuse(res, 404, NO_AUTHORITY);
			const bytes = Buffer.from(of(authority.certificate));
			res.cork(() => {
				begin(res, 200, headers);
				res.writeHeader('content-type', type);
				res.writeHeader('content-disposition', `attachment; filename="mooring.${end}"`);
				if (method === 'head') endHead(res, bytes.length);
				else res.end(bytes);
			});
		});
	// A page on plain HTTP is another origin. It may learn that this was answered, and there is nothing else to read.
	const readable = headers.filter(([name]) => name !== 'cross-origin-resource-policy');
	app.get(`${TRUST}/check`, (res) => {
		res.cork(() => {
			begin(res, 204, [...readable, ['cross-origin-resource-policy', 'cross-origin']]);
			res.endWithoutBody();
		});
	});
}

function begin(res: HttpResponse, status: number, headers: [string, string][]): void {
	res.writeStatus(statusLine(status));
	for (const [name, value] of headers) res.writeHeader(name, value);
	res.writeHeader('cache-control', 'no-store');
}
