import { beforeEach, expect, it, vi } from 'vitest';
import { sessionId } from '../../accounts/sessions.ts';
import { inLaterTurn } from '../../base/clock.ts';
import { ManualClock } from '../../base/manual-clock.ts';
import type { DoorLog } from '../server/rare-log.ts';
import { SESSION_COOKIE } from '../server/session/session-cookie.ts';
import type { Who } from '../server/session/who-is.ts';
import type { DashboardSocket } from './dashboard-socket.ts';
import { SessionChecks } from './session-checks.ts';

const TOKEN = 'token of anna';
const COOKIE = `${SESSION_COOKIE}=${TOKEN}`;

let clock: ManualClock;
let who: Who | undefined;
let sockets: DashboardSocket[];
let checks: SessionChecks;

beforeEach(() => {
	clock = new ManualClock();
	sockets = [];
	const deps = { clock, log: {} as DoorLog, whoIs: async () => who, sessionsEndedElsewhere: () => false };
	checks = new SessionChecks(deps, () => sockets);
});

/** A dashboard that has just connected, with what `lookUp` found. */
async function opened(name: string, cookie = COOKIE) {
	who = { user: { id: name, name, role: 'member' }, sessionId: sessionId(`token of ${name}`) } as Who;
	const data = { ...(await checks.lookUp(cookie))!, cookie, changed: 0, visible: false };
	const [close, emit] = [vi.fn(), vi.fn()];
	return { socket: { data, emit, disconnect: close, conn: { close } } as unknown as DashboardSocket, close, emit };
}

const turn = () => new Promise<void>(inLaterTurn);
const changed = (name: string) => checks.onPersonChanged({ id: name, name, role: 'member' });

it('a change of one person lets others be served at once', async () => {
	const [anna, ben] = [await opened('anna'), await opened('ben')];
	changed('anna');
	expect([checks.isKnown(anna.socket), checks.isKnown(ben.socket)]).toEqual([false, true]);
	checks.endSession(sessionId('token of anna'));
	expect(checks.isKnown(ben.socket)).toBe(true);
	expect(await checks.isSignedIn(ben.socket)).toBe(true);
});

it('an end of one session concerns a dashboard that was just connecting', async () => {
	const anna = await opened('anna');
	checks.endSession(sessionId(TOKEN));
	expect(checks.isKnown(anna.socket)).toBe(false);
});

it('changes that are too many to remember concern everybody', async () => {
	const anna = await opened('anna');
	changed('anna');
	for (let n = 0; n < 1_000; n++) changed(`person ${n}`);
	expect(checks.isKnown(anna.socket)).toBe(false);
});

it('a tab that began to connect before its session was renewed comes back instead of being signed out', async () => {
	const anna = await opened('anna');
	checks.renewSession(sessionId(TOKEN));
	await turn();
	sockets = [anna.socket]; // only now is it connected
	expect(checks.isKnown(anna.socket)).toBe(false);
	who = undefined;
	expect(await checks.isSignedIn(anna.socket)).toBe(false);
	await turn();
	expect([anna.close.mock.calls.length, anna.emit.mock.calls]).toEqual([1, []]);
});

it('the old cookie of a renewed session is just a wrong one after a while', async () => {
	checks.renewSession(sessionId(TOKEN));
	expect([checks.isRenewed(COOKIE), checks.isRenewed(`${SESSION_COOKIE}=other`)]).toEqual([true, false]);
	clock.advance(10_000);
	expect(checks.isRenewed(COOKIE)).toBe(false);
});

it.each([true, false])('a look-up that began before the wall lock became %s does not undo that', async (locked) => {
	const anna = await opened('anna');
	sockets = [anna.socket];
	who = { ...who!, wallLocked: !locked };
	const lookedUp = checks.isSignedIn(anna.socket);
	who = { ...who, wallLocked: locked };
	checks.onWallLocked(sessionId(TOKEN), locked);
	expect(await lookedUp).toBe(true);
	expect([anna.socket.data.wallLocked, checks.isKnown(anna.socket)]).toEqual([locked, true]);
});
