import type {
	GuestAccess,
	InvitationBody,
	InvitationMade,
	People,
	PersonView,
} from '../../../protocol/dashboard/people/people.ts';
import { type BrowserSession, PASSWORD } from '../browser-session.ts';
import type { TestHub } from '../hub.ts';

/** A guest who may see one room, always. */
export const SEES_KITCHEN: GuestAccess = {
	grants: [{ kind: 'room', room: 'Kitchen', may: 'see' }],
	until: null,
	weekly: null,
};

/** The owner types their password too, which a guest's invitation does not need. */
export function invite(owner: BrowserSession, change: Partial<InvitationBody> = {}): Promise<InvitationMade> {
	return owner.call('POST', '/invitations', { role: 'member', access: null, current: PASSWORD, ...change });
}

export function accept(browser: BrowserSession, secret: string, name: string, password = PASSWORD): Promise<unknown> {
	return browser.call('POST', '/invitations/accept', { secret, name, password });
}

/** Somebody who was invited and has accepted, in a browser of their own. */
export async function join(
	hub: Pick<TestHub, 'browser'>,
	owner: BrowserSession,
	name: string,
	change: Partial<InvitationBody> = {},
): Promise<BrowserSession> {
	const { secret } = await invite(owner, change);
	const browser = hub.browser();
	await accept(browser, secret, name);
	return browser;
}

/** The same person in another browser. */
export async function signInAs(hub: Pick<TestHub, 'browser'>, name: string, password = PASSWORD) {
	const browser = hub.browser();
	await browser.call('POST', '/session', { name, password });
	return browser;
}

export function people(owner: BrowserSession): Promise<People> {
	return owner.call('GET', '/people');
}

export async function person(owner: BrowserSession, name: string): Promise<PersonView> {
	const found = (await people(owner)).people.find((one) => one.name === name);
	if (!found) throw new Error(`there is no ${name}`);
	return found;
}

/** What the hub answers: its status, and its fault and field if it refused. */
export async function answerOf(
	browser: BrowserSession,
	method: string,
	path: string,
	body?: unknown,
): Promise<{ status: number; fault?: string; field?: string }> {
	const answer = await browser.request(method, path, body);
	const text = await answer.text();
	const { fault, field } = (answer.ok || text === '' ? {} : JSON.parse(text)) as { fault?: string; field?: string };
	return { status: answer.status, ...(fault !== undefined && { fault }), ...(field !== undefined && { field }) };
}
