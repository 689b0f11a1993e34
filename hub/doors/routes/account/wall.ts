import { WallPin, WallView } from '../../../../protocol/dashboard/people/wall.ts';
import type { Accounts } from '../../../accounts/accounts.ts';
import { FailureCounter, type Limits } from '../../../accounts/limits/failure-counter.ts';
import type { SignInLimit } from '../../../accounts/limits/sign-in-limit.ts';
import { lockWall, unlockWall } from '../../../accounts/wall/lock-wall.ts';
import { err, ok } from '../../../base/result.ts';
import { nightOf } from '../../../settings/night.ts';
import type { Settings } from '../../../settings/settings.ts';
import { type Asked, type Route, route } from '../../server/route.ts';
import { signInError, tooManyTries } from './account.ts';

/**
 * Wrong PINs of one session: a PIN has as few as 10,000 values. Bans are in memory, as those of sign-in are. A known person
 * who forgets the PIN ends the session elsewhere.
 */
const PIN_LIMITS: Partial<Limits> = { failures: 5, firstBanMs: 60_000 };

type AskedBySession = Asked<unknown, unknown, string, 'signed-in'>;

/** The wall panel: when its night is, and its lock. */
export function wallRoutes(deps: { accounts: Accounts; tries: SignInLimit; settings: Settings }): Route[] {
	const { accounts, tries, settings } = deps;
	const pins = new FailureCounter(accounts.clock, PIN_LIMITS);
	const wishOf = ({ who, address }: AskedBySession, { pin }: WallPin) => ({
		session: who.sessionId,
		pin,
		caller: { known: true, address, failures: tries.failuresFrom(address) },
	});
	return [
		route({
			method: 'GET',
			path: '/wall',
			summary: 'Whether this session is locked to its wall panel, and when the night is that dims it',
			access: 'signed-in',
			onWall: true,
			answer: { status: 200, schema: WallView },
			async handle({ who }) {
				const night = nightOf(settings, accounts.clock.now());
				return ok({ status: 200, json: { locked: who.wallLocked, night } satisfies WallView });
			},
		}),
		route({
			method: 'PUT',
			path: '/wall/lock',
			summary: 'Lock this session to its wall panel with a PIN: it may only see and switch until it is unlocked',
			access: 'signed-in',
			body: WallPin,
			answer: { status: 204 },
			async handle(asked) {
				const locked = await lockWall(accounts, wishOf(asked, asked.body));
				return locked.ok ? ok({ status: 204 }) : err(signInError(locked.error));
			},
		}),
		route({
			method: 'POST',
			path: '/wall/unlock',
			summary: 'Unlock this session with its PIN',
			access: 'signed-in',
			onWall: true,
			body: WallPin,
			answer: { status: 204 },
			async handle(asked) {
				const begun = pins.begin(asked.who.sessionId);
				if (!begun.ok) return err(tooManyTries(begun.error.retryAfterS));
				try {
					const unlocked = await unlockWall(accounts, wishOf(asked, asked.body));
					if (unlocked.ok) {
						begun.value.end('succeeded');
						return ok({ status: 204 });
					}
					if (unlocked.error.kind === 'wall-pin-wrong') begun.value.end('failed');
					return err(signInError(unlocked.error));
				} finally {
					begun.value.end('neither');
				}
			},
		}),
	];
}
