import type { Role, UserView } from '../../protocol/dashboard/people/accounts.ts';
import type { TokenScope } from '../../protocol/dashboard/people/api-tokens.ts';
import type { LockOutWhat, LockedOutWho } from '../../protocol/dashboard/people/lock-outs.ts';
import type { Actor } from '../base/actor.ts';

/** Facts about people, emitted once they are stored. */
export interface AccountFacts {
	/** Something that the list of people shows has changed. */
	PeopleChanged: object;
	/** A person has another name, role or access. */
	PersonChanged: { user: UserView };
	/** A person has arranged their Home. */
	HomeArranged: { user: UserView };
	/** A person has chosen how the dashboard speaks to them. */
	PreferencesChanged: { user: UserView };
	/** Ids of sessions that have ended: their dashboards are signed out. */
	SessionsEnded: { sessions: readonly string[] };
	Invited: { role: Role; name: string; by: Actor };
	InvitationWithdrawn: { role: Role; name: string; by: Actor };
	/** Somebody has accepted an invitation. */
	Joined: { user: UserView; invitedBy: string; address: string };
	RoleChanged: { user: UserView; before: Role; by: Actor };
	/** `mayUpdateOthers` is there if that has changed */
	AccessChanged: { user: UserView; mayUpdateOthers?: boolean; by: Actor };
	PersonRenamed: { user: UserView; before: string; by: Actor };
	PersonRemoved: { name: string; role: Role; by: Actor };
	PasswordChanged: { user: UserView; by: Actor };
	/** Somebody has signed in with a code besides their password. */
	SignedInByCode: { user: UserView; address: string };
	SecondFactorChanged: { user: UserView; change: 'on' | 'off' | 'reset' | 'new-codes'; by: Actor };
	/** Somebody has signed in, or proved who they are, by a recovery code; so many are left. */
	RecoveryCodeUsed: { user: UserView; left: number };
	/** Somebody has given the right password and no right code: until the sign-in ended, or until they may try no more. */
	SecondFactorFailed: { user: UserView; address: string };
	ApiTokenMade: { token: string; scope: TokenScope['kind']; expiresAt: number | null; by: Actor };
	ApiTokenUsedFirst: { token: string; address: string; by: Actor };
	/** of this person: by themselves, or by what also ends their sessions */
	ApiTokensEnded: { name: string; tokens: readonly string[]; by: Actor };
	/** Somebody has guessed too often, and is not heard for a while. Strangers cause this: whoever listens bounds it. */
	LockedOut: { what: LockOutWhat; who: LockedOutWho; names: readonly string[] };
	LockOutLifted: { what: LockOutWhat; who: LockedOutWho; names: readonly string[]; by: Actor };
	/** There are other lock-outs than before; one that ends by itself is not told. No more often than every ten seconds. */
	LockOutsChanged: object;
	/** A session was locked to its wall panel, or unlocked. */
	WallLocked: { session: string; locked: boolean };
	/** A person, or the owner for them, has ended sessions. */
	SessionsEndedBy: { user: UserView; count: number; by: Actor };
}
