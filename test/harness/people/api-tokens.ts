import {
	type ApiTokenMade,
	type ApiTokenView,
	ApiTokens,
	type TokenScope,
} from '../../../protocol/dashboard/people/api-tokens.ts';
import { API } from '../../../protocol/dashboard/limits.ts';
import { type Answer, ask } from '../ask.ts';
import { type BrowserSession, PASSWORD } from '../browser-session.ts';

export const READ: TokenScope = { kind: 'read' };
export const EVERYTHING: TokenScope = { kind: 'everything' };

export function switching(relays: [device: string, relay: number][], scenes: string[] = []): TokenScope {
	return { kind: 'switch', relays: relays.map(([device, relay]) => ({ device, relay })), scenes };
}

export interface TokenWish {
	name: string;
	scope: TokenScope;
	expiresAt: number | null;
	current: string;
	code?: string;
}

/** The body of a request for a token. */
export function tokenWish(scope: TokenScope, change: Partial<TokenWish> = {}): TokenWish {
	return { name: 'Phone', scope, expiresAt: null, current: PASSWORD, ...change };
}

export function newToken(by: BrowserSession, scope: TokenScope, change?: Partial<TokenWish>): Promise<ApiTokenMade> {
	return by.call('POST', '/account/tokens', tokenWish(scope, change));
}

export async function tokensOf(person: BrowserSession): Promise<ApiTokenView[]> {
	return ApiTokens.parse(await person.call('GET', '/account/tokens')).tokens;
}

/** What a program asks by a token: no Origin, and a cookie only if one is given. */
export function askBy(
	origin: string,
	secret: string,
	request: string,
	body?: unknown,
	headers: Record<string, string> = {},
): Promise<Answer> {
	const [method, path] = request.split(' ') as [string, string];
	return ask(origin, {
		method,
		path: API + path,
		headers: { authorization: `Bearer ${secret}`, ...headers },
		...(body !== undefined && { body }),
	});
}

/** Its status, and its fault if it was refused. */
export async function answeredBy(...request: Parameters<typeof askBy>): Promise<[status: number, fault?: string]> {
	const { status, text } = await askBy(...request);
	if (status < 400) return [status];
	const { fault } = JSON.parse(text) as { fault?: string };
	return fault === undefined ? [status] : [status, fault];
}
