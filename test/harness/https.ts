import { API } from '../../protocol/dashboard/limits.ts';
import type { HttpsView } from '../../protocol/dashboard/https.ts';
import { type Answer, ask } from './ask.ts';
import { type BrowserSession, PASSWORD } from './browser-session.ts';
import type { TestHub } from './hub.ts';

/** The environment of a hub whose HTTPS gets a free port. */
export const ANY_HTTPS_PORT = { MOORING_HTTPS_PORT: '0' };

/** A hub whose HTTPS is on by its own authority, as somebody reaches it who trusts that. */
export class SecureHub {
	readonly view: HttpsView;
	/** the authority's certificate */
	readonly ca: string;
	cookie = '';

	constructor(view: HttpsView, ca: string) {
		this.view = view;
		this.ca = ca;
	}

	/** Turns HTTPS on as this owner. */
	static async turnOn(hub: TestHub, owner: BrowserSession): Promise<SecureHub> {
		const view = await owner.call<HttpsView>('PUT', '/https', { on: true });
		return new SecureHub(view, (await ask(hub.origin, { path: '/trust/mooring.pem' })).text);
	}

	get origin(): string {
		return this.view.address!;
	}

	ask(path: string, options: Partial<Parameters<typeof ask>[1]> = {}): Promise<Answer> {
		const cookie: Record<string, string> = this.cookie ? { cookie: this.cookie } : {};
		return ask(this.origin, { ca: this.ca, path, ...options, headers: { ...cookie, ...options.headers } });
	}

	call(method: string, path: string, body?: unknown): Promise<Answer> {
		return this.ask(`${API}${path}`, { method, body, headers: { origin: this.origin } });
	}

	async signIn(name = 'anna'): Promise<Answer> {
		const signedIn = await this.call('POST', '/session', { name, password: PASSWORD });
		this.cookie = signedIn.cookies.find((cookie) => cookie.startsWith('__Host-mooring_session=')) ?? '';
		return signedIn;
	}
}
